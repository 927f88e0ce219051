-- People and roles (domain 3.6): the second lock of who may give which role. lib/people/grantable.ts is the first;
-- tests/integration/people.test.ts holds one against the other.
create function app.may_grant(p_role public.role, p_institution uuid, p_team uuid, p_case uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select case
      when p_role in ('operator', 'ministerstwo') then false
      when p_case is not null then p_role in ('koordynator_rodziny', 'asystent_rodziny', 'specjalista')
        and app.case_role(p_case, 'koordynator_zespolu', 'koordynator_rodziny')
      when p_role = 'koordynator_zespolu' then p_team = any ((select app.managed_team_ids())::uuid[])
      when p_role = 'animator' and p_team is not null then
        p_institution = app.institution_id() and app.has_role('animator', 'rops_koordynator')
      else
        p_institution = app.institution_id() and (
          app.has_role('admin_lokalny')
          or app.has_role('lider_gminny', 'lider_powiatowy') and p_role not in ('rops_koordynator', 'animator', 'ekspert', 'audytor')
          or app.has_role('decydent') and p_role in ('decydent', 'specjalista', 'wykonawca')
          or app.has_role('rops_koordynator') and p_role in ('rops_koordynator', 'animator', 'ekspert', 'admin_lokalny', 'iod'))
        or exists (select from institution i where i.id = p_institution and (
          i.wojewodztwo_code = any ((select app.my_region_codes('rops_koordynator', 'animator'))::text[])
            and p_role in ('decydent', 'radny', 'lider_gminny', 'lider_powiatowy')
          or i.wojewodztwo_code = any ((select app.my_region_codes('rops_koordynator'))::text[]) and p_role = 'admin_lokalny'
          or i.kind_key = 'rops' and p_role = 'admin_lokalny' and app.has_role('operator')))
        or exists (select from team_member m where m.institution_id = p_institution and m.left_on is null and (
          m.team_id = any ((select app.managed_team_ids())::uuid[]) and (
            p_role in ('decydent', 'radny')
            or p_role in ('lider_gminny', 'lider_powiatowy') and m.team_id = p_team
               and app.has_role('rops_koordynator', 'animator', 'lider_gminny', 'lider_powiatowy'))
          or p_role in ('decydent', 'radny', 'specjalista', 'wykonawca') and exists (
               select from app.my_assignments() a where a.team_id = m.team_id and a.role = 'koordynator_zespolu')))
    end
  $$;

drop policy add on role_assignment;
create policy add on role_assignment for insert with check (
  granted_by_id = (select app.actor_id()) and app.may_grant(role, institution_id, team_id, case_id));
drop policy finish on role_assignment;
create policy finish on role_assignment for update using (app.may_grant(role, institution_id, team_id, case_id));

-- Who sets people up at all: nobody else writes an employment, an account, an authorisation or an invitation.
create function app.sets_people_up() returns boolean
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select app.has_role('operator', 'rops_koordynator', 'animator', 'lider_gminny', 'lider_powiatowy',
                        'koordynator_zespolu', 'decydent', 'admin_lokalny')
  $$;
drop policy write_managed on employment;
create policy write_managed on employment for insert with check (
  (select app.sets_people_up()) and institution_id = any ((select app.known_institution_ids())::uuid[]));
drop policy add on user_account;
create policy add on user_account for insert with check (
  created_by_id = (select app.actor_id()) and (select app.sets_people_up()));
drop policy add on authorisation;
create policy add on authorisation for insert with check (
  issued_by_id = (select app.actor_id()) and (select app.sets_people_up())
  and institution_id = any ((select app.known_institution_ids())::uuid[]));
drop policy add on invitation;
create policy add on invitation for insert with check (
  created_by_id = (select app.actor_id()) and (select app.sets_people_up())
  and institution_id = any ((select app.known_institution_ids())::uuid[]));

-- The mark `nk` is given in the own unit only (8.2).
drop policy add on nk_mark;
create policy add on nk_mark for insert with check (
  granted_by_id = (select app.actor_id()) and institution_id = (select app.institution_id())
  and (select app.has_role('lider_gminny')));

-- No work before the named authorisation and the confidentiality statement are acknowledged (UPS art. 100; 8.1 R3):
-- who was invited to an institution works there only after the last invitation was used, also with an account of old.
create or replace function app.contexts(p_user uuid)
  returns table (institution_id uuid, institution_name text, roles text[])
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select i.id, i.name, array_agg(distinct r.role::text order by r.role::text)
    from role_assignment r join institution i on i.id = r.institution_id
    where r.user_id = p_user and r.ended_at is null and r.starts_on <= app.today() and (r.ends_on is null or r.ends_on >= app.today())
      and coalesce((select v.used_at is not null from invitation v
                    where v.user_id = p_user and v.institution_id = i.id order by v.created_at desc limit 1), true)
    group by i.id, i.name order by i.name
  $$;

-- What a person of the own institution answers for, by team: figures for who ends the employment, no case is named.
create function app.holdings(p_user uuid, p_institution uuid)
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
          and r.role in ('koordynator_zespolu', 'lider_gminny', 'lider_powiatowy')
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
    where p_institution = app.institution_id()
      and app.has_role('lider_gminny', 'lider_powiatowy', 'decydent', 'admin_lokalny')
    order by h.kind, t.name
  $$;

-- Hands one kind of thing in one team over to a colleague (null: it only ends). The caller has chosen; this checks
-- that the actor heads the institution and that the colleague works there.
create function app.hand_over(p_user uuid, p_institution uuid, p_kind text, p_team uuid, p_successor uuid) returns void
  language plpgsql security definer set search_path = pg_catalog, public, app
  as $$
  begin
    if p_institution is distinct from app.institution_id()
       or not app.has_role('lider_gminny', 'lider_powiatowy', 'decydent', 'admin_lokalny')
       or p_successor is not distinct from p_user
       or p_successor is not null and not exists (select from employment e
            where e.user_id = p_successor and e.institution_id = p_institution and e.ends_on is null) then
      raise exception 'hand-over refused' using errcode = 'insufficient_privilege';
    end if;
    if p_kind in ('koordynator_rodziny', 'asystent_rodziny', 'specjalista') then
      with ended as (
        update role_assignment r set ended_at = now() from family_case c
        where c.id = r.case_id and c.team_id = p_team and r.user_id = p_user and r.institution_id = p_institution
          and r.role::text = p_kind and r.ended_at is null
        returning r.case_id, r.role)
      insert into role_assignment (user_id, institution_id, role, case_id, starts_on, granted_by_id)
      select p_successor, p_institution, e.role, e.case_id, app.today(), app.actor_id() from ended e
      where p_successor is not null and not exists (select from role_assignment x
        where x.user_id = p_successor and x.case_id = e.case_id and x.role = e.role and x.ended_at is null);
    elsif p_kind in ('koordynator_zespolu', 'lider_gminny', 'lider_powiatowy') then
      update role_assignment r set ended_at = now()
        where r.user_id = p_user and r.institution_id = p_institution and r.role::text = p_kind and r.case_id is null
          and r.team_id is not distinct from p_team and r.ended_at is null;
      if p_successor is not null and not exists (select from role_assignment x
           where x.user_id = p_successor and x.institution_id = p_institution and x.role::text = p_kind
             and x.team_id is not distinct from p_team and x.ended_at is null) then
        insert into role_assignment (user_id, institution_id, role, team_id, starts_on, granted_by_id)
        values (p_successor, p_institution, p_kind::role, p_team, app.today(), app.actor_id());
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
        where l.responsible_user_id = p_user and l.provider_institution_id = p_institution and l.team_id = p_team;
    end if;
  end $$;

-- The end of an employment: roles, authorisation, marks and open invitations end in the same moment, sessions too.
create function app.close_employment(p_user uuid, p_institution uuid, p_ends_on date, p_reason text) returns boolean
  language plpgsql security definer set search_path = pg_catalog, public, app
  as $$
  declare closed int;
  begin
    if p_institution is distinct from app.institution_id() or p_user = app.actor_id()
       or not app.has_role('lider_gminny', 'lider_powiatowy', 'decydent', 'admin_lokalny') then
      raise exception 'end of employment refused' using errcode = 'insufficient_privilege';
    end if;
    update employment set ends_on = p_ends_on, end_reason = p_reason
      where user_id = p_user and institution_id = p_institution and ends_on is null;
    get diagnostics closed = row_count;
    update role_assignment set ended_at = now() where user_id = p_user and institution_id = p_institution and ended_at is null;
    update authorisation set revoked_at = now() where user_id = p_user and institution_id = p_institution and revoked_at is null;
    update invitation set revoked_at = now()
      where user_id = p_user and institution_id = p_institution and used_at is null and revoked_at is null;
    update nk_mark set ends_on = least(coalesce(ends_on, app.today() - 1), app.today() - 1)
      where user_id = p_user and institution_id = p_institution;
    update user_session set revoked_at = now() where user_id = p_user and revoked_at is null
      and (institution_id = p_institution or not exists (select from app.contexts(p_user)));
    return closed = 1;
  end $$;
