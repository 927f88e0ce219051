-- Who is given work in a restricted case is named by that, so the choice is made by somebody who sees the case (decision 0020).
-- The head of a house who ends a named colleague's employment chooses a successor for work that they may not know of: that one
-- gets the work and is named, or not, by those who see the case. Without an actor (the system) as before.
create or replace function app.name_worker() returns trigger
  language plpgsql volatile security definer set search_path = pg_catalog, public, app
  as $$
  declare who uuid := (to_jsonb(new) ->> tg_argv[0])::uuid;
  begin
    if new.case_id is not null and who is not null
       and (app.actor_id() is null or new.case_id <> all (app.away_case_ids_now())) then
      insert into case_restriction_person (restriction_id, user_id, case_id, team_id, named_by_id)
      select r.id, who, r.case_id, r.team_id, app.actor_id() from case_restriction r
      where r.case_id = new.case_id and r.ended_at is null
      on conflict do nothing;
    end if;
    return null;
  end $$;
