-- Who helps beside stands on the sheet that the family signs.
create or replace function app.plan_body(p_plan uuid) returns text
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select jsonb_build_object(
      'case', c.number, 'version', p.version_no, 'from', p.starts_on, 'to', p.ends_on,
      'familySignedOn', p.family_signed_on, 'familySignedBy', p.family_signed_by,
      'goals', coalesce((
        select jsonb_agg(jsonb_build_object('id', g.id, 'title', g.title, 'indicator', g.indicator, 'baseline', g.baseline,
            'target', g.target, 'due', g.due_on) order by g.position, g.id)
        from goal g where g.case_id = p.case_id and g.dropped_on is null), '[]'),
      'lines', coalesce((
        select jsonb_agg(jsonb_build_object('id', l.id, 'service', l.service_key, 'provider', l.provider_institution_id,
            'title', l.title, 'scope', l.scope, 'place', l.place,
            'from', l.starts_on, 'to', l.ends_on, 'frequency', l.frequency, 'quantity', l.quantity, 'unit', l.unit,
            'weekday', l.weekday, 'atTime', l.at_time, 'beside', to_jsonb(l.co_provider_ids),
            'cost', l.cost_planned, 'coPayment', l.co_payment, 'funding', l.funding_key,
            'persons', coalesce((select jsonb_agg(b.person_id order by b.person_id) from line_beneficiary b where b.line_id = l.id), '[]'),
            'goals', coalesce((select jsonb_agg(lg.goal_id order by lg.goal_id) from line_goal lg where lg.line_id = l.id), '[]'))
          order by l.starts_on, l.id)
        from plan_line pl join basket_line l on l.id = pl.line_id where pl.plan_id = p.id), '[]'))::text
    from plan p join family_case c on c.id = p.case_id where p.id = p_plan
  $$;
