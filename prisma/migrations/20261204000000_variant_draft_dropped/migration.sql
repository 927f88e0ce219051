-- A draft of a variant may be thrown away (policy drop_draft keeps what was published): the runtime role deletes from one more
-- table.
do $do$
declare
  body text := pg_get_functiondef('app.grant_runtime(text)'::regprocedure);
  was constant text := '''line_need'', ''line_goal''';
begin
  if position(was in body) = 0 then raise exception 'grant_runtime is another one'; end if;
  execute replace(body, was, was || ', ''variant_version''');
end $do$;
