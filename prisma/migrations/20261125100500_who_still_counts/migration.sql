-- Who still counts: a person who left the case opens nothing to other institutions any more, and a conflict of guardians
-- is over on the eighteenth birthday, unless the adult is under guardianship. Both locks and the next step say the same.

-- Does somebody else sign for this person today? A missing birth date: the mark that the person is a minor.
create function app.is_signed_for(p_person uuid, p_under_guardianship boolean) returns boolean
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select p_under_guardianship or exists (
      select from person p left join person_identity i on i.person_id = p.id
      where p.id = p_person and case when i.born_on is null then p.is_minor
                                     else i.born_on > (app.today() - interval '18 years')::date end)
  $$;

-- One person: a live grant of somebody who has not left the case; where guardians are in conflict, one from each of them
-- (the narrower scope counts).
create or replace function app.person_granted(p_institution uuid, p_case uuid, p_person uuid, p_category public.data_category)
  returns boolean language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    with live as (
      select g.legal_basis_id, g.signed_by_id from case_grant g
      where g.institution_id = p_institution and g.case_id = p_case and g.category = p_category
        and g.person_id = p_person and g.ended_at is null and g.starts_on <= app.today()
        and (g.ends_on is null or g.ends_on >= app.today())
        and not exists (select from case_person gone where gone.case_id = p_case and gone.person_id = p_person
                        and gone.left_on <= app.today())
    )
    select exists (select from live) and (
      exists (select from live where legal_basis_id is not null)
      or not exists (
        select from case_person p, unnest(p.guardian_ids) guardian
        where p.case_id = p_case and p.person_id = p_person and p.guardian_conflict and p.court_decision is null
          and app.is_signed_for(p.person_id, p.under_guardianship)
          and not exists (select from live where signed_by_id = guardian)
      )
    )
  $$;

-- What the conditions of domain 4.2 count, of the asked cases that the actor sees. Counts only: whoever sees the case may
-- know that a consent or an answer is missing, also where the row itself is not his to read.
create or replace function app.case_conditions(p_ids uuid[]) returns table (case_id uuid, counts jsonb)
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    with seen as (
      select c.id from family_case c where c.id = any (p_ids) and (
        c.team_id = any ((select app.case_team_ids())::uuid[])
        or c.owner_institution_id = any ((select app.owned_institution_ids())::uuid[])
        or c.id = any ((select app.case_ids())::uuid[])
        or c.id = any ((select app.provider_case_ids())::uuid[]))
    ), part as (
      select p.case_id, p.person_id, p.guardian_ids, p.guardian_conflict and p.court_decision is null
               and app.is_signed_for(p.person_id, p.under_guardianship) as conflict
      from case_person p join seen on seen.id = p.case_id where p.takes_part and p.left_on is null
    ), live as (
      select c.case_id, c.person_id, c.signed_by_id from consent c join seen on seen.id = c.case_id
      where c.status = 'granted' and (c.valid_to is null or c.valid_to >= app.today())
    )
    select seen.id, jsonb_build_object(
      'checks', (select count(*) from duplicate_check d where d.case_id = seen.id),
      'proposals', (select count(*) from case_proposal p where p.case_id = seen.id and p.decided_at is null),
      'coordinators', (select count(*) from role_assignment r where r.case_id = seen.id
        and r.role = 'koordynator_rodziny' and r.ended_at is null),
      'persons', (select count(*) from part where part.case_id = seen.id),
      'without_clause', (select count(*) from part where part.case_id = seen.id and not exists (
        select from clause_delivery d where d.case_id = part.case_id and d.person_id = part.person_id)),
      'without_consent', (select count(*) from part where part.case_id = seen.id and (
        not exists (select from live where live.case_id = part.case_id and live.person_id = part.person_id)
        or part.conflict and exists (
          select from unnest(part.guardian_ids) guardian where not exists (
            select from live where live.case_id = part.case_id and live.person_id = part.person_id
              and live.signed_by_id = guardian)))),
      'institutions', (select count(*) from (
        select c.owner_institution_id from family_case c where c.id = seen.id
        union select p.institution_id from case_participant p where p.case_id = seen.id
          and (p.ends_on is null or p.ends_on >= app.today())) taking_part),
      'goals', (select count(*) from goal g where g.case_id = seen.id and g.dropped_on is null),
      'goals_without_line', (select count(*) from goal g where g.case_id = seen.id and g.dropped_on is null and not exists (
        select from line_goal lg join basket_line l on l.id = lg.line_id
        where lg.goal_id = g.id and l.status not in ('declined', 'cancelled'))),
      'unanswered', (select count(*) from basket_line l where l.case_id = seen.id
        and l.status in ('draft', 'proposed', 'counterProposed')),
      'open_lines', (select count(*) from basket_line l where l.case_id = seen.id
        and l.status in ('accepted', 'scheduled', 'inProgress', 'suspended', 'waitingList')),
      'voices', (select count(*) from family_voice v where v.case_id = seen.id),
      'areas_missing', (select count(*) from area_type t where (t.required or exists (
          select from need n where n.case_id = seen.id and n.closed_on is null and n.need_key = any (t.need_keys)))
        and not exists (select from diagnosis_area a where a.case_id = seen.id and a.area_key = t.key and a.score is not null)),
      'signed', (select count(*) from plan p where p.case_id = seen.id and p.status = 'approval' and p.family_signed_on is not null),
      'evaluations', (select count(*) from evaluation e where e.case_id = seen.id))
    from seen
  $$;
