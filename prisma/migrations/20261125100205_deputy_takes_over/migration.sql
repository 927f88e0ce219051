-- Who takes the team's coordination over may have been its deputy until a day: that ends, or the team would be without a
-- coordinator on that day. Everything else as before.
create or replace function app.take_role(p_user uuid, p_institution uuid, p_role public.role, p_team uuid) returns void
  language sql security definer set search_path = pg_catalog, public, app
  as $$
    update role_assignment x set ended_at = now()
    where p_role = 'koordynator_zespolu' and x.user_id = p_user and x.institution_id = p_institution and x.role = p_role
      and x.team_id = p_team and x.ends_on is not null and x.ended_at is null;
    insert into role_assignment (user_id, institution_id, role, team_id, starts_on, granted_by_id)
    select p_user, p_institution, p_role, p_team, app.today(), app.actor_id()
    where not exists (select from role_assignment x
      where x.user_id = p_user and x.institution_id = p_institution and x.role = p_role and x.case_id is null
        and x.team_id is not distinct from p_team and x.ended_at is null and (x.ends_on is null or x.ends_on >= app.today()))
  $$;
