-- Open tasks go with the rest of a person's work, in the same step: from a hand-over and from the end of an employment. A
-- task of a case only to somebody who may read it by the rights of the case; the others stay, or become the house's with
-- the end of the role, as before.
create table work_handover_task (
  id uuid not null default gen_random_uuid() constraint work_handover_task_pkey primary key,
  handover_id uuid not null references work_handover (id) on delete cascade on update no action,
  task_id uuid not null,
  case_id uuid,
  team_id uuid,
  -- why it did not go; null: it went
  refusal text
);
create index work_handover_task_handover_id_idx on work_handover_task (handover_id);
create index work_handover_task_case_id_idx on work_handover_task (case_id);
create index work_handover_task_team_id_idx on work_handover_task (team_id);
select app.protect('work_handover_task');
create policy read_own on work_handover_task for select using (
  (case_id is null or case_id <> all ((select app.away_case_ids())::uuid[]))
  and exists (select from work_handover h where h.id = handover_id and h.institution_id = (select app.institution_id())
        and ((select app.heads_house()) or h.handed_by_id = (select app.actor_id()))));

-- With the destroyed case.
do $do$
declare
  body text := pg_get_functiondef('app.destroy_restrictions()'::regprocedure);
  was constant text := 'delete from work_handover_item where case_id = new.id;';
begin
  if position(was in body) = 0 then raise exception 'destroy_restrictions is another one'; end if;
  execute replace(body, was, was || '
      delete from work_handover_task where case_id = new.id;');
end $do$;

-- Why this person may not hold a task of this case; null: they may. The rules by which a holder reads it
-- (app.case_task_given), with the roles and the service that go to them in the same step. With the rights of who calls it.
create function app.case_task_refusal(
    p_case uuid, p_category public.data_category, p_to uuid, p_house uuid, p_roles text[], p_line boolean) returns text
  language sql stable security invoker set search_path = pg_catalog, public, app
  as $$
    with it as (
      select c.*, exists (select from case_participant p where p.case_id = c.id and p.institution_id = p_house
          and p.starts_on <= app.today() and (p.ends_on is null or p.ends_on >= app.today())) as takes_part
      from family_case c where c.id = p_case
    ), held as (
      select r.role::text as role, r.case_id, r.team_id from role_assignment r
      where r.user_id = p_to and r.institution_id = p_house and r.ended_at is null
        and r.starts_on <= app.today() and (r.ends_on is null or r.ends_on >= app.today())
    ), opening as (
      select h.role from it, held h
      where h.role in ('koordynator_rodziny', 'asystent_rodziny', 'specjalista') and h.case_id = it.id
         or h.role = 'koordynator_zespolu' and h.team_id = it.team_id and it.owner_institution_id = p_house
         or h.role in ('lider_gminny', 'lider_powiatowy', 'decydent') and it.owner_institution_id = p_house
         or h.role in ('lider_powiatowy', 'decydent') and it.takes_part
      union all
      select unnest(p_roles)
      union all
      select 'line' from it where p_line or exists (select from basket_line l
        where l.case_id = it.id and l.provider_institution_id = p_house and l.responsible_user_id = p_to
          and l.status not in ('draft', 'declined', 'delivered', 'partlyDelivered', 'notDelivered', 'cancelled')
          and exists (select from held h where h.role in ('wykonawca', 'specjalista', 'asystent_rodziny', 'decydent')))
    )
    select case
      when not exists (select from it)
        or not exists (select from employment e join user_account u on u.id = e.user_id and u.disabled_at is null
             where e.user_id = p_to and e.institution_id = p_house and e.ends_on is null) then 'notHere'
      when not exists (select from opening)
        or cardinality(p_roles) = 0 and not p_line and exists (select from case_restriction r where r.case_id = p_case
             and r.ended_at is null and not exists (select from case_restriction_person n
               where n.restriction_id = r.id and n.user_id = p_to)) then 'taskOutsideCase'
      when not exists (select from it where
           case when it.owner_institution_id = p_house
             then not app.is_sensitive(p_category) or app.granted(p_house, it.id, null, p_category)
               or exists (select from opening o where o.role = 'koordynator_rodziny')
             else app.case_open(p_house, it.id) and app.granted(p_house, it.id, null, p_category) end) then 'taskNotOpened'
    end
  $$;

-- Open tasks that the actor may give on for a colleague (for everybody of the house, when nobody is named): who heads the
-- house all of them, the team's coordinator those of the team and of its cases in the own unit.
create function app.handover_tasks(p_from uuid) returns table (
    id uuid, user_id uuid, case_id uuid, team_id uuid, category public.data_category)
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select t.id, t.to_user_id, null::uuid, t.team_id, null::public.data_category from task t
    where t.to_institution_id = app.institution_id() and t.status = 'open'
      and t.to_user_id is not null and (p_from is null or t.to_user_id = p_from)
      and ((select app.heads_house()) or t.team_id = any ((select app.meeting_keeper_team_ids())::uuid[]))
    union all
    select k.id, k.to_user_id, k.case_id, k.team_id, k.category from case_task k
    where k.to_institution_id = app.institution_id() and k.status = 'open'
      and k.to_user_id is not null and (p_from is null or k.to_user_id = p_from)
      and k.case_id <> all ((select app.away_case_ids())::uuid[])
      and ((select app.heads_house())
        or k.owner_institution_id = app.institution_id() and k.team_id = any ((select app.case_team_ids())::uuid[]))
  $$;

-- The same of one person, with why it could not go to this colleague together with these things (null: with all of them).
create function app.handover_task_preview(p_from uuid, p_to uuid, p_things uuid[]) returns table (
    id uuid, of_case boolean, refusal text)
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    with things as (
      select x.* from app.handover_things(p_from) x
      where p_to is not null and (p_things is null or x.id = any (p_things))
        and app.handover_refusal(x.role, x.case_id, x.gmina_code, x.owner_institution_id, p_to) is null
    )
    select t.id, t.case_id is not null, case
      when p_to is null then null
      when t.case_id is not null then app.case_task_refusal(t.case_id, t.category, p_to, app.institution_id(),
        array(select x.role::text from things x where x.case_id = t.case_id and x.role is not null),
        exists (select from things x where x.case_id = t.case_id and x.line_id is not null))
      when not exists (select from employment e join user_account u on u.id = e.user_id and u.disabled_at is null
        where e.user_id = p_to and e.institution_id = app.institution_id() and e.ends_on is null) then 'notHere' end
    from app.handover_tasks(p_from) t where p_from is not null
  $$;

-- With the rights of who calls it: to everybody but the functions below the policies and app.keep_holder answer.
create function app.pass_tasks(p_tasks uuid[], p_to uuid) returns void
  language sql volatile security invoker set search_path = pg_catalog, public, app
  as $$
    update task set to_user_id = p_to, version = version + 1 where id = any (p_tasks) and status = 'open';
    update case_task set to_user_id = p_to, version = version + 1 where id = any (p_tasks) and status = 'open';
  $$;

-- Cases and services, places in teams, tasks: one step. The tasks are looked up before it, as the end of a role on a case
-- leaves them to the house.
create function app.hand_over_all(p_from uuid, p_to uuid, p_reason text, p_things uuid[], p_seats text[], p_tasks uuid[])
  returns uuid language plpgsql volatile security definer set search_path = pg_catalog, public, app
  as $$
  declare
    v_id uuid;
    v_tasks uuid[] := array(select t.id from app.handover_tasks(p_from) t where t.id = any (p_tasks));
    v_employed boolean := exists (select from employment e join user_account u on u.id = e.user_id and u.disabled_at is null
      where e.user_id = p_to and e.institution_id = app.institution_id() and e.ends_on is null);
  begin
    if cardinality(p_things) > 0 then v_id := app.hand_over_work(p_from, p_to, p_reason, p_things); end if;
    if cardinality(p_seats) > 0 then v_id := app.hand_over_seats(v_id, p_from, p_to, p_reason, p_seats); end if;
    if cardinality(v_tasks) > 0 and v_id is null then
      insert into work_handover (institution_id, from_user_id, to_user_id, reason_key, handed_by_id)
        values (app.institution_id(), p_from, p_to, p_reason, app.actor_id()) returning id into v_id;
    end if;
    insert into work_handover_task (handover_id, task_id, case_id, team_id, refusal)
      select v_id, t.id, null, t.team_id, case when not v_employed then 'notHere' end from task t where t.id = any (v_tasks)
      union all
      select v_id, k.id, k.case_id, k.team_id,
          app.case_task_refusal(k.case_id, k.category, p_to, app.institution_id(), '{}', false)
        from case_task k where k.id = any (v_tasks);
    perform app.pass_tasks(array(select w.task_id from work_handover_task w where w.handover_id = v_id and w.refusal is null), p_to);
    return v_id;
  end $$;

-- Another holder of a task of a case: its coordinators by hand, and the steps above, which ask by themselves.
create or replace function app.keep_holder() returns trigger
  language plpgsql stable security invoker set search_path = pg_catalog, public, app
  as $$
  begin
    if app.actor_id() is not null
       and current_user <> (select pg_get_userbyid(relowner) from pg_class where oid = tg_relid)
       and not app.case_role(new.case_id, 'koordynator_rodziny', 'koordynator_zespolu')
       and not (new.to_user_id is null and (new.to_institution_id, new.due_on) = (old.to_institution_id, old.due_on)) then
      raise exception 'a task of a case is given on by its coordinators' using errcode = '42501';
    end if;
    return new;
  end $$;

-- The end of an employment: how many tasks, one successor for all of them.
do $do$
declare
  body text := pg_get_functiondef('app.holdings(uuid,uuid)'::regprocedure);
  was constant text := 'select ''line'', l.team_id, count(*)::int from basket_line l';
begin
  if position(was in body) = 0 then raise exception 'holdings is another one'; end if;
  execute replace(body, was, 'select ''task'', null::uuid, count(*)::int from (
          select t.id from task t where t.to_user_id = p_user and t.to_institution_id = p_institution and t.status = ''open''
          union all
          select k.id from case_task k where k.to_user_id = p_user and k.to_institution_id = p_institution and k.status = ''open''
        ) open_task having count(*) > 0
      union all
      ' || was);
end $do$;

-- The tasks of who leaves, with who of the house could take one of a case today: by name for the head of that house alone.
create function app.leaving_tasks(p_user uuid, p_institution uuid) returns table (id uuid, of_case boolean, takers uuid[])
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select t.id, false, null::uuid[] from task t
    where t.to_user_id = p_user and t.to_institution_id = p_institution and t.status = 'open'
      and app.may_end_employment(p_user, p_institution)
    union all
    select k.id, true, case when p_institution = app.institution_id() and (select app.heads_house())
          and k.case_id <> all ((select app.away_case_ids())::uuid[]) then array(
        select e.user_id from employment e where e.institution_id = p_institution and e.ends_on is null and e.user_id <> p_user
          and app.case_task_refusal(k.case_id, k.category, e.user_id, p_institution, '{}', false) is null) end
    from case_task k
    where k.to_user_id = p_user and k.to_institution_id = p_institution and k.status = 'open'
      and app.may_end_employment(p_user, p_institution)
  $$;

-- Everything that somebody holds, each to its successor (`kind:team`), tasks last.
create function app.hand_over_each(p_user uuid, p_institution uuid, p_successors jsonb) returns void
  language plpgsql volatile security definer set search_path = pg_catalog, public, app
  as $$
  declare
    h record;
    v_to uuid := (p_successors ->> 'task:')::uuid;
    v_tasks uuid[] := array(select t.id from app.leaving_tasks(p_user, p_institution) t);
  begin
    for h in select * from app.holdings(p_user, p_institution) x where x.kind <> 'task' loop
      perform app.hand_over(p_user, p_institution, h.kind, h.team_id,
                            (p_successors ->> (h.kind || ':' || coalesce(h.team_id::text, '')))::uuid);
    end loop;
    if v_to is not null and cardinality(v_tasks) > 0 then
      if app.hand_over_refusal(p_user, p_institution, 'task', null, v_to) is not null then
        raise exception 'hand-over refused' using errcode = 'insufficient_privilege';
      end if;
      perform app.pass_tasks(array(
        select t.id from task t where t.id = any (v_tasks)
        union all
        select k.id from case_task k where k.id = any (v_tasks)
          and app.case_task_refusal(k.case_id, k.category, v_to, p_institution, '{}', false) is null), v_to);
    end if;
  end $$;
