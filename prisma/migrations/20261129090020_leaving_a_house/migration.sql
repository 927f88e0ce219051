-- With the end of an employment ends what hangs on it: the address of the own calendar (it came to life again with a new
-- employment), absences in which the person was away or stood in, and places at events that have not begun.
create function app.leave_house() returns trigger
  language plpgsql volatile security definer set search_path = pg_catalog, public, app
  as $$
  declare v_event uuid;
  begin
    update calendar_feed set revoked_at = now()
      where user_id = new.user_id and institution_id = new.institution_id and revoked_at is null;
    update absence set cancelled_at = now()
      where institution_id = new.institution_id and new.user_id in (user_id, substitute_id) and cancelled_at is null
        and ends_on >= app.today();
    for v_event in
      update school_entry n set state = 'off', off_at = now() from school_event e
      where e.id = n.event_id and e.starts_on > app.today() and e.cancelled_on is null
        and n.user_id = new.user_id and n.institution_id = new.institution_id and n.state <> 'off'
      returning n.event_id
    loop
      perform app.fill_event(v_event);
    end loop;
    return null;
  end $$;
create trigger leave_house after update of ends_on on employment for each row
  when (old.ends_on is null and new.ends_on is not null) execute function app.leave_house();
