-- A family that comes back within twelve months (indicator 19): recognised inside one team and its leading unit alone, by the
-- people who decide about the new referral. Elsewhere the logged search of domain 5.3.3 asks, and answers no more than before.

-- Records of this unit that are, or may be, the same human being: the record itself, one PESEL, or full name and birth date
-- where a number is missing on one side. Rights of the caller: row-level security holds for who asks it directly.
create function app.person_twins(p_owner uuid, p_persons uuid[]) returns table (person_id uuid, twin_id uuid, how text)
  language sql stable set search_path = pg_catalog, public, app
  as $$
    with mine as materialized (
      select p.id, p.name_folded, i.pesel_hash, i.born_on from person p left join person_identity i on i.person_id = p.id
      where p.id = any (p_persons) and p.owner_institution_id = p_owner
    )
    select m.id, m.id, 'record' from mine m
    union all
    select m.id, i.person_id, 'pesel' from mine m
      join person_identity i on i.pesel_hash = m.pesel_hash and i.owner_institution_id = p_owner and i.person_id <> m.id
    union all
    select m.id, q.id, 'name' from mine m
      join person q on q.name_folded = m.name_folded and q.owner_institution_id = p_owner and q.id <> m.id
      join person_identity i on i.person_id = q.id and i.born_on = m.born_on
        and (i.pesel_hash is null or m.pesel_hash is null)
  $$;

-- Cases of the same team that ended at most twelve months before this one was opened and were about one of its persons. For the
-- coordinator of the team and the leader of the owner; anybody else gets nothing.
create function app.returns_of(p_case uuid)
  returns table (case_id uuid, number text, closed_on date, outcome_key text, reopenable boolean, persons text[])
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select o.id, o.number, o.closed_on, o.outcome_key,
      o.plan_in_force_on is not null and o.closed_on >= (app.today() - interval '6 months')::date
        and o.closing_reason_key is distinct from 'przekazanie',
      array_agg(distinct p.given_name || ' ' || p.family_name)
    from family_case c
    cross join lateral app.person_twins(c.owner_institution_id, array(
      select k.person_id from case_person k where k.case_id = c.id and k.left_on is null)) t
    join person p on p.id = t.person_id
    join case_person k on k.person_id = t.twin_id and k.case_id <> c.id
    join family_case o on o.id = k.case_id and o.team_id = c.team_id and o.owner_institution_id = c.owner_institution_id
      and o.status = 'closed' and o.closed_on between (c.opened_on - interval '12 months')::date and c.opened_on
    where c.id = p_case and c.owner_institution_id = app.institution_id()
      and app.case_role(p_case, 'koordynator_zespolu', 'lider_gminny')
    group by o.id, o.number, o.closed_on, o.outcome_key, o.plan_in_force_on, o.closing_reason_key
    order by o.closed_on desc, o.id
  $$;

-- As before, and returns: families qualified in the last twelve months, those that continue a case of the same team which had
-- ended at most twelve months before they were referred again.
create or replace function figures.facts(p_measure text) returns table (gmina text, team uuid, col text)
  language sql stable set search_path = pg_catalog, public, app, figures
  as $$
    select c.gmina_code, c.team_id, figures.stage_group(c.status) from family_case c
      where p_measure = 'stages' and figures.stage_group(c.status) is not null
    union all
    select c.gmina_code, c.team_id, case when c.outcome_key = 'cel_osiagniety' then 'achieved' else 'other' end
      from family_case c
      where p_measure = 'outcomes' and c.plan_in_force_on is not null and c.closed_on > figures.year_ago()
    union all
    select c.gmina_code, c.team_id, s.category
      from basket_line l join family_case c on c.id = l.case_id join service_type s on s.key = l.service_key
      where p_measure = 'services' and l.status <> 'draft' and l.starts_on > figures.year_ago()
    union all
    select u.gmina_code, u.team_id, u.service_key from (
      select distinct c.id, c.gmina_code, c.team_id, u.service_key
      from unmet_service u join need n on n.id = u.need_id join family_case c on c.id = u.case_id
      where p_measure = 'unmet' and u.ended_on is null and n.closed_on is null and figures.stage_group(c.status) is not null) u
    union all
    select c.gmina_code, c.team_id, case when p.id is null then 'first' else 'returned' end
      from family_case c left join family_case p on p.id = c.previous_case_id and p.team_id = c.team_id
        and p.closed_on between (c.opened_on - interval '12 months')::date and c.opened_on
      where p_measure = 'returns' and c.qualified_on > figures.year_ago()
  $$;
