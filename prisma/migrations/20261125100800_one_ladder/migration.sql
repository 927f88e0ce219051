-- Who watches a region sees the figures of a team on the region's own ladder. The table of one team is suppressed
-- within itself; beside the same gmina's row of the region, which hides more cells, it gave the hidden ones away
-- (domain 3.6, last paragraph: one suppression for all that a reader can put together).
create function figures.watches_region() returns boolean
  language sql stable set search_path = pg_catalog, public, app, figures
  as $$ select app.has_role('rops_koordynator', 'animator') $$;

create or replace function app.team_figures(p_measure text, p_team uuid)
  returns table (col text, shown text)
  language plpgsql stable security definer set search_path = pg_catalog, public, app, figures
  as $$
  #variable_conflict use_column
  begin
    perform figures.demand_team(p_team);
    if figures.watches_region() then
      return query
        select s.col, s.shown from team t, figures.shown(p_measure, left(t.gmina_code, 2)) s
        where t.id = p_team and s.unit = t.gmina_code;
      return;
    end if;
    return query
      with counted as (
        select coalesce(f.col, 'all') as col, count(*)::int as n from figures.facts(p_measure) f where f.team = p_team
        group by grouping sets ((f.col), ()) having count(*) > 0
      ), packed as (
        select array_agg('team'::text) as units, array_agg(null::text) as parents, array_agg(c.col) as cols, array_agg(c.n) as values
        from (select * from counted order by col) c
      )
      select s.col, s.shown from packed, app.suppress(units, parents, cols, values) s where packed.units is not null;
  end $$;

create or replace function app.team_waiting_time(p_team uuid) returns table (median int, ninth int)
  language plpgsql stable security definer set search_path = pg_catalog, public, app, figures
  as $$
  #variable_conflict use_column
  begin
    perform figures.demand_team(p_team);
    return query
      select percentile_disc(0.5) within group (order by w.days), percentile_disc(0.9) within group (order by w.days)
      from figures.waits() w
      where case when figures.watches_region() then w.gmina = (select t.gmina_code from team t where t.id = p_team)
                 else w.team = p_team end
      having count(*) >= 5;
  end $$;

-- An assignment to a case says that the case exists and who works with that family. Who only watches (ROPS, animator,
-- expert, ministry, councillor, operator) knows people and their roles, but not these rows.
drop policy read_known on role_assignment;
create policy read_known on role_assignment for select using (
  user_id = (select app.actor_id())
  or institution_id = any ((select app.known_institution_ids())::uuid[])
     and (case_id is null or (select app.has_role('lider_gminny', 'lider_powiatowy', 'koordynator_zespolu',
       'koordynator_rodziny', 'asystent_rodziny', 'specjalista', 'decydent', 'wykonawca', 'audytor', 'iod', 'admin_lokalny'))));
