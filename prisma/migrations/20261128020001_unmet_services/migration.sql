-- A service that a need of a family calls for and nobody here gives (domain 9, indicator 16): a record of its own, with who
-- noted it and when, instead of two columns of the need that kept one service and no author. It ends by itself when the need
-- gets a line with this service; a mistake is taken back. No free words: need, service and dates are what is counted.
create table unmet_service (
  id uuid not null default gen_random_uuid() constraint unmet_service_pkey primary key,
  need_id uuid not null constraint unmet_service_need_id_fkey references need (id) on delete cascade,
  case_id uuid not null,
  team_id uuid not null,
  owner_institution_id uuid not null,
  -- Whose need it is and the category of the service: what the gate asks, beside the need itself.
  person_id uuid,
  service_key text not null,
  category data_category not null,
  noted_on date not null,
  noted_by_id uuid not null,
  noted_at timestamptz(3) not null default current_timestamp,
  ended_on date,
  ended_why text check (ended_why in ('line', 'mistake', 'noLonger')),
  ended_by_id uuid,
  line_id uuid,
  constraint ended_for_a_reason check ((ended_on is null) = (ended_why is null)),
  constraint ended_by_line check ((ended_why = 'line') = (line_id is not null)),
  constraint ended_by_somebody check (ended_why not in ('mistake', 'noLonger') or ended_by_id is not null)
);
create index unmet_service_case_id_idx on unmet_service (case_id);
create index unmet_service_team_id_idx on unmet_service (team_id);
create index unmet_service_need_id_idx on unmet_service (need_id);
create unique index one_open_unmet on unmet_service (need_id, service_key) where ended_on is null;

select app.protect('unmet_service');

-- Read with the need (its own policies answer), and only where the category of the service is open as well: a therapy says
-- more than the need of schooling that it would answer.
create policy read_with_need on unmet_service for select using (
  exists (select from need n where n.id = need_id)
  and app.category_open(case_id, person_id, category, owner_institution_id));
create policy add on unmet_service for insert with check (
  noted_by_id = (select app.actor_id()) and noted_on <= app.today() and ended_on is null
  and exists (select from need n where n.id = need_id and n.case_id = unmet_service.case_id and n.team_id = unmet_service.team_id
    and n.owner_institution_id = unmet_service.owner_institution_id and n.person_id is not distinct from unmet_service.person_id)
  and exists (select from service_type s where s.key = unmet_service.service_key and s.data_category = unmet_service.category)
  and app.category_open(case_id, person_id, category, owner_institution_id)
  and app.case_role(case_id, 'koordynator_rodziny', 'asystent_rodziny'));
create policy take_back on unmet_service for update using (
    ended_on is null and app.category_open(case_id, person_id, category, owner_institution_id)
    and app.case_role(case_id, 'koordynator_rodziny', 'asystent_rodziny'))
  with check (ended_on <= app.today() and ended_why in ('mistake', 'noLonger') and ended_by_id = (select app.actor_id()));

-- A policy sees the row before or the row after, never both: that a record is only ended is a trigger's work.
create function app.keep_unmet() returns trigger language plpgsql set search_path = pg_catalog, public, app
  as $$
  begin
    if (new.id, new.need_id, new.case_id, new.team_id, new.owner_institution_id, new.person_id, new.service_key, new.category,
        new.noted_on, new.noted_by_id, new.noted_at)
       is distinct from
       (old.id, old.need_id, old.case_id, old.team_id, old.owner_institution_id, old.person_id, old.service_key, old.category,
        old.noted_on, old.noted_by_id, old.noted_at) or old.ended_on is not null then
      raise exception 'an unmet need is ended, never rewritten' using errcode = '42501';
    end if;
    return new;
  end $$;
create trigger keep_unmet before update on unmet_service for each row execute function app.keep_unmet();

-- Since when the need lacks a service stands on the need too, kept here alone: the basket reads it without a question more.
create function app.unmet_since() returns trigger
  language plpgsql volatile security definer set search_path = pg_catalog, public, app
  as $$
  begin
    update need n set unmet_since = (
      select min(u.noted_on) from unmet_service u where u.need_id = n.id and u.ended_on is null)
    where n.id = new.need_id;
    return null;
  end $$;
create trigger unmet_since after insert or update on unmet_service for each row execute function app.unmet_since();

-- The need gets a line with this service that somebody was asked for. A draft is nobody's promise yet.
create function app.end_unmet(p_line uuid) returns void
  language sql volatile security definer set search_path = pg_catalog, public, app
  as $$
    update unmet_service u set ended_on = app.today(), ended_why = 'line', line_id = l.id
    from basket_line l
    where l.id = p_line and l.status not in ('draft', 'declined', 'cancelled') and u.case_id = l.case_id
      and u.service_key = l.service_key and u.ended_on is null
      and exists (select from line_need n where n.line_id = l.id and n.need_id = u.need_id)
  $$;
create function app.unmet_ends_by_line() returns trigger language plpgsql set search_path = pg_catalog, public, app
  as $$ begin perform app.end_unmet(new.id); return null; end $$;
create function app.unmet_ends_by_need() returns trigger language plpgsql set search_path = pg_catalog, public, app
  as $$ begin perform app.end_unmet(new.line_id); return null; end $$;
create trigger unmet_ends_by_line after update of status on basket_line for each row
  when (old.status is distinct from new.status and new.status not in ('draft', 'declined', 'cancelled'))
  execute function app.unmet_ends_by_line();
create trigger unmet_ends_by_need after insert on line_need for each row execute function app.unmet_ends_by_need();

insert into unmet_service (need_id, case_id, team_id, owner_institution_id, person_id, service_key, category, noted_on, noted_by_id)
  select n.id, n.case_id, n.team_id, n.owner_institution_id, n.person_id, n.unmet_service_key, s.data_category, n.unmet_since, n.created_by_id
  from need n join service_type s on s.key = n.unmet_service_key where n.unmet_since is not null;
alter table need drop column unmet_service_key;

-- Counted as all that watchers read: by gmina up the ladder, through the one suppression. One family and one service count
-- once, however many of its needs call for it.
create or replace function figures.facts(p_measure text) returns table (gmina text, team uuid, col text)
  language sql stable set search_path = pg_catalog, public, app, figures
  as $$
    select c.gmina_code, c.team_id, figures.stage_group(c.status) from family_case c
      where p_measure = 'stages' and figures.stage_group(c.status) is not null
    union all
    select c.gmina_code, c.team_id, case when c.outcome_key = 'cel_osiagniety' then 'achieved' else 'other' end
      from family_case c
      where p_measure = 'outcomes' and c.plan_in_force_on is not null and c.closed_on > figures.year_ago()
    union all
    select c.gmina_code, c.team_id, s.category
      from basket_line l join family_case c on c.id = l.case_id join service_type s on s.key = l.service_key
      where p_measure = 'services' and l.status <> 'draft' and l.starts_on > figures.year_ago()
    union all
    select u.gmina_code, u.team_id, u.service_key from (
      select distinct c.id, c.gmina_code, c.team_id, u.service_key
      from unmet_service u join need n on n.id = u.need_id join family_case c on c.id = u.case_id
      where p_measure = 'unmet' and u.ended_on is null and n.closed_on is null and figures.stage_group(c.status) is not null) u
  $$;
-- It stood beside the ladder with a suppression of its own.
drop function app.unmet_services(text);
