-- Day and hour of a meeting around a family are content of its category: where the family took only that category back, or the
-- house takes part no longer, the calendar and the bell of that house tell them no more. The same as app.category_open, asked
-- for a house and a role, because a calendar programme and the bell of somebody else have no actor.
create function app.case_meeting_open(p_institution uuid, p_case uuid, p_category public.data_category, p_owner uuid, p_role text)
  returns boolean language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select case
      when p_role = 'wykonawca' then false
      when p_institution = p_owner and (p_role = 'koordynator_rodziny' or not app.is_sensitive(p_category)) then true
      when p_institution = p_owner then app.granted(p_institution, p_case, null, p_category)
      else app.case_open(p_institution, p_case) and app.granted(p_institution, p_case, null, p_category)
        and exists (select from case_participant p where p.case_id = p_case and p.institution_id = p_institution
          and p.starts_on <= app.today() and (p.ends_on is null or p.ends_on >= app.today()))
    end
  $$;

create or replace function app.tell_case_meeting(p_meeting uuid, p_kind text, p_subject text, p_body text) returns integer
  language plpgsql volatile security definer set search_path = pg_catalog, public, app
  as $$
  declare m case_meeting; n integer;
  begin
    select * into m from case_meeting where id = p_meeting;
    if m.id is null or m.owner_institution_id <> app.institution_id() or p_kind not like 'caseMeeting.%'
       or not app.case_role(m.case_id, 'koordynator_rodziny', 'koordynator_zespolu') then
      raise exception 'not a keeper of this meeting' using errcode = '42501';
    end if;
    insert into notification (user_id, institution_id, kind, team_id, case_id)
      select p.user_id, p.institution_id, p_kind, m.team_id, m.case_id from app.case_people(m.case_id) p
      where p.user_id <> app.actor_id() and (p.institution_id = m.owner_institution_id or p.institution_id = any (m.invited_ids)
        and app.case_meeting_open(p.institution_id, m.case_id, m.category, m.owner_institution_id, null));
    get diagnostics n = row_count;
    if p_subject is not null then
      insert into outgoing_mail (recipient, subject, body)
        select distinct u.email, p_subject, p_body from app.case_people(m.case_id) p join user_account u on u.id = p.user_id
        where p.institution_id = m.owner_institution_id or p.institution_id = any (m.invited_ids)
          and app.case_meeting_open(p.institution_id, m.case_id, m.category, m.owner_institution_id, null);
    end if;
    return n;
  end $$;

-- A restricted case is in the calendar of the people named in it (decision 0020).
create or replace function app.calendar_of(p_token_hash text)
  returns table (id uuid, gmina text, held_on date, starts_at text, place text, cancelled boolean, revision int, known boolean)
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    with feed as (
      select f.user_id, f.institution_id from calendar_feed f join user_account u on u.id = f.user_id and u.disabled_at is null
      where f.token_hash = p_token_hash and f.revoked_at is null and exists (
        select from employment e where e.user_id = f.user_id and e.institution_id = f.institution_id
          and e.starts_on <= app.today() and (e.ends_on is null or e.ends_on >= app.today()))
    ), roles as (
      select r.* from feed f join role_assignment r on r.user_id = f.user_id and r.institution_id = f.institution_id
        and r.ended_at is null and r.starts_on <= app.today() and (r.ends_on is null or r.ends_on >= app.today())
    ), teams as (
      select m.team_id from feed f join team_member m on m.institution_id = f.institution_id and m.left_on is null
        and f.user_id in (m.representative_id, m.deputy_id)
      union
      select t.id from roles r join team t on r.role in ('koordynator_zespolu', 'animator') and r.team_id = t.id
        or r.role = 'lider_gminny' and t.lead_institution_id = r.institution_id
    ), all_meetings as (
      select m.id, m.team_id, m.held_on, m.starts_at, coalesce(m.place, m.link) as place, m.status, m.version
      from teams x join team_meeting m on m.team_id = x.team_id and m.called_at is not null
      union
      select m.id, m.team_id, m.held_on, m.starts_at, null, m.status, m.version
      from roles r join case_meeting m on m.case_id = r.case_id and m.called_at is not null
        and (m.owner_institution_id = r.institution_id or r.institution_id = any (m.invited_ids))
        and app.case_meeting_open(r.institution_id, m.case_id, m.category, m.owner_institution_id, r.role::text)
        and not exists (select from case_restriction x where x.case_id = m.case_id and x.ended_at is null
          and not exists (select from case_restriction_person n where n.restriction_id = x.id and n.user_id = r.user_id))
    )
    select m.id, g.name, m.held_on, m.starts_at, m.place, m.status = 'cancelled', m.version, true
    from all_meetings m join team t on t.id = m.team_id join territory_unit g on g.code = t.gmina_code
    where m.held_on >= app.today() - 90
    union all
    select null, null, null, null, null, null, null, true from feed
    order by 3, 4, 1
  $$;
