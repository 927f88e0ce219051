-- Whose own consent a family coordinator has to ask for, in these cases, for the own list and the case page. The same
-- rows and the same visibility as app.consents_that_end for who coordinates the family, but the coordination is asked
-- once and not by the policies of four tables row after row: a coordinator reads the consents of the case
-- (consent.read_case), the case and its family, and of its persons whom app.person_ids says (case_person.read_min). In a
-- case of the own unit the role is that of app.case_role, out of the sets that are remembered anyway.
create function app.own_consents_that_end(p_cases uuid[])
  returns table (id uuid, case_id uuid, number text, family text, person text, over boolean, valid_to date)
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    with mine as materialized (
      select f.id, f.number, f.family_id from family_case f
      where f.id = any (p_cases) and case
          when f.owner_institution_id = app.institution_id() then f.id = any ((select app.own_case_ids())::uuid[])
            and f.id = any ((select array_agg(a.case_id) from app.my_assignments() a where a.role = 'koordynator_rodziny')::uuid[])
          else app.case_role(f.id, 'koordynator_rodziny') end
        and f.status in ('awaitingConsent', 'diagnosis', 'planning', 'planApproval', 'inProgress', 'suspended', 'evaluation')
    )
    select c.id, c.case_id, m.number, y.label, n.given_name || ' ' || n.family_name,
      c.status = 'expired' or c.valid_to < app.today(), c.valid_to
    from consent c
    join mine m on m.id = c.case_id
    join case_person p on p.case_id = c.case_id and p.person_id = c.person_id and p.takes_part and p.left_on is null
      and p.person_id = any ((select app.person_ids())::uuid[])
    join person n on n.id = c.person_id
    left join family y on y.id = m.family_id
    where c.status in ('granted', 'expired') and c.valid_to is not null
      and (c.status = 'expired' or c.valid_to <= app.today() + 30)
      and c.signed_by_id is distinct from c.person_id
      and not exists (select from consent o where o.case_id = c.case_id and o.person_id = c.person_id and o.id <> c.id
        and (o.status = 'granted' and (o.valid_to is null or o.valid_to > app.today() + 30)
             or o.created_at > c.created_at and o.status <> 'draft'))
  $$;
