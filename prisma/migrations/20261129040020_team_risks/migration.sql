-- Teams that need somebody of the ROPS to look (decision 0024), of those that the actor sees: an agreement that ends within 90
-- days or has ended, a missing body of the core, an unanswered line past its date (whether there is one, never how many).
-- A quarter without a meeting is one more branch of this union, once meetings are tables.
create function app.team_risks() returns table (team_id uuid, risk text, since date)
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    with seen as (
      select t.id, t.agreement_to from team t
      where t.id = any ((select app.team_ids())::uuid[]) and t.status in ('active', 'suspended')
        and (select app.has_role('rops_koordynator', 'animator'))
    )
    select s.id, 'expiring', s.agreement_to from seen s where s.agreement_to <= app.today() + 90
    union all
    select s.id, 'core', null::date from seen s
    where not coalesce((
      select bool_or(i.kind_key in ('ops', 'cus', 'mopr')) and bool_or(i.kind_key in ('pcpr', 'mopr'))
      from team_member m join institution i on i.id = m.institution_id
      where m.team_id = s.id and m.left_on is null), false)
    union all
    select s.id, 'lines', null::date from seen s
    where exists (
      select from basket_line l join family_case c on c.id = l.case_id
      where l.team_id = s.id and l.status = 'proposed' and l.answer_due_on < app.today() and c.closed_on is null)
  $$;
