-- What an institution really offers: places free now beside all places, and who said so last. A basket is built on it, so
-- every statement is signed: by a person, for an institution. Old words are asked about again.
alter table institution_service
  add column free_places int check (free_places >= 0),
  add column confirmed_by_id uuid,
  add column confirmed_by_institution_id uuid,
  add column reminded_on date,
  add column version int not null default 1,
  add constraint free_of_all check (free_places <= places);

-- Row "Institution" of domain 3.6, as lib/policy/reach-of-teams.ts says it (offerKeepers). Whoever writes, signs.
create function app.keeps_offer(p_institution uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select app.has_role('lider_gminny', 'lider_powiatowy')
      or p_institution = app.institution_id() and app.has_role('decydent', 'admin_lokalny')
      or exists (select from institution i where i.id = p_institution
           and i.wojewodztwo_code = any ((select app.my_region_codes('rops_koordynator', 'animator'))::text[]))
  $$;

drop policy write_all on institution_service;
create policy add on institution_service for insert with check (
  app.keeps_offer(institution_id) and confirmed_on <= app.today()
  and confirmed_by_id = (select app.actor_id()) and confirmed_by_institution_id = (select app.institution_id()));
create policy mend on institution_service for update using (app.keeps_offer(institution_id)) with check (
  app.keeps_offer(institution_id) and confirmed_on <= app.today()
  and confirmed_by_id = (select app.actor_id()) and confirmed_by_institution_id = (select app.institution_id()));

-- Days after which a confirmation is old [default]; the same number as offerTermDays in lib/institutions, held by a test.
create function app.offer_term() returns int language sql immutable as $$ select 180 $$;

-- Asks the own people once in thirty days to confirm what is old; gives how many were told.
create function app.tell_offers_to_confirm() returns integer
  language plpgsql volatile security definer set search_path = pg_catalog, public, app
  as $$
  declare told integer;
  begin
    if not pg_try_advisory_xact_lock(hashtext('offers-to-confirm')) then return 0; end if;
    with keeper as materialized (
      select distinct r.user_id, r.institution_id from role_assignment r
      where r.role in ('decydent', 'admin_lokalny', 'lider_gminny', 'lider_powiatowy') and r.case_id is null
        and r.ended_at is null and r.starts_on <= app.today() and (r.ends_on is null or r.ends_on >= app.today())
    ), old as (
      update institution_service s set reminded_on = app.today()
      from institution i
      where i.id = s.institution_id and i.ended_on is null and (s.ended_on is null or s.ended_on > app.today())
        and coalesce(s.confirmed_on, '-infinity') < app.today() - app.offer_term()
        and coalesce(s.reminded_on, '-infinity') <= app.today() - 30
        and exists (select from keeper k where k.institution_id = s.institution_id)
      returning s.institution_id
    )
    insert into notification (user_id, institution_id, kind)
      select distinct k.user_id, k.institution_id, 'offer.old' from old join keeper k on k.institution_id = old.institution_id;
    get diagnostics told = row_count;
    return told;
  end $$;
