-- What works in a family is a thing of its own, not a line in a text: a strength of a person or of the whole family, in
-- one area of life and so in one category. It is corrected and ended, never lost, and goals lean on it.
create table strength (
  id uuid not null default gen_random_uuid() constraint strength_pkey primary key,
  case_id uuid not null,
  team_id uuid not null,
  owner_institution_id uuid not null,
  person_id uuid,
  area_key text not null,
  category data_category not null,
  body text not null,
  said_by text not null default 'team' check (said_by in ('team', 'family')),
  noted_on date not null,
  ended_on date,
  ended_reason text,
  created_by_id uuid,
  created_at timestamptz(3) not null default current_timestamp,
  updated_at timestamptz(3) not null default current_timestamp,
  version int not null default 1,
  constraint strength_in_order check (ended_on is null or ended_on >= noted_on)
);
create index strength_case_id_category_idx on strength (case_id, category);
create index strength_team_id_idx on strength (team_id);
select app.protect('strength');

-- The same rights as a need (domain 3.6): C and U of the coordinator, the assistant and, in the own area, a specialist.
create policy read_category on strength for select using (
  app.category_open(case_id, person_id, category, owner_institution_id));
create policy add on strength for insert with check (
  created_by_id = (select app.actor_id()) and app.category_open(case_id, person_id, category, owner_institution_id)
  and exists (select from family_case c where c.id = case_id and c.team_id = strength.team_id
    and c.owner_institution_id = strength.owner_institution_id)
  and app.case_role(case_id, 'koordynator_rodziny', 'asystent_rodziny', 'specjalista'));
create policy mend on strength for update using (
  app.category_open(case_id, person_id, category, owner_institution_id)
  and app.case_role(case_id, 'koordynator_rodziny', 'asystent_rodziny', 'specjalista'));

-- What was written under "Mocne strony" of an area, once each: a line is a strength, noted at the first round that has it.
insert into strength (case_id, team_id, owner_institution_id, area_key, category, body, noted_on, created_by_id)
select distinct on (a.case_id, a.area_key, said.body) a.case_id, a.team_id, a.owner_institution_id, a.area_key, a.category,
  said.body, d.started_on, a.updated_by_id
from diagnosis_area a join diagnosis d on d.id = a.diagnosis_id
cross join lateral (select btrim(line) as body from regexp_split_to_table(a.strengths, E'\n') line) said
where a.strengths is not null and said.body <> ''
order by a.case_id, a.area_key, said.body, d.version_no;
alter table diagnosis_area drop column strengths;

-- A goal in full: whose it is, in the family's words, counted in what, on which strengths it leans; and its end, which is
-- not the end of the plan: what it came to by the team and by the family.
alter table goal
  add column unit text,
  add column person_id uuid,
  add column family_words text,
  add column strength_ids uuid[] not null default '{}',
  add column ended_on date,
  add column family_attainment text check (family_attainment in ('achieved', 'partly', 'not')),
  add constraint ended_with_result check (ended_on is null or attainment is not null);

-- A look at a goal: how it is now by the agreed measure, on the scale of goal attainment (−2 … 2), and by the family. It
-- stands apart from the deliveries: much may be done and nothing reached. It bears the category of its goal.
create table goal_look (
  id uuid not null default gen_random_uuid() constraint goal_look_pkey primary key,
  goal_id uuid not null references goal (id) on delete cascade on update no action,
  case_id uuid not null,
  team_id uuid not null,
  owner_institution_id uuid not null,
  looked_on date not null,
  value text,
  level int check (level between -2 and 2),
  family_level int check (family_level between -2 and 2),
  note text,
  -- the look with which the goal was ended
  final boolean not null default false,
  recorded_by_id uuid not null,
  created_at timestamptz(3) not null default current_timestamp,
  updated_at timestamptz(3) not null default current_timestamp,
  version int not null default 1,
  constraint look_says_something check (value is not null or level is not null or family_level is not null)
);
create index goal_look_goal_id_looked_on_idx on goal_look (goal_id, looked_on);
create index goal_look_case_id_idx on goal_look (case_id);
create index goal_look_team_id_idx on goal_look (team_id);
select app.protect('goal_look');
create policy read_with_goal on goal_look for select using (exists (select from goal g where g.id = goal_id));
create policy add on goal_look for insert with check (
  recorded_by_id = (select app.actor_id())
  and exists (select from goal g where g.id = goal_id and g.case_id = goal_look.case_id and g.team_id = goal_look.team_id
    and g.owner_institution_id = goal_look.owner_institution_id)
  and app.case_role(case_id, 'koordynator_rodziny', 'asystent_rodziny'));
create policy mend on goal_look for update using (
  exists (select from goal g where g.id = goal_id) and app.case_role(case_id, 'koordynator_rodziny', 'asystent_rodziny'));

-- Which goal, when and by whom stays as it was noted: what is mended is what was seen.
create function app.keep_look() returns trigger language plpgsql set search_path = pg_catalog, public, app
  as $$
  begin
    if (new.id, new.goal_id, new.case_id, new.team_id, new.owner_institution_id, new.recorded_by_id, new.created_at, new.final)
       is distinct from
       (old.id, old.goal_id, old.case_id, old.team_id, old.owner_institution_id, old.recorded_by_id, old.created_at, old.final) then
      raise exception 'a look belongs to its goal and to who noted it' using errcode = '42501';
    end if;
    return new;
  end $$;
create trigger keep_look before update on goal_look for each row execute function app.keep_look();

-- Strengths and looks are words about persons: they go with the destroyed case, inside app.destroy_listed.
create function app.destroy_strengths() returns trigger
  language plpgsql volatile security definer set search_path = pg_catalog, public, app
  as $$
  begin
    if new.status = 'erased' and old.status <> 'erased' then
      delete from strength where case_id = new.id;
      delete from goal_look where case_id = new.id;
    end if;
    return new;
  end $$;
create trigger destroy_strengths after update of status on family_case
  for each row execute function app.destroy_strengths();

-- A goal that still counts: neither given up nor ended.
create function app.goal_counts(g goal) returns boolean language sql immutable set search_path = pg_catalog, public, app
  as $$ select g.dropped_on is null and g.ended_on is null $$;

-- Row 15: goals are measured anew; one that was ended keeps what it came to.
create or replace function app.begin_round(p_case uuid) returns void
  language plpgsql volatile security definer set search_path = pg_catalog, public, app
  as $$
  begin
    if not app.case_role(p_case, 'lider_gminny')
       or not exists (select from family_case c where c.id = p_case and c.status = 'planning') then
      raise exception 'not a new round of this case' using errcode = '42501';
    end if;
    update goal g set attainment = null, family_attainment = null, version = version + 1
      where g.case_id = p_case and app.goal_counts(g) and g.attainment is not null;
    update basket_line set carried_on = null, outcome = null, version = version + 1, updated_at = now()
      where case_id = p_case and carried_on is not null
        and status not in ('declined', 'delivered', 'partlyDelivered', 'notDelivered', 'cancelled');
  end $$;
