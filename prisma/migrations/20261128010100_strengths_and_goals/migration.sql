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

-- The content of a version: goals that still count, whole.
create or replace function app.plan_body(p_plan uuid) returns text
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select jsonb_build_object(
      'case', c.number, 'version', p.version_no, 'from', p.starts_on, 'to', p.ends_on,
      'familySignedOn', p.family_signed_on, 'familySignedBy', p.family_signed_by,
      'goals', coalesce((
        select jsonb_agg(jsonb_build_object('id', g.id, 'title', g.title, 'indicator', g.indicator, 'baseline', g.baseline,
            'target', g.target, 'unit', g.unit, 'due', g.due_on, 'person', g.person_id, 'familyWords', g.family_words,
            'strengths', coalesce((select jsonb_agg(s.body order by s.noted_on, s.id) from strength s
              where s.id = any (g.strength_ids) and s.case_id = g.case_id), '[]')) order by g.position, g.id)
        from goal g where g.case_id = p.case_id and app.goal_counts(g)), '[]'),
      'lines', coalesce((
        select jsonb_agg(jsonb_build_object('id', l.id, 'service', l.service_key, 'provider', l.provider_institution_id,
            'title', l.title, 'scope', l.scope, 'place', l.place,
            'from', l.starts_on, 'to', l.ends_on, 'frequency', l.frequency, 'quantity', l.quantity, 'unit', l.unit,
            'weekday', l.weekday, 'atTime', l.at_time, 'beside', to_jsonb(l.co_provider_ids),
            'cost', l.cost_planned, 'coPayment', l.co_payment, 'funding', l.funding_key,
            'persons', coalesce((select jsonb_agg(b.person_id order by b.person_id) from line_beneficiary b where b.line_id = l.id), '[]'),
            'goals', coalesce((select jsonb_agg(lg.goal_id order by lg.goal_id) from line_goal lg where lg.line_id = l.id), '[]'))
          order by l.starts_on, l.id)
        from plan_line pl join basket_line l on l.id = pl.line_id where pl.plan_id = p.id), '[]'))::text
    from plan p join family_case c on c.id = p.case_id where p.id = p_plan
  $$;

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

-- Row 8 asks of a goal that counts a line and everything that it is measured by.
create or replace function app.work_conditions(p_ids uuid[]) returns table (case_id uuid, counts jsonb, plan_ends_on date, monitor_on date)
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    with seen as materialized (
      select c.id, c.status, c.subject, c.owner_institution_id from family_case c where c.id = any (p_ids) and (
        c.team_id = any ((select app.case_team_ids())::uuid[])
        or c.owner_institution_id = any ((select app.owned_institution_ids())::uuid[])
        or c.id = any ((select app.case_ids())::uuid[])
        or c.id = any ((select app.provider_case_ids())::uuid[]))
    ), alive as materialized (
      select l.*, (select array_agg(b.person_id) from line_beneficiary b where b.line_id = l.id) as persons
      from basket_line l join seen on seen.id = l.case_id and seen.status in ('planning', 'inProgress')
      where l.status not in ('declined', 'cancelled', 'notDelivered')
    ), twins as (
      select distinct a.case_id from alive a join alive b on b.case_id = a.case_id and b.service_key = a.service_key and b.id > a.id
      where a.duplicate_reason is null and b.duplicate_reason is null
        and not (a.status in ('delivered', 'partlyDelivered') and b.status in ('delivered', 'partlyDelivered'))
        and (a.ends_on is null or b.starts_on <= a.ends_on) and (b.ends_on is null or a.starts_on <= b.ends_on)
        and (a.persons is null or b.persons is null or a.persons && b.persons)
    ), held as (
      select distinct l.case_id from alive l join seen on seen.id = l.case_id
      where l.status = 'draft' and seen.status = 'planning' and (
        l.outside_agreement_reason is null and not exists (
          select from team_member m where m.team_id = l.team_id and m.institution_id = l.provider_institution_id
            and m.signed_on <= l.starts_on and (m.left_on is null or m.left_on > l.starts_on))
        or l.provider_institution_id <> seen.owner_institution_id and exists (
          select from (
            select null::uuid as id where seen.subject = 'environment'
            union all select unnest(l.persons) where seen.subject <> 'environment'
            union all select cp.person_id from case_person cp
              where seen.subject <> 'environment' and l.persons is null and cp.case_id = l.case_id and cp.takes_part and cp.left_on is null
          ) who, unnest(array['PODSTAWOWE'::data_category, l.category]) c
          where not app.granted(l.provider_institution_id, l.case_id, who.id, c)))
    )
    select seen.id, case seen.status
      when 'planning' then jsonb_build_object(
        'goals', (select count(*) from goal g where g.case_id = seen.id and app.goal_counts(g)),
        'goals_without_line', (select count(*) from goal g where g.case_id = seen.id and app.goal_counts(g) and not exists (
          select from line_goal lg join alive l on l.id = lg.line_id where lg.goal_id = g.id)),
        'goals_unmeasured', (select count(*) from goal g where g.case_id = seen.id and app.goal_counts(g)
          and (g.indicator is null or g.baseline is null or g.target is null or g.due_on is null)),
        'lines_without_person', (select count(*) from alive l
          where l.case_id = seen.id and seen.subject <> 'environment' and l.persons is null),
        'duplicates', (select count(*) from twins where twins.case_id = seen.id),
        'held', (select count(*) from held where held.case_id = seen.id))
      when 'planApproval' then jsonb_build_object(
        'unanswered', (select count(*) from plan p join plan_line pl on pl.plan_id = p.id join basket_line l on l.id = pl.line_id
          where p.case_id = seen.id and p.status = 'approval' and l.status in ('draft', 'proposed', 'counterProposed', 'declined')),
        'signed', (select count(*) from plan p where p.case_id = seen.id and p.status = 'approval' and p.family_signed_on is not null))
      when 'inProgress' then jsonb_build_object(
        'open_lines', (select count(*) from alive l where l.case_id = seen.id and l.carried_on is null
          and l.status not in ('delivered', 'partlyDelivered')))
      when 'evaluation' then jsonb_build_object(
        'evaluations', (select count(*) from evaluation e where e.case_id = seen.id and e.round = app.case_round(seen.id)),
        'talks', (select count(*) from evaluation e where e.case_id = seen.id and e.round = app.case_round(seen.id)
          and e.closing_talk_on is not null),
        'goals_without_result', (select count(*) from goal g
          where g.case_id = seen.id and g.dropped_on is null and g.attainment is null),
        'lines_without_outcome', (select count(*) from basket_line l where l.case_id = seen.id and l.outcome is null
          and l.status in ('delivered', 'partlyDelivered', 'notDelivered')))
      else '{}'::jsonb end,
      (select max(p.ends_on) from plan p where p.case_id = seen.id and p.status = 'inForce'),
      (select m.next_on from monitoring_card m where m.case_id = seen.id order by m.held_on desc, m.created_at desc limit 1)
    from seen
  $$;
