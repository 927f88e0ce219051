-- What is written about a family in free words bears a category, or stays with the people of the owner (domain 3.6,
-- 5.3.7): a look at the work and the card of evaluation were read by whoever worked on the case, with consent for the
-- basic data alone.

-- The most guarded category of the needs of a case: what a text about the whole family is kept under unless said otherwise.
create function app.guarded_category(p_case uuid) returns data_category
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select coalesce((select n.category from need n where n.case_id = p_case and n.closed_on is null
      order by app.is_sensitive(n.category) desc, n.category limit 1), 'RELACJE')
  $$;

alter table monitoring_card add column category data_category not null default 'RELACJE';
alter table evaluation add column category data_category not null default 'RELACJE';
alter table monitoring_card add column updated_at timestamptz(3) not null default current_timestamp;
update monitoring_card set category = app.guarded_category(case_id);
update evaluation set category = app.guarded_category(case_id);

drop policy read_case on monitoring_card;
drop policy write_case on monitoring_card;
drop policy mend_case on monitoring_card;
create policy read_category on monitoring_card for select using (
  app.category_open(case_id, null, category, owner_institution_id));
create policy add on monitoring_card for insert with check (
  app.category_open(case_id, null, category, owner_institution_id)
  and app.case_role(case_id, 'koordynator_rodziny', 'koordynator_zespolu', 'lider_gminny', 'asystent_rodziny'));
create policy mend on monitoring_card for update using (
  app.category_open(case_id, null, category, owner_institution_id)
  and app.case_role(case_id, 'koordynator_rodziny', 'koordynator_zespolu', 'lider_gminny', 'asystent_rodziny'));

-- The evaluation is approved by the owner's leader and coordinators, who read it whatever its category (domain 3.6: RA).
create function app.answers_for(p_case uuid, p_owner uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select p_owner = app.institution_id()
      and app.case_role(p_case, 'koordynator_rodziny', 'koordynator_zespolu', 'lider_gminny', 'audytor')
  $$;
drop policy read_case on evaluation;
drop policy write_case on evaluation;
drop policy mend_case on evaluation;
create policy read_category on evaluation for select using (
  app.answers_for(case_id, owner_institution_id) or app.category_open(case_id, null, category, owner_institution_id));
create policy add on evaluation for insert with check (
  app.category_open(case_id, null, category, owner_institution_id)
  and app.case_role(case_id, 'koordynator_rodziny', 'asystent_rodziny'));
create policy mend on evaluation for update using (
  app.category_open(case_id, null, category, owner_institution_id)
  and app.case_role(case_id, 'koordynator_rodziny', 'asystent_rodziny'));

-- Why a version was made or dropped, in free words, for the owner's people alone: row-level security hides rows and not
-- columns, so it is a table of its own. That a version ended with the case is no such word and stays with it.
create table plan_reason (
  plan_id uuid not null primary key references plan (id) on delete restrict on update cascade,
  case_id uuid not null,
  team_id uuid not null,
  owner_institution_id uuid not null,
  change_reason text,
  end_reason text
);
create index plan_reason_case_id_idx on plan_reason (case_id);
create index plan_reason_team_id_idx on plan_reason (team_id);
select app.protect('plan_reason');
create policy read_owner on plan_reason for select using (
  app.answers_for(case_id, owner_institution_id)
  or owner_institution_id = (select app.institution_id()) and app.case_role(case_id, 'asystent_rodziny'));
create policy add on plan_reason for insert with check (
  owner_institution_id = (select app.institution_id()) and app.case_role(case_id, 'koordynator_rodziny', 'lider_gminny'));
create policy mend on plan_reason for update using (
  owner_institution_id = (select app.institution_id()) and app.case_role(case_id, 'koordynator_rodziny', 'lider_gminny'));

alter table plan add column ended_with_case boolean not null default false;
update plan set ended_with_case = true where end_reason = 'Zakończenie współpracy';
insert into plan_reason (plan_id, case_id, team_id, owner_institution_id, change_reason, end_reason)
  select id, case_id, team_id, owner_institution_id, change_reason, case when not ended_with_case then end_reason end
  from plan where change_reason is not null or (end_reason is not null and not ended_with_case);
alter table plan drop column change_reason;
alter table plan drop column end_reason;

create or replace function app.end_work(p_case uuid, p_keep_carried boolean) returns void
  language plpgsql volatile security definer set search_path = pg_catalog, public, app
  as $$
  declare l record;
  begin
    if not app.case_role(p_case, 'lider_gminny', 'koordynator_zespolu', 'koordynator_rodziny')
       or not exists (select from family_case c where c.id = p_case and c.status = 'closed') then
      raise exception 'not the end of this case' using errcode = '42501';
    end if;
    update plan set status = case when status = 'inForce' then 'superseded' else 'dropped' end::plan_status,
        ended_on = app.today(), ended_with_case = true, version = version + 1, updated_at = now()
      where case_id = p_case and status in ('inForce', 'draft', 'approval');
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
