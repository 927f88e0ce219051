-- Domain 5.3.3: one open case a person and gmina as its main person. By the same record or the same PESEL, and where a
-- number is missing on one side by full name and birth date: a twin has another given name, and two numbers that differ
-- are two people. Yes or no, to the coordinator and the leader of this case.
create or replace function app.main_elsewhere(p_case uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    with mine as (
      select c.gmina_code, mp.person_id, i.pesel_hash, i.born_on, p.name_folded
      from family_case c join case_person mp on mp.case_id = c.id and mp.main
      join person p on p.id = mp.person_id
      left join person_identity i on i.person_id = mp.person_id
      where c.id = p_case
    ), same as (
      select person_id from mine
      union
      select o.person_id from mine join person_identity o on o.pesel_hash = mine.pesel_hash
      union
      select o.person_id from mine join person p on p.name_folded = mine.name_folded
      join person_identity o on o.person_id = p.id and o.born_on = mine.born_on
        and (o.pesel_hash is null or mine.pesel_hash is null)
    )
    select app.case_role(p_case, 'koordynator_zespolu', 'lider_gminny') and exists (
      select from same join case_person op on op.person_id = same.person_id and op.main and op.case_id <> p_case
      join family_case other on other.id = op.case_id and other.gmina_code = (select gmina_code from mine limit 1)
        and other.status not in ('submitted', 'screening', 'rejected', 'redirected', 'closed', 'archived', 'erased'))
  $$;
