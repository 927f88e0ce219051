-- That a case took a step is known to everybody who works on it; why, in free words ("the mother is in hospital"), to the
-- people of the owner alone. Row-level security hides rows and not columns, so the words are a table of their own.
create function app.owner_staff(p_case uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select exists (select from family_case c where c.id = p_case and c.owner_institution_id = app.institution_id())
      and app.case_role(p_case, 'koordynator_rodziny', 'koordynator_zespolu', 'lider_gminny', 'asystent_rodziny', 'audytor')
  $$;

create table step_note (
  transition_id uuid not null primary key references case_transition (id) on delete restrict on update cascade,
  case_id uuid not null,
  team_id uuid not null,
  note text not null
);
create index step_note_case_id_idx on step_note (case_id);
create index step_note_team_id_idx on step_note (team_id);
select app.protect('step_note');
create policy read_owner on step_note for select using (app.owner_staff(case_id));
create policy add on step_note for insert with check (
  app.case_role(case_id, 'koordynator_rodziny', 'koordynator_zespolu', 'lider_gminny', 'asystent_rodziny'));

insert into step_note (transition_id, case_id, team_id, note)
  select id, case_id, team_id, note from case_transition where note is not null;
alter table case_transition drop column note;

-- A proposal and its answer are such words too.
alter policy read_case on case_proposal using (app.owner_staff(case_id));
