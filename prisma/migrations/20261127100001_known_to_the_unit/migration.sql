-- One person in several families over the years: the family coordinator puts a person whom the own unit knows into
-- another family without typing the person again. Found only by exact number, or by surname and birth date; each
-- question is a command and leaves its row in the access log.
create function app.unit_persons(p_case uuid, p_pesel_hash text, p_family text, p_born date)
  returns table (id uuid, given_name text, family_name text, born_on date)
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select p.id, p.given_name, p.family_name, i.born_on
    from family_case c
    join person_identity i on i.owner_institution_id = c.owner_institution_id
    join person p on p.id = i.person_id
    where c.id = p_case and c.owner_institution_id = app.institution_id() and app.case_role(p_case, 'koordynator_rodziny')
      and (i.pesel_hash = p_pesel_hash
           or p_pesel_hash is null and i.born_on = p_born and lower(unaccent(p.family_name)) = lower(unaccent(p_family)))
    order by p.given_name, p.id
    limit 5
  $$;
