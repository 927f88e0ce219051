-- Sign-in, sessions, invitations: narrow definer functions. No setting exists that switches the policies off; the
-- tables credential, user_session and sign_in_attempt give the app's role nothing at all.

create function app.user_for_sign_in(p_email text)
  returns table (user_id uuid, password_hash text)
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select u.id, c.password_hash from user_account u join credential c on c.user_id = u.id
    where u.email = lower(btrim(p_email)) and u.disabled_at is null
  $$;

-- Failures of the last 15 minutes by account (since its last success) and by address.
create function app.sign_in_pressure(p_email text, p_address text)
  returns table (by_account int, by_address int, last_failure timestamptz)
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select
      count(*) filter (where email = lower(btrim(p_email)) and not ok and at > coalesce((
        select max(s.at) from sign_in_attempt s where s.email = lower(btrim(p_email)) and s.ok), '-infinity'))::int,
      count(*) filter (where address = p_address and not ok)::int,
      max(at) filter (where email = lower(btrim(p_email)) and not ok)
    from sign_in_attempt
    where at > now() - interval '15 minutes' and (email = lower(btrim(p_email)) or address = p_address)
  $$;

create function app.record_sign_in(p_email text, p_address text, p_ok boolean, p_user uuid) returns void
  language sql security definer set search_path = pg_catalog, public, app
  as $$
    insert into sign_in_attempt (email, address, ok) values (lower(btrim(p_email)), p_address, p_ok);
    insert into audit_event (actor_id, action, kind, reason) values (p_user, 'session.signIn', case when p_ok then 'signIn' else 'denied' end, p_address);
  $$;

-- Working contexts: the institutions in which the person holds a live role.
create function app.contexts(p_user uuid)
  returns table (institution_id uuid, institution_name text, roles text[])
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select i.id, i.name, array_agg(distinct r.role::text order by r.role::text)
    from role_assignment r join institution i on i.id = r.institution_id
    where r.user_id = p_user and r.ended_at is null and r.starts_on <= app.today() and (r.ends_on is null or r.ends_on >= app.today())
    group by i.id, i.name order by i.name
  $$;

create function app.open_session(p_user uuid, p_address text, p_agent text) returns uuid
  language sql security definer set search_path = pg_catalog, public, app
  as $$
    insert into user_session (user_id, institution_id, address, user_agent)
    values (p_user, (select case when count(*) = 1 then min(c.institution_id::text)::uuid end from app.contexts(p_user) c), p_address, left(p_agent, 300))
    returning id
  $$;

-- A live session with its working context, seen now. Ends after 15 idle minutes or 12 hours; revoked at once.
create function app.session(p_session uuid)
  returns table (session_id uuid, user_id uuid, email text, given_name text, family_name text, form_of_address text,
                 institution_id uuid, institution_name text, institution_kind text, wojewodztwo_code text, assignments jsonb)
  language plpgsql security definer set search_path = pg_catalog, public, app
  as $$
  begin
    update user_session s set last_seen_at = now()
      where s.id = p_session and s.revoked_at is null and s.last_seen_at > now() - interval '15 minutes'
        and s.last_seen_at < now() - interval '20 seconds' and s.created_at > now() - interval '12 hours';
    return query
      select s.id, u.id, u.email, u.given_name, u.family_name, u.address, i.id, i.name, i.kind_key, i.wojewodztwo_code,
        coalesce((select jsonb_agg(jsonb_build_object('role', r.role, 'teamId', r.team_id, 'caseId', r.case_id,
                    'wojewodztwoCode', r.wojewodztwo_code, 'endsOn', r.ends_on))
                  from role_assignment r where r.user_id = u.id and r.institution_id = i.id and r.ended_at is null
                    and r.starts_on <= app.today() and (r.ends_on is null or r.ends_on >= app.today())), '[]'::jsonb)
      from user_session s join user_account u on u.id = s.user_id and u.disabled_at is null
      left join institution i on i.id = s.institution_id and i.id in (select c.institution_id from app.contexts(u.id) c)
      where s.id = p_session and s.revoked_at is null and s.last_seen_at > now() - interval '15 minutes'
        and s.created_at > now() - interval '12 hours';
  end $$;

create function app.choose_context(p_session uuid, p_institution uuid) returns boolean
  language sql security definer set search_path = pg_catalog, public, app
  as $$
    with chosen as (
      update user_session s set institution_id = p_institution
      where s.id = p_session and s.revoked_at is null
        and exists (select from app.contexts(s.user_id) c where c.institution_id = p_institution)
      returning s.id)
    select exists (select from chosen)
  $$;

-- Whose session this was, also after its end: the cover of an ended session gives the page back to the same person only.
create function app.session_owner(p_session uuid) returns table (user_id uuid, institution_id uuid)
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$ select s.user_id, s.institution_id from user_session s where s.id = p_session $$;

create function app.end_session(p_session uuid) returns void
  language sql security definer set search_path = pg_catalog, public, app
  as $$ update user_session set revoked_at = now() where id = p_session and revoked_at is null $$;

create function app.end_sessions(p_user uuid) returns int
  language sql security definer set search_path = pg_catalog, public, app
  as $$
    with ended as (update user_session set revoked_at = now() where user_id = p_user and revoked_at is null returning id)
    select count(*)::int from ended
  $$;

-- What an invitation's link shows: who invites, to which institution, with which authorisation. Nothing without the link.
create function app.invitation(p_token_hash text)
  returns table (user_id uuid, email text, given_name text, family_name text, institution_name text, invited_by text,
                 authorisation_scope text, authorisation_to date, expires_at timestamptz, has_password boolean)
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select u.id, u.email, u.given_name, u.family_name, i.name,
           (select b.given_name || ' ' || b.family_name from user_account b where b.id = v.created_by_id),
           a.scope, a.valid_to, v.expires_at, exists (select from credential c where c.user_id = u.id)
    from invitation v join user_account u on u.id = v.user_id and u.disabled_at is null join institution i on i.id = v.institution_id
    left join lateral (select * from authorisation x where x.user_id = u.id and x.institution_id = i.id and x.revoked_at is null
                       order by x.valid_from desc limit 1) a on true
    where v.token_hash = p_token_hash and v.used_at is null and v.revoked_at is null and v.expires_at > now()
  $$;

-- Sets the password (unless one is set already: a second institution invited the same person) and acknowledges the
-- named authorisation and the confidentiality statement (UPS art. 100; GDPR art. 29, 32(4)).
create function app.accept_invitation(p_token_hash text, p_password_hash text) returns uuid
  language plpgsql security definer set search_path = pg_catalog, public, app
  as $$
  declare v invitation;
  begin
    update invitation set used_at = now()
      where token_hash = p_token_hash and used_at is null and revoked_at is null and expires_at > now() returning * into v;
    if v.id is null then return null; end if;
    insert into credential (user_id, password_hash) values (v.user_id, p_password_hash) on conflict (user_id) do nothing;
    update authorisation set acknowledged_at = now(), confidentiality_at = now()
      where user_id = v.user_id and institution_id = v.institution_id and acknowledged_at is null and revoked_at is null;
    insert into audit_event (actor_id, institution_id, action, kind, subject_kind, subject_ids)
      values (v.user_id, v.institution_id, 'invitation.accept', 'write', 'user', array[v.user_id]);
    return v.user_id;
  end $$;

create function app.set_password(p_user uuid, p_password_hash text) returns void
  language sql security definer set search_path = pg_catalog, public, app
  as $$
    insert into credential (user_id, password_hash) values (p_user, p_password_hash)
      on conflict (user_id) do update set password_hash = excluded.password_hash, changed_at = now()
  $$;

-- The local mailbox of the embedded demo; the route that calls it exists only there.
create function app.mailbox() returns setof public.outgoing_mail
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$ select * from outgoing_mail order by created_at desc limit 100 $$;

create function app.unsent_mail() returns setof public.outgoing_mail
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$ select * from outgoing_mail where sent_at is null order by created_at limit 50 $$;

create function app.mark_mail_sent(p_id uuid) returns void
  language sql security definer set search_path = pg_catalog, public, app
  as $$ update outgoing_mail set sent_at = now() where id = p_id $$;

create function app.is_alive() returns boolean language sql stable as $$ select true $$;
