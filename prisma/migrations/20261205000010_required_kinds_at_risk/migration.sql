-- A team is not whole without a body of the core on each side, nor without a kind that its own version of the variant
-- requires. Said once, for the teams at risk and for the map and table of a region.
create function figures.teams_not_whole(p_teams uuid[]) returns setof uuid
  language sql stable set search_path = pg_catalog, public, app
  as $$
    select t.id from team t
    left join variant_version v on v.id = t.variant_version_id
    cross join lateral (
      select coalesce(array_agg(i.kind_key), '{}') as kinds
      from team_member m join institution i on i.id = m.institution_id
      where m.team_id = t.id and m.left_on is null) has
    where t.id = any (p_teams) and not (
      -- of the core one body of the gmina and one of the powiat; in a city with powiat rights one plays both (3.3)
      has.kinds && array['ops', 'cus', 'mopr'] and has.kinds && array['pcpr', 'mopr']
      and has.kinds @> array(select jsonb_array_elements_text(v.body -> 'requiredKinds')))
  $$;

create or replace function app.gmina_teams(p_unit text)
  returns table (gmina text, state text, agreement_to date, team_id uuid)
  language plpgsql stable security definer set search_path = pg_catalog, public, app, figures
  as $$
  #variable_conflict use_column
  declare
    lacking uuid[];
  begin
    perform figures.demand(p_unit);
    lacking := array(select figures.teams_not_whole(array(
      select t.id from team t where t.status in ('active', 'suspended') and figures.inside(t.gmina_code, p_unit))));
    return query
      select distinct on (u.code) u.code,
        case when t.id = any (lacking) then 'missing'
             when t.status in ('active', 'suspended') and t.agreement_to <= app.today() + 90 then 'expiring'
             when t.status = 'active' then 'active'
             when t.status = 'suspended' then 'suspended'
             when t.status in ('initiated', 'agreement') then 'forming'
             else 'none' end,
        t.agreement_to, t.id
      from territory_unit u
      left join team t on t.gmina_code = u.code and t.status <> 'dissolved'
      where u.level = 'gmina' and u.valid_to is null and figures.inside(u.code, p_unit)
      order by u.code, array_position(array['active', 'suspended', 'agreement', 'initiated'], t.status::text), t.id;
  end $$;

create or replace function app.team_risks() returns table (team_id uuid, risk text, since date)
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    with seen as (
      select t.id, t.agreement_to, t.status, t.activated_on from team t
      where t.id = any ((select app.team_ids())::uuid[]) and t.status in ('active', 'suspended')
        and (select app.has_role('rops_koordynator', 'animator'))
    )
    select s.id, 'meeting', met.since from seen s cross join lateral (
      select coalesce((select max(m.held_on) from team_meeting m
        where m.team_id = s.id and m.status in ('held', 'minutes', 'approved')), s.activated_on) as since) met
    where s.status = 'active' and met.since < (app.today() - interval '3 months')::date
    union all
    select s.id, 'expiring', s.agreement_to from seen s where s.agreement_to <= app.today() + 90
    union all
    select lacking, 'core', null::date from figures.teams_not_whole(array(select s.id from seen s)) lacking
    union all
    select s.id, 'lines', null::date from seen s
    where exists (
      select from basket_line l join family_case c on c.id = l.case_id
      where l.team_id = s.id and l.status = 'proposed' and l.answer_due_on < app.today() and c.closed_on is null)
  $$;
