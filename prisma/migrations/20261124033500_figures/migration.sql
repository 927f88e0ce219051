-- Figures for those who watch: ROPS its region, the ministry the country, councillors and leaders their team.
-- None of them reaches a row about a person served: these functions count as the owner, check the actor's role
-- themselves and give out only what app.suppress lets through (domain 3.6, last paragraph; domain 9).

-- What counts before suppression lives in a schema that the app's role may not even use.
create schema figures;

-- ---------------------------------------------------------------------------------------------------------------
-- THE suppression. Cells of a hierarchy (unit, its parent, column, value); column 'all' is the total of its row, the
-- cell of a parent is the total of its children. Counts from 1 to 4 show as '<5', 0 as 0. Where a hidden cell could
-- be derived from a total (its only possible value, by subtraction and by what '<5' and 'hidden' themselves tell),
-- the next smallest cell of that sum is hidden too, and so on until nothing can be derived.
create function app.suppress(p_unit text[], p_parent text[], p_col text[], p_value int[])
  returns table (unit text, col text, shown text)
  language plpgsql immutable set search_path = pg_catalog, app
  as $$
  #variable_conflict use_column
  declare
    hidden boolean[] := array(select v between 1 and 4 from unnest(p_value) with ordinality x(v, n) order by n);
    next_hidden int[];
    position_ int;
  begin
    loop
      with cell as materialized (
        select n, u, parent, c, v, hidden[n] as h,
          -- What a reader knows of each cell: its value, that it is 1 to 4, or that it is 5 or more.
          case when not hidden[n] then v when v < 5 then 1 else 5 end::bigint as low,
          case when not hidden[n] then v when v < 5 then 4 else 1000000000 end::bigint as high
        from unnest(p_unit, p_parent, p_col, p_value) with ordinality x(u, parent, c, v, n)
      ), member as (
        select 'row ' || u as sum_name, c = 'all' as is_total, n, v, h, low, high from cell
          where u in (select t.u from cell t where t.c = 'all')
        union all
        select 'part ' || parent || ' ' || c, false, n, v, h, low, high from cell k
          where exists (select from cell t where t.u = k.parent and t.c = k.c)
        union all
        select 'part ' || u || ' ' || c, true, n, v, h, low, high from cell t
          where exists (select from cell k where k.parent = t.u and k.c = t.c)
      ), sums as (
        select sum_name,
          sum(low) filter (where not is_total) as low_parts, sum(high) filter (where not is_total) as high_parts,
          max(low) filter (where is_total) as low_total, max(high) filter (where is_total) as high_total
        from member group by sum_name having bool_or(h) and bool_or(is_total)
      ), open_sums as (
        select distinct m.sum_name from member m join sums s using (sum_name)
        where m.h and case when m.is_total
          then greatest(m.low, s.low_parts) = least(m.high, s.high_parts)
          else greatest(m.low, s.low_total - (s.high_parts - m.high)) = least(m.high, s.high_total - (s.low_parts - m.low))
        end
      )
      select array_agg(distinct chosen.n) into next_hidden from open_sums o
      cross join lateral (
        select m.n from member m where m.sum_name = o.sum_name and not m.h and m.v > 0
        order by m.is_total, m.v, m.n limit 1) chosen;
      exit when next_hidden is null;
      foreach position_ in array next_hidden loop hidden[position_] := true; end loop;
    end loop;
    return query
      select x.u, x.c, case when not hidden[x.n] then x.v::text when x.v < 5 then '<5' else 'hidden' end
      from unnest(p_unit, p_col, p_value) with ordinality x(u, c, v, n) order by x.n;
  end $$;

-- ---------------------------------------------------------------------------------------------------------------
-- Raw counts by gmina, then up the ladder: gmina (7 digits) > powiat (4) > voivodeship (2) > country ('PL').
create function figures.stage_group(p public.case_status) returns text language sql immutable
  as $$
    select case
      when p in ('submitted', 'screening', 'qualified') then 'intake'
      when p = 'awaitingConsent' then 'consent'
      when p = 'diagnosis' then 'diagnosis'
      when p in ('planning', 'planApproval') then 'planning'
      when p in ('inProgress', 'suspended') then 'work'
      when p = 'evaluation' then 'evaluation'
    end
  $$;

create function figures.year_ago() returns date language sql stable
  as $$ select (app.today() - interval '12 months')::date $$;

-- stages: families in cooperation today. outcomes: cooperation that had a plan in force and ended in the last twelve
-- months. services: lines sent to a provider that begin in the last twelve months or later, by category of service.
create function figures.facts(p_measure text) returns table (gmina text, team uuid, col text)
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
  $$;

-- The ladder hangs on the topmost unit that the reader sees at all: for a ROPS its voivodeship (the country's total is
-- not its to see, so nothing can be derived from it), for the ministry the country.
create function figures.shown(p_measure text, p_root text) returns table (unit text, col text, shown text)
  language sql stable set search_path = pg_catalog, public, app, figures
  as $$
    with counted as materialized (
      select gmina, coalesce(col, 'all') as col, count(*)::int as n
      from figures.facts(p_measure) where p_root = 'PL' or gmina like p_root || '%' group by grouping sets ((gmina, col), (gmina))
    ), ladder as (
      select gmina as unit, left(gmina, 4) as parent, col, n from counted
      union all select left(gmina, 4), left(gmina, 2), col, sum(n)::int from counted group by 1, 2, 3
      union all select left(gmina, 2), case when p_root = 'PL' then 'PL' end, col, sum(n)::int from counted group by 1, 2, 3
      union all select 'PL', null, col, sum(n)::int from counted where p_root = 'PL' group by 3
    ), packed as (
      select array_agg(unit) as units, array_agg(parent) as parents, array_agg(col) as cols, array_agg(n) as values
      from (select * from ladder order by unit, col) ordered
    )
    select s.unit, s.col, s.shown from packed, app.suppress(units, parents, cols, values) s
  $$;

-- ---------------------------------------------------------------------------------------------------------------
-- Who may ask for which part of the country; gives the topmost unit of this reader. Silence would look like zero, so
-- a refusal is an error.
create function figures.demand(p_unit text) returns text
  language plpgsql stable set search_path = pg_catalog, public, app, figures
  as $$
  begin
    if app.has_role('ministerstwo') then return 'PL'; end if;
    if length(p_unit) >= 2 and p_unit <> 'PL'
       and left(p_unit, 2) = any (app.my_region_codes('rops_koordynator', 'animator')) then return left(p_unit, 2); end if;
    raise exception 'figures of % are not for this actor', p_unit using errcode = 'insufficient_privilege';
  end $$;

-- Is this unit the asked one or below it?
create function figures.inside(p_unit text, p_scope text) returns boolean language sql immutable
  as $$ select p_scope = 'PL' or p_unit like p_scope || '%' $$;

-- Suppressed counts of one measure for a unit and everything below it down to p_digits (2, 4 or 7).
create function app.figures(p_measure text, p_unit text, p_digits int)
  returns table (unit text, col text, shown text)
  language plpgsql stable security definer set search_path = pg_catalog, public, app, figures
  as $$
  #variable_conflict use_column
  declare
    root text := figures.demand(p_unit);
  begin
    return query
      select s.unit, s.col, s.shown from figures.shown(p_measure, root) s
      where s.unit = p_unit or (s.unit <> 'PL' and figures.inside(s.unit, p_unit) and length(s.unit) <= p_digits);
  end $$;

-- ---------------------------------------------------------------------------------------------------------------
-- Working days: Monday to Friday without the statutory holidays, each with its running number, so that a difference
-- of two numbers counts the working days after the one up to the other. Held against lib/calendar by a test.
create function figures.easter(p_year int) returns date language sql immutable
  as $$
    select make_date(p_year, (h + l - 7 * m + 114) / 31, (h + l - 7 * m + 114) % 31 + 1)
    from (select *, (a + 11 * h + 22 * l) / 451 as m
      from (select *, (32 + 2 * e + 2 * i - h - k) % 7 as l
        from (select *, (19 * a + b - d - g + 15) % 30 as h, c / 4 as i, c % 4 as k
          from (select *, (b - (b + 8) / 25 + 1) / 3 as g, b / 4 as d, b % 4 as e
            from (select p_year % 19 as a, p_year / 100 as b, p_year % 100 as c) y) z) x) w) v
  $$;

create function figures.working_days(p_from date, p_to date) returns table (day date, number int)
  language sql stable set search_path = pg_catalog, public, figures
  as $$
    with holiday as (
      select (y || '-' || fixed)::date as day
        from generate_series(extract(year from p_from)::int, extract(year from p_to)::int) y,
          unnest(array['01-01', '01-06', '05-01', '05-03', '08-15', '11-01', '11-11', '12-25', '12-26']) fixed
      union all
      select make_date(y, 12, 24) from generate_series(extract(year from p_from)::int, extract(year from p_to)::int) y where y >= 2025
      union all
      select figures.easter(y) + shift from generate_series(extract(year from p_from)::int, extract(year from p_to)::int) y,
        unnest(array[0, 1, 49, 60]) shift
    )
    select d::date, (count(*) filter (where extract(isodow from d) < 6 and d::date not in (select h.day from holiday h))
      over (order by d))::int
    from generate_series(p_from, p_to, interval '1 day') d
  $$;

-- Working days from referral to the first service noted in the last twelve months; nothing for fewer than 5 families.
create function figures.waits() returns table (gmina text, team uuid, days int)
  language sql stable set search_path = pg_catalog, public, app, figures
  as $$
    with served as materialized (
      select c.gmina_code, c.team_id, c.opened_on, c.first_service_on from family_case c
      where c.first_service_on > figures.year_ago() and c.first_service_on >= c.opened_on
    ), calendar as materialized (
      select w.* from (select min(opened_on) as first_day from served) f, figures.working_days(f.first_day, app.today()) w
    )
    select s.gmina_code, s.team_id, b.number - a.number
    from served s join calendar a on a.day = s.opened_on join calendar b on b.day = s.first_service_on
  $$;

create function app.waiting_times(p_unit text, p_digits int)
  returns table (unit text, median int, ninth int)
  language plpgsql stable security definer set search_path = pg_catalog, public, app, figures
  as $$
  #variable_conflict use_column
  begin
    perform figures.demand(p_unit);
    return query
      with ladder as (
        select w.days, rung.code as unit from figures.waits() w,
          unnest(array['PL', left(w.gmina, 2), left(w.gmina, 4), w.gmina]) rung(code)
      )
      select l.unit, percentile_disc(0.5) within group (order by l.days), percentile_disc(0.9) within group (order by l.days)
      from ladder l
      where l.unit = p_unit or (l.unit <> 'PL' and figures.inside(l.unit, p_unit) and length(l.unit) <= p_digits)
      group by l.unit having count(*) >= 5;
  end $$;

-- ---------------------------------------------------------------------------------------------------------------
-- Teams are public bodies: never suppressed. The state of a gmina is that of its best team.
create function app.gmina_teams(p_unit text)
  returns table (gmina text, state text, agreement_to date, team_id uuid)
  language plpgsql stable security definer set search_path = pg_catalog, public, app, figures
  as $$
  #variable_conflict use_column
  begin
    perform figures.demand(p_unit);
    return query
      select distinct on (u.code) u.code,
        case when t.status in ('active', 'suspended') and not core.whole then 'missing'
             when t.status = 'active' and t.agreement_to <= app.today() + 60 then 'expiring'
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

-- Services that families of a team need and nobody there gives: by team, the small counts hidden, no totals beside.
create function app.unmet_services(p_unit text)
  returns table (team_id uuid, service_key text, shown text)
  language plpgsql stable security definer set search_path = pg_catalog, public, app, figures
  as $$
  #variable_conflict use_column
  begin
    perform figures.demand(p_unit);
    return query
      select n.team_id, n.unmet_service_key, case when count(*) < 5 then '<5' else count(*)::text end
      from need n join family_case c on c.id = n.case_id
      where n.unmet_since is not null and n.unmet_service_key is not null and n.closed_on is null
        and figures.stage_group(c.status) is not null and figures.inside(c.gmina_code, p_unit)
      group by 1, 2;
  end $$;

-- ---------------------------------------------------------------------------------------------------------------
-- One team, for its councillors, leaders and coordinators: the same rule on a table of one row.
create function figures.demand_team(p_team uuid) returns void
  language plpgsql stable set search_path = pg_catalog, public, app, figures
  as $$
  begin
    if p_team = any (app.team_ids()) and app.has_role('radny', 'lider_gminny', 'lider_powiatowy', 'koordynator_zespolu',
                                                      'rops_koordynator', 'animator', 'audytor') then return; end if;
    raise exception 'figures of this team are not for this actor' using errcode = 'insufficient_privilege';
  end $$;

create function app.team_figures(p_measure text, p_team uuid)
  returns table (col text, shown text)
  language plpgsql stable security definer set search_path = pg_catalog, public, app, figures
  as $$
  #variable_conflict use_column
  begin
    perform figures.demand_team(p_team);
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

create function app.team_waiting_time(p_team uuid) returns table (median int, ninth int)
  language plpgsql stable security definer set search_path = pg_catalog, public, app, figures
  as $$
  #variable_conflict use_column
  begin
    perform figures.demand_team(p_team);
    return query
      select percentile_disc(0.5) within group (order by w.days), percentile_disc(0.9) within group (order by w.days)
      from figures.waits() w where w.team = p_team having count(*) >= 5;
  end $$;
