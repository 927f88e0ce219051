-- Family members and consents: what the family coordinator must know beyond the rows that it reads.

-- A person with this PESEL that the case's owner already knows (another family, an earlier case): the same person is
-- joined instead of being written twice (domain 5.4, unique per tenant). Only for the family coordinator of the case.
create function app.own_person(p_case uuid, p_pesel_hash text) returns uuid
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select i.person_id from person_identity i join family_case c on c.owner_institution_id = i.owner_institution_id
    where c.id = p_case and i.pesel_hash = p_pesel_hash and app.case_role(p_case, 'koordynator_rodziny')
  $$;

-- Who sees what today, person × institution × category, by the same test as the second lock (conflict of guardians and
-- ends included). For whoever may read the case's consents.
create function app.open_grants(p_case uuid)
  returns table (person_id uuid, institution_id uuid, category public.data_category)
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select distinct g.person_id, g.institution_id, g.category from case_grant g
    where g.case_id = p_case and g.ended_at is null
      and g.starts_on <= app.today() and (g.ends_on is null or g.ends_on >= app.today())
      and (g.person_id is null or app.person_granted(g.institution_id, g.case_id, g.person_id, g.category))
      and app.case_role(p_case, 'koordynator_rodziny', 'lider_gminny', 'lider_powiatowy', 'koordynator_zespolu',
                        'asystent_rodziny', 'audytor')
  $$;
