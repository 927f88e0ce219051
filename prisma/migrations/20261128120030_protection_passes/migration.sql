-- Of a person whom the other unit knows already no second record is made, but the protection passes to the known one too.
do $do$
declare
  body text := pg_get_functiondef('app.transferred_person(case_transfer, uuid)'::regprocedure);
  was constant text := 'if v_new is not null then return v_new; end if;';
begin
  if position(was in body) = 0 then raise exception 'transferred_person is another one'; end if;
  execute replace(body, was, 'if v_new is not null then
        insert into person_protection (person_id, owner_institution_id, close_user_ids, starts_on, ends_on, recorded_by_id)
          select v_new, x.to_institution_id, g.close_user_ids, app.today(), g.ends_on, app.actor_id()
          from person_protection g where g.person_id = p_person and app.protected_today(g)
            and not exists (select from person_protection k where k.person_id = v_new and k.ended_at is null);
        return v_new;
      end if;');
end $do$;
