-- A case may be restricted (the family of somebody of the staff, a conflict of interest): only the named people see it, in
-- the case itself and in search, lists, notifications and timelines. Figures are made by definer functions and still count
-- it. Never rewritten: ended, and recorded anew. See docs/decisions/0020.
create table case_restriction (
  id uuid not null default gen_random_uuid() constraint case_restriction_pkey primary key,
  case_id uuid not null references family_case (id) on delete cascade on update no action,
  team_id uuid not null,
  owner_institution_id uuid not null,
  reason text not null,
  recorded_by_id uuid not null,
  recorded_at timestamptz(3) not null default current_timestamp,
  ended_by_id uuid,
  ended_at timestamptz(3),
  end_reason text,
  constraint restriction_ended_with_reason check ((ended_at is null) = (ended_by_id is null) and (ended_at is null) = (end_reason is null))
);
create index case_restriction_case_id_idx on case_restriction (case_id);
create index case_restriction_team_id_idx on case_restriction (team_id);
create unique index one_live_restriction on case_restriction (case_id) where ended_at is null;

create table case_restriction_person (
  restriction_id uuid not null references case_restriction (id) on delete cascade on update no action,
  user_id uuid not null,
  case_id uuid not null,
  team_id uuid not null,
  named_by_id uuid,
  named_at timestamptz(3) not null default current_timestamp,
  constraint case_restriction_person_pkey primary key (restriction_id, user_id)
);
create index case_restriction_person_case_id_idx on case_restriction_person (case_id);
create index case_restriction_person_team_id_idx on case_restriction_person (team_id);

select app.protect(t) from unnest(array['case_restriction', 'case_restriction_person']) t;

-- Nobody of the owner who could work with the case or lift the restriction is named any more: then its leader sees it again.
create function app.restriction_orphaned(p_restriction uuid, p_case uuid, p_team uuid, p_owner uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select not exists (
      select from case_restriction_person p join role_assignment a on a.user_id = p.user_id
      where p.restriction_id = p_restriction and a.institution_id = p_owner
        and (a.role in ('lider_gminny', 'lider_powiatowy') or a.role = 'koordynator_zespolu' and a.team_id = p_team
             or a.role = 'koordynator_rodziny' and a.case_id = p_case)
        and a.ended_at is null and a.starts_on <= app.today() and (a.ends_on is null or a.ends_on >= app.today()))
  $$;

-- Restricted cases of which this actor must learn nothing.
create function app.away_case_ids_now() returns uuid[]
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select coalesce(array_agg(r.case_id), '{}') from case_restriction r
    where r.ended_at is null
      and not exists (select from case_restriction_person p where p.restriction_id = r.id and p.user_id = app.actor_id())
      and not (r.owner_institution_id is not distinct from app.institution_id()
               and app.has_role('lider_gminny', 'lider_powiatowy')
               and app.restriction_orphaned(r.id, r.case_id, r.team_id, r.owner_institution_id))
  $$;
create function app.away_case_ids() returns uuid[] language plpgsql stable security definer
  set search_path = pg_catalog, public, app
  as $$
  declare
    known text := app.remembered('away_case_ids');
    ids uuid[];
  begin
    if known is not null then return known::uuid[]; end if;
    ids := app.away_case_ids_now();
    perform app.remember('away_case_ids', ids::text);
    return ids;
  end $$;

-- What is seen of cases at all: each question behind the policies leaves the restricted ones out.
do $do$
declare
  change record;
  body text;
  away constant text := '<> all ((select app.away_case_ids())::uuid[])';
begin
  for change in select * from (values
    ('own_case_ids_now()', 'and c.owner_institution_id = app.institution_id()', 'and c.owner_institution_id = app.institution_id() and c.id ' || away),
    ('shared_case_ids_now()', 'and c.owner_institution_id <> app.institution_id()', 'and c.owner_institution_id <> app.institution_id() and c.id ' || away),
    ('provider_line_ids_now()', 'where l.status <> ''draft''', 'where l.case_id ' || away || ' and l.status <> ''draft'''),
    ('identity_ids_now()', 'select cp.person_id from', 'select cp.person_id, cp.case_id from'),
    ('identity_ids_now()', ') p', ') p where p.case_id ' || away),
    ('case_roles_now(uuid)', 'where c.id = p_case', 'where c.id = p_case and c.id ' || away),
    ('case_conditions(uuid[])', 'where c.id = any (p_ids) and (', 'where c.id = any (p_ids) and c.id ' || away || ' and ('),
    ('work_conditions(uuid[])', 'where c.id = any (p_ids) and (', 'where c.id = any (p_ids) and c.id ' || away || ' and ('),
    ('invitations()', 'where app.has_role(''decydent'')', 'where p.case_id ' || away || ' and app.has_role(''decydent'')'),
    ('referral_statuses()', 'where r.institution_id', 'where r.case_id ' || away || ' and r.institution_id'),
    ('referral_refusals()', 'where r.institution_id', 'where r.case_id ' || away || ' and r.institution_id'),
    ('consulted_case(uuid)', 'and ended_at is null and ends_on >= app.today()', 'and case_id ' || away || ' and ended_at is null and ends_on >= app.today()'),
    -- the officer answers for the register and goes on reading numbers
    ('case_numbers(uuid[])', 'where c.id = any (p_ids) and (', 'where c.id = any (p_ids) and (c.id ' || away || ' or app.has_role(''iod'')) and ('),
    ('destruction_cases()', 'where app.reads_destruction(c.owner_institution_id)', 'where (c.id ' || away || ' or app.has_role(''iod'')) and app.reads_destruction(c.owner_institution_id)')
  ) v (fn, was, becomes) loop
    body := pg_get_functiondef(('app.' || change.fn)::regprocedure);
    if position(change.was in body) = 0 then raise exception 'no % in %', change.was, change.fn; end if;
    execute replace(body, change.was, change.becomes);
  end loop;
end $do$;

-- What is read by team, owner, own institution or own name leaves them out too. The owner's definer functions count on.
create function app.line_is_away(p_line uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$ select exists (select from basket_line l where l.id = p_line and l.case_id = any ((select app.away_case_ids())::uuid[])) $$;

do $do$
declare
  t text;
  away constant text := '(current_user = %L or %s is null or %s <> all ((select app.away_case_ids())::uuid[]))';
begin
  execute format('create policy restricted on family_case as restrictive for all using (' || away || ')', current_user, 'id', 'id');
  foreach t in array array['basket_line', 'referral', 'case_participant', 'consultation'] loop
    execute format('create policy restricted on %I as restrictive for all using (' || away || ')', t, current_user, 'case_id', 'case_id');
  end loop;
  -- `select` only: who takes oneself out writes the log of it afterwards
  execute format('create policy restricted on role_assignment as restrictive for select using (' || away || ')', current_user, 'case_id', 'case_id');
  execute format('create policy restricted on notification as restrictive for select using (' || away
    || ' and (current_user = %L or line_id is null or cardinality((select app.away_case_ids())::uuid[]) = 0 or not app.line_is_away(line_id)))',
    current_user, 'case_id', 'case_id', current_user);
  execute format('create policy restricted on audit_event as restrictive for select using (' || away || ' or (select app.has_role(''iod'')))',
    current_user, 'case_id', 'case_id');
end $do$;

-- Reason and names: the owner's people who are named.
create policy read_named on case_restriction for select using (
  owner_institution_id = (select app.institution_id())
  and (ended_at is null and app.owner_staff(case_id) or app.case_role(case_id, 'koordynator_zespolu', 'lider_gminny')));
create policy finish on case_restriction for update using (
    owner_institution_id = (select app.institution_id()) and ended_at is null
    and app.case_role(case_id, 'koordynator_zespolu', 'lider_gminny'))
  with check (ended_by_id = (select app.actor_id()));
create policy read_named on case_restriction_person for select using (
  exists (select from case_restriction r where r.id = restriction_id));

create function app.keep_restriction() returns trigger language plpgsql set search_path = pg_catalog, public, app
  as $$
  begin
    if old.ended_at is not null
       or (new.id, new.case_id, new.team_id, new.owner_institution_id, new.reason, new.recorded_by_id, new.recorded_at)
          is distinct from (old.id, old.case_id, old.team_id, old.owner_institution_id, old.reason, old.recorded_by_id, old.recorded_at) then
      raise exception 'a restriction is ended and recorded anew, never rewritten' using errcode = '42501';
    end if;
    return new;
  end $$;
create trigger keep_restriction before update on case_restriction for each row execute function app.keep_restriction();

-- Ends what runs, records the new one and names its people in one statement: the actor may take oneself out, and from the
-- first named person on would not see the row. At least one person who can lift it again stays named.
create function app.restrict_case(p_case uuid, p_reason text, p_people uuid[], p_end_reason text) returns uuid
  language plpgsql volatile security definer set search_path = pg_catalog, public, app
  as $$
  declare c family_case; v_id uuid := gen_random_uuid();
  begin
    select * into c from family_case where id = p_case;
    if c.owner_institution_id is distinct from app.institution_id()
       or not app.case_role(p_case, 'koordynator_zespolu', 'lider_gminny') then
      raise exception 'not who leads this case' using errcode = '42501';
    end if;
    if exists (select from unnest(p_people) u where u not in (select s.user_id from app.case_seers(p_case) s)) then
      raise exception 'a person who has nothing to do with the case' using errcode = '42501';
    end if;
    update case_restriction set ended_at = now(), ended_by_id = app.actor_id(), end_reason = p_end_reason
      where case_id = p_case and ended_at is null;
    insert into case_restriction (id, case_id, team_id, owner_institution_id, reason, recorded_by_id)
      values (v_id, p_case, c.team_id, c.owner_institution_id, p_reason, app.actor_id());
    insert into case_restriction_person (restriction_id, user_id, case_id, team_id, named_by_id)
      select distinct v_id, u, p_case, c.team_id, app.actor_id() from unnest(p_people) u;
    if app.restriction_orphaned(v_id, p_case, c.team_id, c.owner_institution_id) then
      raise exception 'nobody could lift it' using errcode = '42501';
    end if;
    return v_id;
  end $$;

-- Who would see the case today by role, for who leads it: whom a restriction may name.
create function app.case_seers(p_case uuid) returns table (user_id uuid, name text, institution text, role text, of_owner boolean)
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    with it as (
      select c.* from family_case c where c.id = p_case and c.owner_institution_id = app.institution_id()
        and app.case_role(c.id, 'koordynator_zespolu', 'lider_gminny')
    ), by_role as (
      select r.user_id, r.institution_id, r.role::text as role from it c join role_assignment r on
           r.case_id = c.id
        or r.role = 'koordynator_zespolu' and r.team_id = c.team_id
        or r.role in ('lider_gminny', 'lider_powiatowy', 'audytor') and r.institution_id = c.owner_institution_id
        or r.role = 'lider_powiatowy' and exists (select from case_participant p where p.case_id = c.id
             and p.institution_id = r.institution_id and (p.ends_on is null or p.ends_on >= app.today()))
        or r.role = 'decydent' and exists (select from basket_line l where l.case_id = c.id and l.status <> 'draft'
             and l.provider_institution_id = r.institution_id)
      where r.ended_at is null and r.starts_on <= app.today() and (r.ends_on is null or r.ends_on >= app.today())
      union
      select l.responsible_user_id, l.provider_institution_id, 'wykonawca' from it c join basket_line l on l.case_id = c.id
      where l.responsible_user_id is not null and l.status <> 'draft'
    )
    select b.user_id, u.given_name || ' ' || u.family_name, i.name, min(b.role),
           bool_or(b.institution_id = it.owner_institution_id)
    from by_role b cross join it join user_account u on u.id = b.user_id and u.disabled_at is null
      join institution i on i.id = b.institution_id
    group by b.user_id, u.given_name, u.family_name, i.name
    order by 5 desc, 3, 2
  $$;

-- Who is given work in a restricted case afterwards is named by that: a successor, a new assistant, a person for a line.
create function app.name_worker() returns trigger
  language plpgsql volatile security definer set search_path = pg_catalog, public, app
  as $$
  declare who uuid := (to_jsonb(new) ->> tg_argv[0])::uuid;
  begin
    if new.case_id is not null and who is not null then
      insert into case_restriction_person (restriction_id, user_id, case_id, team_id, named_by_id)
      select r.id, who, r.case_id, r.team_id, app.actor_id() from case_restriction r
      where r.case_id = new.case_id and r.ended_at is null
      on conflict do nothing;
    end if;
    return null;
  end $$;
create trigger name_worker after insert on role_assignment for each row
  when (new.case_id is not null) execute function app.name_worker('user_id');
create trigger name_first_responsible after insert on basket_line for each row
  when (new.responsible_user_id is not null) execute function app.name_worker('responsible_user_id');
create trigger name_responsible after update of responsible_user_id on basket_line for each row
  when (new.responsible_user_id is distinct from old.responsible_user_id) execute function app.name_worker('responsible_user_id');

-- Nobody else is told anything of it.
create function app.keep_away() returns trigger
  language plpgsql volatile security definer set search_path = pg_catalog, public, app
  as $$
  declare v_case uuid := coalesce(new.case_id, (select l.case_id from basket_line l where l.id = new.line_id));
  begin
    if v_case is not null and exists (
      select from case_restriction r where r.case_id = v_case and r.ended_at is null
        and not exists (select from case_restriction_person p where p.restriction_id = r.id and p.user_id = new.user_id)
        and not (r.owner_institution_id = new.institution_id
                 and app.restriction_orphaned(r.id, r.case_id, r.team_id, r.owner_institution_id))) then
      return null;
    end if;
    return new;
  end $$;
create trigger keep_away before insert on notification for each row
  when (new.case_id is not null or new.line_id is not null) execute function app.keep_away();

-- Reasons are words about persons: they go with the destroyed case, inside app.destroy_listed.
create function app.destroy_restrictions() returns trigger
  language plpgsql volatile security definer set search_path = pg_catalog, public, app
  as $$
  begin
    if new.status = 'erased' and old.status <> 'erased' then
      delete from case_restriction where case_id = new.id;
    end if;
    return new;
  end $$;
create trigger destroy_restrictions after update of status on family_case
  for each row execute function app.destroy_restrictions();
