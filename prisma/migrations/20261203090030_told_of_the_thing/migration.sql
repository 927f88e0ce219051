-- What was told of an event, a question or a consultation of the model leads to that one, not to the list of all of them.
alter table notification add column thing_id uuid;

do $do$
declare
  change record;
  body text;
begin
  for change in select * from (values
    ('fill_event(uuid)',
     '(user_id, institution_id, kind) values (n.user_id, n.institution_id, ''school.placeFreed'')',
     '(user_id, institution_id, kind, thing_id) values (n.user_id, n.institution_id, ''school.placeFreed'', e.id)'),
    ('sign_up_for_event(uuid,uuid)',
     '(user_id, institution_id, kind) values (p_user, app.institution_id(), ''school.'' || v_state)',
     '(user_id, institution_id, kind, thing_id) values (p_user, app.institution_id(), ''school.'' || v_state, e.id)'),
    ('sign_off_event(uuid)',
     '(user_id, institution_id, kind) values (n.user_id, n.institution_id, ''school.signedOff'')',
     '(user_id, institution_id, kind, thing_id) values (n.user_id, n.institution_id, ''school.signedOff'', e.id)'),
    ('tell_of_question(uuid,text)', '(user_id, institution_id, kind)', '(user_id, institution_id, kind, thing_id)'),
    ('tell_of_question(uuid,text)', 'r.institution_id, ''question.asked'' from', 'r.institution_id, ''question.asked'', q.id from'),
    ('tell_of_question(uuid,text)', 'q.institution_id, ''question.answered'' where', 'q.institution_id, ''question.answered'', q.id where'),
    ('tell_of_model_consultation(uuid,text)', '(user_id, institution_id, kind)', '(user_id, institution_id, kind, thing_id)'),
    ('tell_of_model_consultation(uuid,text)', '''model.'' || p_kind', '''model.'' || p_kind, c.id')
  ) v (fn, was, becomes) loop
    body := pg_get_functiondef(('app.' || change.fn)::regprocedure);
    if position(change.was in body) = 0 then raise exception 'no % in %', change.was, change.fn; end if;
    execute replace(body, change.was, change.becomes);
  end loop;
end $do$;
