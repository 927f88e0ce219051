-- The second lock: row-level security. The first is lib/policy; tests/security holds the two against each other.
-- Reasons and measurements: docs/architecture.md, "Two locks".

create schema app;

-- ---------------------------------------------------------------------------------------------------------------
-- Who acts, where, when. A setting of this transaction only; after a transaction it reads '' and not NULL.
create function app.actor_id() returns uuid language sql stable
  as $$ select nullif(current_setting('app.actor_id', true), '')::uuid $$;

create function app.institution_id() returns uuid language sql stable
  as $$ select nullif(current_setting('app.institution_id', true), '')::uuid $$;

create function app.today() returns date language sql stable
  as $$ select (now() at time zone 'Europe/Warsaw')::date $$;

-- Roles act together within one institution and its teams, never across institutions.
create function app.my_assignments() returns setof public.role_assignment
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select r.* from role_assignment r join user_account u on u.id = r.user_id
    where r.user_id = app.actor_id() and r.institution_id = app.institution_id() and u.disabled_at is null
      and r.ended_at is null and r.starts_on <= app.today() and (r.ends_on is null or r.ends_on >= app.today())
  $$;

create function app.has_role(variadic wanted text[]) returns boolean
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$ select exists (select from app.my_assignments() a where a.role::text = any (wanted)) $$;

create function app.my_region_codes(variadic wanted text[]) returns text[]
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select coalesce(array_agg(distinct coalesce(a.wojewodztwo_code, i.wojewodztwo_code)), '{}')
    from app.my_assignments() a join institution i on i.id = a.institution_id
    where a.role::text = any (wanted)
  $$;

-- ---------------------------------------------------------------------------------------------------------------
-- Teams: membership of a team is NOT access to its cases.
create function app.team_ids() returns uuid[]
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select coalesce(array_agg(distinct id), '{}') from (
      select t.id from team t
        where t.wojewodztwo_code = any (app.my_region_codes('rops_koordynator', 'ekspert'))
      union all
      select a.team_id from app.my_assignments() a
        where a.team_id is not null and a.role in ('animator', 'koordynator_zespolu')
      union all
      select m.team_id from team_member m
        where m.institution_id = app.institution_id() and m.left_on is null
          and app.has_role('lider_gminny', 'lider_powiatowy', 'koordynator_zespolu', 'koordynator_rodziny',
                           'asystent_rodziny', 'decydent', 'specjalista', 'radny', 'iod', 'audytor')
      union all
      select t.id from team t
        where (t.lead_institution_id = app.institution_id() or t.created_institution_id = app.institution_id())
          and app.has_role('lider_gminny', 'audytor')
    ) visible where id is not null
  $$;

-- Teams that the actor may change (agreement, members, roles).
create function app.managed_team_ids() returns uuid[]
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select coalesce(array_agg(distinct id), '{}') from (
      select t.id from team t where t.wojewodztwo_code = any (app.my_region_codes('rops_koordynator'))
      union all
      select a.team_id from app.my_assignments() a
        where a.team_id is not null and a.role in ('animator', 'koordynator_zespolu')
      union all
      select m.team_id from team_member m
        where m.institution_id = app.institution_id() and m.left_on is null
          and app.has_role('lider_gminny', 'lider_powiatowy')
      union all
      select t.id from team t
        where (t.lead_institution_id = app.institution_id() or t.created_institution_id = app.institution_id())
          and app.has_role('lider_gminny')
    ) managed where id is not null
  $$;

-- ---------------------------------------------------------------------------------------------------------------
-- Consent and legal basis: what a person's data may be shown to an institution for.
create function app.is_sensitive(c public.data_category) returns boolean language sql immutable
  as $$ select c in ('BEZPIECZENSTWO', 'ZDROWIE', 'PSYCHIKA_UZALEZNIENIA', 'KARNE', 'INNE_SZCZEGOLNE') $$;

-- One person: a live grant; where guardians are in conflict, one from each of them (the narrower scope counts).
create function app.person_granted(p_institution uuid, p_case uuid, p_person uuid, p_category public.data_category)
  returns boolean language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    with live as (
      select g.legal_basis_id, g.signed_by_id from case_grant g
      where g.institution_id = p_institution and g.case_id = p_case and g.category = p_category
        and g.person_id = p_person and g.ended_at is null and g.starts_on <= app.today()
        and (g.ends_on is null or g.ends_on >= app.today())
    )
    select exists (select from live) and (
      exists (select from live where legal_basis_id is not null)
      or not exists (
        select from case_person p, unnest(p.guardian_ids) guardian
        where p.case_id = p_case and p.person_id = p_person and p.guardian_conflict and p.court_decision is null
          and not exists (select from live where signed_by_id = guardian)
      )
    )
  $$;

-- What concerns the whole family: every person who takes part must have opened it. An environment has no persons:
-- there a basis without a person opens it.
create function app.granted(p_institution uuid, p_case uuid, p_person uuid, p_category public.data_category)
  returns boolean language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select case
      when p_person is not null then app.person_granted(p_institution, p_case, p_person, p_category)
      else exists (
          select from case_grant g
          where g.institution_id = p_institution and g.case_id = p_case and g.category = p_category
            and g.ended_at is null and g.starts_on <= app.today() and (g.ends_on is null or g.ends_on >= app.today())
        ) and not exists (
          select from case_person p
          where p.case_id = p_case and p.takes_part and p.left_on is null
            and not app.person_granted(p_institution, p_case, p.person_id, p_category)
        )
    end
  $$;

-- Anybody of the case opened anything basic to this institution: the case exists for it.
create function app.case_open(p_institution uuid, p_case uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select exists (
      select from case_grant g
      where g.institution_id = p_institution and g.case_id = p_case and g.category = 'PODSTAWOWE'
        and g.ended_at is null and g.starts_on <= app.today() and (g.ends_on is null or g.ends_on >= app.today())
        and (g.person_id is null or app.person_granted(p_institution, p_case, g.person_id, 'PODSTAWOWE'))
    )
  $$;

-- ---------------------------------------------------------------------------------------------------------------
-- Cases, as arrays: one evaluation a query (InitPlan), never one a row.

-- Institutions all of whose cases the actor reads: the own unit of a leader (or of the audited unit).
create function app.owned_institution_ids() returns uuid[]
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select case when app.has_role('lider_gminny', 'audytor') then array[app.institution_id()] else '{}'::uuid[] end
  $$;

-- Teams EVERY case of which the actor reads: a team coordinator whose institution leads the team.
create function app.case_team_ids() returns uuid[]
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select coalesce(array_agg(t.id), '{}') from team t join app.my_assignments() a on a.team_id = t.id
    where a.role = 'koordynator_zespolu' and t.lead_institution_id = app.institution_id()
  $$;

-- Cases of the own unit that the actor works on (family coordinator, family assistant, specialist of the owner).
create function app.own_case_ids() returns uuid[]
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select coalesce(array_agg(distinct c.id), '{}') from family_case c join app.my_assignments() a on a.case_id = c.id
    where a.role in ('koordynator_rodziny', 'asystent_rodziny', 'specjalista')
      and c.owner_institution_id = app.institution_id()
  $$;

-- Cases of other owners: the institution takes part, a live consent or basis opens the case, and a role reaches it.
create function app.shared_case_ids() returns uuid[]
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select coalesce(array_agg(distinct p.case_id), '{}')
    from case_participant p join family_case c on c.id = p.case_id
    where p.institution_id = app.institution_id() and p.starts_on <= app.today()
      and (p.ends_on is null or p.ends_on >= app.today())
      and c.owner_institution_id <> app.institution_id()
      and (app.has_role('lider_powiatowy')
        or exists (select from app.my_assignments() a
                   where (a.case_id = p.case_id and a.role in ('asystent_rodziny', 'specjalista', 'koordynator_rodziny'))
                      or (a.team_id = p.team_id and a.role = 'koordynator_zespolu')))
      and app.case_open(app.institution_id(), p.case_id)
  $$;

create function app.case_ids() returns uuid[]
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$ select app.own_case_ids() || app.shared_case_ids() $$;

-- Lines sent to the own institution: all of them for its decision-maker, the own ones for who delivers.
create function app.provider_line_ids() returns uuid[]
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select coalesce(array_agg(l.id), '{}') from basket_line l
    where l.provider_institution_id = app.institution_id() and l.status <> 'draft'
      and ((l.responsible_user_id = app.actor_id() and app.has_role('wykonawca', 'specjalista', 'asystent_rodziny', 'decydent'))
           or app.has_role('decydent'))
      and (l.owner_institution_id = app.institution_id()
           or (app.case_open(app.institution_id(), l.case_id)
               and (not exists (select from line_beneficiary b where b.line_id = l.id)
                    and app.granted(app.institution_id(), l.case_id, null, l.category)
                    or exists (select from line_beneficiary b where b.line_id = l.id
                               and app.person_granted(app.institution_id(), l.case_id, b.person_id, l.category)))))
  $$;

create function app.provider_case_ids() returns uuid[]
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$ select coalesce(array_agg(distinct l.case_id), '{}') from basket_line l where l.id = any (app.provider_line_ids()) $$;

-- Persons by permission `min`: everyone of a case of the own unit; of another owner's case only who consented;
-- for a provider the beneficiaries of its own lines.
create function app.identity_ids() returns uuid[]
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select coalesce(array_agg(distinct p.person_id), '{}') from (
      select cp.person_id from case_person cp join family_case c on c.id = cp.case_id
        where c.owner_institution_id = any (app.owned_institution_ids()) or c.team_id = any (app.case_team_ids())
           or c.id = any (app.own_case_ids())
      union all
      select cp.person_id from case_person cp
        where cp.case_id = any (app.shared_case_ids())
          and app.person_granted(app.institution_id(), cp.case_id, cp.person_id, 'PODSTAWOWE')
    ) p
  $$;

create function app.person_ids() returns uuid[]
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select app.identity_ids() || coalesce((
      select array_agg(distinct b.person_id) from line_beneficiary b join basket_line l on l.id = b.line_id
      where b.line_id = any (app.provider_line_ids())
        and (l.owner_institution_id = app.institution_id()
             or app.person_granted(app.institution_id(), b.case_id, b.person_id, 'PODSTAWOWE'))), '{}')
  $$;

-- A role of this actor on this one case (the row's test, for tables read case by case).
create function app.case_role(p_case uuid, variadic wanted text[]) returns boolean
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select exists (
      select from family_case c join app.my_assignments() a on (
           (a.role in ('koordynator_rodziny', 'asystent_rodziny', 'specjalista') and a.case_id = c.id)
        or (a.role = 'koordynator_zespolu' and a.team_id = c.team_id)
        or (a.role in ('lider_gminny', 'audytor') and c.owner_institution_id = a.institution_id)
        or (a.role = 'lider_powiatowy' and exists (
              select from case_participant p where p.case_id = c.id and p.institution_id = a.institution_id
                and p.starts_on <= app.today() and (p.ends_on is null or p.ends_on >= app.today()))))
      where c.id = p_case and a.role::text = any (wanted)
        and (c.owner_institution_id = app.institution_id()
             or (exists (select from case_participant p where p.case_id = c.id and p.institution_id = app.institution_id()
                   and p.starts_on <= app.today() and (p.ends_on is null or p.ends_on >= app.today()))
                 and app.case_open(app.institution_id(), c.id))))
  $$;

-- May this actor read a thing of this category about this person (null: the whole family) in this case?
-- The family coordinator of the owner: yes. The owner's other people: ordinary categories yes, art. 9 and 10 by consent.
-- Everybody else: by consent or basis that covers the category for the institution.
create function app.category_open(p_case uuid, p_person uuid, p_category public.data_category, p_owner uuid)
  returns boolean language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select case
      when p_owner = app.institution_id() and app.case_role(p_case, 'koordynator_rodziny') then true
      when not app.case_role(p_case, 'koordynator_rodziny', 'lider_gminny', 'lider_powiatowy', 'koordynator_zespolu',
                             'asystent_rodziny', 'specjalista', 'audytor') then false
      when p_owner = app.institution_id() and not app.is_sensitive(p_category) then true
      else app.granted(app.institution_id(), p_case, p_person, p_category)
    end
  $$;

-- People of the house whom the actor may know by name and work contact: the own institution, institutions of common
-- teams, and for a ROPS and the operator who set people up, those of their region or all.
create function app.known_institution_ids() returns uuid[]
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select coalesce(array_agg(distinct id), '{}') from (
      select app.institution_id() as id
      union all
      select m.institution_id from team_member m
        where m.team_id = any (app.team_ids())
           or m.team_id in (select own.team_id from team_member own where own.institution_id = app.institution_id() and own.left_on is null)
      union all
      select i.id from institution i
        where i.wojewodztwo_code = any (app.my_region_codes('rops_koordynator', 'animator')) or app.has_role('operator')
      union all
      select p.institution_id from case_participant p where p.case_id = any (app.case_ids())
      union all
      select i.id from institution i join team t on t.wojewodztwo_code = i.wojewodztwo_code
        where i.kind_key = 'rops' and t.id = any (app.team_ids())
    ) known where id is not null
  $$;

-- ---------------------------------------------------------------------------------------------------------------
-- Every table that is not pure reference data: enabled, forced, and one policy for the owner, who is no superuser
-- and whom FORCE binds too (definer functions and pg_dump run as the owner).
create function app.protect(table_name text) returns void language plpgsql
  as $$
  begin
    execute format('alter table public.%I enable row level security', table_name);
    execute format('alter table public.%I force row level security', table_name);
    execute format('create policy owner_all on public.%I to current_user using (true) with check (true)', table_name);
  end $$;

select app.protect(t) from unnest(array[
  'institution', 'institution_area', 'institution_service', 'user_account', 'credential', 'user_session', 'sign_in_attempt',
  'invitation', 'employment', 'authorisation', 'role_assignment', 'nk_mark', 'outgoing_mail', 'notification',
  'team', 'team_member', 'team_transition', 'team_deadline',
  'referral', 'referral_person', 'family_case', 'case_transition', 'case_proposal', 'family', 'person', 'person_identity',
  'family_member', 'case_person', 'case_participant', 'nk_flag', 'duplicate_check',
  'consent', 'consent_scope', 'legal_basis_record', 'case_grant', 'information_clause', 'clause_delivery',
  'diagnosis', 'diagnosis_area', 'family_voice', 'need', 'goal', 'goal_need',
  'plan', 'plan_line', 'basket_line', 'line_beneficiary', 'line_need', 'line_goal', 'line_transition', 'service_delivery',
  'monitoring_card', 'evaluation', 'audit_event', 'installation']) t;

-- Institutions and people ---------------------------------------------------------------------------------------
create policy read_all on institution for select using ((select app.actor_id()) is not null);
create policy add on institution for insert with check (
  (select app.has_role('operator', 'lider_gminny', 'lider_powiatowy'))
  or wojewodztwo_code = any ((select app.my_region_codes('rops_koordynator', 'animator'))::text[]));
create policy mend on institution for update using (
  id = (select app.institution_id()) and (select app.has_role('lider_gminny', 'lider_powiatowy', 'decydent', 'admin_lokalny'))
  or (select app.has_role('operator', 'lider_gminny', 'lider_powiatowy'))
  or wojewodztwo_code = any ((select app.my_region_codes('rops_koordynator', 'animator'))::text[]));

create policy read_all on institution_area for select using ((select app.actor_id()) is not null);
create policy write_all on institution_area for all using (
  exists (select from institution i where i.id = institution_id) and (select app.has_role('operator', 'rops_koordynator',
    'animator', 'lider_gminny', 'lider_powiatowy', 'decydent', 'admin_lokalny')));
create policy read_all on institution_service for select using ((select app.actor_id()) is not null);
create policy write_all on institution_service for all using (
  (select app.has_role('operator', 'rops_koordynator', 'animator', 'lider_gminny', 'lider_powiatowy'))
  or institution_id = (select app.institution_id()) and (select app.has_role('decydent', 'admin_lokalny')));

create policy read_known on employment for select using (
  user_id = (select app.actor_id()) or institution_id = any ((select app.known_institution_ids())::uuid[]));
create policy write_managed on employment for insert with check (
  institution_id = any ((select app.known_institution_ids())::uuid[]));
create policy end_managed on employment for update using (
  institution_id = any ((select app.known_institution_ids())::uuid[])
  and (select app.has_role('operator', 'rops_koordynator', 'animator', 'lider_gminny', 'lider_powiatowy', 'decydent', 'admin_lokalny')));

create policy read_known on user_account for select using (
  id = (select app.actor_id()) or created_by_id = (select app.actor_id())
  or exists (select from employment e where e.user_id = user_account.id
             and e.institution_id = any ((select app.known_institution_ids())::uuid[])));
create policy add on user_account for insert with check (created_by_id = (select app.actor_id()));
create policy mend on user_account for update using (
  id = (select app.actor_id())
  or exists (select from employment e where e.user_id = user_account.id
             and e.institution_id = any ((select app.known_institution_ids())::uuid[]))
     and (select app.has_role('operator', 'rops_koordynator', 'animator', 'lider_gminny', 'lider_powiatowy', 'decydent', 'admin_lokalny')));

create policy read_known on role_assignment for select using (
  user_id = (select app.actor_id()) or institution_id = any ((select app.known_institution_ids())::uuid[]));
create policy add on role_assignment for insert with check (
  granted_by_id = (select app.actor_id()) and institution_id = any ((select app.known_institution_ids())::uuid[]));
create policy finish on role_assignment for update using (institution_id = any ((select app.known_institution_ids())::uuid[]));

create policy read_own on authorisation for select using (
  user_id = (select app.actor_id())
  or institution_id = any ((select app.known_institution_ids())::uuid[])
     and (select app.has_role('operator', 'rops_koordynator', 'animator', 'lider_gminny', 'lider_powiatowy', 'decydent', 'admin_lokalny', 'iod')));
create policy add on authorisation for insert with check (
  issued_by_id = (select app.actor_id()) and institution_id = any ((select app.known_institution_ids())::uuid[]));
create policy mend on authorisation for update using (
  user_id = (select app.actor_id()) or institution_id = any ((select app.known_institution_ids())::uuid[])
     and (select app.has_role('operator', 'lider_gminny', 'lider_powiatowy', 'decydent', 'admin_lokalny')));

create policy read_managed on invitation for select using (
  created_by_id = (select app.actor_id())
  or institution_id = (select app.institution_id()) and (select app.has_role('lider_gminny', 'lider_powiatowy', 'decydent', 'admin_lokalny')));
create policy add on invitation for insert with check (
  created_by_id = (select app.actor_id()) and institution_id = any ((select app.known_institution_ids())::uuid[]));
create policy mend on invitation for update using (
  created_by_id = (select app.actor_id())
  or institution_id = (select app.institution_id()) and (select app.has_role('lider_gminny', 'lider_powiatowy', 'decydent', 'admin_lokalny')));

create policy read_own on nk_mark for select using (
  user_id = (select app.actor_id()) or institution_id = (select app.institution_id()) and (select app.has_role('lider_gminny', 'iod')));
create policy add on nk_mark for insert with check (
  granted_by_id = (select app.actor_id()) and (select app.has_role('lider_gminny')));
create policy finish on nk_mark for update using (institution_id = (select app.institution_id()) and (select app.has_role('lider_gminny')));

create policy own on notification for select using (user_id = (select app.actor_id()) and institution_id = (select app.institution_id()));
create policy mark_read on notification for update using (user_id = (select app.actor_id()));
create policy send on notification for insert with check ((select app.actor_id()) is not null);

create policy send on outgoing_mail for insert with check ((select app.actor_id()) is not null);

create policy read_all on information_clause for select using ((select app.actor_id()) is not null);
create policy write_own on information_clause for insert with check (
  institution_id = (select app.institution_id()) and (select app.has_role('lider_gminny', 'lider_powiatowy', 'iod', 'admin_lokalny')));

-- Teams ----------------------------------------------------------------------------------------------------------
create policy read_visible on team for select using (id = any ((select app.team_ids())::uuid[]));
create policy add on team for insert with check (
  created_by_id = (select app.actor_id()) and created_institution_id = (select app.institution_id())
  and (wojewodztwo_code = any ((select app.my_region_codes('rops_koordynator', 'animator'))::text[])
       or (select app.has_role('lider_gminny'))));
create policy mend on team for update using (id = any ((select app.managed_team_ids())::uuid[]));

create policy read_visible on team_member for select using (team_id = any ((select app.team_ids())::uuid[]));
create policy add on team_member for insert with check (team_id = any ((select app.managed_team_ids())::uuid[]));
create policy mend on team_member for update using (
  team_id = any ((select app.managed_team_ids())::uuid[])
  or institution_id = (select app.institution_id()) and (select app.has_role('decydent')));
create policy remove on team_member for delete using (
  signed_on is null and team_id = any ((select app.managed_team_ids())::uuid[]));

create policy read_visible on team_transition for select using (team_id = any ((select app.team_ids())::uuid[]));
create policy add on team_transition for insert with check (
  actor_id = (select app.actor_id()) and team_id = any ((select app.managed_team_ids())::uuid[]));
create policy read_visible on team_deadline for select using (team_id = any ((select app.team_ids())::uuid[]));
create policy write_managed on team_deadline for all using (team_id = any ((select app.managed_team_ids())::uuid[]));

-- Referrals ------------------------------------------------------------------------------------------------------
-- A draft: the author's institution alone (and of it the author). Submitted: the team's coordinator and the leader;
-- the author's side until the case is qualified, afterwards only its status (app.referral_statuses).
create function app.referral_readable(p_case uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$ select exists (select from family_case c where c.id = p_case and c.status in ('submitted', 'screening')) $$;

create function app.referral_team_ids() returns uuid[]
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select app.case_team_ids() || coalesce((select array_agg(t.id) from team t
      where t.lead_institution_id = any (app.owned_institution_ids())), '{}')
  $$;

create policy read_own on referral for select using (
  author_id = (select app.actor_id()) and institution_id = (select app.institution_id())
    and (status = 'draft' or app.referral_readable(case_id))
  or status = 'submitted' and (
       team_id = any ((select app.referral_team_ids())::uuid[])
    or case_id = any ((select app.own_case_ids())::uuid[])
    or institution_id = (select app.institution_id()) and (select app.has_role('decydent', 'lider_powiatowy')) and app.referral_readable(case_id)));
create policy add on referral for insert with check (
  author_id = (select app.actor_id()) and institution_id = (select app.institution_id()) and status = 'draft');
create policy mend on referral for update using (
  author_id = (select app.actor_id()) and institution_id = (select app.institution_id()) and status = 'draft')
  with check (author_id = (select app.actor_id()) and institution_id = (select app.institution_id()));
create policy remove_draft on referral for delete using (
  author_id = (select app.actor_id()) and institution_id = (select app.institution_id()) and status = 'draft');
create policy read_with_referral on referral_person for select using (exists (select from referral r where r.id = referral_id));
create policy write_draft on referral_person for all using (
  exists (select from referral r where r.id = referral_id and r.status = 'draft' and r.author_id = (select app.actor_id())));

-- Cases ----------------------------------------------------------------------------------------------------------
create policy read_visible on family_case for select using (
  team_id = any ((select app.case_team_ids())::uuid[])
  or owner_institution_id = any ((select app.owned_institution_ids())::uuid[])
  or id = any ((select app.case_ids())::uuid[])
  or id = any ((select app.provider_case_ids())::uuid[]));
create policy mend on family_case for update using (
  team_id = any ((select app.case_team_ids())::uuid[])
  or owner_institution_id = any ((select app.owned_institution_ids())::uuid[]) and (select app.has_role('lider_gminny'))
  or id = any ((select app.case_ids())::uuid[]));

-- Things of a case without a category of their own, for who works on the case or answers for it (not for providers).
create function app.works_on(p_case uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$ select app.case_role(p_case, 'koordynator_rodziny', 'lider_gminny', 'lider_powiatowy', 'koordynator_zespolu',
                             'asystent_rodziny', 'specjalista', 'audytor') $$;

do $$
declare t text;
begin
  foreach t in array array['case_transition', 'case_proposal', 'case_participant', 'clause_delivery', 'diagnosis', 'plan',
                           'plan_line', 'monitoring_card', 'evaluation'] loop
    execute format('create policy read_case on %I for select using (app.works_on(case_id))', t);
  end loop;
  foreach t in array array['case_proposal', 'case_participant', 'clause_delivery', 'diagnosis', 'plan', 'plan_line',
                           'monitoring_card', 'evaluation'] loop
    execute format($p$create policy write_case on %I for insert with check (
      app.case_role(case_id, 'koordynator_rodziny', 'koordynator_zespolu', 'lider_gminny', 'asystent_rodziny'))$p$, t);
    execute format($p$create policy mend_case on %I for update using (
      app.case_role(case_id, 'koordynator_rodziny', 'koordynator_zespolu', 'lider_gminny', 'asystent_rodziny'))$p$, t);
  end loop;
end $$;
create policy write_case on case_transition for insert with check (
  actor_id = (select app.actor_id()) and (
    app.case_role(case_id, 'koordynator_rodziny', 'koordynator_zespolu', 'lider_gminny', 'asystent_rodziny')
    or case_id = any ((select app.provider_case_ids())::uuid[])));
create policy read_iod on case_participant for select using (
  institution_id = (select app.institution_id()) and (select app.has_role('iod')));
create policy remove_line on plan_line for delete using (app.case_role(case_id, 'koordynator_rodziny', 'koordynator_zespolu'));

create policy read_with_case on family for select using (exists (select from family_case c where c.family_id = family.id));
create policy add on family for insert with check (
  owner_institution_id = (select app.institution_id()) and (select app.has_role('koordynator_rodziny', 'koordynator_zespolu')));
create policy mend on family for update using (
  exists (select from family_case c where c.family_id = family.id and app.case_role(c.id, 'koordynator_rodziny', 'koordynator_zespolu')));

create policy read_min on person for select using (id = any ((select app.person_ids())::uuid[]));
create policy add on person for insert with check (
  owner_institution_id = (select app.institution_id()) and (select app.has_role('koordynator_rodziny')));
create policy mend on person for update using (
  exists (select from case_person p where p.person_id = person.id and app.case_role(p.case_id, 'koordynator_rodziny')));

create policy read_identity on person_identity for select using (person_id = any ((select app.identity_ids())::uuid[]));
create policy add on person_identity for insert with check (
  owner_institution_id = (select app.institution_id()) and (select app.has_role('koordynator_rodziny')));
create policy mend on person_identity for update using (
  exists (select from case_person p where p.person_id = person_identity.person_id and app.case_role(p.case_id, 'koordynator_rodziny')));

create policy read_min on family_member for select using (person_id = any ((select app.person_ids())::uuid[]));
create policy add on family_member for insert with check ((select app.has_role('koordynator_rodziny')));
create policy mend on family_member for update using (
  exists (select from case_person p where p.person_id = family_member.person_id and app.case_role(p.case_id, 'koordynator_rodziny')));

create policy read_min on case_person for select using (
  person_id = any ((select app.person_ids())::uuid[]) and (
    app.works_on(case_id) or case_id = any ((select app.provider_case_ids())::uuid[])));
create policy add on case_person for insert with check (app.case_role(case_id, 'koordynator_rodziny'));
create policy mend on case_person for update using (app.case_role(case_id, 'koordynator_rodziny'));

-- The mark `nk`, dated. Who writes the flag does not read it afterwards: INSERT without RETURNING.
create function app.has_nk_mark() returns boolean
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select exists (select from nk_mark m where m.user_id = app.actor_id() and m.institution_id = app.institution_id()
      and m.starts_on <= app.today() and (m.ends_on is null or m.ends_on >= app.today()))
  $$;
create policy read_marked on nk_flag for select using (
  (select app.has_nk_mark()) and case_id is not null and app.works_on(case_id));
create policy write_only on nk_flag for insert with check (recorded_by_id = (select app.actor_id()));

create policy read_team on duplicate_check for select using (
  app.case_role(case_id, 'koordynator_zespolu')
  or (select app.has_role('iod')) and (institution_id = (select app.institution_id()) or (select app.institution_id()) = any (known_to)));

-- Consent --------------------------------------------------------------------------------------------------------
create policy read_case on consent for select using (
  app.case_role(case_id, 'koordynator_rodziny', 'lider_gminny', 'lider_powiatowy', 'koordynator_zespolu', 'asystent_rodziny', 'audytor')
  or owner_institution_id = (select app.institution_id()) and (select app.has_role('iod')));
create policy add on consent for insert with check (app.case_role(case_id, 'koordynator_rodziny', 'koordynator_zespolu'));
create policy mend on consent for update using (app.case_role(case_id, 'koordynator_rodziny', 'koordynator_zespolu'));
create policy read_case on consent_scope for select using (exists (select from consent c where c.id = consent_id));
create policy add on consent_scope for insert with check (app.case_role(case_id, 'koordynator_rodziny', 'koordynator_zespolu'));
create policy remove_draft on consent_scope for delete using (
  exists (select from consent c where c.id = consent_id and c.status = 'draft'));
create policy read_case on legal_basis_record for select using (
  app.case_role(case_id, 'koordynator_rodziny', 'lider_gminny', 'lider_powiatowy', 'koordynator_zespolu', 'asystent_rodziny', 'audytor')
  or (select app.has_role('iod')) and exists (select from family_case c where c.id = case_id and c.owner_institution_id = (select app.institution_id())));
create policy add on legal_basis_record for insert with check (app.case_role(case_id, 'koordynator_rodziny', 'koordynator_zespolu'));
create policy finish on legal_basis_record for update using (app.case_role(case_id, 'koordynator_rodziny', 'koordynator_zespolu'));
-- Grants are kept by triggers alone; the app reads those of its own institution and of the cases it runs.
create policy read_case on case_grant for select using (
  institution_id = (select app.institution_id()) and app.works_on(case_id)
  or app.case_role(case_id, 'koordynator_rodziny', 'koordynator_zespolu', 'lider_gminny', 'audytor'));

-- Things that bear a category ------------------------------------------------------------------------------------
do $$
declare t text; person text;
begin
  foreach t in array array['need', 'diagnosis_area', 'family_voice', 'goal'] loop
    person := case when t = 'need' then 'person_id' else 'null::uuid' end;
    execute format('create policy read_category on %I for select using (app.category_open(case_id, %s, category, owner_institution_id))', t, person);
    execute format($p$create policy add on %I for insert with check (
      app.category_open(case_id, %s, category, owner_institution_id)
      and app.case_role(case_id, 'koordynator_rodziny', 'asystent_rodziny', 'specjalista'))$p$, t, person);
    execute format($p$create policy mend on %I for update using (
      app.category_open(case_id, %s, category, owner_institution_id)
      and app.case_role(case_id, 'koordynator_rodziny', 'asystent_rodziny', 'specjalista'))$p$, t, person);
  end loop;
end $$;
create policy read_with_goal on goal_need for select using (
  exists (select from goal g where g.id = goal_id) and exists (select from need n where n.id = need_id));
create policy write_with_goal on goal_need for all using (
  exists (select from goal g where g.id = goal_id) and app.case_role(case_id, 'koordynator_rodziny', 'asystent_rodziny'));

-- The basket -----------------------------------------------------------------------------------------------------
-- A draft line is seen by the coordinators and the assistant only; a sent one by the leader, by the family team as
-- far as consent reaches, and by its provider.
create policy read_visible on basket_line for select using (
  team_id = any ((select app.case_team_ids())::uuid[])
  or owner_institution_id = any ((select app.owned_institution_ids())::uuid[]) and status <> 'draft'
  or case_id = any ((select app.own_case_ids())::uuid[])
     and (status <> 'draft' or app.case_role(case_id, 'koordynator_rodziny', 'asystent_rodziny'))
  or case_id = any ((select app.shared_case_ids())::uuid[]) and status <> 'draft'
     and app.granted((select app.institution_id()), case_id, null, category)
  or id = any ((select app.provider_line_ids())::uuid[]));
create policy add on basket_line for insert with check (app.case_role(case_id, 'koordynator_rodziny', 'asystent_rodziny'));
create policy mend on basket_line for update using (
  app.case_role(case_id, 'koordynator_rodziny', 'asystent_rodziny', 'koordynator_zespolu')
  or id = any ((select app.provider_line_ids())::uuid[]));

do $$
declare t text;
begin
  foreach t in array array['line_beneficiary', 'line_need', 'line_goal', 'line_transition', 'service_delivery'] loop
    execute format('create policy read_with_line on %I for select using (exists (select from basket_line l where l.id = line_id))', t);
  end loop;
  foreach t in array array['line_beneficiary', 'line_need', 'line_goal'] loop
    execute format($p$create policy write_line on %I for insert with check (
      app.case_role(case_id, 'koordynator_rodziny', 'asystent_rodziny'))$p$, t);
    execute format($p$create policy remove_line on %I for delete using (
      app.case_role(case_id, 'koordynator_rodziny', 'asystent_rodziny'))$p$, t);
  end loop;
end $$;
create policy add on line_transition for insert with check (
  actor_id = (select app.actor_id()) and exists (select from basket_line l where l.id = line_id));
create policy add on service_delivery for insert with check (
  recorded_by_id = (select app.actor_id()) and exists (select from basket_line l where l.id = line_id));
create policy mend on service_delivery for update using (
  institution_id = (select app.institution_id()) and exists (select from basket_line l where l.id = line_id));

-- The access log -------------------------------------------------------------------------------------------------
create policy add on audit_event for insert with check (
  actor_id = (select app.actor_id()) and institution_id is not distinct from (select app.institution_id()));
create policy read_officer on audit_event for select using (
  (select app.has_role('iod', 'lider_gminny', 'lider_powiatowy'))
    and (owner_institution_id = (select app.institution_id()) or institution_id = (select app.institution_id()))
  or case_id is not null and case_id = any ((select app.own_case_ids())::uuid[])
    and app.case_role(case_id, 'koordynator_rodziny'));

-- ---------------------------------------------------------------------------------------------------------------
-- Consent and basis keep the grants. One statement, in the transaction of the change: visibility ends at once.
create function app.consent_to_grants() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public, app
  as $$
  begin
    if new.status = 'granted' and (tg_op = 'INSERT' or old.status <> 'granted') then
      insert into case_grant (case_id, team_id, person_id, institution_id, category, consent_id, signed_by_id, starts_on, ends_on)
      select new.case_id, new.team_id, new.person_id, s.institution_id, s.category, new.id, new.signed_by_id, new.given_on, new.valid_to
      from consent_scope s where s.consent_id = new.id and s.granted;
    elsif tg_op = 'UPDATE' and old.status = 'granted' and new.status <> 'granted' then
      update case_grant set ended_at = now() where consent_id = new.id and ended_at is null;
    end if;
    return new;
  end $$;
create trigger consent_to_grants after insert or update on consent for each row execute function app.consent_to_grants();

create function app.basis_to_grants() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public, app
  as $$
  begin
    if tg_op = 'INSERT' then
      insert into case_grant (case_id, team_id, person_id, institution_id, category, legal_basis_id, starts_on, ends_on)
      values (new.case_id, new.team_id, new.person_id, new.institution_id, new.category, new.id, new.starts_on, new.ends_on);
    elsif new.ended_at is not null and old.ended_at is null then
      update case_grant set ended_at = new.ended_at where legal_basis_id = new.id and ended_at is null;
    end if;
    return new;
  end $$;
create trigger basis_to_grants after insert or update on legal_basis_record for each row execute function app.basis_to_grants();

-- A consent that left draft is evidence: only its status, withdrawal and successor may change.
create function app.consent_is_evidence() returns trigger language plpgsql
  as $$
  begin
    if old.status <> 'draft' and (old.person_id, old.signed_by_id, old.given_on, old.channel, old.text_version, old.case_id, old.valid_to)
       is distinct from (new.person_id, new.signed_by_id, new.given_on, new.channel, new.text_version, new.case_id, new.valid_to) then
      raise exception 'a consent is never edited after draft' using errcode = 'integrity_constraint_violation';
    end if;
    return new;
  end $$;
create trigger consent_is_evidence before update on consent for each row execute function app.consent_is_evidence();

-- A plan that was signed is immutable but for its end.
create function app.signed_plan_is_evidence() returns trigger language plpgsql
  as $$
  begin
    if old.content_hash is not null and (old.content_hash, old.version_no, old.starts_on, old.ends_on, old.family_signed_on)
       is distinct from (new.content_hash, new.version_no, new.starts_on, new.ends_on, new.family_signed_on) then
      raise exception 'a signed plan version is never edited' using errcode = 'integrity_constraint_violation';
    end if;
    return new;
  end $$;
create trigger signed_plan_is_evidence before update on plan for each row execute function app.signed_plan_is_evidence();

-- ---------------------------------------------------------------------------------------------------------------
-- Rules that the data itself keeps.
create unique index one_live_team on team (gmina_code, variant_key) where status in ('active', 'suspended');
create unique index one_live_membership on team_member (team_id, institution_id) where left_on is null;
create unique index one_family_coordinator on role_assignment (case_id)
  where role = 'koordynator_rodziny' and ended_at is null and case_id is not null;
create unique index one_open_employment on employment (user_id, institution_id) where ends_on is null;
alter table diagnosis_area add constraint score_0_4 check (score between 0 and 4 and family_score between 0 and 4);
alter table need add constraint severity_1_3 check (severity between 1 and 3);
alter table basket_line add constraint money_not_negative check (cost_planned >= 0 and cost_actual >= 0 and co_payment >= 0);
alter table basket_line add constraint ends_after_start check (ends_on >= starts_on);
alter table basket_line add constraint satisfaction_1_5 check (satisfaction between 1 and 5);
alter table service_delivery add constraint quantity_positive check (quantity > 0);
create index person_name_trgm on person using gin (name_folded gin_trgm_ops);
create index institution_name_trgm on institution using gin (name_folded gin_trgm_ops);
create index territory_name_trgm on territory_unit using gin (name_folded gin_trgm_ops);

-- ---------------------------------------------------------------------------------------------------------------
-- What the app's role is granted. Run by the migrator after every migration; the role is never a member of the owner.
create function app.grant_runtime(runtime text) returns void language plpgsql
  as $$
  declare
    t record;
    closed constant text[] := array['_prisma_migrations', 'credential', 'user_session', 'sign_in_attempt', 'installation'];
    reference constant text[] := array['territory_unit', 'territory_import', 'institution_kind', 'service_type', 'need_type',
      'need_service', 'area_type', 'model_variant', 'dictionary_entry', 'case_grant'];
    append_only constant text[] := array['audit_event', 'case_transition', 'line_transition', 'team_transition', 'duplicate_check'];
    removable constant text[] := array['referral', 'referral_person', 'institution_area', 'team_member', 'team_deadline',
      'consent_scope', 'goal_need', 'plan_line', 'line_beneficiary', 'line_need', 'line_goal'];
  begin
    execute format('grant usage on schema public, app to %I', runtime);
    execute format('revoke all on all tables in schema public from %I', runtime);
    for t in select c.relname from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'v') loop
      continue when t.relname = any (closed);
      execute format('grant select on public.%I to %I', t.relname, runtime);
      continue when t.relname = any (reference);
      execute format('grant insert on public.%I to %I', t.relname, runtime);
      continue when t.relname = any (append_only);
      execute format('grant update on public.%I to %I', t.relname, runtime);
      if t.relname = any (removable) then execute format('grant delete on public.%I to %I', t.relname, runtime); end if;
    end loop;
    execute format('grant execute on all functions in schema app to %I', runtime);
    execute format('revoke execute on function app.grant_runtime(text), app.protect(text) from %I, public', runtime);
  end $$;
