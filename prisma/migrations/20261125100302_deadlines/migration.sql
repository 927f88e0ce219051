-- No silent acceptance (domain 4.3): an answer that is overdue goes to who decides for the institution, then to the
-- leader. With it the other dates that nobody should have to remember: the end of a plan, the next look at the work.

-- What was told about an overdue answer, once a due date and level: 1 who decides for the institution, 2 the leader.
create table line_escalation (
  line_id uuid not null references basket_line (id) on delete restrict on update cascade,
  due_on date not null,
  level integer not null,
  case_id uuid not null,
  team_id uuid not null,
  at timestamptz(3) not null default current_timestamp,
  primary key (line_id, due_on, level)
);
create index line_escalation_case_id_idx on line_escalation (case_id);
create index line_escalation_team_id_idx on line_escalation (team_id);
select app.protect('line_escalation');
create policy read_with_line on line_escalation for select using (exists (select from basket_line l where l.id = line_id));

alter table plan add column reminded_on date;
alter table plan add column end_told_on date;
alter table monitoring_card add column reminded_on date;

-- The pass asks for questions past their date over the whole country; only those that wait stand in the index.
create index basket_line_waiting_answer_idx on basket_line (team_id, answer_due_on) where status = 'proposed';

-- Who holds one of these roles for this case today: the family's coordinator, the team's coordinator at the leading
-- institution, the leader of the owner.
create function app.case_hearers(p_case uuid, variadic p_roles text[]) returns table (user_id uuid, institution_id uuid)
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select distinct r.user_id, r.institution_id
    from family_case c join team t on t.id = c.team_id
    join role_assignment r on r.role::text = any (p_roles) and (
         r.role = 'koordynator_rodziny' and r.case_id = c.id
      or r.role = 'koordynator_zespolu' and r.team_id = c.team_id and r.institution_id = t.lead_institution_id
      or r.role = 'lider_gminny' and r.institution_id = c.owner_institution_id)
    where c.id = p_case and r.ended_at is null and r.starts_on <= app.today() and (r.ends_on is null or r.ends_on >= app.today())
  $$;

-- Tells the people of a case that something waits for them: no name, no service. Not the one who does it, and not again
-- while the same word is still unread.
create function app.tell_case(p_case uuid, p_kind text, variadic p_roles text[]) returns void
  language plpgsql volatile security definer set search_path = pg_catalog, public, app
  as $$
  begin
    if not app.works_on(p_case) and p_case <> all ((select app.provider_case_ids())::uuid[]) then
      raise exception 'not in this case' using errcode = '42501';
    end if;
    insert into notification (user_id, institution_id, kind, team_id, case_id)
    select h.user_id, h.institution_id, p_kind, c.team_id, c.id
    from family_case c, app.case_hearers(p_case, variadic p_roles) h
    where c.id = p_case and h.user_id is distinct from app.actor_id()
      and not exists (select from notification n where n.user_id = h.user_id and n.case_id = c.id and n.kind = p_kind and n.read_at is null);
  end $$;

-- A plan that has every answer and the family's signature waits for the coordinator of the team alone.
create function app.tell_plan_ready(p_case uuid) returns void
  language plpgsql volatile security definer set search_path = pg_catalog, public, app
  as $$
  begin
    if exists (select from plan p join family_case c on c.id = p.case_id
               where p.case_id = p_case and c.status = 'planApproval' and p.status = 'approval' and p.family_signed_on is not null
                 and not exists (select from plan_line pl join basket_line l on l.id = pl.line_id
                   where pl.plan_id = p.id and l.status in ('draft', 'proposed', 'counterProposed', 'declined'))) then
      perform app.tell_case(p_case, 'plan.ready', 'koordynator_zespolu');
    end if;
  end $$;

-- Row 8b, as before; that the plan came back is told to both coordinators, not only that somebody answered.
create or replace function app.return_plan_after_refusal(p_line uuid) returns boolean
  language plpgsql security definer set search_path = pg_catalog, public, app
  as $$
  declare line basket_line; waiting plan;
  begin
    select * into line from basket_line where id = p_line and status = 'declined' and p_line = any ((select app.provider_line_ids())::uuid[]);
    if not found then return false; end if;
    select p.* into waiting from plan p join plan_line pl on pl.plan_id = p.id and pl.line_id = p_line
      where p.case_id = line.case_id and p.status = 'approval';
    if not found then return false; end if;
    update family_case set status = 'planning', status_since = app.today(), due_on = null,
        version = version + 1, updated_at = now()
      where id = line.case_id and status = 'planApproval';
    if not found then return false; end if;
    update plan set status = 'draft', family_signed_on = null, family_signed_by = null, coordinator_signed_on = null,
        version = version + 1, updated_at = now() where id = waiting.id;
    insert into case_transition (case_id, team_id, from_status, to_status, actor_id, institution_id, reason_key)
      values (line.case_id, line.team_id, 'planApproval', 'planning', app.actor_id(), app.institution_id(), 'provider_declined');
    perform app.tell_case(line.case_id, 'plan.returned', 'koordynator_rodziny', 'koordynator_zespolu');
    return true;
  end $$;

-- One round of the clock, by nobody: gives how many people were told. Twice on one day it tells nothing twice; of two
-- servers one does it.
create function app.pass_deadlines() returns integer
  language plpgsql volatile security definer set search_path = pg_catalog, public, app
  as $$
  declare told integer := 0; n integer;
    open_stages constant case_status[] := array['diagnosis', 'planning', 'planApproval', 'inProgress', 'suspended', 'evaluation'];
  begin
    if not pg_try_advisory_xact_lock(hashtext('pass-deadlines')) then return 0; end if;

    -- who decides for the institution, the named person with them, and the coordinator who waits
    with late as (
      insert into line_escalation (line_id, due_on, level, case_id, team_id)
      select l.id, l.answer_due_on, 1, l.case_id, l.team_id from basket_line l join family_case c on c.id = l.case_id
      where l.status = 'proposed' and l.answer_due_on < app.today() and c.status = any (open_stages)
      on conflict do nothing returning line_id
    ), hearers as (
      select l.id, l.team_id, null::uuid as case_id, l.provider_institution_id as institution_id, h as user_id, 'line.overdueHere' as kind
      from late join basket_line l on l.id = late.line_id,
        lateral (select app.line_hearers(l.provider_institution_id, null) union select l.responsible_user_id) x (h)
      where h is not null
      union all
      select l.id, l.team_id, l.case_id, h.institution_id, h.user_id, 'line.overdue'
      from late join basket_line l on l.id = late.line_id, lateral app.case_hearers(l.case_id, 'koordynator_rodziny') h
    )
    insert into notification (user_id, institution_id, kind, team_id, case_id, line_id)
      select user_id, institution_id, kind, team_id, case_id, id from hearers;
    get diagnostics n = row_count; told := told + n;

    -- a week later [default] the leader of the owner, and the head of a powiat unit that does not answer
    with late as (
      insert into line_escalation (line_id, due_on, level, case_id, team_id)
      select l.id, l.answer_due_on, 2, l.case_id, l.team_id from basket_line l join family_case c on c.id = l.case_id
      where l.status = 'proposed' and l.answer_due_on + 7 < app.today() and c.status = any (open_stages)
      on conflict do nothing returning line_id
    ), hearers as (
      select l.id, l.team_id, l.case_id, h.institution_id, h.user_id, 'line.overdueLeader' as kind
      from late join basket_line l on l.id = late.line_id, lateral app.case_hearers(l.case_id, 'lider_gminny') h
      union all
      select distinct l.id, l.team_id, null::uuid, r.institution_id, r.user_id, 'line.overdueHere'
      from late join basket_line l on l.id = late.line_id
      join role_assignment r on r.institution_id = l.provider_institution_id and r.role = 'lider_powiatowy' and r.ended_at is null
        and r.starts_on <= app.today() and (r.ends_on is null or r.ends_on >= app.today())
      where r.user_id not in (select app.line_hearers(l.provider_institution_id, null))
    )
    insert into notification (user_id, institution_id, kind, team_id, case_id, line_id)
      select user_id, institution_id, kind, team_id, case_id, id from hearers;
    get diagnostics n = row_count; told := told + n;

    -- row 12: thirty days before a plan ends, and when it has ended
    with ending as (
      update plan p set reminded_on = app.today(), end_told_on = case when p.ends_on < app.today() then app.today() end
      from family_case c
      where c.id = p.case_id and p.status = 'inForce' and c.status = any (open_stages) and c.status <> 'evaluation'
        and (p.reminded_on is null and p.ends_on <= app.today() + 30 or p.end_told_on is null and p.ends_on < app.today())
      returning p.case_id, p.team_id, p.end_told_on is not null as over
    )
    insert into notification (user_id, institution_id, kind, team_id, case_id)
      select h.user_id, h.institution_id, case when e.over then 'plan.ended' else 'plan.endsSoon' end, e.team_id, e.case_id
      from ending e, lateral app.case_hearers(e.case_id, 'koordynator_rodziny', 'koordynator_zespolu') h;
    get diagnostics n = row_count; told := told + n;

    -- the day agreed for the next look at the work, unless there was one meanwhile
    with due as (
      update monitoring_card m set reminded_on = app.today()
      from family_case c
      where c.id = m.case_id and c.status = any (open_stages) and m.reminded_on is null and m.next_on <= app.today()
        and not exists (select from monitoring_card later where later.case_id = m.case_id
          and (later.held_on, later.created_at) > (m.held_on, m.created_at))
      returning m.case_id, m.team_id
    )
    insert into notification (user_id, institution_id, kind, team_id, case_id)
      select h.user_id, h.institution_id, 'case.monitoringDue', d.team_id, d.case_id
      from due d, lateral app.case_hearers(d.case_id, 'koordynator_rodziny') h;
    get diagnostics n = row_count;
    return told + n;
  end $$;
