-- Who has the same form of a case open: a soft word to a colleague, no lock. A row lives a quarter of an hour (the session's
-- longest rest), goes when the form is saved, and is told only to who may edit the same thing.
create table form_presence (
  case_id uuid not null,
  team_id uuid not null,
  form text not null,
  thing text not null default '',
  user_id uuid not null,
  institution_id uuid not null,
  since timestamptz(3) not null default current_timestamp,
  seen_at timestamptz(3) not null default current_timestamp,
  constraint form_presence_pkey primary key (case_id, form, thing, user_id),
  constraint presence_of_known_form check (form in ('diagnosis', 'family', 'line', 'note'))
);
create index form_presence_team_id_idx on form_presence (team_id);

select app.protect('form_presence');
-- of others it is told by app.open_form alone, which asks whether the reader may edit the same
create policy read_own on form_presence for select using (
  user_id = (select app.actor_id()) and institution_id = (select app.institution_id()) and app.works_on(case_id));

create function app.edits_form(p_case uuid, p_form text, p_thing text) returns boolean
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select case p_form
      when 'family' then app.case_role(p_case, 'koordynator_rodziny')
      when 'note' then app.case_role(p_case, 'koordynator_rodziny', 'asystent_rodziny', 'specjalista')
      when 'line' then app.case_role(p_case, 'koordynator_rodziny', 'asystent_rodziny', 'koordynator_zespolu')
        and exists (select from basket_line l where l.id::text = p_thing and l.case_id = p_case)
      when 'diagnosis' then app.case_role(p_case, 'koordynator_rodziny', 'asystent_rodziny', 'specjalista')
        and (p_thing = '' or exists (select from area_type t join family_case c on c.id = p_case
               where t.key = p_thing and app.category_open(p_case, null, t.category, c.owner_institution_id)))
      else false end
  $$;

-- Says that the actor has the form open, and gives who else has. The whole card of the diagnosis ('') and one area of it are
-- the same thing. Rows of the case whose time is over go on the way.
create function app.open_form(p_case uuid, p_form text, p_thing text) returns table (name text, institution text, since timestamptz)
  language plpgsql volatile security definer set search_path = pg_catalog, public, app
  as $$
  declare v_team uuid;
  begin
    if not coalesce(app.edits_form(p_case, p_form, p_thing), false) then return; end if;
    select c.team_id into v_team from family_case c where c.id = p_case;
    delete from form_presence f where f.ctid in (
      select g.ctid from form_presence g where g.case_id = p_case and g.seen_at < now() - interval '15 minutes' for update skip locked);
    insert into form_presence as f (case_id, team_id, form, thing, user_id, institution_id)
      values (p_case, v_team, p_form, p_thing, app.actor_id(), app.institution_id())
      on conflict (case_id, form, thing, user_id) do update
        set seen_at = now(), institution_id = excluded.institution_id,
            since = case when f.seen_at < now() - interval '15 minutes' then now() else f.since end;
    return query
      select u.given_name || ' ' || left(u.family_name, 1) || '.', i.name, min(f.since)
      from form_presence f join user_account u on u.id = f.user_id join institution i on i.id = f.institution_id
      where f.case_id = p_case and f.form = p_form and f.user_id <> app.actor_id()
        and f.seen_at >= now() - interval '15 minutes'
        and (f.thing = p_thing or p_form = 'diagnosis' and '' in (f.thing, p_thing))
      group by u.id, u.given_name, u.family_name, i.name
      order by 3, 1;
  end $$;

-- The form was saved: the word ends.
create function app.leave_form(p_case uuid, p_form text, p_thing text) returns void
  language sql volatile security definer set search_path = pg_catalog, public, app
  as $$
    delete from form_presence f where f.case_id = p_case and f.form = p_form and f.thing = p_thing and f.user_id = app.actor_id()
  $$;

create or replace function app.forget_kept_forms() returns void
  language sql volatile security definer set search_path = pg_catalog, public, app
  as $$
    update user_session set kept_path = null, kept_sealed = null, kept_at = null where kept_at <= now() - interval '1 hour';
    delete from form_presence where seen_at < now() - interval '15 minutes';
  $$;

create or replace function app.destroy_restrictions() returns trigger
  language plpgsql volatile security definer set search_path = pg_catalog, public, app
  as $$
  begin
    if new.status = 'erased' and old.status <> 'erased' then
      delete from case_restriction where case_id = new.id;
      delete from work_handover_item where case_id = new.id;
      delete from form_presence where case_id = new.id;
    end if;
    return new;
  end $$;
