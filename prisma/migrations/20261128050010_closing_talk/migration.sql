-- The talk that ends the work with a family (domain 4.2 row 13): when, with whom, what helped in the family's own words, what
-- stays and whom to call. A case that ends without it says why. Before, only its day stood in the card of evaluation.
create table closing_talk (
  id uuid not null default gen_random_uuid() constraint closing_talk_pkey primary key,
  case_id uuid not null,
  team_id uuid not null,
  owner_institution_id uuid not null,
  round integer not null default 1,
  held_on date,
  not_held_key text check (not_held_key in ('smierc', 'utrata_kontaktu', 'odmowa', 'bezpieczenstwo', 'inne')),
  not_held_note text,
  person_ids uuid[] not null default '{}',
  others text,
  category data_category not null default 'PODSTAWOWE',
  helped text,
  result text,
  satisfaction integer check (satisfaction between 1 and 5),
  stays text,
  call_whom text,
  recorded_by_id uuid not null,
  created_at timestamptz(3) not null default current_timestamp,
  updated_at timestamptz(3) not null default current_timestamp,
  version integer not null default 1,
  constraint held_or_why_not check ((held_on is null) = (not_held_key is not null)),
  constraint one_talk_a_round unique (case_id, round)
);
create index closing_talk_case_id_idx on closing_talk (case_id);
create index closing_talk_team_id_idx on closing_talk (team_id);
select app.protect('closing_talk');

-- As the card of evaluation beside it: by who answers for the case, and by who may read its category. That there was none, and
-- why, is also written by the team's coordinator who ends a case early.
create policy read_category on closing_talk for select using (
  app.answers_for(case_id, owner_institution_id) or app.category_open(case_id, null, category, owner_institution_id));
create policy add on closing_talk for insert with check (
  recorded_by_id = (select app.actor_id()) and owner_institution_id = (select app.institution_id()) and (
    app.category_open(case_id, null, category, owner_institution_id)
      and app.case_role(case_id, 'koordynator_rodziny', 'asystent_rodziny')
    or held_on is null and app.case_role(case_id, 'koordynator_zespolu')));
create policy mend on closing_talk for update using (
  app.category_open(case_id, null, category, owner_institution_id)
  and app.case_role(case_id, 'koordynator_rodziny', 'asystent_rodziny'));

insert into closing_talk (case_id, team_id, owner_institution_id, round, held_on, category, satisfaction, recorded_by_id, created_at, updated_at)
  select e.case_id, e.team_id, e.owner_institution_id, e.round, e.closing_talk_on, e.category, e.satisfaction, e.recorded_by_id,
    e.created_at, e.updated_at
  from evaluation e where e.closing_talk_on is not null;
alter table evaluation drop column closing_talk_on;
alter table evaluation drop column satisfaction;

create function app.destroy_talks() returns trigger
  language plpgsql volatile security definer set search_path = pg_catalog, public, app
  as $$
  begin
    if new.status = 'erased' and old.status <> 'erased' then delete from closing_talk where case_id = new.id; end if;
    return new;
  end $$;
create trigger destroy_talks after update of status on family_case for each row execute function app.destroy_talks();

-- Row 8 asks of a goal that counts a line and everything that it is measured by. The talk is a thing of its own, and "there
-- was none, because" counts too. Restricted cases are left out as 20261128040000 wrote it.
create or replace function app.work_conditions(p_ids uuid[]) returns table (case_id uuid, counts jsonb, plan_ends_on date, monitor_on date)
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    with seen as materialized (
      select c.id, c.status, c.subject, c.owner_institution_id from family_case c where c.id = any (p_ids) and c.id <> all ((select app.away_case_ids())::uuid[]) and (
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
        'talks', (select count(*) from closing_talk k where k.case_id = seen.id and k.round = app.case_round(seen.id)),
        'goals_without_result', (select count(*) from goal g
          where g.case_id = seen.id and g.dropped_on is null and g.attainment is null),
        'lines_without_outcome', (select count(*) from basket_line l where l.case_id = seen.id and l.outcome is null
          and l.status in ('delivered', 'partlyDelivered', 'notDelivered')))
      else '{}'::jsonb end,
      (select max(p.ends_on) from plan p where p.case_id = seen.id and p.status = 'inForce'),
      (select m.next_on from monitoring_card m where m.case_id = seen.id order by m.held_on desc, m.created_at desc limit 1)
    from seen
  $$;
