-- "Who sees what": who coordinates a family may look through the eyes of another institution of its case. The look itself
-- runs under the policies of this file's predecessors with the settings of a person who really works there, in a read-only
-- savepoint; this function only says who that is, and only to the coordinators and the leader of the owner.
create function app.eyes_of(p_case uuid, p_institution uuid, p_role text) returns table (user_id uuid)
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select distinct r.user_id
    from family_case c
    join role_assignment r on r.institution_id = p_institution and r.role::text = p_role
      and r.ended_at is null and r.starts_on <= app.today() and (r.ends_on is null or r.ends_on >= app.today())
    join user_account u on u.id = r.user_id and u.disabled_at is null
    where c.id = p_case and c.owner_institution_id = app.institution_id()
      and app.case_role(c.id, 'koordynator_rodziny', 'koordynator_zespolu', 'lider_gminny')
      and (p_institution = c.owner_institution_id
        or exists (select from case_participant p where p.case_id = c.id and p.institution_id = p_institution
             and p.starts_on <= app.today() and (p.ends_on is null or p.ends_on >= app.today()))
        or exists (select from basket_line l where l.case_id = c.id and l.provider_institution_id = p_institution
             and l.status <> 'draft'))
      and case
        when p_role in ('specjalista', 'asystent_rodziny', 'koordynator_rodziny') then r.case_id = c.id
        when p_role = 'koordynator_zespolu' then r.team_id = c.team_id
        when p_role = 'wykonawca' then exists (select from basket_line l where l.case_id = c.id and l.status <> 'draft'
          and l.provider_institution_id = p_institution and l.responsible_user_id = r.user_id)
        else p_role in ('decydent', 'lider_powiatowy', 'lider_gminny')
      end
  $$;
