-- Tasks: who does what until when, about a team or nothing (task), or about a case (case_task). What is written of a case is
-- content of that case, under one category: a table of its own. See docs/decisions/0025.

-- R on "Meeting: items that name no case" (domain 3.6).
create function app.meeting_team_ids() returns uuid[]
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select coalesce(array_agg(distinct id), '{}') from (
      select t.id from team t where t.wojewodztwo_code = any ((select app.my_region_codes('rops_koordynator'))::text[])
      union all
      select a.team_id from app.my_assignments() a
        where a.team_id is not null and a.role in ('animator', 'koordynator_zespolu')
      union all
      select m.team_id from team_member m
        where m.institution_id = app.institution_id() and m.left_on is null
          and app.has_role('lider_gminny', 'lider_powiatowy', 'koordynator_zespolu', 'koordynator_rodziny', 'asystent_rodziny',
                           'decydent', 'specjalista', 'radny', 'audytor')
      union all
      select t.id from team t
        where (t.lead_institution_id = app.institution_id() or t.created_institution_id = app.institution_id())
          and app.has_role('lider_gminny', 'audytor')
    ) visible where id is not null
  $$;

-- U on it.
create function app.meeting_keeper_team_ids() returns uuid[]
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select coalesce(array_agg(distinct id), '{}') from (
      select a.team_id as id from app.my_assignments() a
        where a.team_id is not null and a.role in ('animator', 'koordynator_zespolu')
      union all
      select m.team_id from team_member m
        where m.institution_id = app.institution_id() and m.left_on is null and app.has_role('lider_gminny', 'lider_powiatowy')
      union all
      select t.id from team t
        where (t.lead_institution_id = app.institution_id() or t.created_institution_id = app.institution_id())
          and app.has_role('lider_gminny')
    ) kept where id is not null
  $$;

create table task (
  id uuid not null default gen_random_uuid() constraint task_pkey primary key,
  team_id uuid,
  title text not null,
  note text,
  due_on date not null,
  to_user_id uuid,
  to_institution_id uuid not null,
  status text not null default 'open' check (status in ('open', 'done', 'cancelled')),
  end_note text,
  ended_by_id uuid,
  ended_at timestamptz(3),
  coordinator_told_on date,
  leader_told_on date,
  created_by_id uuid not null,
  created_institution_id uuid not null,
  created_at timestamptz(3) not null default current_timestamp,
  version int not null default 1,
  constraint task_ended check ((status = 'open') = (ended_at is null) and (ended_at is null) = (ended_by_id is null)),
  constraint task_given_up_for_a_reason check (status <> 'cancelled' or end_note is not null)
);
create index task_team_id_due_on_idx on task (team_id, due_on);
create index task_to_institution_id_to_user_id_idx on task (to_institution_id, to_user_id);
create index task_created_by_id_idx on task (created_by_id);
select app.protect('task');

create table case_task (
  id uuid not null default gen_random_uuid() constraint case_task_pkey primary key,
  case_id uuid not null,
  team_id uuid not null,
  owner_institution_id uuid not null,
  category data_category not null default 'PODSTAWOWE',
  title text not null,
  note text,
  due_on date not null,
  to_user_id uuid,
  to_institution_id uuid not null,
  status text not null default 'open' check (status in ('open', 'done', 'cancelled')),
  end_note text,
  ended_by_id uuid,
  ended_at timestamptz(3),
  coordinator_told_on date,
  leader_told_on date,
  created_by_id uuid not null,
  created_institution_id uuid not null,
  created_at timestamptz(3) not null default current_timestamp,
  version int not null default 1,
  constraint case_task_ended check ((status = 'open') = (ended_at is null) and (ended_at is null) = (ended_by_id is null)),
  constraint case_task_given_up_for_a_reason check (status <> 'cancelled' or end_note is not null)
);
create index case_task_case_id_idx on case_task (case_id);
create index case_task_team_id_idx on case_task (team_id);
create index case_task_to_institution_id_to_user_id_idx on case_task (to_institution_id, to_user_id);
select app.protect('case_task');

-- Who was given it (an institution: its people), who heads that house, who gave it, and the team that it is about.
create policy read_given on task for select using (
  to_institution_id = (select app.institution_id()) and (to_user_id is null or to_user_id = (select app.actor_id())
    or (select app.has_role('decydent', 'lider_gminny', 'lider_powiatowy'))));
create policy read_own on task for select using (
  created_by_id = (select app.actor_id()) and created_institution_id = (select app.institution_id()));
create policy read_team on task for select using (team_id = any ((select app.meeting_team_ids())::uuid[]));
create policy add on task for insert with check (
  created_by_id = (select app.actor_id()) and created_institution_id = (select app.institution_id()) and status = 'open' and (
    team_id is null and to_institution_id = (select app.institution_id())
    or team_id = any ((select app.meeting_keeper_team_ids())::uuid[])));
create policy mend on task for update using (
  status = 'open' and (
    to_institution_id = (select app.institution_id())
      and (to_user_id is null or to_user_id = (select app.actor_id())
        or (select app.has_role('decydent', 'lider_gminny', 'lider_powiatowy')))
    or created_by_id = (select app.actor_id()) and created_institution_id = (select app.institution_id())
    or team_id = any ((select app.meeting_keeper_team_ids())::uuid[])))
  with check (true);

-- Of a case: by its category; and by who was given it, as long as the family's consent opens the category to that house.
create function app.case_task_given(p_case uuid, p_owner uuid, p_category public.data_category, p_user uuid, p_institution uuid)
  returns boolean language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select p_institution = app.institution_id()
      and (p_user = app.actor_id() or app.has_role('decydent', 'lider_gminny', 'lider_powiatowy'))
      and (p_owner = app.institution_id() and not app.is_sensitive(p_category)
        or app.granted(app.institution_id(), p_case, null, p_category))
  $$;
create policy read_category on case_task for select using (app.category_open(case_id, null, category, owner_institution_id));
create policy read_given on case_task for select using (
  app.case_task_given(case_id, owner_institution_id, category, to_user_id, to_institution_id));
create policy add on case_task for insert with check (
  created_by_id = (select app.actor_id()) and created_institution_id = (select app.institution_id())
  and owner_institution_id = (select app.institution_id()) and status = 'open'
  and app.case_role(case_id, 'koordynator_rodziny', 'koordynator_zespolu')
  and app.category_open(case_id, null, category, owner_institution_id)
  and (to_institution_id = owner_institution_id or app.granted(to_institution_id, case_id, null, category)));
create policy mend on case_task for update using (
    status = 'open' and (
      app.case_task_given(case_id, owner_institution_id, category, to_user_id, to_institution_id)
      or app.case_role(case_id, 'koordynator_rodziny', 'koordynator_zespolu')
        and app.category_open(case_id, null, category, owner_institution_id)))
  with check (to_institution_id = owner_institution_id or app.granted(to_institution_id, case_id, null, category));
do $do$
begin
  execute format('create policy restricted on case_task as restrictive for all using (
    current_user = %L or case_id <> all ((select app.away_case_ids())::uuid[]))', current_user);
end $do$;

-- What was asked stays what it was; an ended task is not opened again.
create function app.keep_task() returns trigger language plpgsql set search_path = pg_catalog, public, app
  as $$
  begin
    if (new.id, new.team_id, new.title, new.note, new.created_by_id, new.created_institution_id, new.created_at)
       is distinct from (old.id, old.team_id, old.title, old.note, old.created_by_id, old.created_institution_id, old.created_at)
       or old.status <> 'open' and new.status <> old.status then
      raise exception 'a task is ended or given to somebody else, never rewritten' using errcode = '42501';
    end if;
    return new;
  end $$;
create trigger keep_task before update on task for each row execute function app.keep_task();
create trigger keep_task before update on case_task for each row execute function app.keep_task();
create function app.keep_case_of_task() returns trigger language plpgsql set search_path = pg_catalog, public, app
  as $$
  begin
    raise exception 'a task stays in its case' using errcode = '42501';
  end $$;
create trigger keep_case_of_task before update on case_task for each row
  when ((new.case_id, new.owner_institution_id, new.category) is distinct from (old.case_id, old.owner_institution_id, old.category))
  execute function app.keep_case_of_task();

-- Words about a family go with its destroyed case; who leaves a house leaves the open tasks to it.
create function app.destroy_tasks() returns trigger
  language plpgsql volatile security definer set search_path = pg_catalog, public, app
  as $$
  begin
    if new.status = 'erased' and old.status <> 'erased' then delete from case_task where case_id = new.id; end if;
    return new;
  end $$;
create trigger destroy_tasks after update of status on family_case for each row execute function app.destroy_tasks();
create function app.leave_tasks() returns trigger
  language plpgsql volatile security definer set search_path = pg_catalog, public, app
  as $$
  begin
    update task set to_user_id = null, version = version + 1
      where to_user_id = new.user_id and to_institution_id = new.institution_id and status = 'open';
    update case_task set to_user_id = null, version = version + 1
      where to_user_id = new.user_id and to_institution_id = new.institution_id and status = 'open';
    return new;
  end $$;
create trigger leave_tasks after update of ends_on on employment for each row
  when (old.ends_on is null and new.ends_on is not null) execute function app.leave_tasks();

-- Who sits in the team today, with name and address of work: for who calls it together and gives tasks.
create function app.team_people(p_team uuid)
  returns table (user_id uuid, institution_id uuid, name text, institution text, email text, seat text)
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    with seats as (
      select m.representative_id as user_id, m.institution_id, 'representative' as seat from team_member m
        where m.team_id = p_team and m.left_on is null
      union all
      select m.deputy_id, m.institution_id, 'deputy' from team_member m where m.team_id = p_team and m.left_on is null
      union all
      select r.user_id, r.institution_id, r.role::text from role_assignment r join team t on t.id = p_team
        where (r.team_id = t.id and r.role in ('koordynator_zespolu', 'animator')
            or r.role = 'lider_gminny' and r.institution_id = t.lead_institution_id)
          and r.ended_at is null and r.starts_on <= app.today() and (r.ends_on is null or r.ends_on >= app.today())
    )
    select s.user_id, s.institution_id, u.given_name || ' ' || u.family_name, i.name, u.email, min(s.seat)
    from seats s join user_account u on u.id = s.user_id and u.disabled_at is null join institution i on i.id = s.institution_id
    where p_team = any ((select app.meeting_keeper_team_ids())::uuid[])
    group by s.user_id, s.institution_id, u.given_name, u.family_name, i.name, u.email
  $$;

-- Who could be given a task of this case: who works on it, who delivers in it, who decides for an institution that takes part.
-- Of a restricted case only those who are named.
create function app.case_people(p_case uuid) returns table (user_id uuid, institution_id uuid, name text, institution text)
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    with it as (
      select c.* from family_case c where c.id = p_case and c.owner_institution_id = app.institution_id()
        and app.case_role(c.id, 'koordynator_rodziny', 'koordynator_zespolu')
    ), found as (
      select r.user_id, r.institution_id from it c join role_assignment r on
           r.case_id = c.id
        or r.role = 'koordynator_zespolu' and r.team_id = c.team_id and r.institution_id = c.owner_institution_id
        or r.role = 'lider_gminny' and r.institution_id = c.owner_institution_id
        or r.role in ('decydent', 'lider_powiatowy') and exists (select from case_participant p where p.case_id = c.id
             and p.institution_id = r.institution_id and p.starts_on <= app.today() and (p.ends_on is null or p.ends_on >= app.today()))
      where r.ended_at is null and r.starts_on <= app.today() and (r.ends_on is null or r.ends_on >= app.today())
      union
      select l.responsible_user_id, l.provider_institution_id from it c join basket_line l on l.case_id = c.id
      where l.responsible_user_id is not null and l.status <> 'draft'
    )
    select f.user_id, f.institution_id, u.given_name || ' ' || u.family_name, i.name
    from found f join user_account u on u.id = f.user_id and u.disabled_at is null join institution i on i.id = f.institution_id
    where (f.institution_id = app.institution_id() or app.case_open(f.institution_id, p_case))
      and not exists (select from case_restriction r where r.case_id = p_case and r.ended_at is null
        and not exists (select from case_restriction_person n where n.restriction_id = r.id and n.user_id = f.user_id))
  $$;

-- One round of the clock, by nobody: on the day after its term a task goes to who was given it and to the coordinator, a week
-- later to the leader. Once each. About nothing: to who gave it, then to the heads of the house.
create function app.tell_late_tasks() returns integer
  language plpgsql volatile security definer set search_path = pg_catalog, public, app
  as $$
  declare told integer := 0; n integer;
  begin
    with late as (
      update task set coordinator_told_on = app.today()
      where status = 'open' and coordinator_told_on is null and due_on < app.today() returning *
    ), given as (
      select l.id, l.team_id, h as user_id, l.to_institution_id as institution_id
      from late l, lateral app.line_hearers(l.to_institution_id, l.to_user_id) h
    )
    insert into notification (user_id, institution_id, kind, team_id)
      select user_id, institution_id, 'task.overdue', team_id from given
      union all
      select distinct o.user_id, o.institution_id, 'task.overdueOther', l.team_id from late l, lateral (
        select r.user_id, r.institution_id from role_assignment r
          where r.role = 'koordynator_zespolu' and r.team_id = l.team_id and r.ended_at is null
            and r.starts_on <= app.today() and (r.ends_on is null or r.ends_on >= app.today())
        union select l.created_by_id, l.created_institution_id where l.team_id is null
      ) o where o.user_id not in (select g.user_id from given g where g.id = l.id);
    get diagnostics n = row_count; told := told + n;
    with late as (
      update task set leader_told_on = app.today()
      where status = 'open' and leader_told_on is null and due_on + 7 < app.today() returning *
    )
    insert into notification (user_id, institution_id, kind, team_id)
      select distinct r.user_id, r.institution_id, 'task.overdueLeader', l.team_id
      from late l left join team t on t.id = l.team_id join role_assignment r on
           r.role = 'lider_gminny' and r.institution_id = t.lead_institution_id
        or l.team_id is null and r.role in ('lider_gminny', 'lider_powiatowy', 'decydent') and r.institution_id = l.to_institution_id
      where r.ended_at is null and r.starts_on <= app.today() and (r.ends_on is null or r.ends_on >= app.today());
    get diagnostics n = row_count; told := told + n;

    with late as (
      update case_task k set coordinator_told_on = app.today() from family_case c
      where c.id = k.case_id and c.status not in ('closed', 'rejected', 'redirected', 'archived', 'erased')
        and k.status = 'open' and k.coordinator_told_on is null and k.due_on < app.today() returning k.*
    ), given as (
      select l.id, l.team_id, l.case_id, h as user_id, l.to_institution_id as institution_id
      from late l, lateral app.line_hearers(l.to_institution_id, l.to_user_id) h
    )
    insert into notification (user_id, institution_id, kind, team_id, case_id)
      select user_id, institution_id, 'task.overdue', team_id, case_id from given
      union all
      select distinct h.user_id, h.institution_id, 'task.overdueOther', l.team_id, l.case_id
      from late l, lateral app.case_hearers(l.case_id, 'koordynator_rodziny', 'koordynator_zespolu') h
      where h.user_id not in (select g.user_id from given g where g.id = l.id);
    get diagnostics n = row_count; told := told + n;
    with late as (
      update case_task k set leader_told_on = app.today() from family_case c
      where c.id = k.case_id and c.status not in ('closed', 'rejected', 'redirected', 'archived', 'erased')
        and k.status = 'open' and k.leader_told_on is null and k.due_on + 7 < app.today() returning k.*
    )
    insert into notification (user_id, institution_id, kind, team_id, case_id)
      select distinct h.user_id, h.institution_id, 'task.overdueLeader', l.team_id, l.case_id
      from late l, lateral app.case_hearers(l.case_id, 'lider_gminny') h;
    get diagnostics n = row_count;
    return told + n;
  end $$;
