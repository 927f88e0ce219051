-- An invitation and a question to an expert in a restricted case waited for nobody: whom the owner may name did not hold the
-- heads of the invited house and the asked experts (decision 0020). Named are persons: the others of that house see nothing.
do $do$
declare
  change record;
  body text;
  away constant text := '<> all ((select app.away_case_ids())::uuid[])';
begin
  for change in select * from (values
    ('case_seers(uuid)', 'and l.provider_institution_id = r.institution_id)',
     'and l.provider_institution_id = r.institution_id)
        or r.role = ''decydent'' and exists (select from case_participant p where p.case_id = c.id
             and p.institution_id = r.institution_id and coalesce(p.accepted, true) and (p.ends_on is null or p.ends_on >= app.today()))'),
    ('case_seers(uuid)', 'where l.responsible_user_id is not null and l.status <> ''draft''',
     'where l.responsible_user_id is not null and l.status <> ''draft''
      union
      select k.expert_id, k.expert_institution_id, ''ekspert'' from it c join consultation k on k.case_id = c.id
      where k.ended_at is null and k.ends_on >= app.today()'),
    -- asked as work_conditions is: the number of a case that one must not know of tells that it is there
    ('contradictions(uuid[], text[])', 'where c.id = any (p_ids) and (', 'where c.id = any (p_ids) and c.id ' || away || ' and ('),
    -- who is not shown an offer does not answer it: the same question as transfer_offers
    ('answer_transfer(uuid, int, boolean, text)',
     'or not app.has_role(''lider_gminny'', ''koordynator_zespolu'') then',
     'or not app.has_role(''lider_gminny'', ''koordynator_zespolu'')
       or not (x.owner_institution_id <> x.to_institution_id or x.to_team_id = any ((select app.case_team_ids())::uuid[])
         or x.case_id ' || away || ') then')
  ) v (fn, was, becomes) loop
    body := pg_get_functiondef(('app.' || change.fn)::regprocedure);
    if position(change.was in body) = 0 then raise exception 'no % in %', change.was, change.fn; end if;
    execute replace(body, change.was, change.becomes);
  end loop;
end $do$;

-- A question is put to one person, who is named by that like anybody who is given work in the case.
create trigger name_expert after insert on consultation for each row execute function app.name_worker('expert_id');
