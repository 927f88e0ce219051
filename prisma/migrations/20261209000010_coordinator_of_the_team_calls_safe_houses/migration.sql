-- Which houses may not be called to a meeting with this family: told to who plans it in a case of the own unit, the family's
-- coordinator or the team's. The team's was refused by the trigger without a word; who is assigned otherwise plans none and
-- is told nothing of a protection.
create or replace function app.houses_not_safe(p_case uuid, p_institutions uuid[]) returns uuid[]
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select coalesce(array_agg(distinct i), '{}') from unnest(p_institutions) i
    where app.case_role(p_case, 'koordynator_rodziny', 'koordynator_zespolu')
      and exists (select from family_case f where f.id = p_case and f.owner_institution_id = app.institution_id())
      and exists (
        select from case_person c join person_protection p on p.person_id = c.person_id and p.ended_at is null
        where c.case_id = p_case and app.protected_today(p)
          and p.owner_institution_id is distinct from i and not coalesce(i = any (p.safe_institution_ids), false))
  $$;
