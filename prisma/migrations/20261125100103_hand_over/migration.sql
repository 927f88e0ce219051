-- The end of an employment. A house with one user could never end that person, because its heads end everybody's but the
-- own; a ROPS had nobody at all for it. And a hand-over rewrote services that were long finished, and gave an assistant
-- what a social worker of the same gmina may not hold (UWR art. 17 ust. 3).

-- Somebody else heads the house and can come in: invited and arrived, with an authorisation in force.
create function app.has_other_head(p_user uuid, p_institution uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select exists (
      select from role_assignment r join user_account u on u.id = r.user_id and u.disabled_at is null
      where r.institution_id = p_institution and r.user_id <> p_user and r.ended_at is null and r.case_id is null
        and r.starts_on <= app.today() and (r.ends_on is null or r.ends_on >= app.today())
        and r.role in ('lider_gminny', 'lider_powiatowy', 'decydent', 'admin_lokalny', 'rops_koordynator')
        and exists (select from app.contexts(r.user_id) c where c.institution_id = p_institution))
  $$;

-- Who ends an employment: a head of the own institution, the region where nobody else could, never oneself.
create function app.may_end_employment(p_user uuid, p_institution uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select p_user is distinct from app.actor_id() and (
      p_institution = app.institution_id()
        and app.has_role('lider_gminny', 'lider_powiatowy', 'decydent', 'admin_lokalny', 'rops_koordynator')
      or exists (select from institution i where i.id = p_institution
           and i.wojewodztwo_code = any ((select app.my_region_codes('rops_koordynator', 'animator'))::text[]))
         and not app.has_other_head(p_user, p_institution))
  $$;

-- As before, for who may end the employment; the animator's teams are handed over too.
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
          and (r.role in ('koordynator_zespolu', 'lider_gminny', 'lider_powiatowy')
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

-- Why this colleague cannot take this over; null when nothing stands in the way. The same rules as where the thing is
-- given first: case.assign (one person is never social worker and family assistant in one gmina) and line.assign.
create function app.hand_over_refusal(p_user uuid, p_institution uuid, p_kind text, p_team uuid, p_successor uuid) returns text
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select case
      when not app.may_end_employment(p_user, p_institution) then 'forbidden'
      when p_successor is null then null
      when p_successor = p_user or not exists (select from employment e
             where e.user_id = p_successor and e.institution_id = p_institution and e.ends_on is null) then 'choose'
      when p_kind in ('koordynator_rodziny', 'asystent_rodziny') and exists (
             select from role_assignment mine join family_case c on c.id = mine.case_id
               join role_assignment other on other.user_id = p_successor and other.ended_at is null
                 and other.role::text = case p_kind when 'asystent_rodziny' then 'koordynator_rodziny' else 'asystent_rodziny' end
               join family_case oc on oc.id = other.case_id and oc.gmina_code = c.gmina_code
             where mine.user_id = p_user and mine.institution_id = p_institution and mine.role::text = p_kind
               and mine.ended_at is null and c.team_id = p_team) then 'bothRolesInGmina'
      when p_kind = 'line' and not exists (select from role_assignment r
             where r.user_id = p_successor and r.institution_id = p_institution and r.ended_at is null
               and r.role in ('wykonawca', 'specjalista', 'asystent_rodziny', 'decydent')
               and (r.ends_on is null or r.ends_on >= app.today())) then 'cannotDeliver'
    end
  $$;

-- A role of an institution or a team that somebody does not hold there yet.
create function app.take_role(p_user uuid, p_institution uuid, p_role public.role, p_team uuid) returns void
  language sql security definer set search_path = pg_catalog, public, app
  as $$
    insert into role_assignment (user_id, institution_id, role, team_id, starts_on, granted_by_id)
    select p_user, p_institution, p_role, p_team, app.today(), app.actor_id()
    where not exists (select from role_assignment x
      where x.user_id = p_user and x.institution_id = p_institution and x.role = p_role and x.case_id is null
        and x.team_id is not distinct from p_team and x.ended_at is null and (x.ends_on is null or x.ends_on >= app.today()))
  $$;

create or replace function app.hand_over(p_user uuid, p_institution uuid, p_kind text, p_team uuid, p_successor uuid) returns void
  language plpgsql security definer set search_path = pg_catalog, public, app
  as $$
  declare v_moved int;
  begin
    if app.hand_over_refusal(p_user, p_institution, p_kind, p_team, p_successor) is not null then
      raise exception 'hand-over refused' using errcode = 'insufficient_privilege';
    end if;
    if p_kind in ('koordynator_rodziny', 'asystent_rodziny', 'specjalista') then
      with ended as (
        update role_assignment r set ended_at = now() from family_case c
        where c.id = r.case_id and c.team_id = p_team and r.user_id = p_user and r.institution_id = p_institution
          and r.role::text = p_kind and r.ended_at is null
          and c.status not in ('closed', 'rejected', 'redirected', 'archived', 'erased')
        returning r.case_id, r.role)
      insert into role_assignment (user_id, institution_id, role, case_id, starts_on, granted_by_id)
      select p_successor, p_institution, e.role, e.case_id, app.today(), app.actor_id() from ended e
      where p_successor is not null and not exists (select from role_assignment x
        where x.user_id = p_successor and x.case_id = e.case_id and x.role = e.role and x.ended_at is null);
    elsif p_kind in ('koordynator_zespolu', 'lider_gminny', 'lider_powiatowy', 'animator') then
      update role_assignment r set ended_at = now()
        where r.user_id = p_user and r.institution_id = p_institution and r.role::text = p_kind and r.case_id is null
          and r.team_id is not distinct from p_team and r.ended_at is null;
      get diagnostics v_moved = row_count;
      if p_successor is not null and v_moved > 0 then
        perform app.take_role(p_successor, p_institution, p_kind::role, p_team);
      end if;
    elsif p_kind = 'representative' then
      update team_member m set representative_id = p_successor, version = version + 1,
          deputy_id = nullif(m.deputy_id, p_successor)
        where m.representative_id = p_user and m.institution_id = p_institution and m.team_id = p_team and m.left_on is null;
    elsif p_kind = 'deputy' then
      update team_member m set deputy_id = nullif(p_successor, m.representative_id), version = version + 1
        where m.deputy_id = p_user and m.institution_id = p_institution and m.team_id = p_team and m.left_on is null;
    elsif p_kind = 'line' then
      update basket_line l set responsible_user_id = p_successor, version = version + 1
        where l.responsible_user_id = p_user and l.provider_institution_id = p_institution and l.team_id = p_team
          and l.status not in ('draft', 'declined', 'delivered', 'partlyDelivered', 'notDelivered', 'cancelled');
    end if;
    -- a seat without the role of a seat would see nothing of the team (team.nameRepresentatives gives it, too)
    if p_kind in ('representative', 'deputy') and p_successor is not null then
      perform app.take_role(p_successor, p_institution, case when k.gpzk_role = 'bez_danych_osobowych' then 'radny' else 'decydent' end::role, null)
        from institution i join institution_kind k on k.key = i.kind_key where i.id = p_institution;
    end if;
  end $$;

create or replace function app.close_employment(p_user uuid, p_institution uuid, p_ends_on date, p_reason text) returns boolean
  language plpgsql security definer set search_path = pg_catalog, public, app
  as $$
  declare closed int;
  begin
    if not app.may_end_employment(p_user, p_institution) then
      raise exception 'end of employment refused' using errcode = 'insufficient_privilege';
    end if;
    update employment set ends_on = p_ends_on, end_reason = p_reason
      where user_id = p_user and institution_id = p_institution and ends_on is null and starts_on <= p_ends_on;
    get diagnostics closed = row_count;
    if closed = 0 then return false; end if;
    update role_assignment set ended_at = now() where user_id = p_user and institution_id = p_institution and ended_at is null;
    update authorisation set revoked_at = now() where user_id = p_user and institution_id = p_institution and revoked_at is null;
    update invitation set revoked_at = now()
      where user_id = p_user and institution_id = p_institution and used_at is null and revoked_at is null;
    update nk_mark set ends_on = least(coalesce(ends_on, app.today() - 1), app.today() - 1)
      where user_id = p_user and institution_id = p_institution;
    update user_session set revoked_at = now() where user_id = p_user and revoked_at is null
      and (institution_id = p_institution or not exists (select from app.contexts(p_user)));
    return true;
  end $$;
