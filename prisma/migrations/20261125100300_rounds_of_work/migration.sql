-- A case ends whole: its plan, its services and its card of evaluation belong to one round of work. Opened again within
-- six months (domain 4.2, row 15) a new round begins, and nothing of the old one closes it by itself.

-- One card a round; what it said of each goal and line stays with it, by id: who may read the goal reads the result.
alter table evaluation add column round integer not null default 1;
alter table evaluation add column results jsonb not null default '{}';
create unique index one_card_a_round on evaluation (case_id, round);

update evaluation e set results = jsonb_build_object(
  'goals', coalesce((select jsonb_object_agg(g.id, g.attainment) from goal g
    where g.case_id = e.case_id and g.attainment is not null), '{}'),
  'lines', coalesce((select jsonb_object_agg(l.id, l.outcome) from basket_line l
    where l.case_id = e.case_id and l.outcome is not null), '{}'));

-- How many times the work with this family began: once, and once more for each time the case was opened again.
create function app.case_round(p_case uuid) returns integer
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$ select 1 + count(*)::int from case_transition t where t.case_id = p_case and t.from_status = 'closed' $$;

-- Who should hear about a line: the named person, else everybody who decides for its institution.
create function app.line_hearers(p_provider uuid, p_responsible uuid) returns setof uuid
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select p_responsible where p_responsible is not null
    union
    select r.user_id from role_assignment r
    where p_responsible is null and r.institution_id = p_provider and r.role = 'decydent' and r.ended_at is null
      and r.starts_on <= app.today() and (r.ends_on is null or r.ends_on >= app.today())
  $$;

-- What ends with a case: the plan, and every service that is not over. A line carried forward goes on (row 12) unless
-- the work was interrupted. Providers are told without a name. Called by the step that closed the case, after it.
create function app.end_work(p_case uuid, p_keep_carried boolean) returns void
  language plpgsql volatile security definer set search_path = pg_catalog, public, app
  as $$
  declare l record;
  begin
    if not app.case_role(p_case, 'lider_gminny', 'koordynator_zespolu', 'koordynator_rodziny')
       or not exists (select from family_case c where c.id = p_case and c.status = 'closed') then
      raise exception 'not the end of this case' using errcode = '42501';
    end if;
    update plan set status = 'superseded', ended_on = app.today(), end_reason = 'Zakończenie współpracy',
        version = version + 1, updated_at = now()
      where case_id = p_case and status = 'inForce';
    update plan set status = 'dropped', ended_on = app.today(), end_reason = 'Zakończenie współpracy',
        version = version + 1, updated_at = now()
      where case_id = p_case and status in ('draft', 'approval');
    for l in select * from basket_line b where b.case_id = p_case
        and b.status not in ('declined', 'delivered', 'partlyDelivered', 'notDelivered', 'cancelled')
        and not (p_keep_carried and b.carried_on is not null) for update loop
      update basket_line set status = 'cancelled', status_since = app.today(), end_reason = 'Zakończenie współpracy',
          carried_on = null, version = version + 1, updated_at = now() where id = l.id;
      insert into line_transition (line_id, case_id, team_id, from_status, to_status, actor_id, institution_id, note)
        values (l.id, l.case_id, l.team_id, l.status, 'cancelled', app.actor_id(), app.institution_id(), 'Zakończenie współpracy');
      if l.sent_at is not null then
        insert into notification (user_id, institution_id, kind, team_id, line_id)
        select hearer, l.provider_institution_id, 'line.ended', l.team_id, l.id
        from app.line_hearers(l.provider_institution_id, l.responsible_user_id) hearer;
      end if;
    end loop;
  end $$;

-- Row 15: goals are measured anew, and lines that had been carried forward belong to the plan again. The card of the
-- round before keeps what it said.
create function app.begin_round(p_case uuid) returns void
  language plpgsql volatile security definer set search_path = pg_catalog, public, app
  as $$
  begin
    if not app.case_role(p_case, 'lider_gminny')
       or not exists (select from family_case c where c.id = p_case and c.status = 'planning') then
      raise exception 'not a new round of this case' using errcode = '42501';
    end if;
    update goal set attainment = null, version = version + 1 where case_id = p_case and dropped_on is null and attainment is not null;
    update basket_line set carried_on = null, outcome = null, version = version + 1, updated_at = now()
      where case_id = p_case and carried_on is not null
        and status not in ('declined', 'delivered', 'partlyDelivered', 'notDelivered', 'cancelled');
  end $$;

-- Lines that may run: held by a plan in force, or carried forward beyond it.
create or replace function app.lines_in_force(p_lines uuid[]) returns uuid[]
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select coalesce(array_agg(distinct l.id), '{}')
    from basket_line l
    where l.id = any (p_lines)
      and (l.carried_on is not null or exists (
        select from plan_line pl join plan p on p.id = pl.plan_id where pl.line_id = l.id and p.status = 'inForce'))
      and (l.id = any ((select app.provider_line_ids())::uuid[]) or app.works_on(l.case_id))
  $$;

-- What the conditions of domain 4.2, rows 8 to 13, count, of the asked cases that the actor sees; the same rules as
-- lib/plans/conditions.ts, held against it by tests. Counts and dates only. The first rows: app.case_conditions.
create function app.work_conditions(p_ids uuid[]) returns table (case_id uuid, counts jsonb, plan_ends_on date, monitor_on date)
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
      from basket_line l join seen on seen.id = l.case_id
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
    select seen.id, jsonb_build_object(
      'goals', (select count(*) from goal g where g.case_id = seen.id and g.dropped_on is null),
      'goals_without_line', (select count(*) from goal g where g.case_id = seen.id and g.dropped_on is null and not exists (
        select from line_goal lg join alive l on l.id = lg.line_id where lg.goal_id = g.id)),
      'lines_without_person', (select count(*) from alive l
        where l.case_id = seen.id and seen.subject <> 'environment' and l.persons is null),
      'duplicates', (select count(*) from twins where twins.case_id = seen.id),
      'held', (select count(*) from held where held.case_id = seen.id),
      'unanswered', (select count(*) from plan p join plan_line pl on pl.plan_id = p.id join basket_line l on l.id = pl.line_id
        where p.case_id = seen.id and p.status = 'approval' and l.status in ('draft', 'proposed', 'counterProposed', 'declined')),
      'signed', (select count(*) from plan p where p.case_id = seen.id and p.status = 'approval' and p.family_signed_on is not null),
      'open_lines', (select count(*) from alive l where l.case_id = seen.id and l.carried_on is null
        and l.status not in ('delivered', 'partlyDelivered')),
      'evaluations', (select count(*) from evaluation e where e.case_id = seen.id and e.round = app.case_round(seen.id)),
      'talks', (select count(*) from evaluation e where e.case_id = seen.id and e.round = app.case_round(seen.id)
        and e.closing_talk_on is not null),
      'goals_without_result', (select count(*) from goal g
        where g.case_id = seen.id and g.dropped_on is null and g.attainment is null),
      'lines_without_outcome', (select count(*) from basket_line l where l.case_id = seen.id and l.outcome is null
        and l.status in ('delivered', 'partlyDelivered', 'notDelivered'))),
      (select max(p.ends_on) from plan p where p.case_id = seen.id and p.status = 'inForce'),
      (select m.next_on from monitoring_card m where m.case_id = seen.id order by m.held_on desc, m.created_at desc limit 1)
    from seen
  $$;

-- What was left behind by the rules before: cases that run are due when their plan ends, not thirty days earlier;
-- closed cases have no plan in force and no service that waits.
update family_case c set due_on = p.ends_on
  from plan p where p.case_id = c.id and p.status = 'inForce' and p.ends_on is not null and c.status = 'inProgress';
update plan p set status = 'superseded', ended_on = coalesce(p.ended_on, c.closed_on, app.today()),
    end_reason = coalesce(p.end_reason, 'Zakończenie współpracy'), version = p.version + 1
  from family_case c where c.id = p.case_id and c.status in ('closed', 'archived') and p.status = 'inForce';
update plan p set status = 'dropped', ended_on = coalesce(c.closed_on, app.today()), end_reason = 'Zakończenie współpracy',
    version = p.version + 1
  from family_case c where c.id = p.case_id and c.status in ('closed', 'archived') and p.status in ('draft', 'approval');
with ended as (
  select l.id, l.case_id, l.team_id, l.status as was, t.actor_id, t.institution_id
  from basket_line l join family_case c on c.id = l.case_id and c.status in ('closed', 'archived')
  join lateral (select x.actor_id, x.institution_id from case_transition x
    where x.case_id = c.id and x.to_status = 'closed' order by x.at desc limit 1) t on true
  where l.carried_on is null and l.status not in ('declined', 'delivered', 'partlyDelivered', 'notDelivered', 'cancelled')
), noted as (
  insert into line_transition (line_id, case_id, team_id, from_status, to_status, actor_id, institution_id, note)
  select id, case_id, team_id, was, 'cancelled', actor_id, institution_id, 'Zakończenie współpracy' from ended
)
update basket_line l set status = 'cancelled', status_since = app.today(), end_reason = 'Zakończenie współpracy', version = version + 1
  from ended where ended.id = l.id;
