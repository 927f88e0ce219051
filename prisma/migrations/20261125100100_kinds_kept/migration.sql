-- What an institution is decides which roles its people may hold, and some of those roles see a whole region. So the
-- kind is no datum that an institution corrects by itself (it would make a charity a ROPS and its clerk the region's
-- coordinator), and a role goes only where its kind of institution is. lib/institutions/kinds.ts and
-- lib/people/grantable.ts are the first lock of each.

-- Kinds that open a region or the platform: a ROPS is founded by the operator, the others come with the installation.
create function app.reserved_kind(p_kind text) returns boolean language sql immutable
  as $$ select p_kind in ('rops', 'ministerstwo', 'operator') $$;

-- Which kinds of institution have people in this role (domain 3.5); a council only roles without personal data.
create function app.role_fits(p_role public.role, p_kind text) returns boolean
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select case
        when p_role = 'lider_gminny' then p_kind in ('ops', 'cus', 'mopr')
        when p_role = 'lider_powiatowy' then p_kind in ('pcpr', 'mopr')
        when p_role = 'koordynator_rodziny' then p_kind in ('ops', 'cus', 'mopr')
        when p_role = 'asystent_rodziny' then p_kind in ('ops', 'cus', 'mopr', 'pcpr', 'ngo')
        when p_role in ('rops_koordynator', 'animator') then p_kind = 'rops'
        when p_role = 'ekspert' then exists (select from institution_kind k where k.key = p_kind and k.gpzk_role = 'wsparcie')
        when p_role = 'radny' then p_kind in ('rada_gminy', 'rada_powiatu', 'urzad_gminy', 'starostwo', 'solectwo')
        else true
      end
      and (p_kind not in ('rada_gminy', 'rada_powiatu') or p_role in ('radny', 'admin_lokalny', 'iod'))
  $$;

-- Who deals with this role there at all: what app.may_grant asked until now.
create function app.may_keep_role(p_role public.role, p_institution uuid, p_team uuid, p_case uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select case
      when p_role in ('operator', 'ministerstwo') then false
      when p_case is not null then p_role in ('koordynator_rodziny', 'asystent_rodziny', 'specjalista')
        and app.case_role(p_case, 'koordynator_zespolu', 'koordynator_rodziny')
      when p_role = 'koordynator_zespolu' then p_team = any ((select app.managed_team_ids())::uuid[])
      when p_role = 'animator' and p_team is not null then
        p_institution = app.institution_id() and app.has_role('animator', 'rops_koordynator')
      else
        p_institution = app.institution_id() and (
          app.has_role('admin_lokalny')
          or app.has_role('lider_gminny', 'lider_powiatowy') and p_role not in ('rops_koordynator', 'animator', 'ekspert', 'audytor')
          or app.has_role('decydent') and p_role in ('decydent', 'specjalista', 'wykonawca')
          or app.has_role('rops_koordynator') and p_role in ('rops_koordynator', 'animator', 'ekspert', 'admin_lokalny', 'iod'))
        or exists (select from institution i where i.id = p_institution and (
          i.wojewodztwo_code = any ((select app.my_region_codes('rops_koordynator', 'animator'))::text[])
            and p_role in ('decydent', 'radny', 'lider_gminny', 'lider_powiatowy')
          or i.wojewodztwo_code = any ((select app.my_region_codes('rops_koordynator'))::text[]) and p_role = 'admin_lokalny'
          or i.kind_key = 'rops' and p_role = 'admin_lokalny' and app.has_role('operator')))
        or exists (select from team_member m where m.institution_id = p_institution and m.left_on is null and (
          m.team_id = any ((select app.managed_team_ids())::uuid[]) and (
            p_role in ('decydent', 'radny')
            or p_role in ('lider_gminny', 'lider_powiatowy') and m.team_id = p_team
               and app.has_role('rops_koordynator', 'animator', 'lider_gminny', 'lider_powiatowy'))
          or p_role in ('decydent', 'radny', 'specjalista', 'wykonawca') and exists (
               select from app.my_assignments() a where a.team_id = m.team_id and a.role = 'koordynator_zespolu')))
    end
  $$;

-- A role is given where it fits. One that no longer fits can still be ended, and nothing but ended.
create or replace function app.may_grant(p_role public.role, p_institution uuid, p_team uuid, p_case uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select exists (select from institution i where i.id = p_institution and app.role_fits(p_role, i.kind_key))
      and app.may_keep_role(p_role, p_institution, p_team, p_case)
  $$;
alter policy finish on role_assignment using (app.may_keep_role(role, institution_id, team_id, case_id))
  with check (app.may_keep_role(role, institution_id, team_id, case_id)
              and (ended_at is not null or app.may_grant(role, institution_id, team_id, case_id)));

-- Teams that would lose their lead, or the last of the gmina's or the powiat's side, if this institution became another
-- kind, by name. Sides are asked when the agreement is sent (domain 4.1), the lead from the beginning.
create function app.teams_broken_by_kind(p_institution uuid, p_kind text) returns text[]
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select coalesce(array_agg(t.name order by t.name), '{}')
    from team t cross join institution mine
    where mine.id = p_institution and t.status <> 'dissolved' and (
      t.lead_institution_id = p_institution and p_kind not in ('ops', 'cus', 'mopr')
      or t.status in ('agreement', 'active', 'suspended')
        and exists (select from team_member m where m.team_id = t.id and m.institution_id = p_institution and m.left_on is null)
        and exists (select from (values (array['ops', 'cus', 'mopr']), (array['pcpr', 'mopr'])) side (kinds)
          where mine.kind_key = any (side.kinds) and p_kind <> all (side.kinds)
            and not exists (select from team_member m join institution i on i.id = m.institution_id
              where m.team_id = t.id and m.left_on is null and i.id <> p_institution and i.kind_key = any (side.kinds))))
  $$;

-- Live roles that nobody of the new kind may hold.
create function app.roles_broken_by_kind(p_institution uuid, p_kind text) returns int
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select count(*)::int from role_assignment r
    where r.institution_id = p_institution and r.ended_at is null and (r.ends_on is null or r.ends_on >= app.today())
      and not app.role_fits(r.role, p_kind)
  $$;

-- The kind is kept, whatever reaches the table: without an actor it is the owner who works (seed, import, admin:create).
create function app.institution_kind_kept() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public, app
  as $$
  begin
    if app.actor_id() is null then return new; end if;
    if tg_op = 'INSERT' then
      if app.reserved_kind(new.kind_key) and not (new.kind_key = 'rops' and app.has_role('operator')) then
        raise exception 'an institution of this kind is not registered' using errcode = 'insufficient_privilege';
      end if;
      return new;
    end if;
    if (new.kind_key, new.replaces_ops, new.wojewodztwo_code) is not distinct from (old.kind_key, old.replaces_ops, old.wojewodztwo_code) then
      return new;
    end if;
    if app.reserved_kind(old.kind_key) or app.reserved_kind(new.kind_key)
       or not (app.has_role('operator')
               or array[old.wojewodztwo_code, new.wojewodztwo_code] <@ app.my_region_codes('rops_koordynator', 'animator')) then
      raise exception 'the kind and the region of this institution are not changed' using errcode = 'insufficient_privilege';
    end if;
    if app.teams_broken_by_kind(new.id, new.kind_key) <> '{}' or app.roles_broken_by_kind(new.id, new.kind_key) > 0 then
      raise exception 'teams or roles stand on the kind of this institution' using errcode = 'integrity_constraint_violation';
    end if;
    return new;
  end $$;
create trigger institution_kind_kept before insert or update of kind_key, replaces_ops, wojewodztwo_code on institution
  for each row execute function app.institution_kind_kept();
