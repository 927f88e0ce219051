-- A deputy of the team's coordinator is named until a day: whoever leaves earlier leaves the coordinator in place, so
-- nothing is handed over; handed on, the dated role would have made a second coordinator without an end.
create or replace function app.holdings(p_user uuid, p_institution uuid)
  returns table (kind text, team_id uuid, team_name text, things int)
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select h.kind, h.team_id, t.name, h.things from (
      select r.role::text as kind, c.team_id, count(*)::int as things
        from role_assignment r join family_case c on c.id = r.case_id
        where r.user_id = p_user and r.institution_id = p_institution and r.ended_at is null
          and c.status not in ('closed', 'rejected', 'redirected', 'archived', 'erased')
        group by 1, 2
      union all
      select r.role::text, r.team_id, 1 from role_assignment r
        where r.user_id = p_user and r.institution_id = p_institution and r.ended_at is null and r.case_id is null
          and (r.role in ('lider_gminny', 'lider_powiatowy')
               or r.role = 'koordynator_zespolu' and r.ends_on is null
               or r.role = 'animator' and exists (select from team x where x.id = r.team_id and x.status <> 'dissolved'))
      union all
      select 'representative', m.team_id, 1 from team_member m
        where m.representative_id = p_user and m.institution_id = p_institution and m.left_on is null
      union all
      select 'deputy', m.team_id, 1 from team_member m
        where m.deputy_id = p_user and m.institution_id = p_institution and m.left_on is null
      union all
      select 'line', l.team_id, count(*)::int from basket_line l
        where l.responsible_user_id = p_user and l.provider_institution_id = p_institution
          and l.status not in ('draft', 'declined', 'delivered', 'partlyDelivered', 'notDelivered', 'cancelled')
        group by 2
    ) h left join team t on t.id = h.team_id
    where app.may_end_employment(p_user, p_institution)
    order by h.kind, t.name
  $$;
