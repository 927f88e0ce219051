-- Day, hour and place of a service, and the last day on which it took place, stand in a table of their own with a policy of
-- their own (decision 0022): where a protected person takes part, the database itself gives them to nobody who is not to
-- know them (domain 8.2 d). Until now only the reading paths left them out.
create table line_schedule (
  line_id uuid not null constraint line_schedule_pkey primary key references basket_line (id) on delete restrict on update no action,
  case_id uuid not null,
  team_id uuid not null,
  place text,
  weekday int constraint line_schedule_weekday check (weekday between 1 and 7),
  at_time text constraint line_schedule_at_time check (at_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  last_delivery_on date
);
create index line_schedule_case_id_idx on line_schedule (case_id);
create index line_schedule_team_id_idx on line_schedule (team_id);
select app.protect('line_schedule');

insert into line_schedule (line_id, case_id, team_id, place, weekday, at_time, last_delivery_on)
  select id, case_id, team_id, place, weekday, at_time, last_delivery_on from basket_line;

-- Is this actor not to know day, hour and place of the line? As app.hidden_line_ids, from the line to its persons: asked of
-- a row, it looks at no other family's protection.
create function app.hides_hours(p_line uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select exists (
      select from basket_line l
      cross join lateral (
        select b.person_id from line_beneficiary b where b.line_id = l.id
        union all
        select c.person_id from case_person c where c.case_id = l.case_id
          and not exists (select from line_beneficiary b where b.line_id = l.id)) who
      join person_protection p on p.person_id = who.person_id and p.ended_at is null
      where l.id = p_line and app.protected_today(p)
        and (app.actor_id() = any (p.close_user_ids)
             or p.owner_institution_id is distinct from app.institution_id()
                and not coalesce(app.institution_id() = any (p.safe_institution_ids), false)
                and l.provider_institution_id is distinct from app.institution_id()))
  $$;

create policy read_with_line on line_schedule for select using (
  exists (select from basket_line l where l.id = line_id) and not app.hides_hours(line_id));
create policy add on line_schedule for insert with check (
  app.case_role(case_id, 'koordynator_rodziny', 'asystent_rodziny')
  and exists (select from basket_line l where l.id = line_id and l.case_id = line_schedule.case_id));
-- who is not shown what stands there does not write over it
create policy mend on line_schedule for update using (
  (app.case_role(case_id, 'koordynator_rodziny', 'asystent_rodziny', 'koordynator_zespolu')
   or line_id = any ((select app.provider_line_ids())::uuid[]))
  and not app.hides_hours(line_id));

-- Every line has one. At the end of the transaction, so that who adds a line writes its hours beside it.
create function app.schedule_line() returns trigger
  language plpgsql volatile security definer set search_path = pg_catalog, public, app
  as $$
  begin
    insert into line_schedule (line_id, case_id, team_id) values (new.id, new.case_id, new.team_id) on conflict (line_id) do nothing;
    return null;
  end $$;
create constraint trigger schedule_line after insert on basket_line deferrable initially deferred
  for each row execute function app.schedule_line();

-- Who wrote and read the columns.
do $do$
declare
  name text;
  body text;
  old text;
begin
  foreach name in array array['app.plan_body(uuid)', 'app.line_by_link(text, text)'] loop
    body := pg_get_functiondef(name::regprocedure);
    foreach old in array array['l.place', 'l.weekday', 'l.at_time'] loop
      if position(old in body) = 0 then raise exception '% is another one', name; end if;
      body := replace(body, old, '(select h.' || substr(old, 3) || ' from line_schedule h where h.line_id = l.id)');
    end loop;
    execute body;
  end loop;

  body := pg_get_functiondef('app.count_deliveries()'::regprocedure);
  old := '),
        last_delivery_on = (select max(d.delivered_on) from service_delivery d where d.line_id = new.line_id and d.cancelled_at is null)
      where id = new.line_id;';
  if position(old in body) = 0 then raise exception 'count_deliveries is another one'; end if;
  execute replace(body, old, ')
      where id = new.line_id;
    update line_schedule set
        last_delivery_on = (select max(d.delivered_on) from service_delivery d where d.line_id = new.line_id and d.cancelled_at is null)
      where line_id = new.line_id;');

  body := pg_get_functiondef('app.destroy_listed(uuid)'::regprocedure);
  if position('place = null, ' in body) = 0 or position('weekday = null, at_time = null, ' in body) = 0 then
    raise exception 'destroy_listed is another one';
  end if;
  execute replace(replace(replace(body, 'place = null, ', ''), 'weekday = null, at_time = null, ', ''),
    'update basket_line set title', 'delete from line_schedule where case_id = i.case_id;
      update basket_line set title');
end $do$;

alter table basket_line drop column place, drop column weekday, drop column at_time, drop column last_delivery_on;

-- What was signed bears hours and places too. Who is not to know one of them reads no sealed text at all; the text comes
-- without them from app.plan_text, which also says whether it is still the one that was sealed.
create function app.hides_hours_in(p_plan uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$ select exists (select from plan_line pl where pl.plan_id = p_plan and app.hides_hours(pl.line_id)) $$;
alter policy read_coordinator on plan_content using (
  owner_institution_id = (select app.institution_id()) and app.case_role(case_id, 'koordynator_rodziny')
  and not app.hides_hours_in(plan_id));

create function app.plan_text(p_plan uuid) returns table (body text, sealed boolean, intact boolean)
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    with kept as (
      select p.id, c.body is not null and p.content_hash is not null as sealed,
        case when c.body is not null and p.content_hash is not null then c.body
             when p.status = 'approval' then app.plan_body(p.id) end as body,
        coalesce(encode(sha256(convert_to(c.body, 'UTF8')), 'hex') = p.content_hash, false) as intact
      from plan p left join plan_content c on c.plan_id = p.id
      where p.id = p_plan and p.owner_institution_id = app.institution_id() and app.case_role(p.case_id, 'koordynator_rodziny')
    )
    select case when not app.hides_hours_in(k.id) then k.body
                else jsonb_set(k.body::jsonb, '{lines}', coalesce((
                  select jsonb_agg(case when app.hides_hours((e.value ->> 'id')::uuid)
                      then e.value || '{"place": null, "weekday": null, "atTime": null}' else e.value end order by e.ordinality)
                  from jsonb_array_elements(k.body::jsonb -> 'lines') with ordinality e), '[]'))::text end,
      k.sealed, k.intact
    from kept k where k.body is not null
  $$;
drop function app.plan_draft_body(uuid);

-- The next contact that a note names is a day on which a protected person will be met.
create table note_next (
  note_id uuid not null constraint note_next_pkey primary key references note (id) on delete restrict on update no action,
  case_id uuid not null,
  team_id uuid not null,
  next_on date
);
create index note_next_case_id_idx on note_next (case_id);
create index note_next_team_id_idx on note_next (team_id);
select app.protect('note_next');
insert into note_next (note_id, case_id, team_id, next_on) select note_id, case_id, team_id, next_on from note_summary;

-- As for a line; who wrote the note agreed the day, unless they are named as close meanwhile.
create function app.hides_next(p_note uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select exists (
      select from note n
      cross join lateral (
        select unnest(n.person_ids) as person_id
        union all
        select c.person_id from case_person c where c.case_id = n.case_id and n.person_ids = '{}') who
      join person_protection p on p.person_id = who.person_id and p.ended_at is null
      where n.id = p_note and app.protected_today(p)
        and (app.actor_id() = any (p.close_user_ids)
             or p.owner_institution_id is distinct from app.institution_id()
                and not coalesce(app.institution_id() = any (p.safe_institution_ids), false)
                and n.author_institution_id is distinct from app.institution_id()))
  $$;
create policy read_level on note_next for select using (
  app.note_level(note_id) in ('summary', 'full') and not app.hides_next(note_id));
create policy add on note_next for insert with check (app.wrote_note(note_id, case_id, team_id));
create policy mend on note_next for update using (
  app.wrote_note(note_id, case_id, team_id) and not app.hides_next(note_id))
  with check (app.wrote_note(note_id, case_id, team_id));
alter table note_summary drop column next_on;

do $do$
declare
  body text := pg_get_functiondef('app.notes_go()'::regprocedure);
  was constant text := 'delete from note_text where case_id = new.id;';
begin
  if position(was in body) = 0 then raise exception 'notes_go is another one'; end if;
  execute replace(body, was, 'delete from note_next where case_id = new.id;
      ' || was);
end $do$;
