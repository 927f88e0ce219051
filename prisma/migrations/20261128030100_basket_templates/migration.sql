-- A basket that proved itself, as a pattern for others: which services, how often, how long, by what kind of institution. No
-- case, no person, no institution and no date stands in it; what was typed about the family is never copied. Name and
-- description are typed anew. Kept by the team; its ROPS may share with the voivodeship what the team offered it.
create table basket_template (
  id uuid not null default gen_random_uuid() constraint basket_template_pkey primary key,
  team_id uuid not null,
  wojewodztwo_code text not null,
  institution_id uuid not null,
  need_key text not null,
  name text not null,
  name_folded text not null,
  description text,
  created_by_id uuid not null,
  created_at timestamptz(3) not null default current_timestamp,
  updated_at timestamptz(3) not null default current_timestamp,
  version integer not null default 1,
  retired_on date,
  offered_on date,
  shared_on date,
  constraint shared_after_offered check (shared_on is null or offered_on is not null)
);
create index basket_template_team_id_idx on basket_template (team_id);
create index basket_template_wojewodztwo_code_idx on basket_template (wojewodztwo_code);

create table basket_template_line (
  id uuid not null default gen_random_uuid() constraint basket_template_line_pkey primary key,
  template_id uuid not null constraint basket_template_line_template_id_fkey references basket_template (id) on delete restrict,
  team_id uuid not null,
  position integer not null,
  service_key text not null,
  regional_service_id uuid,
  need_keys text[] not null default '{}',
  area_keys text[] not null default '{}',
  kind_key text not null,
  frequency text not null,
  quantity decimal(8, 2),
  start_week integer not null check (start_week >= 0),
  length_weeks integer check (length_weeks > 0),
  funding_key text
);
create index basket_template_line_template_id_idx on basket_template_line (template_id);
create index basket_template_line_team_id_idx on basket_template_line (team_id);

select app.protect(t) from unnest(array['basket_template', 'basket_template_line']) t;

-- Teams whose patterns the actor reads: who builds baskets in them, who leads and who controls.
create function app.template_team_ids() returns uuid[]
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select coalesce(array_agg(distinct id), '{}') from (
      select m.team_id as id from team_member m
        where m.institution_id = app.institution_id() and m.left_on is null
          and app.has_role('lider_gminny', 'koordynator_rodziny', 'asystent_rodziny', 'audytor')
      union all
      select a.team_id from app.my_assignments() a where a.role = 'koordynator_zespolu'
    ) known where id is not null
  $$;

create policy read_own_team on basket_template for select using (
  team_id = any ((select app.template_team_ids())::uuid[])
  or shared_on is not null and wojewodztwo_code = (select app.own_region())
    and (select app.has_role('lider_gminny', 'koordynator_zespolu', 'koordynator_rodziny', 'asystent_rodziny', 'audytor'))
  or offered_on is not null and wojewodztwo_code = any ((select app.my_region_codes('rops_koordynator'))::text[]));
create policy add on basket_template for insert with check (
  team_id = any ((select app.template_team_ids())::uuid[])
  and (select app.has_role('koordynator_rodziny', 'koordynator_zespolu'))
  and institution_id = (select app.institution_id()) and created_by_id = (select app.actor_id())
  and retired_on is null and offered_on is null and shared_on is null
  and exists (select from team t where t.id = team_id and t.wojewodztwo_code = basket_template.wojewodztwo_code));
create policy mend on basket_template for update using (
  created_by_id = (select app.actor_id()) and institution_id = (select app.institution_id())
    and (select app.has_role('koordynator_rodziny'))
  or team_id = any ((select app.template_team_ids())::uuid[]) and (select app.has_role('lider_gminny', 'koordynator_zespolu'))
  or offered_on is not null and wojewodztwo_code = any ((select app.my_region_codes('rops_koordynator'))::text[]));
create policy read_with_template on basket_template_line for select using (
  exists (select from basket_template t where t.id = template_id));
create policy add on basket_template_line for insert with check (
  exists (select from basket_template t where t.id = template_id and t.team_id = basket_template_line.team_id
    and t.created_by_id = (select app.actor_id()) and t.institution_id = (select app.institution_id())));

-- Sharing is the region's alone; whose a pattern is never changes.
create function app.keep_template() returns trigger
  language plpgsql stable security definer set search_path = pg_catalog, public, app
  as $$
  begin
    if (new.id, new.team_id, new.wojewodztwo_code, new.institution_id, new.created_by_id, new.created_at)
       is distinct from (old.id, old.team_id, old.wojewodztwo_code, old.institution_id, old.created_by_id, old.created_at) then
      raise exception 'whose a pattern is never changes' using errcode = '42501';
    end if;
    if new.shared_on is distinct from old.shared_on and app.actor_id() is not null
       and not new.wojewodztwo_code = any (coalesce(app.my_region_codes('rops_koordynator'), '{}'))
       and new.shared_on is not null then
      raise exception 'only the region shares' using errcode = '42501';
    end if;
    return new;
  end $$;
create trigger keep_template before update on basket_template for each row execute function app.keep_template();

-- As before; two more tables that only grow, one more function for other functions alone.
create or replace function app.grant_runtime(runtime text) returns void language plpgsql
  as $$
  declare
    t record;
    closed constant text[] := array['_prisma_migrations', 'credential', 'user_session', 'sign_in_attempt', 'password_reset', 'installation',
      'line_link_secret'];
    reference constant text[] := array['territory_unit', 'territory_import', 'institution_kind', 'service_type', 'need_type',
      'need_service', 'area_type', 'model_variant', 'dictionary_entry', 'case_grant', 'line_link'];
    append_only constant text[] := array['audit_event', 'case_transition', 'line_transition', 'team_transition', 'duplicate_check',
      'service_overlay_step', 'basket_template_line'];
    removable constant text[] := array['referral', 'referral_person', 'institution_area', 'team_member', 'team_deadline',
      'consent_scope', 'goal_need', 'plan_line', 'line_beneficiary', 'line_need', 'line_goal'];
  begin
    execute format('grant usage on schema public, app to %I', runtime);
    execute format('revoke all on all tables in schema public from %I', runtime);
    for t in select c.relname from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'v') loop
      continue when t.relname = any (closed);
      execute format('grant select on public.%I to %I', t.relname, runtime);
      continue when t.relname = any (reference);
      execute format('grant insert on public.%I to %I', t.relname, runtime);
      continue when t.relname = any (append_only);
      execute format('grant update on public.%I to %I', t.relname, runtime);
      if t.relname = any (removable) then execute format('grant delete on public.%I to %I', t.relname, runtime); end if;
    end loop;
    execute format('grant execute on all functions in schema app to %I', runtime);
    execute format('revoke execute on function app.grant_runtime(text), app.protect(text), app.line_answerable(uuid), app.proved_link(text, text),
      app.service_name(text, text, uuid) from %I, public', runtime);
  end $$;
