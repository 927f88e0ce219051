-- A page asks 20 to 60 queries, and each of them asked anew what its reader may see: the sets of case, person and team
-- ids, the roles, the roles on the case. In a transaction that only reads (lib/platform/db.ts, asReader) they are asked
-- once and kept in a setting of that transaction, bound to the actor and the institution. A command never keeps them:
-- it may change what it may see. See docs/decisions/0012.
--
-- The question itself stands in NAME_now(); NAME() answers from memory or asks it. A later migration that changes who
-- may see what replaces NAME_now().

create function app.memory_of() returns text language sql stable
  as $$ select case when current_setting('app.reading', true) = 'on'
    then current_setting('app.actor_id', true) || '/' || current_setting('app.institution_id', true) || '/' end $$;

create function app.remembered(p_name text) returns text language plpgsql stable
  as $$
  declare
    mine text := app.memory_of();
    known text := current_setting('app.known_' || p_name, true);
  begin
    if mine is null or known is null or left(known, length(mine)) <> mine then return null; end if;
    return substr(known, length(mine) + 1);
  end $$;

create function app.remember(p_name text, p_value text) returns void language plpgsql stable
  as $$
  declare mine text := app.memory_of();
  begin
    if mine is not null then perform set_config('app.known_' || p_name, mine || p_value, true); end if;
  end $$;

do $do$
declare f text;
begin
  foreach f in array array['own_case_ids', 'shared_case_ids', 'case_team_ids', 'owned_institution_ids', 'provider_line_ids',
    'provider_case_ids', 'person_ids', 'identity_ids', 'team_ids', 'known_institution_ids'] loop
    execute format(
      'create function app.%I() returns uuid[] language sql stable security definer set search_path = pg_catalog, public, app as %L',
      f || '_now', (select prosrc from pg_proc where oid = format('app.%I()', f)::regprocedure));
    execute format($f$
      create or replace function app.%1$I() returns uuid[] language plpgsql stable security definer
        set search_path = pg_catalog, public, app as %2$L
    $f$, f, format($b$
      declare
        known text := app.remembered(%1$L);
        ids uuid[];
      begin
        if known is not null then return known::uuid[]; end if;
        ids := app.%2$I();
        perform app.remember(%1$L, ids::text);
        return ids;
      end $b$, f, f || '_now'));
  end loop;
end $do$;

create or replace function app.has_role(variadic wanted text[]) returns boolean language plpgsql stable security definer
  set search_path = pg_catalog, public, app
  as $$
  declare
    known text := app.remembered('roles');
    roles text[];
  begin
    if known is not null then return known::text[] && wanted; end if;
    roles := array(select distinct a.role::text from app.my_assignments() a);
    perform app.remember('roles', roles::text);
    return roles && wanted;
  end $$;

-- Roles that count on this case, whatever they are wanted for.
create function app.case_roles_now(p_case uuid) returns text[] language sql stable security definer
  set search_path = pg_catalog, public, app
  as $$
    select coalesce(array_agg(distinct a.role::text), '{}') from family_case c join app.my_assignments() a on (
         (a.role in ('koordynator_rodziny', 'asystent_rodziny', 'specjalista') and a.case_id = c.id)
      or (a.role = 'koordynator_zespolu' and a.team_id = c.team_id)
      or (a.role in ('lider_gminny', 'lider_powiatowy', 'audytor') and c.owner_institution_id = a.institution_id)
      or (a.role = 'lider_powiatowy' and exists (
            select from case_participant p where p.case_id = c.id and p.institution_id = a.institution_id
              and p.starts_on <= app.today() and (p.ends_on is null or p.ends_on >= app.today()))))
    where c.id = p_case
      and (c.owner_institution_id = app.institution_id()
           or (exists (select from case_participant p where p.case_id = c.id and p.institution_id = app.institution_id()
                 and p.starts_on <= app.today() and (p.ends_on is null or p.ends_on >= app.today()))
               and app.case_open(app.institution_id(), c.id)))
  $$;

-- A page is about one case: the last one asked for is remembered.
create or replace function app.case_role(p_case uuid, variadic wanted text[]) returns boolean language plpgsql stable security definer
  set search_path = pg_catalog, public, app
  as $$
  declare
    known text;
    roles text[];
  begin
    if p_case is null then return false; end if;
    known := app.remembered('case_roles');
    if left(known, 36) = p_case::text then return substr(known, 37)::text[] && wanted; end if;
    roles := app.case_roles_now(p_case);
    perform app.remember('case_roles', p_case || roles::text);
    return roles && wanted;
  end $$;
