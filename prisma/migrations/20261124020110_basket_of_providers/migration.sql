-- What a provider needs around its own lines without ever reading the case: whether it may begin, who asks, and the
-- steps of the case that follow from its answer by themselves.

-- As before, but a draft that was dropped before anybody was asked stays unknown to the institution it named.
create or replace function app.provider_line_ids() returns uuid[]
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select coalesce(array_agg(l.id), '{}') from basket_line l
    where l.provider_institution_id = app.institution_id() and l.status <> 'draft'
      and (l.status <> 'cancelled' or l.sent_at is not null)
      and ((l.responsible_user_id = app.actor_id() and app.has_role('wykonawca', 'specjalista', 'asystent_rodziny', 'decydent'))
           or app.has_role('decydent'))
      and (l.owner_institution_id = app.institution_id()
           or (app.case_open(app.institution_id(), l.case_id)
               and (not exists (select from line_beneficiary b where b.line_id = l.id)
                    and app.granted(app.institution_id(), l.case_id, null, l.category)
                    or exists (select from line_beneficiary b where b.line_id = l.id
                               and app.person_granted(app.institution_id(), l.case_id, b.person_id, l.category)))))
  $$;

-- Lines of the actor's own that stand in a plan version in force: a provider does not read the plan.
create function app.lines_in_force(p_lines uuid[]) returns uuid[]
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select coalesce(array_agg(distinct pl.line_id), '{}')
    from plan_line pl join plan p on p.id = pl.plan_id
    where pl.line_id = any (p_lines) and p.status = 'inForce'
      and (pl.line_id = any (app.provider_line_ids()) or app.works_on(pl.case_id))
  $$;

-- Who asks: the family's coordinator (before there is one, who wrote the line), with the institution and a work phone.
create function app.line_askers(p_lines uuid[])
  returns table (line_id uuid, given_name text, family_name text, institution_name text, phone text)
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select l.id, u.given_name, u.family_name, i.name, coalesce(u.phone, i.phone)
    from basket_line l
    left join lateral (
      select r.user_id, r.institution_id from role_assignment r
      where r.case_id = l.case_id and r.role = 'koordynator_rodziny' and r.ended_at is null
      limit 1) r on true
    join user_account u on u.id = coalesce(r.user_id, l.created_by_id)
    join institution i on i.id = coalesce(r.institution_id, l.owner_institution_id)
    where l.id = any (p_lines) and (l.id = any (app.provider_line_ids()) or app.works_on(l.case_id))
  $$;

-- Row 8b: a plan that waits for approval goes back by itself when a provider declines one of its lines.
create function app.return_plan_after_refusal(p_line uuid) returns boolean
  language plpgsql security definer set search_path = pg_catalog, public, app
  as $$
  declare line basket_line; waiting plan;
  begin
    select * into line from basket_line where id = p_line and status = 'declined' and p_line = any (app.provider_line_ids());
    if not found then return false; end if;
    select p.* into waiting from plan p join plan_line pl on pl.plan_id = p.id and pl.line_id = p_line
      where p.case_id = line.case_id and p.status = 'approval';
    if not found then return false; end if;
    update family_case set status = 'planning', status_since = app.today(), due_on = null,
        version = version + 1, updated_at = now()
      where id = line.case_id and status = 'planApproval';
    if not found then return false; end if;
    update plan set status = 'draft', version = version + 1, updated_at = now() where id = waiting.id;
    insert into case_transition (case_id, team_id, from_status, to_status, actor_id, institution_id, reason_key)
      values (line.case_id, line.team_id, 'planApproval', 'planning', app.actor_id(), app.institution_id(), 'provider_declined');
    return true;
  end $$;

-- Sums of deliveries on the line and the day of the first service on the case follow the deliveries themselves.
-- The line is locked first: two people who note at once are both counted.
create function app.count_deliveries() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public, app
  as $$
  begin
    perform from basket_line where id = new.line_id for update;
    update basket_line set
        delivered_quantity = (select coalesce(sum(d.quantity), 0) from service_delivery d where d.line_id = new.line_id and d.cancelled_at is null),
        last_delivery_on = (select max(d.delivered_on) from service_delivery d where d.line_id = new.line_id and d.cancelled_at is null)
      where id = new.line_id;
    update family_case set first_service_on = (
        select min(d.delivered_on) from service_delivery d where d.case_id = new.case_id and d.cancelled_at is null)
      where id = new.case_id and (first_service_on is null or first_service_on > new.delivered_on or new.cancelled_at is not null);
    return null;
  end $$;
create trigger count_deliveries after insert or update of cancelled_at, quantity, delivered_on on service_delivery
  for each row execute function app.count_deliveries();
