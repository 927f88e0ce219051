-- Inside the functions of schema app too a set is asked once a query, not once a row: `any (app.team_ids())` in a
-- WHERE runs the function for every row, `any ((select app.team_ids())::uuid[])` is an InitPlan. Measured on the
-- demo (80 institutions): app.known_institution_ids() took 360 ms for an animator, and stands in six policies.
-- Rewritten from what each function says now, so that no later version of one is turned back;
-- tests/security/coverage.test.ts keeps it so.
do $$
declare
  f record;
  body text;
begin
  for f in select p.oid from pg_proc p join pg_language l on l.oid = p.prolang
           where p.pronamespace = 'app'::regnamespace and l.lanname in ('sql', 'plpgsql') and p.prokind = 'f' loop
    body := pg_get_functiondef(f.oid);
    body := regexp_replace(body, '\many\s*\(\s*(app\.my_region_codes\([^()]*\))\s*\)', 'any ((select \1)::text[])', 'g');
    body := regexp_replace(body, '\many\s*\(\s*(app\.\w+_ids\(\))\s*\)', 'any ((select \1)::uuid[])', 'g');
    if body is distinct from pg_get_functiondef(f.oid) then execute body; end if;
  end loop;
end $$;
