-- What a voivodeship passes on to its teams: no table here holds a person served or a case. First its school: events with
-- places, a waiting list in the order of signing up, attendance and certificates.

-- Voivodeships whose programme the actor takes part in; none for the platform's operator and for the ministry.
create function app.knowledge_regions() returns text[]
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select coalesce(array_agg(distinct coalesce(a.wojewodztwo_code, i.wojewodztwo_code)), '{}')
    from app.my_assignments() a join institution i on i.id = a.institution_id
    where a.role not in ('operator', 'ministerstwo')
  $$;

-- Voivodeships whose programme the actor keeps.
create function app.knowledge_keeps() returns text[]
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$ select app.my_region_codes('rops_koordynator', 'animator') $$;

-- What a row is about never changes: the columns named by the trigger.
create function app.keep_columns() returns trigger language plpgsql set search_path = pg_catalog, public, app
  as $$
  declare c text;
  begin
    foreach c in array tg_argv loop
      if to_jsonb(new) -> c is distinct from to_jsonb(old) -> c then
        raise exception '% of % never changes', c, tg_table_name using errcode = '42501';
      end if;
    end loop;
    return new;
  end $$;

create table school_event (
  id uuid not null default gen_random_uuid() constraint school_event_pkey primary key,
  wojewodztwo_code text not null,
  kind text not null check (kind in ('school', 'dissemination')),
  title text not null,
  title_folded text not null,
  programme text not null,
  place text,
  link text,
  starts_on date not null,
  ends_on date not null,
  starts_at text,
  places integer not null check (places > 0),
  cancelled_on date,
  cancel_reason text,
  institution_id uuid not null,
  created_by_id uuid not null,
  created_at timestamptz(3) not null default current_timestamp,
  updated_at timestamptz(3) not null default current_timestamp,
  version integer not null default 1,
  constraint event_is_somewhere check (place is not null or link is not null),
  constraint event_ends_after_start check (ends_on >= starts_on),
  constraint event_cancelled_with_reason check ((cancelled_on is null) = (cancel_reason is null))
);
create index school_event_wojewodztwo_code_starts_on_idx on school_event (wojewodztwo_code, starts_on);

create table school_entry (
  id uuid not null default gen_random_uuid() constraint school_entry_pkey primary key,
  event_id uuid not null constraint school_entry_event_id_fkey references school_event (id) on delete restrict,
  wojewodztwo_code text not null,
  user_id uuid not null,
  institution_id uuid not null,
  signed_by_id uuid not null,
  queue_no integer not null,
  state text not null check (state in ('signed', 'waiting', 'off')),
  signed_at timestamptz(3) not null default current_timestamp,
  off_at timestamptz(3),
  attended boolean,
  certificate_number text,
  certified_on date,
  constraint attended_who_had_a_place check (attended is null or state = 'signed'),
  constraint certified_on_a_day check ((certificate_number is null) = (certified_on is null))
);
create unique index school_entry_event_id_queue_no_key on school_entry (event_id, queue_no);
create unique index school_entry_certificate_number_key on school_entry (certificate_number);
create unique index one_live_entry on school_entry (event_id, user_id) where state <> 'off';
create index school_entry_wojewodztwo_code_idx on school_entry (wojewodztwo_code);
create index school_entry_user_id_idx on school_entry (user_id);
create index school_entry_institution_id_idx on school_entry (institution_id);

create table school_material (
  id uuid not null default gen_random_uuid() constraint school_material_pkey primary key,
  event_id uuid not null constraint school_material_event_id_fkey references school_event (id) on delete restrict,
  wojewodztwo_code text not null,
  title text not null,
  link text not null,
  added_by_id uuid not null,
  added_at timestamptz(3) not null default current_timestamp,
  removed_at timestamptz(3)
);
create index school_material_event_id_idx on school_material (event_id);

select app.protect(t) from unnest(array['school_event', 'school_entry', 'school_material']) t;

create policy read_region on school_event for select using (
  wojewodztwo_code = any ((select app.knowledge_regions())::text[]));
create policy add on school_event for insert with check (
  wojewodztwo_code = any ((select app.knowledge_keeps())::text[])
  and institution_id = (select app.institution_id()) and created_by_id = (select app.actor_id()) and cancelled_on is null);
create policy mend on school_event for update using (
  wojewodztwo_code = any ((select app.knowledge_keeps())::text[]));
create trigger keep_event before update on school_event for each row
  execute function app.keep_columns('id', 'wojewodztwo_code', 'institution_id', 'created_by_id', 'created_at');

-- Names of who comes are for who comes, for the heads of the own house, and for who keeps the school. Nobody inserts here:
-- places are given by the functions below, one sign-up after the other.
create policy read_own on school_entry for select using (
  institution_id = (select app.institution_id())
    and (user_id = (select app.actor_id())
         or (select app.has_role('lider_gminny', 'lider_powiatowy', 'decydent', 'admin_lokalny')))
  or wojewodztwo_code = any ((select app.knowledge_keeps())::text[]));
create policy note_attendance on school_entry for update using (
  wojewodztwo_code = any ((select app.knowledge_keeps())::text[]));
create trigger keep_entry before update on school_entry for each row
  execute function app.keep_columns('id', 'event_id', 'wojewodztwo_code', 'user_id', 'institution_id', 'signed_by_id', 'queue_no');

create policy read_with_event on school_material for select using (
  wojewodztwo_code = any ((select app.knowledge_regions())::text[]));
create policy add on school_material for insert with check (
  wojewodztwo_code = any ((select app.knowledge_keeps())::text[]) and added_by_id = (select app.actor_id())
  and exists (select from school_event e where e.id = event_id and e.wojewodztwo_code = school_material.wojewodztwo_code));
create policy take_away on school_material for update using (
  wojewodztwo_code = any ((select app.knowledge_keeps())::text[]));

-- How many places are taken, how many people wait, and the own place in the line: numbers without names.
create function app.school_counts(p_events uuid[]) returns table (event_id uuid, signed integer, waiting integer, own integer)
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select n.event_id, count(*) filter (where n.state = 'signed')::int, count(*) filter (where n.state = 'waiting')::int,
      count(*) filter (where n.state = 'waiting' and n.queue_no <= (select o.queue_no from school_entry o
        where o.event_id = n.event_id and o.user_id = app.actor_id() and o.state = 'waiting'))::int
    from school_entry n
    where n.event_id = any (p_events) and n.wojewodztwo_code = any ((select app.knowledge_regions())::text[])
    group by n.event_id
  $$;

-- Free places go to who waits longest, and each is told. Harmless to ask: it only does what is due.
create function app.fill_event(p_event uuid) returns integer
  language plpgsql volatile security definer set search_path = pg_catalog, public, app
  as $$
  declare e school_event; n school_entry; v_taken integer; v_moved integer := 0;
  begin
    select * into e from school_event where id = p_event for update;
    if e.id is null or e.cancelled_on is not null or e.starts_on <= app.today() then return 0; end if;
    loop
      select count(*) into v_taken from school_entry where event_id = e.id and state = 'signed';
      exit when v_taken >= e.places;
      select * into n from school_entry where event_id = e.id and state = 'waiting' order by queue_no limit 1;
      exit when n.id is null;
      update school_entry set state = 'signed' where id = n.id;
      insert into notification (user_id, institution_id, kind) values (n.user_id, n.institution_id, 'school.placeFreed');
      v_moved := v_moved + 1;
    end loop;
    return v_moved;
  end $$;

-- One sign-up after the other: the event's row is the gate. For oneself, or by a head of the house for its people.
create function app.sign_up_for_event(p_event uuid, p_user uuid) returns text
  language plpgsql volatile security definer set search_path = pg_catalog, public, app
  as $$
  declare e school_event; v_state text;
  begin
    select * into e from school_event where id = p_event for update;
    if e.id is null or not e.wojewodztwo_code = any (app.knowledge_regions()) then
      raise exception 'no such event' using errcode = '42501';
    end if;
    if not exists (select from employment m where m.user_id = p_user and m.institution_id = app.institution_id()
                     and m.starts_on <= app.today() and (m.ends_on is null or m.ends_on >= app.today()))
       or p_user <> app.actor_id() and not app.has_role('lider_gminny', 'lider_powiatowy', 'decydent', 'admin_lokalny') then
      raise exception 'not of this house' using errcode = '42501';
    end if;
    if e.cancelled_on is not null or e.starts_on <= app.today() then return 'closed'; end if;
    if exists (select from school_entry n where n.event_id = e.id and n.user_id = p_user and n.state <> 'off') then
      return 'already';
    end if;
    v_state := case when exists (select from school_entry n where n.event_id = e.id and n.state = 'waiting')
        or (select count(*) from school_entry n where n.event_id = e.id and n.state = 'signed') >= e.places
      then 'waiting' else 'signed' end;
    insert into school_entry (event_id, wojewodztwo_code, user_id, institution_id, signed_by_id, queue_no, state)
      values (e.id, e.wojewodztwo_code, p_user, app.institution_id(), app.actor_id(),
        (select coalesce(max(n.queue_no), 0) + 1 from school_entry n where n.event_id = e.id), v_state);
    if p_user <> app.actor_id() then
      insert into notification (user_id, institution_id, kind) values (p_user, app.institution_id(), 'school.' || v_state);
    end if;
    return v_state;
  end $$;

-- Until the day before; the freed place goes to who waits longest.
create function app.sign_off_event(p_entry uuid) returns text
  language plpgsql volatile security definer set search_path = pg_catalog, public, app
  as $$
  declare n school_entry; e school_event;
  begin
    select * into n from school_entry where id = p_entry;
    if n.id is null or not (n.institution_id = app.institution_id()
          and (n.user_id = app.actor_id() or app.has_role('lider_gminny', 'lider_powiatowy', 'decydent', 'admin_lokalny'))
        or n.wojewodztwo_code = any (app.knowledge_keeps())) then
      raise exception 'not of this house' using errcode = '42501';
    end if;
    select * into e from school_event where id = n.event_id for update;
    if e.cancelled_on is not null or e.starts_on <= app.today() then return 'closed'; end if;
    update school_entry set state = 'off', off_at = now() where id = n.id and state <> 'off';
    if not found then return 'closed'; end if;
    if n.user_id <> app.actor_id() then
      insert into notification (user_id, institution_id, kind) values (n.user_id, n.institution_id, 'school.signedOff');
    end if;
    perform app.fill_event(e.id);
    return 'off';
  end $$;

-- Is this certificate a true one? Whoever has its number may ask, inside the product and its voivodeship.
create function app.certificate_by_number(p_number text) returns jsonb
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select jsonb_build_object('number', n.certificate_number, 'certifiedOn', n.certified_on,
      'person', u.given_name || ' ' || u.family_name, 'institution', i.name, 'issuer', o.name,
      'kind', e.kind, 'title', e.title, 'programme', e.programme, 'startsOn', e.starts_on, 'endsOn', e.ends_on)
    from school_entry n join school_event e on e.id = n.event_id join user_account u on u.id = n.user_id
      join institution i on i.id = n.institution_id join institution o on o.id = e.institution_id
    where n.certificate_number = p_number and n.attended and e.cancelled_on is null
      and n.wojewodztwo_code = any ((select app.knowledge_regions())::text[])
  $$;

-- Who of the people of one team has which training: names and trainings, for who leads or accompanies the team. People of
-- the team are those of its institutions who hold a role there today.
create function app.team_trainings(p_team uuid)
  returns table (person text, institution text, title text, held_on date, certificate text)
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select u.given_name || ' ' || u.family_name, i.name, e.title, e.ends_on, n.certificate_number
    from school_entry n join school_event e on e.id = n.event_id
      join team_member m on m.team_id = p_team and m.institution_id = n.institution_id and m.left_on is null
      join user_account u on u.id = n.user_id join institution i on i.id = n.institution_id
    where n.attended and e.cancelled_on is null
      and p_team = any ((select app.team_ids())::uuid[])
      and (select app.has_role('rops_koordynator', 'animator', 'lider_gminny', 'lider_powiatowy', 'koordynator_zespolu'))
      and exists (select from role_assignment r where r.user_id = n.user_id and r.institution_id = n.institution_id
        and r.ended_at is null and r.starts_on <= app.today() and (r.ends_on is null or r.ends_on >= app.today()))
    order by u.family_name, u.given_name, e.ends_on
  $$;
