-- The catalogue of a voivodeship (domain 3.6, row "Catalogue overlay"): its ROPS adds a service, gives a national one another
-- name, or offers one no longer. Every entry stands on one national key, which never changes, so that what is counted by
-- the national key stays comparable. Holds from a day until the day before ended_on.
create table service_overlay (
  id uuid not null default gen_random_uuid() constraint service_overlay_pkey primary key,
  wojewodztwo_code text not null,
  kind text not null check (kind in ('added', 'renamed', 'retired')),
  service_key text not null,
  name text,
  name_folded text,
  description text,
  reason text not null,
  starts_on date not null,
  ended_on date,
  end_reason text,
  institution_id uuid not null,
  created_by_id uuid not null,
  created_at timestamptz(3) not null default current_timestamp,
  updated_at timestamptz(3) not null default current_timestamp,
  version integer not null default 1,
  constraint named_unless_retired check ((kind = 'retired') = (name is null) and (name is null) = (name_folded is null)),
  constraint ended_with_a_reason check ((ended_on is null) = (end_reason is null)),
  constraint ended_after_start check (ended_on >= starts_on)
);
create index service_overlay_wojewodztwo_code_idx on service_overlay (wojewodztwo_code);
create unique index one_change_of_a_service on service_overlay (wojewodztwo_code, service_key, kind)
  where kind <> 'added' and ended_on is null;
create unique index one_added_service_of_a_name on service_overlay (wojewodztwo_code, name_folded)
  where kind = 'added' and ended_on is null;

-- What was done with an entry, by whom and why. Never changed.
create table service_overlay_step (
  id uuid not null default gen_random_uuid() constraint service_overlay_step_pkey primary key,
  overlay_id uuid not null constraint service_overlay_step_overlay_id_fkey references service_overlay (id) on delete restrict,
  wojewodztwo_code text not null,
  step text not null check (step in ('made', 'corrected', 'ended', 'restored')),
  name text,
  effective_on date not null,
  reason text not null,
  by_id uuid not null,
  at timestamptz(3) not null default current_timestamp
);
create index service_overlay_step_overlay_id_at_idx on service_overlay_step (overlay_id, at);

select app.protect(t) from unnest(array['service_overlay', 'service_overlay_step']) t;

-- The voivodeship of the own place of work; none for the ministry, which reads the national catalogue.
create function app.own_region() returns text
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select i.wojewodztwo_code from institution i
    where i.id = app.institution_id() and exists (select from app.my_assignments()) and not app.has_role('ministerstwo')
  $$;

create policy read_own_region on service_overlay for select using (
  wojewodztwo_code = (select app.own_region())
  or wojewodztwo_code = any ((select app.my_region_codes('rops_koordynator'))::text[]));
create policy add on service_overlay for insert with check (
  wojewodztwo_code = any ((select app.my_region_codes('rops_koordynator'))::text[])
  and institution_id = (select app.institution_id()) and created_by_id = (select app.actor_id()) and ended_on is null);
create policy mend on service_overlay for update using (
  wojewodztwo_code = any ((select app.my_region_codes('rops_koordynator'))::text[]));
create policy read_own_region on service_overlay_step for select using (
  wojewodztwo_code = (select app.own_region())
  or wojewodztwo_code = any ((select app.my_region_codes('rops_koordynator'))::text[]));
create policy add on service_overlay_step for insert with check (
  wojewodztwo_code = any ((select app.my_region_codes('rops_koordynator'))::text[]) and by_id = (select app.actor_id())
  and exists (select from service_overlay o where o.id = overlay_id
    and o.wojewodztwo_code = service_overlay_step.wojewodztwo_code));

-- What an entry is about never changes: what was counted under its national key stays there.
create function app.keep_overlay() returns trigger language plpgsql set search_path = pg_catalog, public, app
  as $$
  begin
    if (new.id, new.wojewodztwo_code, new.kind, new.service_key, new.institution_id, new.created_by_id, new.created_at)
       is distinct from
       (old.id, old.wojewodztwo_code, old.kind, old.service_key, old.institution_id, old.created_by_id, old.created_at) then
      raise exception 'what an entry of the catalogue is about never changes' using errcode = '42501';
    end if;
    return new;
  end $$;
create trigger keep_overlay before update on service_overlay for each row execute function app.keep_overlay();

-- A line of the basket keeps the national key, and beside it which service of the voivodeship was meant.
alter table basket_line add column regional_service_id uuid;

create function app.regional_service_fits() returns trigger
  language plpgsql stable security definer set search_path = pg_catalog, public, app
  as $$
  begin
    if new.regional_service_id is not null and not exists (
        select from service_overlay o join team t on t.id = new.team_id
        where o.id = new.regional_service_id and o.kind = 'added' and o.service_key = new.service_key
          and o.wojewodztwo_code = t.wojewodztwo_code) then
      raise exception 'a service of another voivodeship or of another national key' using errcode = '42501';
    end if;
    return new;
  end $$;
create trigger regional_service_fits before insert or update of regional_service_id, service_key, team_id on basket_line
  for each row execute function app.regional_service_fits();

-- What a service is called in a voivodeship today. For functions that have no actor; others read the overlay themselves.
create function app.service_name(p_region text, p_key text, p_regional uuid) returns text
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select coalesce(
      (select o.name from service_overlay o where o.id = p_regional and o.wojewodztwo_code = p_region),
      (select o.name from service_overlay o where o.wojewodztwo_code = p_region and o.kind = 'renamed'
        and o.service_key = p_key and o.starts_on <= app.today() and (o.ended_on is null or o.ended_on > app.today())
        order by o.starts_on desc limit 1),
      (select s.name_pl from service_type s where s.key = p_key))
  $$;

-- What is signed: goals that still count, whole; and a service of the voivodeship beside its national key.
create or replace function app.plan_body(p_plan uuid) returns text
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select jsonb_build_object(
      'case', c.number, 'version', p.version_no, 'from', p.starts_on, 'to', p.ends_on,
      'familySignedOn', p.family_signed_on, 'familySignedBy', p.family_signed_by,
      'goals', coalesce((
        select jsonb_agg(jsonb_build_object('id', g.id, 'title', g.title, 'indicator', g.indicator, 'baseline', g.baseline,
            'target', g.target, 'unit', g.unit, 'due', g.due_on, 'person', g.person_id, 'familyWords', g.family_words,
            'strengths', coalesce((select jsonb_agg(s.body order by s.noted_on, s.id) from strength s
              where s.id = any (g.strength_ids) and s.case_id = g.case_id), '[]')) order by g.position, g.id)
        from goal g where g.case_id = p.case_id and app.goal_counts(g)), '[]'),
      'lines', coalesce((
        select jsonb_agg(jsonb_build_object('id', l.id, 'service', l.service_key, 'provider', l.provider_institution_id,
            'title', l.title, 'scope', l.scope, 'place', l.place,
            'from', l.starts_on, 'to', l.ends_on, 'frequency', l.frequency, 'quantity', l.quantity, 'unit', l.unit,
            'weekday', l.weekday, 'atTime', l.at_time, 'beside', to_jsonb(l.co_provider_ids),
            'cost', l.cost_planned, 'coPayment', l.co_payment, 'funding', l.funding_key,
            'persons', coalesce((select jsonb_agg(b.person_id order by b.person_id) from line_beneficiary b where b.line_id = l.id), '[]'),
            'goals', coalesce((select jsonb_agg(lg.goal_id order by lg.goal_id) from line_goal lg where lg.line_id = l.id), '[]'))
            || case when l.regional_service_id is null then '{}'::jsonb
                    else jsonb_build_object('regional', l.regional_service_id) end
          order by l.starts_on, l.id)
        from plan_line pl join basket_line l on l.id = pl.line_id where pl.plan_id = p.id), '[]'))::text
    from plan p join family_case c on c.id = p.case_id where p.id = p_plan
  $$;

-- As before; under the name that the service has in the voivodeship of the team.
create or replace function app.line_by_link(p_token_hash text, p_pass_hash text) returns jsonb
  language plpgsql volatile security definer set search_path = pg_catalog, public, app
  as $$
  declare k line_link; l basket_line; answer jsonb;
  begin
    k := app.proved_link(p_token_hash, p_pass_hash);
    if k.id is null then return null; end if;
    select * into l from basket_line where id = k.line_id;
    insert into audit_event (institution_id, action, kind, subject_kind, subject_ids, team_id, case_id, owner_institution_id)
      values (l.provider_institution_id, 'line.readByLink', 'read', 'line', array[l.id], l.team_id, l.case_id, l.owner_institution_id);
    select jsonb_build_object(
        'version', l.version, 'status', l.status, 'service', app.service_name(t.wojewodztwo_code, s.key, l.regional_service_id), 'title', l.title, 'scope', l.scope, 'place', l.place,
        'startsOn', l.starts_on, 'endsOn', l.ends_on, 'frequency', l.frequency, 'quantity', (l.quantity * 100)::int,
        'unit', coalesce(l.unit, s.unit), 'weekday', l.weekday, 'atTime', l.at_time, 'answerDueOn', l.answer_due_on,
        'requiresDecision', s.requires_decision, 'institution', i.name,
        'persons', coalesce((select jsonb_agg(p.given_name || ' ' || p.family_name order by p.name_folded)
          from line_beneficiary b join person p on p.id = b.person_id
          where b.line_id = l.id and app.person_granted(l.provider_institution_id, l.case_id, b.person_id, 'PODSTAWOWE')), '[]'),
        'hidden', (select count(*) from line_beneficiary b
          where b.line_id = l.id and not app.person_granted(l.provider_institution_id, l.case_id, b.person_id, 'PODSTAWOWE')),
        'family', case when not exists (select from line_beneficiary b where b.line_id = l.id)
            and app.granted(l.provider_institution_id, l.case_id, null, 'PODSTAWOWE')
          then (select f.label from family_case c join family f on f.id = c.family_id where c.id = l.case_id) end,
        'asker', (select jsonb_build_object('name', u.given_name || ' ' || u.family_name, 'institution', o.name,
            'phone', coalesce(u.phone, o.phone))
          from user_account u, institution o
          where o.id = l.owner_institution_id and u.id = coalesce(
            (select h.user_id from app.case_hearers(l.case_id, 'koordynator_rodziny') h limit 1), k.sent_by_id)))
      into answer
      from service_type s, institution i, team t
      where s.key = l.service_key and i.id = l.provider_institution_id and t.id = l.team_id;
    return answer;
  end $$;
