-- Before a joining only the unit that leads the team that stays is told a number of cases: of its own, which go over. A number
-- of another unit's families was exact below five, and what of it was not in the reader's list was a restricted case
-- (decision 0020), which is not counted for who is left out either.
create or replace function app.joining_facts(p_team uuid, p_into uuid) returns jsonb
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select jsonb_build_object(
      'team', a.name, 'into', b.name, 'sameGmina', a.gmina_code = b.gmina_code, 'refusal', app.joining_refusal(a.id, b.id),
      'began', coalesce(b.activated_on, b.agreement_from), 'leadInstitutionId', b.lead_institution_id,
      'parties', (select coalesce(jsonb_agg(jsonb_build_object('institutionId', p.institution_id, 'name', p.name, 'fate', p.fate,
          'signedBy', p.signed_by)), '[]') from app.joining_parties(a.id, b.id) p),
      'coordinators', (select coalesce(jsonb_agg(jsonb_build_object('name', c.name, 'passes', c.passes)), '[]')
        from app.joining_coordinators(a.id, b.id) c),
      'tasks', (select count(*) from task k where k.team_id = a.id and k.status = 'open'),
      'meetings', (select count(*) from team_meeting g where g.team_id = a.id and g.status in ('planned', 'called')),
      'cases', case when app.institution_id() = b.lead_institution_id then (
        select jsonb_build_object(
          'open', count(*) filter (where not app.case_is_over(c.status)),
          'over', count(*) filter (where app.case_is_over(c.status)))
        from family_case c where c.team_id = a.id and c.owner_institution_id = b.lead_institution_id and c.status <> 'erased'
          and c.id <> all ((select app.away_case_ids())::uuid[])) end)
    from team a, team b where a.id = p_team and b.id = p_into
      and (app.keeps_joining(a.id) or app.keeps_joining(b.id) and exists (
        select from team_joining j where j.team_id = a.id and j.into_team_id = b.id and j.ended_at is null))
  $$;
