-- A partner without an account answers one line of a basket by a one-time link and a code told by telephone (domain 4.3). The
-- letter holds the link alone; the code, five tries and the address's own limit stand before anything is shown.

create table line_link (
  id uuid not null default gen_random_uuid() constraint line_link_pkey primary key,
  line_id uuid not null,
  case_id uuid not null,
  team_id uuid not null,
  owner_institution_id uuid not null,
  recipient text not null,
  sent_by_id uuid not null,
  sent_at timestamptz(3) not null default current_timestamp,
  expires_at timestamptz(3) not null,
  opened_at timestamptz(3),
  ended_at timestamptz(3),
  ended_why text check (ended_why in ('answered', 'takenBack', 'replaced', 'tries', 'moved', 'closed')),
  constraint ended_for_a_reason check ((ended_at is null) = (ended_why is null))
);
create index line_link_line_id_sent_at_idx on line_link (line_id, sent_at);
create index line_link_case_id_idx on line_link (case_id);
create index line_link_team_id_idx on line_link (team_id);
create unique index one_live_link on line_link (line_id) where ended_at is null;
select app.protect('line_link');
-- Where it went and what became of it, for the owner's people who plan the basket; nobody writes it past the functions below.
create policy read_owner on line_link for select using (
  owner_institution_id = (select app.institution_id())
  and app.case_role(case_id, 'koordynator_rodziny', 'asystent_rodziny', 'koordynator_zespolu', 'lider_gminny'));

-- Hashes, of which the app's role may not even ask.
create table line_link_secret (
  link_id uuid not null constraint line_link_secret_pkey primary key,
  token_hash text not null,
  code_hash text not null,
  tries integer not null default 0,
  pass_hash text,
  pass_until timestamptz(3)
);
create unique index line_link_secret_token_hash_key on line_link_secret (token_hash);
select app.protect('line_link_secret');

-- Who answered without an account stands by the name and function that they gave.
alter table line_transition alter column actor_id drop not null;
alter table line_transition add column by_name text;
alter table line_transition add column by_function text;
alter table line_transition add constraint done_by_somebody
  check ((actor_id is null) = (by_name is not null) and (by_name is null) = (by_function is null));

-- May this line be answered from outside: it waits, the case runs, and what its provider would see is open to the provider.
-- The same conditions as of app.provider_line_ids_now(), for no person; the owner's own unit answers with an account.
create function app.line_answerable(p_line uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select exists (
      select from basket_line l join family_case c on c.id = l.case_id
      where l.id = p_line and l.status in ('proposed', 'waitingList')
        and l.provider_institution_id <> l.owner_institution_id
        and (l.carried_on is not null or c.status not in ('rejected', 'redirected', 'closed', 'archived', 'erased'))
        and app.case_open(l.provider_institution_id, l.case_id)
        and (not exists (select from line_beneficiary b where b.line_id = l.id)
               and app.granted(l.provider_institution_id, l.case_id, null, l.category)
             or exists (select from line_beneficiary b where b.line_id = l.id
                        and app.person_granted(l.provider_institution_id, l.case_id, b.person_id, l.category))))
  $$;

-- A live link that was proved within the half hour, or nothing.
create function app.proved_link(p_token_hash text, p_pass_hash text) returns line_link
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select k.* from line_link_secret s join line_link k on k.id = s.link_id
    where s.token_hash = p_token_hash and s.pass_hash = p_pass_hash and s.pass_until > now()
      and k.ended_at is null and k.expires_at > now() and app.line_answerable(k.line_id)
  $$;

-- As before; two more tables: one closed, one written by its functions alone. What is asked by those functions inside is
-- not for the app to ask.
create or replace function app.grant_runtime(runtime text) returns void language plpgsql
  as $$
  declare
    t record;
    closed constant text[] := array['_prisma_migrations', 'credential', 'user_session', 'sign_in_attempt', 'password_reset', 'installation',
      'line_link_secret'];
    reference constant text[] := array['territory_unit', 'territory_import', 'institution_kind', 'service_type', 'need_type',
      'need_service', 'area_type', 'model_variant', 'dictionary_entry', 'case_grant', 'line_link'];
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
    execute format('revoke execute on function app.grant_runtime(text), app.protect(text), app.line_answerable(uuid), app.proved_link(text, text) from %I, public', runtime);
  end $$;

-- Sends a link for a line that nobody of the institution could answer; an earlier one dies. At most five a day and line.
create function app.send_line_link(p_line uuid, p_recipient text, p_token_hash text, p_code_hash text, p_subject text, p_body text)
  returns text language plpgsql volatile security definer set search_path = pg_catalog, public, app
  as $$
  declare line basket_line; v_link uuid;
  begin
    select * into line from basket_line l where l.id = p_line for update;
    if line.id is null or line.owner_institution_id is distinct from app.institution_id()
       or not app.case_role(line.case_id, 'koordynator_rodziny', 'asystent_rodziny') then
      raise exception 'not of this case' using errcode = '42501';
    end if;
    if not app.line_answerable(line.id) then return 'closed'; end if;
    if app.somebody_answers(line.provider_institution_id, line.responsible_user_id, line.owner_institution_id) then return 'somebody'; end if;
    if (select count(*) from line_link k where k.line_id = p_line and k.sent_at > now() - interval '1 day') >= 5 then return 'often'; end if;
    update line_link set ended_at = now(), ended_why = 'replaced' where line_id = p_line and ended_at is null;
    insert into line_link (line_id, case_id, team_id, owner_institution_id, recipient, sent_by_id, expires_at)
      values (line.id, line.case_id, line.team_id, line.owner_institution_id, p_recipient, app.actor_id(), now() + interval '7 days')
      returning id into v_link;
    insert into line_link_secret (link_id, token_hash, code_hash) values (v_link, p_token_hash, p_code_hash);
    insert into outgoing_mail (recipient, subject, body) values (p_recipient, p_subject, p_body);
    return 'sent';
  end $$;

create function app.take_back_line_link(p_line uuid) returns boolean
  language plpgsql volatile security definer set search_path = pg_catalog, public, app
  as $$
  begin
    update line_link k set ended_at = now(), ended_why = 'takenBack'
      where k.line_id = p_line and k.ended_at is null and k.owner_institution_id = app.institution_id()
        and app.case_role(k.case_id, 'koordynator_rodziny', 'asystent_rodziny');
    return found;
  end $$;

-- The code against the link. Whatever is wrong (no such link, a dead one, another code) is answered alike; the address and
-- the link are counted as at sign-in; the fifth wrong code ends the link and the coordinator is told.
create function app.prove_line_link(p_token_hash text, p_code_hash text, p_pass_hash text, p_address text) returns text
  language plpgsql volatile security definer set search_path = pg_catalog, public, app
  as $$
  declare v_try uuid; s line_link_secret; k line_link;
  begin
    select r.attempt_id into v_try from app.reserve_sign_in('link ' || left(p_token_hash, 32), p_address) r;
    if v_try is null then return 'limited'; end if;
    select * into s from line_link_secret where token_hash = p_token_hash for update;
    if s.link_id is null then return 'wrong'; end if;
    select * into k from line_link where id = s.link_id;
    if k.ended_at is not null or k.expires_at <= now() or not app.line_answerable(k.line_id) then return 'wrong'; end if;
    if s.code_hash <> p_code_hash then
      update line_link_secret set tries = tries + 1 where link_id = k.id;
      if s.tries + 1 >= 5 then
        update line_link set ended_at = now(), ended_why = 'tries' where id = k.id;
        insert into notification (user_id, institution_id, kind, team_id, case_id, line_id)
          select h.user_id, h.institution_id, 'line.linkBlocked', k.team_id, k.case_id, k.line_id
          from app.case_hearers(k.case_id, 'koordynator_rodziny') h;
      end if;
      return 'wrong';
    end if;
    update line_link_secret set pass_hash = p_pass_hash, pass_until = now() + interval '30 minutes' where link_id = k.id;
    update line_link set opened_at = coalesce(opened_at, now()) where id = k.id;
    update sign_in_attempt set ok = true where id = v_try;
    return 'ok';
  end $$;

-- The one line, as its provider would see it: a name only where the basic data of the person are open to the institution.
create function app.line_by_link(p_token_hash text, p_pass_hash text) returns jsonb
  language plpgsql volatile security definer set search_path = pg_catalog, public, app
  as $$
  declare k line_link; l basket_line; answer jsonb;
  begin
    k := app.proved_link(p_token_hash, p_pass_hash);
    if k.id is null then return null; end if;
    select * into l from basket_line where id = k.line_id;
    insert into audit_event (institution_id, action, kind, subject_kind, subject_ids, team_id, case_id, owner_institution_id)
      values (l.provider_institution_id, 'line.readByLink', 'read', 'line', array[l.id], l.team_id, l.case_id, l.owner_institution_id);
    select jsonb_build_object(
        'version', l.version, 'status', l.status, 'service', s.name_pl, 'title', l.title, 'scope', l.scope, 'place', l.place,
        'startsOn', l.starts_on, 'endsOn', l.ends_on, 'frequency', l.frequency, 'quantity', (l.quantity * 100)::int,
        'unit', coalesce(l.unit, s.unit), 'weekday', l.weekday, 'atTime', l.at_time, 'answerDueOn', l.answer_due_on,
        'requiresDecision', s.requires_decision, 'institution', i.name,
        'persons', coalesce((select jsonb_agg(p.given_name || ' ' || p.family_name order by p.name_folded)
          from line_beneficiary b join person p on p.id = b.person_id
          where b.line_id = l.id and app.person_granted(l.provider_institution_id, l.case_id, b.person_id, 'PODSTAWOWE')), '[]'),
        'hidden', (select count(*) from line_beneficiary b
          where b.line_id = l.id and not app.person_granted(l.provider_institution_id, l.case_id, b.person_id, 'PODSTAWOWE')),
        'family', case when not exists (select from line_beneficiary b where b.line_id = l.id)
            and app.granted(l.provider_institution_id, l.case_id, null, 'PODSTAWOWE')
          then (select f.label from family_case c join family f on f.id = c.family_id where c.id = l.case_id) end,
        'asker', (select jsonb_build_object('name', u.given_name || ' ' || u.family_name, 'institution', o.name,
            'phone', coalesce(u.phone, o.phone))
          from user_account u, institution o
          where o.id = l.owner_institution_id and u.id = coalesce(
            (select h.user_id from app.case_hearers(l.case_id, 'koordynator_rodziny') h limit 1), k.sent_by_id)))
      into answer
      from service_type s, institution i where s.key = l.service_key and i.id = l.provider_institution_id;
    return answer;
  end $$;

-- One answer: the step that the machine of lib/baskets/state.ts allows from the status that was seen, on the version that was
-- seen. Of two answers at once, by link or by account, the second finds another version and changes nothing.
create function app.answer_by_link(p_token_hash text, p_pass_hash text, p_version int, p_from text, p_to text,
    p_reason text, p_note text, p_name text, p_function text) returns text
  language plpgsql volatile security definer set search_path = pg_catalog, public, app
  as $$
  declare k line_link; l basket_line; waiting plan;
  begin
    perform from line_link_secret s where s.token_hash = p_token_hash for update;
    k := app.proved_link(p_token_hash, p_pass_hash);
    if k.id is null then return 'gone'; end if;
    if p_from || ' ' || p_to not in ('proposed accepted', 'proposed declined', 'proposed waitingList', 'waitingList accepted', 'waitingList declined')
       or (p_to = 'declined') <> (p_reason is not null) or coalesce(btrim(p_name), '') = '' or coalesce(btrim(p_function), '') = '' then
      raise exception 'no such answer' using errcode = '42501';
    end if;
    update basket_line set status = p_to::line_status, status_since = app.today(), version = version + 1, updated_at = now(),
        answered_at = now(), answered_by_id = null, decline_reason_key = coalesce(p_reason, decline_reason_key),
        answer_note = case when p_to = 'accepted' then null else p_note end,
        waiting_since = case when p_to = 'waitingList' then app.today() else waiting_since end
      where id = k.line_id and status = p_from::line_status and version = p_version returning * into l;
    if not found then return 'changed'; end if;
    update line_link set ended_why = 'answered' where id = k.id;
    insert into line_transition (line_id, case_id, team_id, from_status, to_status, actor_id, institution_id, reason_key, note, by_name, by_function)
      values (l.id, l.case_id, l.team_id, p_from::line_status, l.status, null, l.provider_institution_id, p_reason, p_note, p_name, p_function);
    insert into audit_event (institution_id, action, kind, subject_kind, subject_ids, team_id, case_id, owner_institution_id, reason)
      values (l.provider_institution_id, 'line.answerByLink', 'write', 'line', array[l.id], l.team_id, l.case_id, l.owner_institution_id,
        p_name || ', ' || p_function);
    insert into notification (user_id, institution_id, kind, team_id, case_id, line_id)
      select h.user_id, h.institution_id,
        case l.status when 'declined' then 'line.declined' when 'waitingList' then 'line.waiting' else 'line.answered' end,
        l.team_id, l.case_id, l.id
      from app.case_hearers(l.case_id, 'koordynator_rodziny') h;

    -- row 8b, as app.return_plan_after_refusal does for an account; on record as what the sender of the link brought back
    select p.* into waiting from plan p join plan_line pl on pl.plan_id = p.id and pl.line_id = l.id
      join family_case c on c.id = p.case_id
      where l.status = 'declined' and p.case_id = l.case_id and p.status = 'approval' and c.status = 'planApproval';
    if found then
      update family_case set status = 'planning', status_since = app.today(), due_on = null,
          version = version + 1, updated_at = now() where id = l.case_id;
      update plan set status = 'draft', family_signed_on = null, family_signed_by = null, coordinator_signed_on = null,
          version = version + 1, updated_at = now() where id = waiting.id;
      insert into case_transition (case_id, team_id, from_status, to_status, actor_id, institution_id, reason_key)
        values (l.case_id, l.team_id, 'planApproval', 'planning', k.sent_by_id, l.owner_institution_id, 'provider_declined');
      insert into notification (user_id, institution_id, kind, team_id, case_id)
        select h.user_id, h.institution_id, 'plan.returned', l.team_id, l.case_id
        from app.case_hearers(l.case_id, 'koordynator_rodziny', 'koordynator_zespolu') h
        where not exists (select from notification n where n.user_id = h.user_id and n.case_id = l.case_id
          and n.kind = 'plan.returned' and n.read_at is null);
    end if;

    -- the last answer may be all that a plan waited for (app.tell_plan_ready)
    insert into notification (user_id, institution_id, kind, team_id, case_id)
      select h.user_id, h.institution_id, 'plan.ready', l.team_id, l.case_id
      from app.case_hearers(l.case_id, 'koordynator_zespolu') h
      where exists (select from plan p join family_case c on c.id = p.case_id
          where p.case_id = l.case_id and c.status = 'planApproval' and p.status = 'approval' and p.family_signed_on is not null
            and not exists (select from plan_line pl join basket_line o on o.id = pl.line_id
              where pl.plan_id = p.id and o.status in ('draft', 'proposed', 'counterProposed', 'declined')))
        and not exists (select from notification n where n.user_id = h.user_id and n.case_id = l.case_id
          and n.kind = 'plan.ready' and n.read_at is null);
    return 'done';
  end $$;

-- A line that moved, whoever moved it, is no longer asked by an old link.
create function app.end_links_of_line() returns trigger
  language plpgsql volatile security definer set search_path = pg_catalog, public, app
  as $$
  begin
    update line_link set ended_at = now(), ended_why = 'moved' where line_id = new.id and ended_at is null;
    return new;
  end $$;
create trigger end_links after update of status on basket_line
  for each row when (old.status is distinct from new.status) execute function app.end_links_of_line();

-- A withdrawal ends the link for good: a consent given later does not wake it. At the end of the transaction, because a
-- consent that replaces another ends the old grants first.
create function app.end_links_of_grant() returns trigger
  language plpgsql volatile security definer set search_path = pg_catalog, public, app
  as $$
  begin
    update line_link k set ended_at = now(), ended_why = 'closed'
      where k.case_id = new.case_id and k.ended_at is null and not app.line_answerable(k.line_id);
    return null;
  end $$;
create constraint trigger end_links after update on case_grant deferrable initially deferred
  for each row when (old.ended_at is null and new.ended_at is not null) execute function app.end_links_of_grant();

-- An address and hashes are of no use to anybody once the case is destroyed.
create function app.destroy_line_links() returns trigger
  language plpgsql volatile security definer set search_path = pg_catalog, public, app
  as $$
  begin
    if new.status = 'erased' and old.status <> 'erased' then
      delete from line_link_secret s using line_link k where k.id = s.link_id and k.case_id = new.id;
      delete from line_link where case_id = new.id;
    end if;
    return new;
  end $$;
create trigger destroy_line_links after update of status on family_case
  for each row execute function app.destroy_line_links();

-- As before; with what was looked at and answered by a link, under the name that was given there.
create or replace function app.family_ledger(p_case uuid) returns table (
    month date, institution_id uuid, institution text, actor_id uuid, person text, roles text[], action text, kind text,
    n bigint, last_at timestamptz)
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    with asked as (
      select c.id, c.team_id from family_case c
      where c.id = p_case and c.owner_institution_id = app.institution_id()
        and app.case_role(c.id, 'koordynator_rodziny', 'lider_gminny', 'audytor')
    ), subjects as (
      select array_agg(s.id) as ids from (
        select id from asked
        union all select p.person_id from case_person p join asked a on a.id = p.case_id
        union all select l.id from basket_line l join asked a on a.id = l.case_id
        union all select k.id from consent k join asked a on a.id = k.case_id
        union all select r.id from referral r join asked a on a.id = r.case_id
        union all select o.id from consultation o join asked a on a.id = o.case_id
      ) s
    ), found as (
      select e.at, e.actor_id, e.institution_id, e.action, e.kind,
        case when e.actor_id is null then e.reason end as by_link from audit_event e
      where (e.case_id in (select id from asked) or e.subject_ids && (select ids from subjects))
        and e.kind in ('read', 'write') and e.action <> 'case.flagNk' and (e.actor_id is not null or e.action in ('line.readByLink', 'line.answerByLink'))
    ), counted as (
      select date_trunc('month', f.at at time zone 'Europe/Warsaw')::date as month, f.institution_id, f.actor_id,
             f.action, f.kind, f.by_link, count(*) as n, max(f.at) as last_at
      from found f group by 1, 2, 3, 4, 5, 6
    )
    select k.month, k.institution_id, i.name, k.actor_id, coalesce(u.given_name || ' ' || u.family_name, k.by_link),
           coalesce((select array_agg(distinct r.role::text) from role_assignment r cross join asked a
             where r.user_id = k.actor_id and r.institution_id = k.institution_id
               and r.starts_on <= k.last_at::date and (r.ended_at is null or r.ended_at >= k.month)
               and (r.case_id is null or r.case_id = a.id) and (r.team_id is null or r.team_id = a.team_id)), '{}'),
           k.action, k.kind, k.n, k.last_at
    from counted k left join institution i on i.id = k.institution_id left join user_account u on u.id = k.actor_id
    order by k.month, i.name, u.family_name, k.action
  $$;
