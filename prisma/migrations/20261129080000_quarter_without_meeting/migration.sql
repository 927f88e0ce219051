-- A team that did not meet for three months is at risk too (decision 0024): counted from the last meeting that took place,
-- else from the day on which it became active.
do $do$
declare
  body text := pg_get_functiondef('app.team_risks()'::regprocedure);
  old text := $$select s.id, 'expiring'$$;
begin
  if position(old in body) = 0 or position('t.agreement_to from team t' in body) = 0 then
    raise exception 'team_risks is another one';
  end if;
  body := replace(body, 't.agreement_to from team t', 't.agreement_to, t.status, t.activated_on from team t');
  execute replace(body, old, $$select s.id, 'meeting', met.since from seen s cross join lateral (
      select coalesce((select max(m.held_on) from team_meeting m
        where m.team_id = s.id and m.status in ('held', 'minutes', 'approved')), s.activated_on) as since) met
    where s.status = 'active' and met.since < (app.today() - interval '3 months')::date
    union all
    $$ || old);
end $do$;
