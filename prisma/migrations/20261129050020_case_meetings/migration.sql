-- Meetings around a case (domain 4.5, row "Family meeting" of 3.6). All of it is content of the case under one category; the
-- levels of decision 0011 by default: another institution reads day, place and summary where the category is open to it, and
-- the words themselves unless the category is one of art. 9 and 10.
create table case_meeting (
  id uuid not null default gen_random_uuid() constraint case_meeting_pkey primary key,
  case_id uuid not null,
  team_id uuid not null,
  owner_institution_id uuid not null,
  category data_category not null default 'PODSTAWOWE',
  status text not null default 'planned' check (status in ('planned', 'called', 'held', 'minutes', 'approved', 'cancelled')),
  held_on date not null,
  starts_at text not null check (starts_at ~ '^[0-2][0-9]:[0-5][0-9]$'),
  place text,
  link text,
  invited_ids uuid[] not null default '{}',
  with_family boolean not null default false,
  family_came boolean,
  short_notice_reason text,
  called_at timestamptz(3),
  cancel_reason text,
  summary text,
  created_by_id uuid not null,
  created_at timestamptz(3) not null default current_timestamp,
  updated_at timestamptz(3) not null default current_timestamp,
  version int not null default 1,
  constraint case_meeting_somewhere check (place is not null or link is not null),
  constraint case_meeting_cancelled_for_a_reason check (status <> 'cancelled' or cancel_reason is not null)
);
create index case_meeting_case_id_held_on_idx on case_meeting (case_id, held_on);
create index case_meeting_team_id_idx on case_meeting (team_id);

create table case_meeting_party (
  id uuid not null default gen_random_uuid() constraint case_meeting_party_pkey primary key,
  meeting_id uuid not null,
  case_id uuid not null,
  team_id uuid not null,
  owner_institution_id uuid not null,
  category data_category not null,
  institution_id uuid not null,
  came_name text,
  constraint case_meeting_party_meeting_id_fkey foreign key (meeting_id) references case_meeting (id) on delete cascade on update no action
);
create unique index case_meeting_party_meeting_id_institution_id_key on case_meeting_party (meeting_id, institution_id);
create table case_meeting_agenda (
  meeting_id uuid not null constraint case_meeting_agenda_pkey primary key,
  case_id uuid not null,
  team_id uuid not null,
  owner_institution_id uuid not null,
  category data_category not null,
  body text not null,
  constraint case_meeting_agenda_meeting_id_fkey foreign key (meeting_id) references case_meeting (id) on delete cascade on update no action
);
create table case_meeting_minutes (
  meeting_id uuid not null constraint case_meeting_minutes_pkey primary key,
  case_id uuid not null,
  team_id uuid not null,
  owner_institution_id uuid not null,
  category data_category not null,
  body text not null,
  sent_at timestamptz(3),
  remarks_until date,
  approved_at timestamptz(3),
  approved_by_id uuid,
  content text,
  content_hash text,
  version int not null default 1,
  constraint case_minutes_approved check ((approved_at is null) = (approved_by_id is null) and (approved_at is null) = (content is null)
    and (approved_at is null) = (content_hash is null)),
  constraint case_meeting_minutes_meeting_id_fkey foreign key (meeting_id) references case_meeting (id) on delete cascade on update no action
);
create table case_meeting_entry (
  id uuid not null default gen_random_uuid() constraint case_meeting_entry_pkey primary key,
  meeting_id uuid not null,
  case_id uuid not null,
  team_id uuid not null,
  owner_institution_id uuid not null,
  category data_category not null,
  kind text not null check (kind in ('remark', 'annex')),
  body text not null,
  author_id uuid not null,
  institution_id uuid not null,
  created_at timestamptz(3) not null default current_timestamp,
  answer text,
  answered_by_id uuid,
  answered_at timestamptz(3),
  constraint case_meeting_entry_meeting_id_fkey foreign key (meeting_id) references case_meeting (id) on delete cascade on update no action
);
create index case_meeting_entry_meeting_id_idx on case_meeting_entry (meeting_id);
-- the draft line that a decision became
create table case_decision_line (
  decision_id uuid not null constraint case_decision_line_pkey primary key,
  line_id uuid not null,
  case_id uuid not null,
  team_id uuid not null,
  constraint case_decision_line_decision_id_fkey foreign key (decision_id) references case_decision (id) on delete cascade on update no action
);

do $do$
declare t text;
begin
  foreach t in array array['case_meeting_party', 'case_meeting_agenda', 'case_meeting_minutes', 'case_meeting_entry', 'case_decision_line'] loop
    execute format('create index %I on %I (case_id)', t || '_case_id_idx', t);
    execute format('create index %I on %I (team_id)', t || '_team_id_idx', t);
  end loop;
  foreach t in array array['case_meeting', 'case_meeting_party', 'case_meeting_agenda', 'case_meeting_minutes', 'case_meeting_entry',
    'case_decision_line'] loop
    perform app.protect(t);
    execute format('create policy restricted on %I as restrictive for all using (
      current_user = %L or case_id <> all ((select app.away_case_ids())::uuid[]))', t, current_user);
  end loop;
  foreach t in array array['case_meeting', 'case_meeting_party'] loop
    execute format('create policy read_category on %I for select using (app.category_open(case_id, null, category, owner_institution_id))', t);
  end loop;
  foreach t in array array['case_meeting_agenda', 'case_meeting_entry'] loop
    execute format('create policy read_category on %I for select using (app.category_open(case_id, null, category, owner_institution_id)
      and (owner_institution_id = (select app.institution_id()) or not app.is_sensitive(category)))', t);
  end loop;
  foreach t in array array['case_meeting', 'case_meeting_party', 'case_meeting_agenda', 'case_meeting_minutes'] loop
    execute format('create policy add on %I for insert with check (owner_institution_id = (select app.institution_id())
      and app.case_role(case_id, ''koordynator_rodziny'', ''koordynator_zespolu'')
      and app.category_open(case_id, null, category, owner_institution_id))', t);
    execute format('create policy mend on %I for update using (owner_institution_id = (select app.institution_id())
      and app.case_role(case_id, ''koordynator_rodziny'', ''koordynator_zespolu'')
      and app.category_open(case_id, null, category, owner_institution_id))', t);
  end loop;
end $do$;
-- a draft is its writers' until it goes out for remarks
create policy read_category on case_meeting_minutes for select using (
  app.category_open(case_id, null, category, owner_institution_id) and (
    app.case_role(case_id, 'koordynator_rodziny', 'koordynator_zespolu') and owner_institution_id = (select app.institution_id())
    or sent_at is not null and (owner_institution_id = (select app.institution_id()) or not app.is_sensitive(category))));
create policy add on case_meeting_entry for insert with check (
  author_id = (select app.actor_id()) and institution_id = (select app.institution_id())
  and app.category_open(case_id, null, category, owner_institution_id)
  and (owner_institution_id = (select app.institution_id()) or kind = 'remark' and not app.is_sensitive(category)));
create policy answer on case_meeting_entry for update using (
  kind = 'remark' and owner_institution_id = (select app.institution_id())
  and app.case_role(case_id, 'koordynator_rodziny', 'koordynator_zespolu')
  and app.category_open(case_id, null, category, owner_institution_id));
create policy read_decision on case_decision_line for select using (exists (select from case_decision d where d.id = decision_id));
create policy add on case_decision_line for insert with check (
  app.case_role(case_id, 'koordynator_rodziny', 'asystent_rodziny')
  and exists (select from case_decision d where d.id = decision_id and d.case_id = case_decision_line.case_id and d.becomes = 'line')
  and exists (select from basket_line l where l.id = line_id and l.case_id = case_decision_line.case_id));

-- Approved: nothing changes any more but by an annex. What is deleted goes with its destroyed case alone.
create or replace function app.minutes_locked(p_meeting uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select exists (select from meeting_minutes m where m.meeting_id = p_meeting and m.approved_at is not null)
      or exists (select from case_meeting_minutes m where m.meeting_id = p_meeting and m.approved_at is not null)
  $$;
create trigger keep_approved before update on case_meeting for each row execute function app.keep_approved('id');
create trigger keep_approved before insert or update on case_meeting_party for each row execute function app.keep_approved('meeting_id');
create trigger keep_approved before insert or update on case_meeting_agenda for each row execute function app.keep_approved('meeting_id');
create trigger keep_approved before update on case_meeting_minutes for each row execute function app.keep_approved('meeting_id');
create trigger keep_approved before insert on case_decision for each row when (new.case_meeting_id is not null)
  execute function app.keep_approved('case_meeting_id');
create trigger keep_entry before insert or update on case_meeting_entry for each row execute function app.keep_entry();

create function app.destroy_case_meetings() returns trigger
  language plpgsql volatile security definer set search_path = pg_catalog, public, app
  as $$
  begin
    if new.status = 'erased' and old.status <> 'erased' then delete from case_meeting where case_id = new.id; end if;
    return new;
  end $$;
create trigger destroy_case_meetings after update of status on family_case for each row execute function app.destroy_case_meetings();

create function app.tell_case_meeting(p_meeting uuid, p_kind text, p_subject text, p_body text) returns integer
  language plpgsql volatile security definer set search_path = pg_catalog, public, app
  as $$
  declare m case_meeting; n integer;
  begin
    select * into m from case_meeting where id = p_meeting;
    if m.id is null or m.owner_institution_id <> app.institution_id() or p_kind not like 'caseMeeting.%'
       or not app.case_role(m.case_id, 'koordynator_rodziny', 'koordynator_zespolu') then
      raise exception 'not a keeper of this meeting' using errcode = '42501';
    end if;
    insert into notification (user_id, institution_id, kind, team_id, case_id)
      select p.user_id, p.institution_id, p_kind, m.team_id, m.case_id from app.case_people(m.case_id) p
      where p.user_id <> app.actor_id() and (p.institution_id = m.owner_institution_id or p.institution_id = any (m.invited_ids));
    get diagnostics n = row_count;
    if p_subject is not null then
      insert into outgoing_mail (recipient, subject, body)
        select distinct u.email, p_subject, p_body from app.case_people(m.case_id) p join user_account u on u.id = p.user_id
        where p.institution_id = m.owner_institution_id or p.institution_id = any (m.invited_ids);
    end if;
    return n;
  end $$;

-- Meetings around a family stand in the calendar as any other, without their place: that may be somebody's home.
create or replace function app.calendar_of(p_token_hash text)
  returns table (id uuid, gmina text, held_on date, starts_at text, place text, cancelled boolean, revision int, known boolean)
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    with feed as (
      select f.user_id, f.institution_id from calendar_feed f join user_account u on u.id = f.user_id and u.disabled_at is null
      where f.token_hash = p_token_hash and f.revoked_at is null and exists (
        select from employment e where e.user_id = f.user_id and e.institution_id = f.institution_id
          and e.starts_on <= app.today() and (e.ends_on is null or e.ends_on >= app.today()))
    ), roles as (
      select r.* from feed f join role_assignment r on r.user_id = f.user_id and r.institution_id = f.institution_id
        and r.ended_at is null and r.starts_on <= app.today() and (r.ends_on is null or r.ends_on >= app.today())
    ), teams as (
      select m.team_id from feed f join team_member m on m.institution_id = f.institution_id and m.left_on is null
        and f.user_id in (m.representative_id, m.deputy_id)
      union
      select t.id from roles r join team t on r.role in ('koordynator_zespolu', 'animator') and r.team_id = t.id
        or r.role = 'lider_gminny' and t.lead_institution_id = r.institution_id
    ), all_meetings as (
      select m.id, m.team_id, m.held_on, m.starts_at, coalesce(m.place, m.link) as place, m.status, m.version
      from teams x join team_meeting m on m.team_id = x.team_id and m.called_at is not null
      union
      select m.id, m.team_id, m.held_on, m.starts_at, null, m.status, m.version
      from roles r join case_meeting m on m.case_id = r.case_id and m.called_at is not null
        and (m.owner_institution_id = r.institution_id or r.institution_id = any (m.invited_ids) and app.case_open(r.institution_id, m.case_id))
    )
    select m.id, g.name, m.held_on, m.starts_at, m.place, m.status = 'cancelled', m.version, true
    from all_meetings m join team t on t.id = m.team_id join territory_unit g on g.code = t.gmina_code
    where m.held_on >= app.today() - 90
    union all
    select null, null, null, null, null, null, null, true from feed
    order by 3, 4, 1
  $$;
