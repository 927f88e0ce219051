-- Plan of the region (domain 2.1, decision 0024): which gminas, by when, who animates, and what the animator wrote of visits.
-- A gmina is in the plan once; what the product knows by itself (agreement, first family, steady work) is no column here.
create table gmina_plan (
  id uuid not null default gen_random_uuid() constraint gmina_plan_pkey primary key,
  gmina_code text not null,
  powiat_code text not null,
  wojewodztwo_code text not null,
  institution_id uuid not null,
  animator_id uuid,
  talk_planned_on date,
  talk_done_on date,
  presentation_planned_on date,
  presentation_done_on date,
  agreement_planned_on date,
  family_planned_on date,
  steady_planned_on date,
  dropped_on date,
  dropped_reason text,
  created_by_id uuid not null,
  created_at timestamptz(3) not null default current_timestamp,
  updated_at timestamptz(3) not null default current_timestamp,
  version integer not null default 1,
  constraint dropped_for_a_reason check ((dropped_on is null) = (dropped_reason is null)),
  constraint gmina_of_its_voivodeship check (left(gmina_code, 2) = wojewodztwo_code and left(gmina_code, 4) = powiat_code)
);
create unique index gmina_plan_gmina_code_key on gmina_plan (gmina_code);
create index gmina_plan_wojewodztwo_code_idx on gmina_plan (wojewodztwo_code);

-- A visit, coaching or supervision: planned, then told. Whom with is told by office, never by name of a person served.
create table programme_visit (
  id uuid not null default gen_random_uuid() constraint programme_visit_pkey primary key,
  plan_id uuid not null constraint programme_visit_plan_id_fkey references gmina_plan (id) on delete restrict on update no action,
  gmina_code text not null,
  wojewodztwo_code text not null,
  kind text not null constraint known_kind check (kind in ('visit', 'coaching', 'supervision')),
  held_on date not null,
  whom_with text not null,
  body text,
  -- Shared: the leaders of this team read it from that day.
  shared_on date,
  team_id uuid,
  author_id uuid not null,
  author_name text not null,
  institution_id uuid not null,
  created_at timestamptz(3) not null default current_timestamp,
  corrected_at timestamptz(3),
  cancelled_on date,
  version integer not null default 1,
  constraint shared_with_a_team check ((shared_on is null) = (team_id is null)),
  constraint shared_when_told check (shared_on is null or body is not null and cancelled_on is null)
);
create index programme_visit_plan_id_idx on programme_visit (plan_id);
create index programme_visit_team_id_idx on programme_visit (team_id);
create index programme_visit_wojewodztwo_code_idx on programme_visit (wojewodztwo_code);

select app.protect(t) from unnest(array['gmina_plan', 'programme_visit']) t;

-- The plan is read by the whole ROPS of the voivodeship; planned by its coordinator; its days kept by who animates the gmina.
create policy read_region on gmina_plan for select using (
  wojewodztwo_code = any ((select app.my_region_codes('rops_koordynator', 'animator'))::text[]));
create policy plan on gmina_plan for insert with check (
  wojewodztwo_code = any ((select app.my_region_codes('rops_koordynator'))::text[])
  and institution_id = (select app.institution_id()) and created_by_id = (select app.actor_id()));
create policy keep on gmina_plan for update using (
  wojewodztwo_code = any ((select app.my_region_codes('rops_koordynator'))::text[])
  or animator_id = (select app.actor_id()) and institution_id = (select app.institution_id())
    and (select app.has_role('animator')));

-- Whose a plan is, who animates and whether a gmina leaves the plan: the coordinator's alone.
create function app.keep_gmina_plan() returns trigger
  language plpgsql stable security definer set search_path = pg_catalog, public, app
  as $$
  begin
    if (new.id, new.gmina_code, new.powiat_code, new.wojewodztwo_code, new.created_by_id, new.created_at)
       is distinct from (old.id, old.gmina_code, old.powiat_code, old.wojewodztwo_code, old.created_by_id, old.created_at) then
      raise exception 'the gmina of a plan never changes' using errcode = '42501';
    end if;
    if (new.animator_id, new.institution_id, new.dropped_on, new.dropped_reason)
       is distinct from (old.animator_id, old.institution_id, old.dropped_on, old.dropped_reason)
       and app.actor_id() is not null and not new.wojewodztwo_code = any (coalesce(app.my_region_codes('rops_koordynator'), '{}')) then
      raise exception 'only the coordinator of the region says who animates' using errcode = '42501';
    end if;
    return new;
  end $$;
create trigger keep_gmina_plan before update on gmina_plan for each row execute function app.keep_gmina_plan();

-- Gminas that the actor animates in this institution.
create function app.animated_plan_ids() returns uuid[]
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select coalesce(array_agg(p.id), '{}') from gmina_plan p
    where p.animator_id = app.actor_id() and p.institution_id = app.institution_id() and app.has_role('animator')
  $$;

create policy read_rops on programme_visit for select using (
  wojewodztwo_code = any ((select app.my_region_codes('rops_koordynator'))::text[])
  or plan_id = any ((select app.animated_plan_ids())::uuid[])
  or author_id = (select app.actor_id()) and institution_id = (select app.institution_id())
    and (select app.has_role('animator', 'rops_koordynator'))
  or shared_on is not null and team_id = any ((select app.team_ids())::uuid[])
    and (select app.has_role('lider_gminny', 'lider_powiatowy', 'koordynator_zespolu')));
create policy add on programme_visit for insert with check (
  author_id = (select app.actor_id()) and institution_id = (select app.institution_id()) and corrected_at is null
  and exists (select from gmina_plan p where p.id = plan_id and p.gmina_code = programme_visit.gmina_code
    and p.wojewodztwo_code = programme_visit.wojewodztwo_code)
  and (wojewodztwo_code = any ((select app.my_region_codes('rops_koordynator'))::text[])
       or plan_id = any ((select app.animated_plan_ids())::uuid[])));
create policy correct on programme_visit for update using (
  author_id = (select app.actor_id()) and institution_id = (select app.institution_id())
  and (select app.has_role('animator', 'rops_koordynator')));

create function app.keep_programme_visit() returns trigger language plpgsql set search_path = pg_catalog, public, app
  as $$
  begin
    if (new.id, new.plan_id, new.gmina_code, new.wojewodztwo_code, new.author_id, new.author_name, new.institution_id, new.created_at)
       is distinct from
       (old.id, old.plan_id, old.gmina_code, old.wojewodztwo_code, old.author_id, old.author_name, old.institution_id, old.created_at) then
      raise exception 'whose a note is never changes' using errcode = '42501';
    end if;
    return new;
  end $$;
create trigger keep_programme_visit before update on programme_visit for each row execute function app.keep_programme_visit();

-- What the product knows of each gmina of the own region: its best team, the day of the last signature that was needed, the
-- month of the first case with consent and the day from which work is steady. The month alone: a day would tell of one family.
create function app.programme_gminas(p_region text)
  returns table (gmina text, team_id uuid, status text, agreement_on date, agreement_to date, family_month date, steady_on date)
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    with best as (
      select distinct on (t.gmina_code) t.*
      from team t
      where t.wojewodztwo_code = p_region and t.status <> 'dissolved'
        and p_region = any ((select app.my_region_codes('rops_koordynator', 'animator'))::text[])
      order by t.gmina_code, array_position(array['active', 'suspended', 'agreement', 'initiated'], t.status::text), t.id
    ), signed as (
      select b.id, s.signed_on from best b
      cross join lateral (
        select m.signed_on, row_number() over (order by m.signed_on, m.id) as place, count(*) over () as founders
        from team_member m where m.team_id = b.id and m.founding) s
      where s.signed_on is not null and s.place = least(coalesce(b.minimum_signatures, s.founders), s.founders)
    ), families as (
      select c.gmina_code, date_trunc('month', min(c.consent_on))::date as month
      from family_case c join best b on b.gmina_code = c.gmina_code
      where c.consent_on <= app.today() group by c.gmina_code
    )
    select b.gmina_code, b.id, b.status::text, coalesce(s.signed_on, b.activated_on), b.agreement_to, f.month,
      case when b.status = 'active' and f.month is not null and b.activated_on is not null
                and (greatest(f.month, b.activated_on) + interval '6 months')::date <= app.today()
           then (greatest(f.month, b.activated_on) + interval '6 months')::date end
    from best b left join signed s on s.id = b.id left join families f on f.gmina_code = b.gmina_code
  $$;
