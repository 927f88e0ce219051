-- Meetings of a team (domain 4.5): agenda, who came, what was decided, minutes. What names a case stands in tables of its own
-- (meeting_case_item, case_decision): a councillor reads the minutes and no row of those. See docs/decisions/0025.

create table team_meeting (
  id uuid not null default gen_random_uuid() constraint team_meeting_pkey primary key,
  team_id uuid not null,
  status text not null default 'planned' check (status in ('planned', 'called', 'held', 'minutes', 'approved', 'cancelled')),
  held_on date not null,
  starts_at text not null check (starts_at ~ '^[0-2][0-9]:[0-5][0-9]$'),
  place text,
  link text,
  quorum_share int not null default 50 check (quorum_share between 1 and 99),
  short_notice_reason text,
  called_at timestamptz(3),
  cancel_reason text,
  created_by_id uuid not null,
  created_institution_id uuid not null,
  created_at timestamptz(3) not null default current_timestamp,
  updated_at timestamptz(3) not null default current_timestamp,
  version int not null default 1,
  constraint meeting_somewhere check (place is not null or link is not null),
  constraint meeting_cancelled_for_a_reason check (status <> 'cancelled' or cancel_reason is not null)
);
create index team_meeting_team_id_held_on_idx on team_meeting (team_id, held_on);

-- Each party of the agreement on the day of calling: whether it came, and by whom.
create table meeting_party (
  id uuid not null default gen_random_uuid() constraint meeting_party_pkey primary key,
  meeting_id uuid not null,
  team_id uuid not null,
  institution_id uuid not null,
  -- representative | deputy | other; null: nobody came
  came text check (came in ('representative', 'deputy', 'other')),
  came_name text,
  constraint came_by_somebody check ((came is null) = (came_name is null)),
  constraint meeting_party_meeting_id_fkey foreign key (meeting_id) references team_meeting (id) on delete restrict on update no action
);
create unique index meeting_party_meeting_id_institution_id_key on meeting_party (meeting_id, institution_id);
create index meeting_party_team_id_idx on meeting_party (team_id);

create table meeting_item (
  id uuid not null default gen_random_uuid() constraint meeting_item_pkey primary key,
  meeting_id uuid not null,
  team_id uuid not null,
  position int not null,
  title text not null,
  dropped_at timestamptz(3),
  constraint meeting_item_meeting_id_fkey foreign key (meeting_id) references team_meeting (id) on delete restrict on update no action
);
create index meeting_item_meeting_id_idx on meeting_item (meeting_id);
create index meeting_item_team_id_idx on meeting_item (team_id);

-- An item that names a case: its number and why, nothing else.
create table meeting_case_item (
  id uuid not null default gen_random_uuid() constraint meeting_case_item_pkey primary key,
  meeting_id uuid not null,
  team_id uuid not null,
  case_id uuid not null,
  position int not null,
  reason text not null check (reason in ('referral', 'late', 'review', 'answers', 'other')),
  dropped_at timestamptz(3),
  constraint meeting_case_item_meeting_id_fkey foreign key (meeting_id) references team_meeting (id) on delete restrict on update no action
);
create index meeting_case_item_meeting_id_idx on meeting_case_item (meeting_id);
create index meeting_case_item_team_id_idx on meeting_case_item (team_id);
create index meeting_case_item_case_id_idx on meeting_case_item (case_id);

create table meeting_decision (
  id uuid not null default gen_random_uuid() constraint meeting_decision_pkey primary key,
  meeting_id uuid not null,
  team_id uuid not null,
  item_id uuid,
  body text not null,
  task_id uuid not null,
  created_by_id uuid not null,
  created_at timestamptz(3) not null default current_timestamp,
  constraint meeting_decision_meeting_id_fkey foreign key (meeting_id) references team_meeting (id) on delete restrict on update no action
);
create index meeting_decision_meeting_id_idx on meeting_decision (meeting_id);
create index meeting_decision_team_id_idx on meeting_decision (team_id);

create table meeting_minutes (
  meeting_id uuid not null constraint meeting_minutes_pkey primary key,
  team_id uuid not null,
  body text not null,
  sent_at timestamptz(3),
  remarks_until date,
  approved_at timestamptz(3),
  approved_by_id uuid,
  -- what was approved, word for word, and its SHA-256
  content text,
  content_hash text,
  version int not null default 1,
  constraint minutes_approved check ((approved_at is null) = (approved_by_id is null) and (approved_at is null) = (content is null)
    and (approved_at is null) = (content_hash is null)),
  constraint meeting_minutes_meeting_id_fkey foreign key (meeting_id) references team_meeting (id) on delete restrict on update no action
);
create index meeting_minutes_team_id_idx on meeting_minutes (team_id);

-- Remarks on the draft, each with its answer; after the approval annexes.
create table meeting_entry (
  id uuid not null default gen_random_uuid() constraint meeting_entry_pkey primary key,
  meeting_id uuid not null,
  team_id uuid not null,
  kind text not null check (kind in ('remark', 'annex')),
  body text not null,
  author_id uuid not null,
  institution_id uuid not null,
  created_at timestamptz(3) not null default current_timestamp,
  answer text,
  answered_by_id uuid,
  answered_at timestamptz(3),
  constraint meeting_entry_meeting_id_fkey foreign key (meeting_id) references team_meeting (id) on delete restrict on update no action
);
create index meeting_entry_meeting_id_idx on meeting_entry (meeting_id);
create index meeting_entry_team_id_idx on meeting_entry (team_id);

-- What was decided about a case, at a meeting of the team or around the case: content of the case, under one category.
create table case_decision (
  id uuid not null default gen_random_uuid() constraint case_decision_pkey primary key,
  case_id uuid not null,
  team_id uuid not null,
  owner_institution_id uuid not null,
  category data_category not null default 'PODSTAWOWE',
  team_meeting_id uuid,
  case_meeting_id uuid,
  body text not null,
  becomes text not null check (becomes in ('task', 'line', 'step')),
  task_id uuid,
  -- the step of the case that was decided (domain 4.2)
  step_key text,
  created_by_id uuid not null,
  created_at timestamptz(3) not null default current_timestamp,
  constraint decided_at_one_meeting check ((team_meeting_id is null) <> (case_meeting_id is null)),
  constraint decision_task check ((becomes = 'task') = (task_id is not null)),
  constraint decision_step check ((becomes = 'step') = (step_key is not null))
);
create index case_decision_case_id_idx on case_decision (case_id);
create index case_decision_team_id_idx on case_decision (team_id);
create index case_decision_team_meeting_id_idx on case_decision (team_meeting_id);
create index case_decision_case_meeting_id_idx on case_decision (case_meeting_id);

select app.protect(t) from unnest(array['team_meeting', 'meeting_party', 'meeting_item', 'meeting_case_item', 'meeting_decision',
  'meeting_minutes', 'meeting_entry', 'case_decision']) t;

do $do$
declare t text;
begin
  foreach t in array array['team_meeting', 'meeting_party', 'meeting_item', 'meeting_decision', 'meeting_entry'] loop
    execute format('create policy read_team on %I for select using (team_id = any ((select app.meeting_team_ids())::uuid[]))', t);
  end loop;
  foreach t in array array['team_meeting', 'meeting_party', 'meeting_item', 'meeting_decision', 'meeting_minutes'] loop
    execute format('create policy add on %I for insert with check (team_id = any ((select app.meeting_keeper_team_ids())::uuid[]))', t);
    execute format('create policy mend on %I for update using (team_id = any ((select app.meeting_keeper_team_ids())::uuid[]))', t);
  end loop;
  foreach t in array array['meeting_case_item', 'case_decision'] loop
    execute format('create policy restricted on %I as restrictive for all using (
      current_user = %L or case_id <> all ((select app.away_case_ids())::uuid[]))', t, current_user);
  end loop;
end $do$;
-- a draft is its writers' until it goes out for remarks
create policy read_team on meeting_minutes for select using (
  sent_at is not null and team_id = any ((select app.meeting_team_ids())::uuid[])
  or team_id = any ((select app.meeting_keeper_team_ids())::uuid[]));
create policy add on meeting_entry for insert with check (
  author_id = (select app.actor_id()) and institution_id = (select app.institution_id()) and (
    kind = 'remark' and team_id = any ((select app.meeting_team_ids())::uuid[])
    or team_id = any ((select app.meeting_keeper_team_ids())::uuid[])));
create policy answer on meeting_entry for update using (
  kind = 'remark' and team_id = any ((select app.meeting_keeper_team_ids())::uuid[]));

create policy read_case on meeting_case_item for select using (app.works_on(case_id));
create policy add on meeting_case_item for insert with check (
  app.case_role(case_id, 'koordynator_rodziny', 'koordynator_zespolu') and team_id = any ((select app.meeting_team_ids())::uuid[]));
create policy mend on meeting_case_item for update using (app.case_role(case_id, 'koordynator_rodziny', 'koordynator_zespolu'));
-- the level by default (decision 0011): another institution reads ordinary content whole, and of art. 9 and 10 not the words
create policy read_category on case_decision for select using (
  app.category_open(case_id, null, category, owner_institution_id)
  and (owner_institution_id = (select app.institution_id()) or not app.is_sensitive(category)));
create policy add on case_decision for insert with check (
  created_by_id = (select app.actor_id()) and owner_institution_id = (select app.institution_id())
  and app.case_role(case_id, 'koordynator_rodziny', 'koordynator_zespolu')
  and app.category_open(case_id, null, category, owner_institution_id));

-- After the approval nothing of a meeting changes any more: a correction is an annex. For everybody, the owner too.
create function app.minutes_locked(p_meeting uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$ select exists (select from meeting_minutes m where m.meeting_id = p_meeting and m.approved_at is not null) $$;
create function app.keep_approved() returns trigger language plpgsql set search_path = pg_catalog, public, app
  as $$
  declare v_row jsonb := to_jsonb(case when tg_op = 'DELETE' then old else new end);
  begin
    if app.minutes_locked((v_row ->> tg_argv[0])::uuid)
       or tg_op = 'UPDATE' and app.minutes_locked((to_jsonb(old) ->> tg_argv[0])::uuid) then
      raise exception 'approved minutes are corrected by an annex' using errcode = '42501';
    end if;
    return case when tg_op = 'DELETE' then old else new end;
  end $$;
create trigger keep_approved before update or delete on team_meeting for each row execute function app.keep_approved('id');
create trigger keep_approved before insert or update or delete on meeting_party for each row execute function app.keep_approved('meeting_id');
create trigger keep_approved before insert or update or delete on meeting_item for each row execute function app.keep_approved('meeting_id');
create trigger keep_approved before insert or update or delete on meeting_decision for each row execute function app.keep_approved('meeting_id');
create trigger keep_approved before update or delete on meeting_minutes for each row execute function app.keep_approved('meeting_id');
-- a destroyed case takes its items and decisions with it
create trigger keep_approved before insert or update on meeting_case_item for each row execute function app.keep_approved('meeting_id');
create function app.keep_entry() returns trigger language plpgsql set search_path = pg_catalog, public, app
  as $$
  begin
    if tg_op = 'DELETE' then raise exception 'remarks and annexes stay' using errcode = '42501'; end if;
    if tg_op = 'INSERT' and (new.kind = 'annex') <> app.minutes_locked(new.meeting_id)
       or tg_op = 'UPDATE' and (app.minutes_locked(new.meeting_id) or old.answered_at is not null
         or (new.id, new.meeting_id, new.team_id, new.kind, new.body, new.author_id, new.institution_id, new.created_at)
           is distinct from (old.id, old.meeting_id, old.team_id, old.kind, old.body, old.author_id, old.institution_id, old.created_at)) then
      raise exception 'remarks before the approval, annexes after it; neither is rewritten' using errcode = '42501';
    end if;
    return new;
  end $$;
create trigger keep_entry before insert or update or delete on meeting_entry for each row execute function app.keep_entry();
create function app.keep_decision() returns trigger language plpgsql set search_path = pg_catalog, public, app
  as $$ begin raise exception 'a decision is never rewritten' using errcode = '42501'; end $$;
create trigger keep_decision before update on case_decision for each row execute function app.keep_decision();

create function app.destroy_decisions() returns trigger
  language plpgsql volatile security definer set search_path = pg_catalog, public, app
  as $$
  begin
    if new.status = 'erased' and old.status <> 'erased' then
      delete from case_decision where case_id = new.id;
      delete from meeting_case_item where case_id = new.id;
    end if;
    return new;
  end $$;
create trigger destroy_decisions after update of status on family_case for each row execute function app.destroy_decisions();

-- Tells everybody who sits in the team, by the bell and where a letter is given by mail to the address of work. Neither names
-- anybody, nor a case.
create function app.tell_meeting(p_meeting uuid, p_kind text, p_subject text, p_body text) returns integer
  language plpgsql volatile security definer set search_path = pg_catalog, public, app
  as $$
  declare v_team uuid; n integer;
  begin
    select team_id into v_team from team_meeting where id = p_meeting;
    if v_team is null or v_team <> all ((select app.meeting_keeper_team_ids())::uuid[]) or p_kind not like 'meeting.%' then
      raise exception 'not a keeper of this meeting' using errcode = '42501';
    end if;
    insert into notification (user_id, institution_id, kind, team_id)
      select p.user_id, p.institution_id, p_kind, v_team from app.team_people(v_team) p where p.user_id <> app.actor_id();
    get diagnostics n = row_count;
    if p_subject is not null then
      insert into outgoing_mail (recipient, subject, body)
        select distinct p.email, p_subject, p_body from app.team_people(v_team) p;
    end if;
    return n;
  end $$;

-- The own calendar as a feed: a secret address, of which the hash is kept, and which is revoked at any time.
create table calendar_feed (
  id uuid not null default gen_random_uuid() constraint calendar_feed_pkey primary key,
  user_id uuid not null,
  institution_id uuid not null,
  token_hash text not null,
  created_at timestamptz(3) not null default current_timestamp,
  revoked_at timestamptz(3)
);
create unique index calendar_feed_token_hash_key on calendar_feed (token_hash);
create index calendar_feed_user_id_institution_id_idx on calendar_feed (user_id, institution_id);
create unique index one_live_feed on calendar_feed (user_id, institution_id) where revoked_at is null;
select app.protect('calendar_feed');
create policy read_own on calendar_feed for select using (
  user_id = (select app.actor_id()) and institution_id = (select app.institution_id()));
create policy add on calendar_feed for insert with check (
  user_id = (select app.actor_id()) and institution_id = (select app.institution_id()) and revoked_at is null);
create policy revoke on calendar_feed for update using (user_id = (select app.actor_id()) and institution_id = (select app.institution_id()));

-- Whose address it is need not be said to who reads it: gmina, day, hour and place of the meetings to which this person is called.
-- Nothing once the address is revoked, the person left the house or the account is closed.
create function app.calendar_of(p_token_hash text)
  returns table (id uuid, gmina text, held_on date, starts_at text, place text, cancelled boolean, revision int, known boolean)
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    with feed as (
      select f.user_id, f.institution_id from calendar_feed f join user_account u on u.id = f.user_id and u.disabled_at is null
      where f.token_hash = p_token_hash and f.revoked_at is null and exists (
        select from employment e where e.user_id = f.user_id and e.institution_id = f.institution_id
          and e.starts_on <= app.today() and (e.ends_on is null or e.ends_on >= app.today()))
    ), teams as (
      select m.team_id from feed f join team_member m on m.institution_id = f.institution_id and m.left_on is null
        and f.user_id in (m.representative_id, m.deputy_id)
      union
      select t.id from feed f join role_assignment r on r.user_id = f.user_id and r.institution_id = f.institution_id
        and r.ended_at is null and r.starts_on <= app.today() and (r.ends_on is null or r.ends_on >= app.today())
      join team t on r.role in ('koordynator_zespolu', 'animator') and r.team_id = t.id
        or r.role = 'lider_gminny' and t.lead_institution_id = f.institution_id
    )
    select m.id, g.name, m.held_on, m.starts_at, coalesce(m.place, m.link), m.status = 'cancelled', m.version, true
    from teams x join team_meeting m on m.team_id = x.team_id and m.called_at is not null and m.held_on >= app.today() - 90
    join team t on t.id = m.team_id join territory_unit g on g.code = t.gmina_code
    union all
    select null, null, null, null, null, null, null, true from feed
    order by 3, 4, 1
  $$;
