-- The voivodeship's team (WZK) and what teams ask it: questions without persons and cases, answered by experts, kept as a
-- library of answers that the whole voivodeship reads.
create table wzk_member (
  id uuid not null default gen_random_uuid() constraint wzk_member_pkey primary key,
  wojewodztwo_code text not null,
  institution_id uuid not null,
  person_name text not null,
  person_function text not null,
  user_id uuid,
  starts_on date not null,
  ends_on date,
  created_by_id uuid not null,
  created_at timestamptz(3) not null default current_timestamp,
  version integer not null default 1,
  constraint seat_ends_after_start check (ends_on >= starts_on)
);
create index wzk_member_wojewodztwo_code_idx on wzk_member (wojewodztwo_code);

create table team_question (
  id uuid not null default gen_random_uuid() constraint team_question_pkey primary key,
  wojewodztwo_code text not null,
  team_id uuid not null,
  institution_id uuid not null,
  asked_by_id uuid not null,
  asked_at timestamptz(3) not null default current_timestamp,
  title text not null,
  body text not null,
  theme text not null,
  law text,
  -- title, question, answer and law without diacritics, for the search of the library
  text_folded text not null,
  status text not null default 'asked' check (status in ('asked', 'answered', 'withdrawn')),
  assigned_to_id uuid,
  assigned_institution_id uuid,
  assigned_name text,
  ended_on date,
  end_reason text,
  version integer not null default 1,
  constraint assigned_whole check ((assigned_to_id is null) = (assigned_institution_id is null)),
  constraint answer_ended_with_reason check ((ended_on is null) = (end_reason is null))
);
create index team_question_wojewodztwo_code_asked_at_idx on team_question (wojewodztwo_code, asked_at);
create index team_question_team_id_idx on team_question (team_id);

-- Each version of an answer, never changed; the newest one counts.
create table question_answer (
  id uuid not null default gen_random_uuid() constraint question_answer_pkey primary key,
  question_id uuid not null constraint question_answer_question_id_fkey references team_question (id) on delete restrict,
  wojewodztwo_code text not null,
  version_no integer not null check (version_no > 0),
  body text not null,
  law text,
  answered_by_id uuid not null,
  answered_by_name text not null,
  institution_id uuid not null,
  answered_at timestamptz(3) not null default current_timestamp
);
create unique index question_answer_question_id_version_no_key on question_answer (question_id, version_no);

select app.protect(t) from unnest(array['wzk_member', 'team_question', 'question_answer']) t;

create policy read_region on wzk_member for select using (
  wojewodztwo_code = any ((select app.knowledge_regions())::text[]));
create policy add on wzk_member for insert with check (
  wojewodztwo_code = any ((select app.knowledge_keeps())::text[]) and created_by_id = (select app.actor_id()));
create policy finish on wzk_member for update using (
  wojewodztwo_code = any ((select app.knowledge_keeps())::text[]));
create trigger keep_seat before update on wzk_member for each row
  execute function app.keep_columns('id', 'wojewodztwo_code', 'institution_id', 'created_by_id', 'created_at');

-- Teams in whose name the actor asks.
create function app.asking_team_ids() returns uuid[]
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select case when app.has_role('lider_gminny', 'lider_powiatowy', 'koordynator_zespolu') then app.team_ids() else '{}' end
  $$;

-- What was answered is read in the voivodeship; what waits or was withdrawn by who asked and by who answers.
create policy read_library on team_question for select using (
  status = 'answered' and wojewodztwo_code = any ((select app.knowledge_regions())::text[])
  or wojewodztwo_code = any ((select app.my_region_codes('rops_koordynator', 'animator', 'ekspert'))::text[])
  or team_id = any ((select app.asking_team_ids())::uuid[]));
create policy ask on team_question for insert with check (
  team_id = any ((select app.asking_team_ids())::uuid[]) and asked_by_id = (select app.actor_id())
  and institution_id = (select app.institution_id()) and status = 'asked' and assigned_to_id is null and ended_on is null
  and exists (select from team t where t.id = team_id and t.wojewodztwo_code = team_question.wojewodztwo_code));
create policy mend on team_question for update using (
  wojewodztwo_code = any ((select app.my_region_codes('rops_koordynator', 'animator', 'ekspert'))::text[])
  or team_id = any ((select app.asking_team_ids())::uuid[]) and status = 'asked')
  with check (
  wojewodztwo_code = any ((select app.my_region_codes('rops_koordynator', 'animator', 'ekspert'))::text[])
  or team_id = any ((select app.asking_team_ids())::uuid[]) and status = 'withdrawn');
create trigger keep_question before update on team_question for each row
  execute function app.keep_columns('id', 'wojewodztwo_code', 'team_id', 'institution_id', 'asked_by_id', 'asked_at', 'title', 'body');

create policy read_with_question on question_answer for select using (
  exists (select from team_question q where q.id = question_id));
create policy answer on question_answer for insert with check (
  wojewodztwo_code = any ((select app.my_region_codes('rops_koordynator', 'ekspert'))::text[])
  and answered_by_id = (select app.actor_id()) and institution_id = (select app.institution_id())
  and exists (select from team_question q where q.id = question_id and q.wojewodztwo_code = question_answer.wojewodztwo_code));
create policy never_changed on question_answer for update using (false);

-- A new question is told to who keeps the voivodeship's programme and to its experts; an answer to who asked.
create function app.tell_of_question(p_question uuid, p_kind text) returns void
  language plpgsql volatile security definer set search_path = pg_catalog, public, app
  as $$
  declare q team_question;
  begin
    select * into q from team_question where id = p_question;
    if q.id is null or not q.wojewodztwo_code = any (app.knowledge_regions()) then return; end if;
    insert into notification (user_id, institution_id, kind)
      select distinct r.user_id, r.institution_id, 'question.asked' from role_assignment r
        join institution i on i.id = r.institution_id
      where p_kind = 'asked' and r.role in ('rops_koordynator', 'ekspert') and r.ended_at is null
        and r.starts_on <= app.today() and (r.ends_on is null or r.ends_on >= app.today())
        and coalesce(r.wojewodztwo_code, i.wojewodztwo_code) = q.wojewodztwo_code and r.user_id <> app.actor_id()
      union all
      select q.asked_by_id, q.institution_id, 'question.answered' where p_kind = 'answered' and q.asked_by_id <> app.actor_id();
  end $$;
