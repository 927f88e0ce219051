-- Chosen cases and services of one person go to a colleague of the same house in one step, with a reason and a record of
-- it. Who may: the head of the house (for somebody absent), and the team's coordinator in cases of the own unit.
create table work_handover (
  id uuid not null default gen_random_uuid() constraint work_handover_pkey primary key,
  institution_id uuid not null,
  from_user_id uuid not null,
  to_user_id uuid not null,
  reason_key text not null,
  handed_by_id uuid not null,
  handed_at timestamptz(3) not null default current_timestamp,
  constraint handover_to_another check (from_user_id <> to_user_id)
);
create index work_handover_institution_id_handed_at_id_idx on work_handover (institution_id, handed_at, id);

create table work_handover_item (
  id uuid not null default gen_random_uuid() constraint work_handover_item_pkey primary key,
  handover_id uuid not null references work_handover (id) on delete cascade on update no action,
  case_id uuid not null,
  team_id uuid not null,
  -- the role on the case, or the service for which somebody is named
  role role,
  line_id uuid,
  -- why it stayed where it was; null: it was handed over
  refusal text,
  constraint handover_of_one_thing check ((role is null) <> (line_id is null))
);
create index work_handover_item_handover_id_idx on work_handover_item (handover_id);
create index work_handover_item_case_id_idx on work_handover_item (case_id);
create index work_handover_item_team_id_idx on work_handover_item (team_id);

select app.protect(t) from unnest(array['work_handover', 'work_handover_item']) t;

-- Who answers for the people of this institution.
create function app.heads_house() returns boolean
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$ select app.has_role('lider_gminny', 'lider_powiatowy', 'decydent') $$;

-- What the actor may hand over of a colleague's work (of everybody's, when nobody is named). Cases of which the actor must
-- learn nothing stay out.
create function app.handover_things(p_from uuid) returns table (
    id uuid, user_id uuid, case_id uuid, team_id uuid, gmina_code text, owner_institution_id uuid, role public.role, line_id uuid)
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select r.id, r.user_id, c.id, c.team_id, c.gmina_code, c.owner_institution_id, r.role, null::uuid
    from role_assignment r join family_case c on c.id = r.case_id
    where r.institution_id = app.institution_id() and (p_from is null or r.user_id = p_from) and r.ended_at is null
      and r.role in ('koordynator_rodziny', 'asystent_rodziny', 'specjalista')
      and r.starts_on <= app.today() and (r.ends_on is null or r.ends_on >= app.today())
      and c.status not in ('closed', 'rejected', 'redirected', 'archived', 'erased')
      and c.id <> all ((select app.away_case_ids())::uuid[])
      and ((select app.heads_house()) or c.owner_institution_id = app.institution_id() and c.team_id = any ((select app.case_team_ids())::uuid[]))
    union all
    select l.id, l.responsible_user_id, l.case_id, l.team_id, c.gmina_code, c.owner_institution_id, null, l.id
    from basket_line l join family_case c on c.id = l.case_id
    where l.provider_institution_id = app.institution_id()
      and l.responsible_user_id is not null and (p_from is null or l.responsible_user_id = p_from)
      and l.status not in ('draft', 'declined', 'delivered', 'partlyDelivered', 'notDelivered', 'cancelled')
      and c.id <> all ((select app.away_case_ids())::uuid[])
      and ((select app.heads_house()) or c.owner_institution_id = app.institution_id() and c.team_id = any ((select app.case_team_ids())::uuid[]))
  $$;

-- Why this thing cannot go to this colleague; null: it can (the same rules as for naming one alone).
create function app.handover_refusal(p_role public.role, p_case uuid, p_gmina text, p_owner uuid, p_to uuid) returns text
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    with held as (
      select r.role, r.case_id, c.gmina_code, c.status from role_assignment r left join family_case c on c.id = r.case_id
      where r.user_id = p_to and r.institution_id = app.institution_id() and r.ended_at is null
        and (r.ends_on is null or r.ends_on >= app.today())
    )
    select case
      when not exists (select from employment e join user_account u on u.id = e.user_id and u.disabled_at is null
          where e.user_id = p_to and e.institution_id = app.institution_id() and e.ends_on is null) then 'notHere'
      when p_role is null then case when not exists (select from held h
          where h.role in ('wykonawca', 'specjalista', 'asystent_rodziny', 'decydent')
             or h.role = 'koordynator_rodziny' and p_owner = app.institution_id()) then 'cannotDeliver' end
      when exists (select from held h where h.role in ('iod', 'audytor', 'radny', 'ministerstwo', 'operator'))
        or exists (select from held) and not exists (select from held h where h.role <> 'admin_lokalny') then 'keptApart'
      when exists (select from held h where h.case_id = p_case and h.role = p_role) then 'alreadyThere'
      when p_role in ('koordynator_rodziny', 'asystent_rodziny') and exists (select from held h
          where h.role = case p_role when 'asystent_rodziny' then 'koordynator_rodziny' else 'asystent_rodziny' end::role
            and h.gmina_code = p_gmina
            and h.status not in ('closed', 'rejected', 'redirected', 'archived', 'erased')) then 'bothRolesInGmina'
    end
  $$;

create function app.handover_preview(p_from uuid, p_to uuid) returns table (
    id uuid, case_id uuid, team_id uuid, role text, line_id uuid, number text, refusal text)
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select t.id, t.case_id, t.team_id, t.role::text, t.line_id, c.number,
           case when p_to is not null then app.handover_refusal(t.role, t.case_id, t.gmina_code, t.owner_institution_id, p_to) end
    from app.handover_things(p_from) t join family_case c on c.id = t.case_id
    where p_from is not null
    order by c.number, t.line_id nulls first, t.id
  $$;

create function app.handover_people() returns table (user_id uuid, name text, cases int, services int)
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select t.user_id, u.given_name || ' ' || u.family_name, count(t.role)::int, count(t.line_id)::int
    from app.handover_things(null) t join user_account u on u.id = t.user_id
    group by t.user_id, u.given_name, u.family_name order by u.family_name, u.given_name
  $$;

-- Everything that can go goes in this one statement; what cannot is recorded with the reason.
create function app.hand_over_work(p_from uuid, p_to uuid, p_reason text, p_things uuid[]) returns uuid
  language plpgsql volatile security definer set search_path = pg_catalog, public, app
  as $$
  declare t record; v_id uuid := gen_random_uuid(); v_refusal text;
  begin
    insert into work_handover (id, institution_id, from_user_id, to_user_id, reason_key, handed_by_id)
      values (v_id, app.institution_id(), p_from, p_to, p_reason, app.actor_id());
    -- one change of these people's work at a time
    perform 1 from role_assignment r where r.id = any (p_things) order by r.id for update;
    for t in select * from app.handover_things(p_from) x where x.id = any (p_things) order by x.id loop
      v_refusal := app.handover_refusal(t.role, t.case_id, t.gmina_code, t.owner_institution_id, p_to);
      insert into work_handover_item (handover_id, case_id, team_id, role, line_id, refusal)
        values (v_id, t.case_id, t.team_id, t.role, t.line_id, v_refusal);
      continue when v_refusal is not null;
      if t.line_id is not null then
        update basket_line set responsible_user_id = p_to, version = version + 1, updated_at = now() where id = t.line_id;
      else
        update role_assignment set ended_at = now(), ends_on = app.today() where id = t.id;
        insert into role_assignment (user_id, institution_id, role, case_id, starts_on, granted_by_id)
          values (p_to, app.institution_id(), t.role, t.case_id, app.today(), app.actor_id());
      end if;
    end loop;
    if not exists (select from work_handover_item i where i.handover_id = v_id) then
      raise exception 'nothing of this person may be handed over by the actor' using errcode = '42501';
    end if;
    return v_id;
  end $$;

create function app.sees_handover(p_handover uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select exists (select from work_handover h where h.id = p_handover and (
      h.institution_id = app.institution_id() and (app.heads_house() or app.actor_id() in (h.handed_by_id, h.from_user_id, h.to_user_id))
      or exists (select from work_handover_item i where i.handover_id = h.id and i.refusal is null and app.works_on(i.case_id))))
  $$;
create policy read_own on work_handover for select using (
  institution_id = (select app.institution_id())
    and ((select app.heads_house()) or (select app.actor_id()) in (handed_by_id, from_user_id, to_user_id))
  or app.sees_handover(id));
-- who handed over, and who works on the case; a refused thing is nobody else's matter
create policy read_own on work_handover_item for select using (
  case_id <> all ((select app.away_case_ids())::uuid[])
  and (refusal is null and app.works_on(case_id)
       or exists (select from work_handover h where h.id = handover_id and h.institution_id = (select app.institution_id())
            and ((select app.heads_house()) or h.handed_by_id = (select app.actor_id())))));

-- With the destroyed case.
create or replace function app.destroy_restrictions() returns trigger
  language plpgsql volatile security definer set search_path = pg_catalog, public, app
  as $$
  begin
    if new.status = 'erased' and old.status <> 'erased' then
      delete from case_restriction where case_id = new.id;
      delete from work_handover_item where case_id = new.id;
    end if;
    return new;
  end $$;
