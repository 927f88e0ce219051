-- A house that is not named safe learns neither day nor place of a meeting to which the family of a protected person comes:
-- being called was enough until now. It is not called (the use case says why), and what was called before the protection is
-- hidden from it from then on, with its bell, mail and calendar.
create or replace function app.meeting_hidden_from(p_case uuid, p_with_family boolean, p_invited uuid[], p_user uuid, p_institution uuid)
  returns boolean language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select p_with_family and exists (
      select from case_person c join person_protection p on p.person_id = c.person_id and p.ended_at is null
      where c.case_id = p_case and app.protected_today(p)
        and (p_user = any (p.close_user_ids)
             or p.owner_institution_id is distinct from p_institution
                and not coalesce(p_institution = any (p.safe_institution_ids), false)))
  $$;

-- Which of these houses may not be called to a meeting with this family: asked by who plans it, in a case of the own unit.
create function app.houses_not_safe(p_case uuid, p_institutions uuid[]) returns uuid[]
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select coalesce(array_agg(distinct i), '{}') from unnest(p_institutions) i
    where p_case = any ((select app.own_case_ids())::uuid[]) and exists (
      select from case_person c join person_protection p on p.person_id = c.person_id and p.ended_at is null
      where c.case_id = p_case and app.protected_today(p)
        and p.owner_institution_id is distinct from i and not coalesce(i = any (p.safe_institution_ids), false))
  $$;

-- The second lock: such a meeting is not written down and not called, whoever asks and however.
create function app.calls_safe_houses() returns trigger
  language plpgsql volatile security definer set search_path = pg_catalog, public, app
  as $$
  begin
    if new.with_family and exists (
      select from unnest(new.invited_ids) i, case_person c join person_protection p on p.person_id = c.person_id and p.ended_at is null
      where c.case_id = new.case_id and app.protected_today(p)
        and p.owner_institution_id is distinct from i and not coalesce(i = any (p.safe_institution_ids), false)) then
      raise exception 'a house that is not safe is not called' using errcode = 'insufficient_privilege';
    end if;
    return new;
  end $$;
create trigger calls_safe_houses before insert on case_meeting for each row execute function app.calls_safe_houses();
create trigger calls_safe_houses_later before update of status on case_meeting for each row
  when (old.status = 'planned' and new.status = 'called') execute function app.calls_safe_houses();
