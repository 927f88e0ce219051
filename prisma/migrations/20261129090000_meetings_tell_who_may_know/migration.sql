-- Meetings and tasks around a family met three older rules that they did not know: restricted cases (decision 0020), protected
-- persons (0014, 0022) and what stops with a consent, a participation, a role or an employment.

-- May this person hear of content of this case under this category today? Asked by functions of the owner, for somebody else
-- than the actor: with the rights of who calls it, so it answers nothing to anybody else.
create function app.hears_of_case(p_case uuid, p_category public.data_category, p_user uuid, p_institution uuid) returns boolean
  language sql stable security invoker set search_path = pg_catalog, public, app
  as $$
    select exists (
      select from family_case c join user_account u on u.id = p_user and u.disabled_at is null
      where c.id = p_case
        and exists (select from employment e where e.user_id = p_user and e.institution_id = p_institution
          and e.starts_on <= app.today() and (e.ends_on is null or e.ends_on >= app.today()))
        and not exists (select from case_restriction r where r.case_id = c.id and r.ended_at is null
          and not exists (select from case_restriction_person n where n.restriction_id = r.id and n.user_id = p_user))
        and case when c.owner_institution_id = p_institution then
              not app.is_sensitive(p_category) or app.granted(p_institution, c.id, null, p_category)
              or exists (select from role_assignment a where a.user_id = p_user and a.institution_id = p_institution
                   and a.role = 'koordynator_rodziny' and a.case_id = c.id and a.ended_at is null
                   and a.starts_on <= app.today() and (a.ends_on is null or a.ends_on >= app.today()))
            else app.case_open(p_institution, c.id) and app.granted(p_institution, c.id, null, p_category)
              and (exists (select from case_participant p where p.case_id = c.id and p.institution_id = p_institution
                     and p.starts_on <= app.today() and (p.ends_on is null or p.ends_on >= app.today()))
                   or exists (select from basket_line l where l.case_id = c.id and l.provider_institution_id = p_institution
                     and l.responsible_user_id = p_user and l.status not in ('draft', 'declined', 'cancelled')))
            end)
  $$;

-- A meeting to which the family comes says on which day, at what hour and where a protected person is. Told of it are the
-- owner's people, the safe institutions and those that are called, as who delivers a service knows the hour that it agreed;
-- never somebody who is named as close to the suspected person.
create function app.meeting_hidden_from(p_case uuid, p_with_family boolean, p_invited uuid[], p_user uuid, p_institution uuid)
  returns boolean language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select p_with_family and exists (
      select from case_person c join person_protection p on p.person_id = c.person_id and p.ended_at is null
      where c.case_id = p_case and app.protected_today(p)
        and (p_user = any (p.close_user_ids)
             or p.owner_institution_id is distinct from p_institution
                and not coalesce(p_institution = any (p.safe_institution_ids), false)
                and not coalesce(p_institution = any (p_invited), false)))
  $$;
do $do$
declare t text;
begin
  execute format('create policy hidden_days on case_meeting as restrictive for select using (current_user = %L
    or not app.meeting_hidden_from(case_id, with_family, invited_ids, (select app.actor_id()), (select app.institution_id())))', current_user);
  execute format('create policy hidden_days_kept on case_meeting as restrictive for update using (current_user = %L
    or not app.meeting_hidden_from(case_id, with_family, invited_ids, (select app.actor_id()), (select app.institution_id())))', current_user);
  -- minutes, agenda and remarks say the same in words
  foreach t in array array['case_meeting_party', 'case_meeting_agenda', 'case_meeting_minutes', 'case_meeting_entry'] loop
    execute format('create policy hidden_days on %I as restrictive for select using (current_user = %L
      or exists (select from case_meeting m where m.id = meeting_id))', t, current_user);
  end loop;
end $do$;

do $do$
declare
  change record;
  body text;
begin
  for change in select * from (values
    -- told of a meeting: who may read it, nobody else by bell or by mail
    ('tell_case_meeting(uuid,text,text,text)',
     'where p.user_id <> app.actor_id() and (p.institution_id = m.owner_institution_id or p.institution_id = any (m.invited_ids));',
     'where p.user_id <> app.actor_id() and (p.institution_id = m.owner_institution_id or p.institution_id = any (m.invited_ids))
        and app.hears_of_case(m.case_id, m.category, p.user_id, p.institution_id)
        and not app.meeting_hidden_from(m.case_id, m.with_family, m.invited_ids, p.user_id, p.institution_id);'),
    ('tell_case_meeting(uuid,text,text,text)',
     'where p.institution_id = m.owner_institution_id or p.institution_id = any (m.invited_ids);',
     'where (p.institution_id = m.owner_institution_id or p.institution_id = any (m.invited_ids))
          and app.hears_of_case(m.case_id, m.category, p.user_id, p.institution_id)
          and not app.meeting_hidden_from(m.case_id, m.with_family, m.invited_ids, p.user_id, p.institution_id);'),
    -- the feed asks without an actor: each lock by hand
    ('calendar_of(text)',
     'or r.institution_id = any (m.invited_ids) and app.case_open(r.institution_id, m.case_id))',
     'or r.institution_id = any (m.invited_ids))
        and app.hears_of_case(m.case_id, m.category, r.user_id, r.institution_id)
        and not app.meeting_hidden_from(m.case_id, m.with_family, m.invited_ids, r.user_id, r.institution_id)'),
    -- to whom a task may be given and who is called: who still works there and takes part
    ('case_people(uuid)',
     'where (f.institution_id = app.institution_id() or app.case_open(f.institution_id, p_case))',
     'where app.hears_of_case(p_case, ''PODSTAWOWE'', f.user_id, f.institution_id)'),
    -- a task that is late is told to who may still read it
    ('tell_late_tasks()',
     'select l.id, l.team_id, l.case_id, h as user_id, l.to_institution_id as institution_id
      from late l, lateral app.line_hearers(l.to_institution_id, l.to_user_id) h',
     'select l.id, l.team_id, l.case_id, h as user_id, l.to_institution_id as institution_id
      from late l, lateral app.line_hearers(l.to_institution_id, l.to_user_id) h
      where app.hears_of_case(l.case_id, l.category, h, l.to_institution_id)'),
    -- a colleague's work is counted as far as one may know of it
    ('substitute_counts()', 'and l.status = ''proposed'')', 'and l.status = ''proposed'' and l.case_id <> all ((select app.away_case_ids())::uuid[]))'),
    ('substitute_counts()', '''counterProposed'', ''waitingList''))', '''counterProposed'', ''waitingList'')
         and l.case_id <> all ((select app.away_case_ids())::uuid[]))'),
    ('substitute_counts()', 'and r.ended_at is null
           and c.status', 'and r.ended_at is null and c.id <> all ((select app.away_case_ids())::uuid[])
           and c.status'),
    -- the hour that one provider agreed is not the other one's: of a protected person it is agreed anew
    ('copy_line_to(uuid,uuid,text)', 'from line_schedule h where h.line_id = l.id;',
     'from line_schedule h where h.line_id = l.id and not exists (
        select from (
          select b.person_id from line_beneficiary b where b.line_id = l.id
          union all
          select c.person_id from case_person c where c.case_id = l.case_id
            and not exists (select from line_beneficiary b where b.line_id = l.id)) who
        join person_protection p on p.person_id = who.person_id and p.ended_at is null
        where app.protected_today(p) and p.owner_institution_id is distinct from p_to
          and not coalesce(p_to = any (p.safe_institution_ids), false));')
  ) v (fn, was, becomes) loop
    body := pg_get_functiondef(('app.' || change.fn)::regprocedure);
    if position(change.was in body) = 0 then raise exception 'no % in %', change.was, change.fn; end if;
    execute replace(body, change.was, change.becomes);
  end loop;
end $do$;

-- Read by who was given it: as long as they work with the case, deliver in it or head a house that takes part; the end of a
-- role, of a participation or of a consent ends it.
create or replace function app.case_task_given(p_case uuid, p_owner uuid, p_category public.data_category, p_user uuid, p_institution uuid)
  returns boolean language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select p_institution = app.institution_id()
      and (p_user = app.actor_id() or app.has_role('decydent', 'lider_gminny', 'lider_powiatowy'))
      and (app.works_on(p_case) or p_case = any ((select app.provider_case_ids())::uuid[])
           or app.has_role('decydent', 'lider_gminny', 'lider_powiatowy') and (p_owner = app.institution_id() or exists (
                select from case_participant p where p.case_id = p_case and p.institution_id = app.institution_id()
                  and p.starts_on <= app.today() and (p.ends_on is null or p.ends_on >= app.today()))))
      and (p_owner = app.institution_id() and not app.is_sensitive(p_category)
        or app.granted(app.institution_id(), p_case, null, p_category))
  $$;
-- the level by default (decision 0011), as for the decision that became it
alter policy read_category on case_task using (
  app.category_open(case_id, null, category, owner_institution_id)
  and (owner_institution_id = (select app.institution_id()) or not app.is_sensitive(category)));

-- Who stops working on a case leaves its open tasks to the house; who coordinates the case gives them on.
create function app.leave_case_tasks() returns trigger
  language plpgsql volatile security definer set search_path = pg_catalog, public, app
  as $$
  begin
    update case_task k set to_user_id = null, version = version + 1
    where k.case_id = new.case_id and k.to_user_id = new.user_id and k.to_institution_id = new.institution_id and k.status = 'open'
      and not exists (select from role_assignment a where a.user_id = new.user_id and a.case_id = new.case_id and a.ended_at is null)
      and not exists (select from basket_line l where l.case_id = new.case_id and l.responsible_user_id = new.user_id
        and l.status not in ('draft', 'declined', 'delivered', 'partlyDelivered', 'notDelivered', 'cancelled'));
    return null;
  end $$;
create trigger leave_case_tasks after update of ended_at on role_assignment for each row
  when (new.case_id is not null and old.ended_at is null and new.ended_at is not null) execute function app.leave_case_tasks();
