-- Each list and folder counted all conditions of domain 4.2 of each case; a stage asks for one to five of them. A count that
-- the stage does not ask for is not there.
create or replace function app.case_conditions(p_ids uuid[]) returns table (case_id uuid, counts jsonb)
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    with seen as materialized (
      select c.id, c.status, c.owner_institution_id from family_case c where c.id = any (p_ids) and (
        c.team_id = any ((select app.case_team_ids())::uuid[])
        or c.owner_institution_id = any ((select app.owned_institution_ids())::uuid[])
        or c.id = any ((select app.case_ids())::uuid[])
        or c.id = any ((select app.provider_case_ids())::uuid[]))
    ), part as (
      select p.case_id, p.person_id, p.guardian_ids, p.guardian_conflict and p.court_decision is null
               and app.is_signed_for(p.person_id, p.under_guardianship) as conflict
      from case_person p join seen on seen.id = p.case_id and seen.status in ('qualified', 'awaitingConsent', 'closed')
      where p.takes_part and p.left_on is null
    ), live as (
      select c.case_id, c.person_id, c.signed_by_id from consent c join seen on seen.id = c.case_id and seen.status in ('awaitingConsent', 'closed')
      where c.status = 'granted' and (c.valid_to is null or c.valid_to >= app.today())
    )
    select seen.id, case seen.status
      when 'submitted' then jsonb_build_object(
        'checks', (select count(*) from duplicate_check d where d.case_id = seen.id))
      when 'screening' then jsonb_build_object(
        'proposals', (select count(*) from case_proposal p where p.case_id = seen.id and p.decided_at is null))
      when 'qualified' then jsonb_build_object(
        'coordinators', (select count(*) from role_assignment r where r.case_id = seen.id
          and r.role = 'koordynator_rodziny' and r.ended_at is null),
        'without_clause', (select count(*) from part where part.case_id = seen.id and not exists (
          select from clause_delivery d where d.case_id = part.case_id and d.person_id = part.person_id)))
      when 'awaitingConsent' then jsonb_build_object(
        'persons', (select count(*) from part where part.case_id = seen.id),
        'without_consent', (select count(*) from part where part.case_id = seen.id and (
          not exists (select from live where live.case_id = part.case_id and live.person_id = part.person_id)
          or part.conflict and exists (
            select from unnest(part.guardian_ids) guardian where not exists (
              select from live where live.case_id = part.case_id and live.person_id = part.person_id
                and live.signed_by_id = guardian)))),
        'institutions', (select count(*) from (
          select seen.owner_institution_id
          union select p.institution_id from case_participant p where p.case_id = seen.id
            and (p.ends_on is null or p.ends_on >= app.today())) taking_part))
      when 'diagnosis' then jsonb_build_object(
        'areas_missing', (select count(*) from area_type t where (t.required or exists (
            select from need n where n.case_id = seen.id and n.closed_on is null and n.need_key = any (t.need_keys)))
          and not exists (select from diagnosis_area a where a.case_id = seen.id and a.area_key = t.key and a.score is not null)),
        'voices', (select count(*) from family_voice v where v.case_id = seen.id))
      -- opening again asks for them (row 15)
      when 'closed' then jsonb_build_object(
        'coordinators', (select count(*) from role_assignment r where r.case_id = seen.id
          and r.role = 'koordynator_rodziny' and r.ended_at is null),
        'without_consent', (select count(*) from part where part.case_id = seen.id and (
          not exists (select from live where live.case_id = part.case_id and live.person_id = part.person_id)
          or part.conflict and exists (
            select from unnest(part.guardian_ids) guardian where not exists (
              select from live where live.case_id = part.case_id and live.person_id = part.person_id
                and live.signed_by_id = guardian)))))
      else '{}'::jsonb end
    from seen
  $$;

create or replace function app.work_conditions(p_ids uuid[]) returns table (case_id uuid, counts jsonb, plan_ends_on date, monitor_on date)
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    with seen as materialized (
      select c.id, c.status, c.subject, c.owner_institution_id from family_case c where c.id = any (p_ids) and (
        c.team_id = any ((select app.case_team_ids())::uuid[])
        or c.owner_institution_id = any ((select app.owned_institution_ids())::uuid[])
        or c.id = any ((select app.case_ids())::uuid[])
        or c.id = any ((select app.provider_case_ids())::uuid[]))
    ), alive as materialized (
      select l.*, (select array_agg(b.person_id) from line_beneficiary b where b.line_id = l.id) as persons
      from basket_line l join seen on seen.id = l.case_id and seen.status in ('planning', 'inProgress')
      where l.status not in ('declined', 'cancelled', 'notDelivered')
    ), twins as (
      select distinct a.case_id from alive a join alive b on b.case_id = a.case_id and b.service_key = a.service_key and b.id > a.id
      where a.duplicate_reason is null and b.duplicate_reason is null
        and not (a.status in ('delivered', 'partlyDelivered') and b.status in ('delivered', 'partlyDelivered'))
        and (a.ends_on is null or b.starts_on <= a.ends_on) and (b.ends_on is null or a.starts_on <= b.ends_on)
        and (a.persons is null or b.persons is null or a.persons && b.persons)
    ), held as (
      select distinct l.case_id from alive l join seen on seen.id = l.case_id
      where l.status = 'draft' and seen.status = 'planning' and (
        l.outside_agreement_reason is null and not exists (
          select from team_member m where m.team_id = l.team_id and m.institution_id = l.provider_institution_id
            and m.signed_on <= l.starts_on and (m.left_on is null or m.left_on > l.starts_on))
        or l.provider_institution_id <> seen.owner_institution_id and exists (
          select from (
            select null::uuid as id where seen.subject = 'environment'
            union all select unnest(l.persons) where seen.subject <> 'environment'
            union all select cp.person_id from case_person cp
              where seen.subject <> 'environment' and l.persons is null and cp.case_id = l.case_id and cp.takes_part and cp.left_on is null
          ) who, unnest(array['PODSTAWOWE'::data_category, l.category]) c
          where not app.granted(l.provider_institution_id, l.case_id, who.id, c)))
    )
    select seen.id, case seen.status
      when 'planning' then jsonb_build_object(
        'goals', (select count(*) from goal g where g.case_id = seen.id and g.dropped_on is null),
        'goals_without_line', (select count(*) from goal g where g.case_id = seen.id and g.dropped_on is null and not exists (
          select from line_goal lg join alive l on l.id = lg.line_id where lg.goal_id = g.id)),
        'lines_without_person', (select count(*) from alive l
          where l.case_id = seen.id and seen.subject <> 'environment' and l.persons is null),
        'duplicates', (select count(*) from twins where twins.case_id = seen.id),
        'held', (select count(*) from held where held.case_id = seen.id))
      when 'planApproval' then jsonb_build_object(
        'unanswered', (select count(*) from plan p join plan_line pl on pl.plan_id = p.id join basket_line l on l.id = pl.line_id
          where p.case_id = seen.id and p.status = 'approval' and l.status in ('draft', 'proposed', 'counterProposed', 'declined')),
        'signed', (select count(*) from plan p where p.case_id = seen.id and p.status = 'approval' and p.family_signed_on is not null))
      when 'inProgress' then jsonb_build_object(
        'open_lines', (select count(*) from alive l where l.case_id = seen.id and l.carried_on is null
          and l.status not in ('delivered', 'partlyDelivered')))
      when 'evaluation' then jsonb_build_object(
        'evaluations', (select count(*) from evaluation e where e.case_id = seen.id and e.round = app.case_round(seen.id)),
        'talks', (select count(*) from evaluation e where e.case_id = seen.id and e.round = app.case_round(seen.id)
          and e.closing_talk_on is not null),
        'goals_without_result', (select count(*) from goal g
          where g.case_id = seen.id and g.dropped_on is null and g.attainment is null),
        'lines_without_outcome', (select count(*) from basket_line l where l.case_id = seen.id and l.outcome is null
          and l.status in ('delivered', 'partlyDelivered', 'notDelivered')))
      else '{}'::jsonb end,
      (select max(p.ends_on) from plan p where p.case_id = seen.id and p.status = 'inForce'),
      (select m.next_on from monitoring_card m where m.case_id = seen.id order by m.held_on desc, m.created_at desc limit 1)
    from seen
  $$;
