-- Sums of the regions' plans for the ministry: counts of gminas and institutions a voivodeship, never a gmina by name, a note
-- or a reason in words. What the product knows of a gmina is asked in one place for the ROPS and for the country.
create function app.programme_known(p_region text)
  returns table (gmina text, team_id uuid, status text, agreement_on date, agreement_to date, family_month date, steady_on date)
  language sql stable security invoker set search_path = pg_catalog, public, app
  as $$
    with best as (
      select distinct on (t.gmina_code) t.*
      from team t
      where (p_region is null or t.wojewodztwo_code = p_region) and t.status <> 'dissolved'
      order by t.gmina_code, array_position(array['active', 'suspended', 'agreement', 'initiated'], t.status::text), t.id
    ), signed as (
      select b.id, s.signed_on from best b
      cross join lateral (
        select m.signed_on, row_number() over (order by m.signed_on, m.id) as place, count(*) over () as founders
        from team_member m where m.team_id = b.id and m.founding) s
      where s.signed_on is not null and s.place = least(coalesce(b.minimum_signatures, s.founders), s.founders)
    ), families as (
      select c.gmina_code, date_trunc('month', min(c.consent_on))::date as month
      from family_case c join best b on b.gmina_code = c.gmina_code
      where c.consent_on <= app.today() group by c.gmina_code
    )
    select b.gmina_code, b.id, b.status::text, coalesce(s.signed_on, b.activated_on), b.agreement_to, f.month,
      case when b.status = 'active' and f.month is not null and b.activated_on is not null
                and (greatest(f.month, b.activated_on) + interval '6 months')::date <= app.today()
           then (greatest(f.month, b.activated_on) + interval '6 months')::date end
    from best b left join signed s on s.id = b.id left join families f on f.gmina_code = b.gmina_code
  $$;
create or replace function app.programme_gminas(p_region text)
  returns table (gmina text, team_id uuid, status text, agreement_on date, agreement_to date, family_month date, steady_on date)
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select k.* from app.programme_known(p_region) k
    where p_region = any ((select app.my_region_codes('rops_koordynator', 'animator'))::text[])
  $$;

-- A gmina reached a stage when this one or a later one took place; it is late when a planned day has gone by for a stage
-- after the last that took place (decision 0024).
create function app.country_programme()
  returns table (region text, planned int, talk int, presentation int, agreement int, family int, steady int, late int,
                 invited int, agreed int, legal int, financial int, competence int, logistics int, other int)
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    with allowed as (
      select where (select app.has_role('ministerstwo'))
    ), days as (
      select p.wojewodztwo_code as region,
        array[p.talk_planned_on, p.presentation_planned_on, p.agreement_planned_on, p.family_planned_on, p.steady_planned_on] as planned,
        case when k.steady_on is not null then 5 when k.family_month is not null then 4 when k.agreement_on is not null then 3
             when p.presentation_done_on is not null then 2 when p.talk_done_on is not null then 1 else 0 end as reached
      from allowed, gmina_plan p left join app.programme_known(null) k on k.gmina = p.gmina_code
      where p.dropped_on is null
    ), plans as (
      select d.region, count(*)::int as planned, count(*) filter (where reached >= 1)::int as talk,
        count(*) filter (where reached >= 2)::int as presentation, count(*) filter (where reached >= 3)::int as agreement,
        count(*) filter (where reached >= 4)::int as family, count(*) filter (where reached >= 5)::int as steady,
        count(*) filter (where exists (select from unnest(d.planned) with ordinality s (on_day, place)
          where s.place > d.reached and s.on_day < app.today()))::int as late
      from days d group by d.region
    ), answers as (
      select r.wojewodztwo_code as region, count(*)::int as invited, count(*) filter (where r.status = 'agreed')::int as agreed,
        count(*) filter (where r.reason = 'legal')::int as legal, count(*) filter (where r.reason = 'financial')::int as financial,
        count(*) filter (where r.reason = 'competence')::int as competence,
        count(*) filter (where r.reason = 'logistics')::int as logistics, count(*) filter (where r.reason = 'other')::int as other
      from allowed, recruitment r where r.ended_on is null group by r.wojewodztwo_code
    )
    select region, coalesce(p.planned, 0), coalesce(p.talk, 0), coalesce(p.presentation, 0), coalesce(p.agreement, 0),
      coalesce(p.family, 0), coalesce(p.steady, 0), coalesce(p.late, 0), coalesce(a.invited, 0), coalesce(a.agreed, 0),
      coalesce(a.legal, 0), coalesce(a.financial, 0), coalesce(a.competence, 0), coalesce(a.logistics, 0), coalesce(a.other, 0)
    from plans p full join answers a using (region)
    order by region
  $$;
