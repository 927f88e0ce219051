-- Without JavaScript a form that is sent after the session ended would be lost on the way over the sign-in page. What was
-- typed waits on the row of the ended session, sealed with the installation's key, at most an hour, for the same person
-- in the same institution. The table is closed to the app's role; it has these functions alone.
alter table user_session add column kept_path text, add column kept_sealed text, add column kept_at timestamptz(3);

create function app.forget_kept_forms() returns void
  language sql volatile security definer set search_path = pg_catalog, public, app
  as $$
    update user_session set kept_path = null, kept_sealed = null, kept_at = null where kept_at <= now() - interval '1 hour'
  $$;

-- A session that still lives keeps nothing: its form reaches its command.
create function app.keep_form(p_session uuid, p_path text, p_sealed text) returns boolean
  language sql volatile security definer set search_path = pg_catalog, public, app
  as $$
    with kept as (
      update user_session s set kept_path = p_path, kept_sealed = p_sealed, kept_at = now()
      where s.id = p_session and s.institution_id is not null and length(p_sealed) <= 400000
        and (s.revoked_at is not null or s.last_seen_at <= now() - interval '15 minutes'
             or s.created_at <= now() - interval '12 hours')
      returning s.id)
    select exists (select from kept)
  $$;

-- To a live session of the same person and institution, once.
create function app.take_form(p_session uuid, p_path text) returns text
  language sql volatile security definer set search_path = pg_catalog, public, app
  as $$
    with found as (
      select k.id, k.kept_sealed from user_session s
      join user_session k on k.user_id = s.user_id and k.institution_id = s.institution_id and k.kept_path = p_path
      where s.id = p_session and s.revoked_at is null and s.last_seen_at > now() - interval '15 minutes'
        and s.created_at > now() - interval '12 hours' and k.kept_at > now() - interval '1 hour'
      order by k.kept_at desc limit 1 for update of k
    ), taken as (
      update user_session set kept_path = null, kept_sealed = null, kept_at = null from found where user_session.id = found.id
      returning found.kept_sealed
    )
    select kept_sealed from taken
  $$;
