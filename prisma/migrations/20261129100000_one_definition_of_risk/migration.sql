-- The map and the table of a region count an agreement as expiring as app.team_risks() does: from 90 days before its end,
-- of teams that work and of suspended ones.
create or replace function app.gmina_teams(p_unit text)
  returns table (gmina text, state text, agreement_to date, team_id uuid)
  language plpgsql stable security definer set search_path = pg_catalog, public, app, figures
  as $$
  #variable_conflict use_column
  begin
    perform figures.demand(p_unit);
    return query
      select distinct on (u.code) u.code,
        case when t.status in ('active', 'suspended') and not core.whole then 'missing'
             when t.status in ('active', 'suspended') and t.agreement_to <= app.today() + 90 then 'expiring'
             when t.status = 'active' then 'active'
             when t.status = 'suspended' then 'suspended'
             when t.status in ('initiated', 'agreement') then 'forming'
             else 'none' end,
        t.agreement_to, t.id
      from territory_unit u
      left join team t on t.gmina_code = u.code and t.status <> 'dissolved'
      left join lateral (
        -- Of the core one body of the gmina and one of the powiat; in a city with powiat rights one plays both (3.3).
        select bool_or(i.kind_key in ('ops', 'cus', 'mopr')) and bool_or(i.kind_key in ('pcpr', 'mopr')) as whole
        from team_member m join institution i on i.id = m.institution_id where m.team_id = t.id and m.left_on is null) core on true
      where u.level = 'gmina' and u.valid_to is null and figures.inside(u.code, p_unit)
      order by u.code, array_position(array['active', 'suspended', 'agreement', 'initiated'], t.status::text), t.id;
  end $$;
