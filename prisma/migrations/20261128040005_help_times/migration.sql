-- How soon help came, for one team: working days from the referral to the first contact, to the first plan in force and to the
-- first delivered service, as medians over the families that got there in the last twelve months; never of fewer than five.
create function app.team_help_times(p_team uuid) returns table (step text, families int, median int, ninth int)
  language plpgsql stable security definer set search_path = pg_catalog, public, app, figures
  as $$
  #variable_conflict use_column
  begin
    perform figures.demand_team(p_team);
    return query
      with mine as materialized (
        select c.id, c.opened_on, c.first_meeting_on, c.first_service_on from family_case c
        where case when figures.watches_region() then c.gmina_code = (select t.gmina_code from team t where t.id = p_team)
                   else c.team_id = p_team end
      ), reached as (
        select 'contact' as step, m.opened_on, least(m.first_meeting_on, (select min(n.held_on) from note n
          where n.case_id = m.id and n.removed_at is null and n.kind in ('phone', 'visit', 'talk') and n.held_on >= m.opened_on)) as on_day
        from mine m
        union all select 'plan', m.opened_on, (select min(p.in_force_on) from plan p where p.case_id = m.id) from mine m
        union all select 'service', m.opened_on, m.first_service_on from mine m
      ), counted as materialized (
        select * from reached where on_day > figures.year_ago() and on_day >= opened_on
      ), calendar as materialized (
        select w.* from (select min(opened_on) as first_day from counted) f, figures.working_days(f.first_day, app.today()) w
      )
      select r.step, count(*)::int,
        (percentile_disc(0.5) within group (order by b.number - a.number))::int,
        (percentile_disc(0.9) within group (order by b.number - a.number))::int
      from counted r join calendar a on a.day = r.opened_on join calendar b on b.day = r.on_day
      group by r.step having count(*) >= 5;
  end $$;
