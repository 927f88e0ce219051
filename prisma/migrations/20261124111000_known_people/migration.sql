-- Names of colleagues stand on every page, so the question whom one may know must be cheap. The same institutions as
-- before, each branch by its own index; at national size the old form read all members and all institutions.
create or replace function app.known_institution_ids() returns uuid[]
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select coalesce(array_agg(distinct id), '{}') from (
      select app.institution_id() as id
      union all
      select m.institution_id from team_member m where m.team_id = any ((select app.team_ids())::uuid[])
      union all
      select m.institution_id from team_member m where m.team_id = any (array(
        select own.team_id from team_member own where own.institution_id = app.institution_id() and own.left_on is null))
      union all
      select i.id from institution i
        where i.wojewodztwo_code = any ((select app.my_region_codes('rops_koordynator', 'animator'))::text[])
      union all
      select i.id from institution i where (select app.has_role('operator'))
      union all
      select p.institution_id from case_participant p where p.case_id = any ((select app.case_ids())::uuid[])
      union all
      select i.id from institution i where i.kind_key = 'rops' and i.wojewodztwo_code = any (array(
        select t.wojewodztwo_code from team t where t.id = any ((select app.team_ids())::uuid[])))
    ) known where id is not null
  $$;

-- Is this person employed in one of these institutions? Asked by the policies of user_account: through the table's own
-- policy the whole question of known institutions would be asked a second time.
create function app.employed_at(p_user uuid, p_institutions uuid[]) returns boolean
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$ select exists (select from employment e where e.user_id = p_user and e.institution_id = any (p_institutions)) $$;

alter policy read_known on user_account using (
  id = (select app.actor_id()) or created_by_id = (select app.actor_id())
  or app.employed_at(id, (select app.known_institution_ids())::uuid[]));
alter policy mend on user_account using (
  id = (select app.actor_id())
  or (select app.has_role('operator', 'rops_koordynator', 'animator', 'lider_gminny', 'lider_powiatowy', 'decydent', 'admin_lokalny'))
     and app.employed_at(id, (select app.known_institution_ids())::uuid[]));
