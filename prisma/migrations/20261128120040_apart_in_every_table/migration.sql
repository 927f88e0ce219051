-- What a page left out is left out by the tables themselves (domain 8.2 d, decision 0020).

-- Days on which a service took place tell when a protected person was where: nobody reads them who is not to know its hour.
create function app.hidden_lines() returns uuid[]
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select app.hidden_line_ids(coalesce(array_agg(l.id), '{}')) from basket_line l
    where l.case_id in (
      select c.case_id from case_person c where c.person_id = any ((select app.hidden_person_ids())::uuid[]))
  $$;
do $do$
begin
  execute format('create policy hidden_days on service_delivery as restrictive for select using (
    current_user = %L or line_id <> all ((select app.hidden_lines())::uuid[]))', current_user);
  -- of a restricted case nobody reads by the list of files either; the officer answers for it
  execute format('create policy restricted on legal_hold as restrictive for select using (
    current_user = %L or case_id <> all ((select app.away_case_ids())::uuid[]) or (select app.has_role(''iod'')))', current_user);
  execute format('create policy restricted on destruction_item as restrictive for select using (
    current_user = %L or case_id <> all ((select app.away_case_ids())::uuid[]) or (select app.has_role(''iod'')))', current_user);
end $do$;

-- Somebody known from restricted cases alone is not put into another family by who is not named there: with the person
-- would come everything that the unit knows of them.
create or replace function app.unit_persons(p_case uuid, p_pesel_hash text, p_family text, p_born date)
  returns table (id uuid, given_name text, family_name text, born_on date)
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    with found as (
      select distinct coalesce(l.kept_id, i.person_id) as person_id
      from family_case c
      join person_identity i on i.owner_institution_id = c.owner_institution_id
      join person p on p.id = i.person_id
      left join person_link l on l.other_id = i.person_id and l.unlinked_at is null
      where c.id = p_case and c.owner_institution_id = app.institution_id() and app.case_role(p_case, 'koordynator_rodziny')
        and (i.pesel_hash = p_pesel_hash
             or p_pesel_hash is null and i.born_on = p_born and lower(unaccent(p.family_name)) = lower(unaccent(p_family)))
    )
    select p.id, p.given_name, p.family_name, i.born_on
    from found f join person p on p.id = f.person_id left join person_identity i on i.person_id = p.id
    where not exists (select from case_person k where k.person_id = p.id and k.case_id = any ((select app.away_case_ids())::uuid[]))
      or exists (select from case_person k where k.person_id = p.id and k.case_id <> all ((select app.away_case_ids())::uuid[]))
    order by p.given_name, p.id
    limit 5
  $$;

-- Two records of one person are one person here too, as in main_elsewhere.
create or replace function app.main_in_another(p_case uuid, p_person uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    with mine as (
      select p.id as person_id, i.pesel_hash, i.born_on, p.name_folded
      from person p left join person_identity i on i.person_id = p.id where p.id = p_person
    ), same as (
      select person_id from mine
      union
      select case when l.kept_id = mine.person_id then l.other_id else l.kept_id end
        from mine join person_link l on mine.person_id in (l.kept_id, l.other_id) and l.unlinked_at is null
      union
      select o.person_id from mine join person_identity o on o.pesel_hash = mine.pesel_hash
      union
      select o.person_id from mine join person p on p.name_folded = mine.name_folded
      join person_identity o on o.person_id = p.id and o.born_on = mine.born_on
        and (o.pesel_hash is null or mine.pesel_hash is null)
    )
    select app.case_role(p_case, 'koordynator_rodziny') and exists (
      select from same join case_person op on op.person_id = same.person_id and op.main and op.case_id <> p_case
      join family_case other on other.id = op.case_id
        and other.gmina_code = (select gmina_code from family_case where id = p_case)
        and other.status not in ('submitted', 'screening', 'rejected', 'redirected', 'closed', 'archived', 'erased'))
  $$;
