-- Open tasks of a restricted case are neither listed nor counted for who is left out and ends an employment (decision 0020), nor
-- passed on by them: with the end of the role they become the house's, and who is named gives them on.
do $do$
declare
  change record;
  body text;
begin
  for change in select * from (values
    ('leaving_tasks(uuid,uuid)',
     'where k.to_user_id = p_user and k.to_institution_id = p_institution and k.status = ''open''',
     'where k.to_user_id = p_user and k.to_institution_id = p_institution and k.status = ''open''
      and k.case_id <> all ((select app.away_case_ids())::uuid[])'),
    ('holdings(uuid,uuid)',
     'where k.to_user_id = p_user and k.to_institution_id = p_institution and k.status = ''open''',
     'where k.to_user_id = p_user and k.to_institution_id = p_institution and k.status = ''open''
            and k.case_id <> all ((select app.away_case_ids())::uuid[])')
  ) v (fn, was, becomes) loop
    body := pg_get_functiondef(('app.' || change.fn)::regprocedure);
    if position(change.was in body) = 0 then raise exception 'no % in %', change.was, change.fn; end if;
    execute replace(body, change.was, change.becomes);
  end loop;
end $do$;
