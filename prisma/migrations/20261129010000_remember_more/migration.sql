-- A list asks for the roles on each of its cases, policy by policy: the last case alone is not enough to remember.
-- Kept as "id{roles}id{roles}".
create or replace function app.case_role(p_case uuid, variadic wanted text[]) returns boolean language plpgsql stable security definer
  set search_path = pg_catalog, public, app
  as $$
  declare
    known text;
    place int;
    roles text[];
  begin
    if p_case is null then return false; end if;
    known := coalesce(app.remembered('case_roles'), '');
    place := strpos(known, p_case::text);
    if place > 0 then
      known := substr(known, place + 36);
      return left(known, strpos(known, '}'))::text[] && wanted;
    end if;
    roles := app.case_roles_now(p_case);
    perform app.remember('case_roles', known || p_case || roles::text);
    return roles && wanted;
  end $$;

-- Every set of ids starts from the assignments that count today.
do $do$
begin
  execute format(
    'create function app.my_assignments_now() returns setof role_assignment language sql stable security definer
       set search_path = pg_catalog, public, app as %L',
    (select prosrc from pg_proc where oid = 'app.my_assignments()'::regprocedure));
end $do$;

create or replace function app.my_assignments() returns setof role_assignment language plpgsql stable security definer
  set search_path = pg_catalog, public, app
  as $$
  declare
    known text := app.remembered('my_assignments');
    mine role_assignment[];
  begin
    if known is null then
      mine := array(select a from app.my_assignments_now() a);
      perform app.remember('my_assignments', mine::text);
    else
      mine := known::role_assignment[];
    end if;
    return query select * from unnest(mine);
  end $$;
