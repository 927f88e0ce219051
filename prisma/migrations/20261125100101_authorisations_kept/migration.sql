-- A named authorisation holds until its day (UPS art. 100(7); GDPR art. 29, 32(4); domain 8.1 R3). Until now the day was
-- written down and asked by nobody.

-- Institutions to which the actor may invite: the own one of its heads, those of the own region, every ROPS for the
-- operator, and the parties of the teams that the actor runs. Who invites there also sees and repairs the invitations.
create function app.invitable_institution_ids() returns uuid[]
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select coalesce(array_agg(distinct id), '{}') from (
      select app.institution_id() as id where app.has_role('operator', 'rops_koordynator', 'lider_gminny', 'lider_powiatowy',
                                                           'decydent', 'admin_lokalny')
      union all
      select i.id from institution i
        where i.wojewodztwo_code = any ((select app.my_region_codes('rops_koordynator', 'animator'))::text[])
      union all
      select i.id from institution i where i.kind_key = 'rops' and (select app.has_role('operator'))
      union all
      select m.institution_id from team_member m
        where m.left_on is null and m.team_id = any ((select app.managed_team_ids())::uuid[])
    ) invitable where id is not null
  $$;

alter policy read_managed on invitation using (
  created_by_id = (select app.actor_id()) or institution_id = any ((select app.invitable_institution_ids())::uuid[]));
alter policy mend on invitation using (institution_id = any ((select app.invitable_institution_ids())::uuid[]));
alter policy add on invitation with check (
  created_by_id = (select app.actor_id()) and institution_id = any ((select app.invitable_institution_ids())::uuid[]));

-- Nobody authorises oneself, and nobody rewrites an authorisation: a new one is issued, an old one is revoked with the
-- employment. (The person could move the own day before.)
alter policy add on authorisation with check (
  issued_by_id = (select app.actor_id()) and user_id <> (select app.actor_id())
  and institution_id = any ((select app.invitable_institution_ids())::uuid[]));
drop policy mend on authorisation;

create function app.acknowledge_authorisation(p_id uuid) returns boolean
  language sql security definer set search_path = pg_catalog, public, app
  as $$
    with done as (
      update authorisation set acknowledged_at = now(), confidentiality_at = coalesce(confidentiality_at, now())
      where id = p_id and user_id = app.actor_id() and acknowledged_at is null and revoked_at is null returning id)
    select exists (select from done)
  $$;

-- The day after which the person works there no longer; null while an authorisation holds. People laid down with the
-- installation have none and work, as they do without an invitation.
create function app.authorisation_expired_on(p_user uuid, p_institution uuid) returns date
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select case when bool_or(a.valid_to is null or a.valid_to >= app.today()) then null else max(a.valid_to) end
    from authorisation a where a.user_id = p_user and a.institution_id = p_institution and a.revoked_at is null
  $$;

-- Roles rest while the authorisation has expired: in every policy, and in the contexts that a person may choose.
create or replace function app.my_assignments() returns setof public.role_assignment
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select r.* from role_assignment r join user_account u on u.id = r.user_id
    where r.user_id = app.actor_id() and r.institution_id = app.institution_id() and u.disabled_at is null
      and r.ended_at is null and r.starts_on <= app.today() and (r.ends_on is null or r.ends_on >= app.today())
      and (select app.authorisation_expired_on(app.actor_id(), app.institution_id())) is null
  $$;

-- Live roles of a person by institution, with the day on which the authorisation there expired.
create function app.places_of_work(p_user uuid)
  returns table (institution_id uuid, institution_name text, roles text[], expired_on date)
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select i.id, i.name, array_agg(distinct r.role::text order by r.role::text), app.authorisation_expired_on(p_user, i.id)
    from role_assignment r join institution i on i.id = r.institution_id
    where r.user_id = p_user and r.ended_at is null and r.starts_on <= app.today() and (r.ends_on is null or r.ends_on >= app.today())
      and coalesce((select v.used_at is not null from invitation v
                    where v.user_id = p_user and v.institution_id = i.id order by v.created_at desc limit 1), true)
    group by i.id, i.name order by i.name
  $$;
create or replace function app.contexts(p_user uuid)
  returns table (institution_id uuid, institution_name text, roles text[])
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select p.institution_id, p.institution_name, p.roles from app.places_of_work(p_user) p where p.expired_on is null
  $$;

-- Where the person could work but for the authorisation, and who renews it there.
create function app.expired_contexts(p_user uuid)
  returns table (institution_name text, expired_on date, renewers text)
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select p.institution_name, p.expired_on, (
      select string_agg(distinct u.given_name || ' ' || u.family_name, ', ')
      from role_assignment r join user_account u on u.id = r.user_id and u.disabled_at is null
      where r.institution_id = p.institution_id and r.user_id <> p_user and r.ended_at is null and r.case_id is null
        and (r.ends_on is null or r.ends_on >= app.today())
        and r.role in ('admin_lokalny', 'lider_gminny', 'lider_powiatowy', 'decydent')
        and app.authorisation_expired_on(r.user_id, r.institution_id) is null)
    from app.places_of_work(p_user) p where p.expired_on is not null
  $$;

-- The last thirty days: the person and who renews there are told, once a week at most, when the person comes in.
create function app.warn_of_authorisation(p_user uuid) returns void
  language sql security definer set search_path = pg_catalog, public, app
  as $$
    insert into notification (user_id, institution_id, kind)
    select w.user_id, ending.institution_id, w.kind
    from (select a.institution_id from authorisation a where a.user_id = p_user and a.revoked_at is null
          group by a.institution_id
          having bool_and(a.valid_to is not null) and max(a.valid_to) between app.today() and app.today() + 30) ending
    cross join lateral (
      select p_user as user_id, 'authorisation.ending' as kind
      union
      select r.user_id, 'authorisation.endingOther' from role_assignment r
        where r.institution_id = ending.institution_id and r.user_id <> p_user and r.ended_at is null and r.case_id is null
          and (r.ends_on is null or r.ends_on >= app.today())
          and r.role in ('admin_lokalny', 'lider_gminny', 'lider_powiatowy', 'decydent')) w
    where not exists (select from notification n
      where n.user_id = w.user_id and n.institution_id = ending.institution_id and n.kind = w.kind
        and (n.read_at is null or n.created_at > now() - interval '7 days'))
  $$;

create or replace function app.open_session(p_user uuid, p_address text, p_agent text) returns uuid
  language sql security definer set search_path = pg_catalog, public, app
  as $$
    select app.warn_of_authorisation(p_user);
    insert into user_session (user_id, institution_id, address, user_agent)
    values (p_user, (select case when count(*) = 1 then min(c.institution_id::text)::uuid end from app.contexts(p_user) c), p_address, left(p_agent, 300))
    returning id
  $$;
