-- A leader founds teams of the gminas that the own institution serves, and of no other (domain 3.6: CRUA(o)).
drop policy add on team;
create policy add on team for insert with check (
  created_by_id = (select app.actor_id()) and created_institution_id = (select app.institution_id())
  and (wojewodztwo_code = any ((select app.my_region_codes('rops_koordynator', 'animator'))::text[])
       or (select app.has_role('lider_gminny')) and exists (
            select from institution_area a
            where a.institution_id = (select app.institution_id()) and a.unit_code = gmina_code)));

-- A family is referred by a party that has signed, under an agreement that has begun and has not ended.
create or replace function app.referral_teams()
  returns table (id uuid, name text, gmina_code text, lead_institution_id uuid)
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select t.id, t.name, t.gmina_code, t.lead_institution_id from team t join team_member m on m.team_id = t.id
    where m.institution_id = app.institution_id() and m.left_on is null and m.signed_on <= app.today()
      and t.status = 'active' and t.lead_institution_id is not null
      and (t.agreement_from is null or t.agreement_from <= app.today())
      and (t.agreement_to is null or t.agreement_to >= app.today())
      and exists (select from app.my_assignments())
    order by t.name
  $$;
