-- Notes and contacts (domain 3.6, row "Need, diagnosis area, note"; 5.5; R13 of 8.1). Row-level security hides rows and not
-- columns (decision 0002), and another institution may be shown that a note exists, its summary, or all of it: one table
-- for each of the three. Existence follows consent as a need does; what lies above it, the level that the author set.

create type note_kind as enum ('note', 'phone', 'visit', 'talk', 'message', 'attempt');
create type disclosure_level as enum ('exists', 'summary', 'full');

create table note (
  id uuid not null default gen_random_uuid() constraint note_pkey primary key,
  case_id uuid not null,
  team_id uuid not null,
  owner_institution_id uuid not null,
  category data_category not null,
  kind note_kind not null,
  person_ids uuid[] not null default '{}',
  held_on date not null,
  author_id uuid not null,
  author_institution_id uuid not null,
  created_at timestamptz(3) not null default current_timestamp,
  removed_at timestamptz(3),
  version int not null default 1
);
create index note_case_id_held_on_id_idx on note (case_id, held_on, id);
create index note_team_id_idx on note (team_id);

create table note_summary (
  note_id uuid not null constraint note_summary_pkey primary key references note (id) on delete restrict on update no action,
  case_id uuid not null,
  team_id uuid not null,
  summary text,
  participation text,
  recommendation text,
  next_on date
);
create index note_summary_case_id_idx on note_summary (case_id);
create index note_summary_team_id_idx on note_summary (team_id);

create table note_text (
  note_id uuid not null constraint note_text_pkey primary key references note (id) on delete restrict on update no action,
  case_id uuid not null,
  team_id uuid not null,
  body text not null
);
create index note_text_case_id_idx on note_text (case_id);
create index note_text_team_id_idx on note_text (team_id);

create table note_version (
  note_id uuid not null references note (id) on delete restrict on update no action,
  version_no int not null,
  case_id uuid not null,
  team_id uuid not null,
  kind note_kind not null,
  held_on date not null,
  summary text,
  body text,
  replaced_at timestamptz(3) not null default current_timestamp,
  constraint note_version_pkey primary key (note_id, version_no)
);
create index note_version_case_id_idx on note_version (case_id);
create index note_version_team_id_idx on note_version (team_id);

create table note_disclosure (
  note_id uuid not null references note (id) on delete restrict on update no action,
  institution_id uuid not null,
  case_id uuid not null,
  team_id uuid not null,
  level disclosure_level,
  set_at timestamptz(3) not null default current_timestamp,
  constraint note_disclosure_pkey primary key (note_id, institution_id)
);
create index note_disclosure_case_id_idx on note_disclosure (case_id);
create index note_disclosure_team_id_idx on note_disclosure (team_id);

create table note_draft (
  case_id uuid not null,
  author_id uuid not null,
  institution_id uuid not null,
  team_id uuid not null,
  fields jsonb,
  saved_at timestamptz(3) not null default current_timestamp,
  constraint note_draft_pkey primary key (case_id, author_id, institution_id)
);
create index note_draft_team_id_idx on note_draft (team_id);

alter table employment add column professional_secrecy boolean not null default false;

select app.protect(t) from unnest(array[
  'note', 'note_summary', 'note_text', 'note_version', 'note_disclosure', 'note_draft']) t;

-- ---------------------------------------------------------------------------------------------------------------
-- What concerns several persons is open where each of them opened it; what names nobody concerns the whole family.
create function app.persons_open(p_case uuid, p_persons uuid[], p_category public.data_category, p_owner uuid)
  returns boolean language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select case when cardinality(p_persons) = 0 then app.category_open(p_case, null, p_category, p_owner)
      else (select bool_and(app.category_open(p_case, person, p_category, p_owner)) from unnest(p_persons) person) end
  $$;
create function app.persons_granted(p_institution uuid, p_case uuid, p_persons uuid[], p_category public.data_category)
  returns boolean language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select case when cardinality(p_persons) = 0 then app.granted(p_institution, p_case, null, p_category)
      else (select bool_and(app.person_granted(p_institution, p_case, person, p_category)) from unnest(p_persons) person) end
  $$;

-- Without a word of the author: all of it in ordinary categories, the summary under art. 9 and 10 GDPR.
create function app.default_level(p_category public.data_category) returns public.disclosure_level
  language sql immutable set search_path = pg_catalog, public, app
  as $$ select case when app.is_sensitive(p_category) then 'summary' else 'full' end::disclosure_level $$;

-- How much of a note this actor may read; null: not even that it exists. The case's owner and the author's own house read
-- what they may read at all as a whole. What was withdrawn is to everybody but its author only that it was.
create function app.note_level(p_note uuid) returns public.disclosure_level
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select case
      when not app.persons_open(n.case_id, n.person_ids, n.category, n.owner_institution_id) then null
      when n.removed_at is not null and n.author_id <> app.actor_id() then 'exists'::disclosure_level
      when app.institution_id() in (n.owner_institution_id, n.author_institution_id) then 'full'::disclosure_level
      else coalesce((select d.level from note_disclosure d where d.note_id = n.id and d.institution_id = app.institution_id()),
                    app.default_level(n.category))
    end from note n where n.id = p_note
  $$;

-- Physicians, psychologists, lawyers and therapists write down participation and a recommendation, never content (R13):
-- whole houses by their kind, single persons by the mark on their employment (docs/decisions/0011).
create function app.keeps_secret() returns boolean
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select exists (select from institution i where i.id = app.institution_id()
        and i.kind_key in ('poz', 'szpital', 'czp', 'ospo_dzieci', 'poradnia_uzaleznien', 'zol_zpo', 'npp'))
      or exists (select from employment e where e.user_id = app.actor_id() and e.institution_id = app.institution_id()
        and e.professional_secrecy and (e.ends_on is null or e.ends_on >= app.today()))
  $$;

create function app.writes_notes(p_case uuid, p_team uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select app.case_role(p_case, 'koordynator_rodziny', 'asystent_rodziny', 'specjalista')
      and exists (select from family_case c where c.id = p_case and c.team_id = p_team)
  $$;

-- The note is this actor's own, written in this house, and still open to it.
create function app.wrote_note(p_note uuid, p_case uuid, p_team uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select exists (select from note n where n.id = p_note and n.case_id = p_case and n.team_id = p_team
      and n.author_id = app.actor_id() and n.author_institution_id = app.institution_id()
      and app.writes_notes(n.case_id, n.team_id)
      and app.persons_open(n.case_id, n.person_ids, n.category, n.owner_institution_id))
  $$;

-- Nobody is shown more than the family opened, whatever the author ticks.
create function app.may_be_shown(p_note uuid, p_institution uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select exists (select from note n where n.id = p_note
      and app.persons_granted(p_institution, n.case_id, n.person_ids, n.category))
  $$;

-- ---------------------------------------------------------------------------------------------------------------
create policy read_category on note for select using (
  app.persons_open(case_id, person_ids, category, owner_institution_id));
create policy add on note for insert with check (
  author_id = (select app.actor_id()) and author_institution_id = (select app.institution_id())
  and app.writes_notes(case_id, team_id)
  and app.persons_open(case_id, person_ids, category, owner_institution_id)
  and exists (select from family_case c where c.id = case_id and c.owner_institution_id = note.owner_institution_id)
  and not exists (select from unnest(person_ids) person
                  where person not in (select p.person_id from case_person p where p.case_id = note.case_id)));
create policy mend on note for update using (
  author_id = (select app.actor_id()) and author_institution_id = (select app.institution_id())
  and app.writes_notes(case_id, team_id)
  and app.persons_open(case_id, person_ids, category, owner_institution_id));

create policy read_level on note_summary for select using (app.note_level(note_id) in ('summary', 'full'));
create policy add on note_summary for insert with check (
  app.wrote_note(note_id, case_id, team_id) and (summary is null or not (select app.keeps_secret())));
create policy mend on note_summary for update using (
  app.wrote_note(note_id, case_id, team_id)) with check (
  app.wrote_note(note_id, case_id, team_id) and (summary is null or not (select app.keeps_secret())));

create policy read_level on note_text for select using (app.note_level(note_id) = 'full');
create policy add on note_text for insert with check (
  app.wrote_note(note_id, case_id, team_id) and not (select app.keeps_secret()));
create policy mend on note_text for update using (
  app.wrote_note(note_id, case_id, team_id) and not (select app.keeps_secret()));

create policy read_level on note_version for select using (app.note_level(note_id) = 'full');
create policy add on note_version for insert with check (app.wrote_note(note_id, case_id, team_id));

-- What was set for whom: its author, the family's coordinator, and each institution about itself.
create policy read_setter on note_disclosure for select using (
  app.wrote_note(note_id, case_id, team_id)
  or institution_id = (select app.institution_id()) and app.note_level(note_id) is not null
  or app.case_role(case_id, 'koordynator_rodziny') and exists (
       select from note n where n.id = note_id and n.owner_institution_id = (select app.institution_id())));
create policy add on note_disclosure for insert with check (
  app.wrote_note(note_id, case_id, team_id) and (level is null or app.may_be_shown(note_id, institution_id)));
create policy mend on note_disclosure for update using (app.wrote_note(note_id, case_id, team_id)) with check (
  app.wrote_note(note_id, case_id, team_id) and (level is null or app.may_be_shown(note_id, institution_id)));

create policy own on note_draft for all using (
  author_id = (select app.actor_id()) and institution_id = (select app.institution_id())
  and app.writes_notes(case_id, team_id));

-- About whom and under which category stays as it was written: another one would open it to others than the author thought.
create function app.note_is_kept() returns trigger language plpgsql
  as $$
  begin
    if (old.case_id, old.team_id, old.owner_institution_id, old.category, old.person_ids, old.author_id, old.author_institution_id, old.created_at)
       is distinct from (new.case_id, new.team_id, new.owner_institution_id, new.category, new.person_ids, new.author_id, new.author_institution_id, new.created_at)
       or old.removed_at is not null then
      raise exception 'a note keeps its subject and its author' using errcode = 'integrity_constraint_violation';
    end if;
    return new;
  end $$;
create trigger note_is_kept before update on note for each row execute function app.note_is_kept();

-- Notes go with the words of a case: when its files are destroyed (8.4), and when it ended without consent (row 6x).
create function app.notes_go() returns trigger
  language plpgsql volatile security definer set search_path = pg_catalog, public, app
  as $$
  begin
    if new.status = 'erased' and old.status <> 'erased'
       or new.status = 'closed' and old.status <> 'closed' and new.closing_reason_key in ('brak_zgody', 'brak_odpowiedzi') then
      delete from note_draft where case_id = new.id;
      delete from note_disclosure where case_id = new.id;
      delete from note_version where case_id = new.id;
      delete from note_text where case_id = new.id;
      delete from note_summary where case_id = new.id;
      delete from note where case_id = new.id;
    end if;
    return new;
  end $$;
create trigger notes_go after update of status on family_case for each row execute function app.notes_go();
