-- Three functions that were changed by two pieces of work at once, each with the changes of both.
create or replace function app.plan_body(p_plan uuid) returns text
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select jsonb_build_object(
      'case', c.number, 'version', p.version_no, 'from', p.starts_on, 'to', p.ends_on,
      'familySignedOn', p.family_signed_on, 'familySignedBy', p.family_signed_by,
      'goals', coalesce((
        select jsonb_agg(jsonb_build_object('id', g.id, 'title', g.title, 'indicator', g.indicator, 'baseline', g.baseline,
            'target', g.target, 'unit', g.unit, 'due', g.due_on, 'person', g.person_id, 'familyWords', g.family_words,
            'strengths', coalesce((select jsonb_agg(s.body order by s.noted_on, s.id) from strength s
              where s.id = any (g.strength_ids) and s.case_id = g.case_id), '[]')) order by g.position, g.id)
        from goal g where g.case_id = p.case_id and app.goal_counts(g)), '[]'),
      'lines', coalesce((
        select jsonb_agg(jsonb_build_object('id', l.id, 'service', l.service_key, 'provider', l.provider_institution_id,
            'title', l.title, 'scope', l.scope, 'place', l.place,
            'from', l.starts_on, 'to', l.ends_on, 'frequency', l.frequency, 'quantity', l.quantity, 'unit', l.unit,
            'weekday', l.weekday, 'atTime', l.at_time, 'beside', to_jsonb(l.co_provider_ids),
            'cost', l.cost_planned, 'coPayment', l.co_payment, 'funding', l.funding_key,
            'persons', coalesce((select jsonb_agg(b.person_id order by b.person_id) from line_beneficiary b where b.line_id = l.id), '[]'),
            'goals', coalesce((select jsonb_agg(lg.goal_id order by lg.goal_id) from line_goal lg where lg.line_id = l.id), '[]'))
            || case when l.regional_service_id is null then '{}'::jsonb
                    else jsonb_build_object('regional', l.regional_service_id) end
          order by l.starts_on, l.id)
        from plan_line pl join basket_line l on l.id = pl.line_id where pl.plan_id = p.id), '[]'))::text
    from plan p join family_case c on c.id = p.case_id where p.id = p_plan
  $$;

create or replace function app.work_conditions(p_ids uuid[]) returns table (case_id uuid, counts jsonb, plan_ends_on date, monitor_on date)
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    with seen as materialized (
      select c.id, c.status, c.subject, c.owner_institution_id from family_case c where c.id = any (p_ids) and c.id <> all ((select app.away_case_ids())::uuid[]) and (
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
        'goals', (select count(*) from goal g where g.case_id = seen.id and app.goal_counts(g)),
        'goals_without_line', (select count(*) from goal g where g.case_id = seen.id and app.goal_counts(g) and not exists (
          select from line_goal lg join alive l on l.id = lg.line_id where lg.goal_id = g.id)),
        'goals_unmeasured', (select count(*) from goal g where g.case_id = seen.id and app.goal_counts(g)
          and (g.indicator is null or g.baseline is null or g.target is null or g.due_on is null)),
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
        'talks', (select count(*) from closing_talk k where k.case_id = seen.id and k.round = app.case_round(seen.id)),
        'goals_without_result', (select count(*) from goal g
          where g.case_id = seen.id and g.dropped_on is null and g.attainment is null),
        'lines_without_outcome', (select count(*) from basket_line l where l.case_id = seen.id and l.outcome is null
          and l.status in ('delivered', 'partlyDelivered', 'notDelivered')))
      else '{}'::jsonb end,
      (select max(p.ends_on) from plan p where p.case_id = seen.id and p.status = 'inForce'),
      (select m.next_on from monitoring_card m where m.case_id = seen.id order by m.held_on desc, m.created_at desc limit 1)
    from seen
  $$;

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
