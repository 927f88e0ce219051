-- A forgotten password: a one-time link to the address of the account, valid for an hour, kept as a hash.
create table password_reset (
  id uuid not null default gen_random_uuid(),
  user_id uuid not null,
  token_hash text not null,
  created_at timestamptz(3) not null default current_timestamp,
  expires_at timestamptz(3) not null,
  used_at timestamptz(3),
  constraint password_reset_pkey primary key (id)
);
create unique index password_reset_token_hash_key on password_reset (token_hash);
create index password_reset_user_id_created_at_idx on password_reset (user_id, created_at);
select app.protect('password_reset');

-- The same as before with one more table that the app's role may not even ask.
create or replace function app.grant_runtime(runtime text) returns void language plpgsql
  as $$
  declare
    t record;
    closed constant text[] := array['_prisma_migrations', 'credential', 'user_session', 'sign_in_attempt', 'password_reset', 'installation'];
    reference constant text[] := array['territory_unit', 'territory_import', 'institution_kind', 'service_type', 'need_type',
      'need_service', 'area_type', 'model_variant', 'dictionary_entry', 'case_grant'];
    append_only constant text[] := array['audit_event', 'case_transition', 'line_transition', 'team_transition', 'duplicate_check'];
    removable constant text[] := array['referral', 'referral_person', 'institution_area', 'team_member', 'team_deadline',
      'consent_scope', 'goal_need', 'plan_line', 'line_beneficiary', 'line_need', 'line_goal'];
  begin
    execute format('grant usage on schema public, app to %I', runtime);
    execute format('revoke all on all tables in schema public from %I', runtime);
    for t in select c.relname from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'v') loop
      continue when t.relname = any (closed);
      execute format('grant select on public.%I to %I', t.relname, runtime);
      continue when t.relname = any (reference);
      execute format('grant insert on public.%I to %I', t.relname, runtime);
      continue when t.relname = any (append_only);
      execute format('grant update on public.%I to %I', t.relname, runtime);
      if t.relname = any (removable) then execute format('grant delete on public.%I to %I', t.relname, runtime); end if;
    end loop;
    execute format('grant execute on all functions in schema app to %I', runtime);
    execute format('revoke execute on function app.grant_runtime(text), app.protect(text) from %I, public', runtime);
  end $$;

-- Asks for a link. Nobody learns whether there is such an account: the answer is the same, and at most three letters an
-- hour go out. A person who never set a password comes in by an invitation.
create function app.ask_password_reset(p_email text, p_token_hash text, p_subject text, p_body text) returns void
  language plpgsql volatile security definer set search_path = pg_catalog, public, app
  as $$
  declare v_user user_account;
  begin
    select u.* into v_user from user_account u join credential c on c.user_id = u.id
      where u.email = lower(trim(p_email)) and u.disabled_at is null;
    if v_user.id is null then return; end if;
    perform pg_advisory_xact_lock(hashtext('password-reset ' || v_user.id));
    if (select count(*) from password_reset r where r.user_id = v_user.id and r.created_at > now() - interval '1 hour') >= 3 then
      return;
    end if;
    insert into password_reset (user_id, token_hash, expires_at) values (v_user.id, p_token_hash, now() + interval '1 hour');
    insert into outgoing_mail (recipient, subject, body) values (v_user.email, p_subject, p_body);
    insert into audit_event (actor_id, action, kind, subject_kind, subject_ids)
      values (v_user.id, 'password.ask', 'write', 'user', array[v_user.id]);
  end $$;

-- Does this link still work?
create function app.password_reset_open(p_token_hash text) returns boolean
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select exists (select from password_reset r join user_account u on u.id = r.user_id and u.disabled_at is null
      where r.token_hash = p_token_hash and r.used_at is null and r.expires_at > now())
  $$;

-- Sets the new password once; every session of the account ends, and every other link of it stops working.
create function app.reset_password(p_token_hash text, p_password_hash text) returns boolean
  language plpgsql volatile security definer set search_path = pg_catalog, public, app
  as $$
  declare v_user uuid;
  begin
    update password_reset r set used_at = now() from user_account u
      where r.token_hash = p_token_hash and r.used_at is null and r.expires_at > now()
        and u.id = r.user_id and u.disabled_at is null
      returning r.user_id into v_user;
    if v_user is null then return false; end if;
    update credential set password_hash = p_password_hash, changed_at = now() where user_id = v_user;
    update password_reset set used_at = now() where user_id = v_user and used_at is null;
    perform app.end_sessions(v_user);
    insert into audit_event (actor_id, action, kind, subject_kind, subject_ids)
      values (v_user, 'password.reset', 'write', 'user', array[v_user]);
    return true;
  end $$;
