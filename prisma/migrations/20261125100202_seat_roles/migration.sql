-- Who was made a representative or deputy from outside the institution (by an animator, by the team's leader) got its
-- role with the seat; when no seat is left, the role ends with it, as long as somebody else still answers for the
-- institution. What the institution's own head gave is the head's to end.
create function app.end_seat_role(p_team uuid, p_institution uuid, p_user uuid) returns boolean
  language plpgsql volatile security definer set search_path = pg_catalog, public, app
  as $$
  declare n int;
  begin
    if not exists (select from team_member m where m.team_id = p_team and m.institution_id = p_institution)
       or not (p_team = any ((select app.managed_team_ids())::uuid[])) then
      raise exception 'not a party of a team of one''s own' using errcode = 'insufficient_privilege';
    end if;
    if exists (select from team_member m where m.institution_id = p_institution and m.left_on is null
               and p_user in (m.representative_id, m.deputy_id)) then
      return false;
    end if;
    update role_assignment r set ended_at = now()
      where r.user_id = p_user and r.institution_id = p_institution and r.role in ('decydent', 'radny')
        and r.team_id is null and r.case_id is null and r.ended_at is null
        and r.granted_by_id is not null
        and not exists (select from employment e where e.user_id = r.granted_by_id and e.institution_id = p_institution)
        and exists (select from role_assignment x where x.institution_id = p_institution and x.role = r.role
                    and x.user_id <> p_user and x.ended_at is null and x.starts_on <= app.today()
                    and (x.ends_on is null or x.ends_on >= app.today()));
    get diagnostics n = row_count;
    return n > 0;
  end $$;
