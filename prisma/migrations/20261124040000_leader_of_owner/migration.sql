-- A unit that owns a case takes part in it: the leader of the powiat reads it also where the own unit is the owner
-- (a MOPR of a city with powiat rights is both levels). Found by the generated matrix test.

create or replace function app.owned_institution_ids() returns uuid[]
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select case when app.has_role('lider_gminny', 'lider_powiatowy', 'audytor')
      then array[app.institution_id()] else '{}'::uuid[] end
  $$;

-- Referrals stay with the leader of the gmina (domain 3.6: the leader of the powiat reads own ones only).
create or replace function app.referral_team_ids() returns uuid[]
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select app.case_team_ids() || coalesce((select array_agg(t.id) from team t
      where t.lead_institution_id = app.institution_id() and app.has_role('lider_gminny', 'audytor')), '{}')
  $$;

create or replace function app.case_role(p_case uuid, variadic wanted text[]) returns boolean
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select exists (
      select from family_case c join app.my_assignments() a on (
           (a.role in ('koordynator_rodziny', 'asystent_rodziny', 'specjalista') and a.case_id = c.id)
        or (a.role = 'koordynator_zespolu' and a.team_id = c.team_id)
        or (a.role in ('lider_gminny', 'lider_powiatowy', 'audytor') and c.owner_institution_id = a.institution_id)
        or (a.role = 'lider_powiatowy' and exists (
              select from case_participant p where p.case_id = c.id and p.institution_id = a.institution_id
                and p.starts_on <= app.today() and (p.ends_on is null or p.ends_on >= app.today()))))
      where c.id = p_case and a.role::text = any (wanted)
        and (c.owner_institution_id = app.institution_id()
             or (exists (select from case_participant p where p.case_id = c.id and p.institution_id = app.institution_id()
                   and p.starts_on <= app.today() and (p.ends_on is null or p.ends_on >= app.today()))
                 and app.case_open(app.institution_id(), c.id))))
  $$;
