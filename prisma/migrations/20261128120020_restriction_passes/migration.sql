-- One unit may lead teams of two gminas. A restricted case that moves between them stays restricted, for the same people and for
-- the coordinators of the new team; and its offer is told to those coordinators, not to who must learn nothing of the case.
create function app.carry_restriction(x case_transfer, p_new uuid) returns void
  language sql volatile security invoker set search_path = pg_catalog, public, app
  as $$
    with old as (
      select r.* from case_restriction r
      where r.case_id = x.case_id and r.ended_at is null and x.owner_institution_id = x.to_institution_id
    ), made as (
      insert into case_restriction (case_id, team_id, owner_institution_id, reason, recorded_by_id)
      select p_new, x.to_team_id, x.to_institution_id, old.reason, app.actor_id() from old returning id
    )
    insert into case_restriction_person (restriction_id, user_id, case_id, team_id, named_by_id)
    select made.id, named.user_id, p_new, x.to_team_id, app.actor_id()
    from made, (
      select p.user_id from old join case_restriction_person p on p.restriction_id = old.id
      union
      select a.user_id from role_assignment a
      where a.role = 'koordynator_zespolu' and a.team_id = x.to_team_id and a.institution_id = x.to_institution_id
        and a.ended_at is null and a.starts_on <= app.today() and (a.ends_on is null or a.ends_on >= app.today())) named
  $$;

do $do$
declare
  change record;
  body text;
begin
  for change in select * from (values
    ('pass_transfer(uuid, date, uuid[])', 'perform app.transfer_people(x, c, v_case, v_family);',
     'perform app.transfer_people(x, c, v_case, v_family);
    perform app.carry_restriction(x, v_case);'),
    ('transfer_offers()', 'and app.receives(x.to_team_id, x.to_institution_id)',
     'and app.receives(x.to_team_id, x.to_institution_id)
      and (x.owner_institution_id <> x.to_institution_id or x.to_team_id = any ((select app.case_team_ids())::uuid[])
        or x.case_id <> all ((select app.away_case_ids())::uuid[]))')
  ) v (fn, was, becomes) loop
    body := pg_get_functiondef(('app.' || change.fn)::regprocedure);
    if position(change.was in body) = 0 then raise exception 'no % in %', change.was, change.fn; end if;
    execute replace(body, change.was, change.becomes);
  end loop;
end $do$;
