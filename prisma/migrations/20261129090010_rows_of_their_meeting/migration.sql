-- The second lock asked of a row of a meeting whose team it names, never whether the meeting is that team's: minutes approved
-- under a foreign meeting would have locked it for good. A row belongs to its meeting, and to its case with owner and category.
create function app.of_its_meeting() returns trigger
  language plpgsql stable security definer set search_path = pg_catalog, public, app
  as $$
  declare r jsonb := to_jsonb(new);
  begin
    if app.actor_id() is null then return new; end if;
    if r ? 'meeting_id' and tg_op = 'UPDATE' and r -> 'meeting_id' is distinct from to_jsonb(old) -> 'meeting_id' then
      raise exception 'a row stays in its meeting' using errcode = '42501';
    end if;
    if tg_argv[0] = 'team' and not exists (
         select from team_meeting m where m.id = (r ->> 'meeting_id')::uuid and m.team_id = new.team_id)
       or tg_argv[0] = 'case' and not exists (
         select from case_meeting m where m.id = (r ->> 'meeting_id')::uuid
           and (m.case_id, m.team_id, m.owner_institution_id, m.category::text)
             = ((r ->> 'case_id')::uuid, new.team_id, (r ->> 'owner_institution_id')::uuid, r ->> 'category'))
       or r ->> 'team_meeting_id' is not null and not exists (
         select from team_meeting m where m.id = (r ->> 'team_meeting_id')::uuid and m.team_id = new.team_id)
       or r ->> 'case_meeting_id' is not null and not exists (
         select from case_meeting m where m.id = (r ->> 'case_meeting_id')::uuid and m.case_id = (r ->> 'case_id')::uuid
           and m.category::text = r ->> 'category')
       or r ->> 'case_id' is not null and not exists (
         select from family_case c where c.id = (r ->> 'case_id')::uuid and c.team_id = new.team_id
           and (not r ? 'owner_institution_id' or c.owner_institution_id = (r ->> 'owner_institution_id')::uuid)) then
      raise exception 'not a row of this meeting or case' using errcode = '42501';
    end if;
    return new;
  end $$;
do $do$
declare t text;
begin
  foreach t in array array['meeting_party', 'meeting_item', 'meeting_case_item', 'meeting_decision', 'meeting_minutes', 'meeting_entry'] loop
    execute format('create trigger of_its_meeting before insert or update on %I for each row execute function app.of_its_meeting(''team'')', t);
  end loop;
  foreach t in array array['case_meeting_party', 'case_meeting_agenda', 'case_meeting_minutes', 'case_meeting_entry'] loop
    execute format('create trigger of_its_meeting before insert or update on %I for each row execute function app.of_its_meeting(''case'')', t);
  end loop;
  foreach t in array array['case_meeting', 'case_decision', 'case_task'] loop
    execute format('create trigger of_its_case before insert on %I for each row execute function app.of_its_meeting(''none'')', t);
  end loop;
end $do$;
create trigger keep_meeting before update on team_meeting for each row
  execute function app.keep_columns('id', 'team_id', 'created_by_id', 'created_institution_id', 'created_at');
create trigger keep_meeting before update on case_meeting for each row
  execute function app.keep_columns('id', 'case_id', 'team_id', 'owner_institution_id', 'category', 'created_by_id', 'created_at');

-- What was approved is complete: a decision about a case is taken before it, too.
create trigger keep_approved_team before insert on case_decision for each row when (new.team_meeting_id is not null)
  execute function app.keep_approved('team_meeting_id');
-- Who approves signs with their own name, and holds the right to.
alter policy mend on meeting_minutes with check (
  team_id = any ((select app.meeting_keeper_team_ids())::uuid[]) and (approved_by_id is null or approved_by_id = (select app.actor_id())
    and (select app.has_role('lider_gminny', 'lider_powiatowy', 'koordynator_zespolu'))));
alter policy mend on case_meeting_minutes with check (
  owner_institution_id = (select app.institution_id())
  and app.case_role(case_id, 'koordynator_rodziny', 'koordynator_zespolu')
  and app.category_open(case_id, null, category, owner_institution_id)
  and (approved_by_id is null or approved_by_id = (select app.actor_id()) and app.case_role(case_id, 'koordynator_zespolu')));
-- An annex is the coordinator's; a remark is made by who works on the case, on minutes that went out; a control only reads.
alter policy add on case_meeting_entry with check (
  author_id = (select app.actor_id()) and institution_id = (select app.institution_id())
  and app.category_open(case_id, null, category, owner_institution_id)
  and case kind
    when 'annex' then owner_institution_id = (select app.institution_id()) and app.case_role(case_id, 'koordynator_zespolu')
    else app.case_role(case_id, 'lider_gminny', 'lider_powiatowy', 'koordynator_zespolu', 'koordynator_rodziny', 'asystent_rodziny', 'specjalista')
      and (owner_institution_id = (select app.institution_id()) or not app.is_sensitive(category))
      and exists (select from case_meeting_minutes m where m.meeting_id = case_meeting_entry.meeting_id and m.sent_at is not null)
    end);

-- Who was given a task of a case ends it; another holder or another day is the coordinators' to give.
create function app.keep_holder() returns trigger
  language plpgsql stable security definer set search_path = pg_catalog, public, app
  as $$
  begin
    if app.actor_id() is not null and not app.case_role(new.case_id, 'koordynator_rodziny', 'koordynator_zespolu')
       and not (new.to_user_id is null and (new.to_institution_id, new.due_on) = (old.to_institution_id, old.due_on)) then
      raise exception 'a task of a case is given on by its coordinators' using errcode = '42501';
    end if;
    return new;
  end $$;
create trigger keep_holder before update on case_task for each row
  when ((new.to_user_id, new.to_institution_id, new.due_on) is distinct from (old.to_user_id, old.to_institution_id, old.due_on))
  execute function app.keep_holder();

-- An absence is taken back, never rewritten: who stood in on which days stays to be seen.
create trigger keep_absence before update on absence for each row when (app.actor_id() is not null)
  execute function app.keep_columns('id', 'user_id', 'institution_id', 'starts_on', 'ends_on', 'substitute_id', 'recorded_by_id', 'recorded_at');

-- Who may mend a team and leads neither side (its coordinator, animator, ROPS) passed the lock of both leaders: it asked
-- for the other side of the actor, and there was none.
do $do$
declare
  body text := pg_get_functiondef('app.both_leaders()'::regprocedure);
  was constant text := 'if app.actor_id() is null or not exists';
begin
  if position(was in body) = 0 then raise exception 'both_leaders is another one'; end if;
  execute replace(body, was, 'if app.actor_id() is not null and app.leader_sides(new.id) = ''{}'' then
      raise exception ''the leaders decide'' using errcode = ''42501'';
    end if;
    ' || was);
end $do$;

-- A question is told of by who asked it, an answer by who answers: nobody else writes to other people's bells.
do $do$
declare
  body text := pg_get_functiondef('app.tell_of_question(uuid, text)'::regprocedure);
  was constant text := 'if q.id is null or not q.wojewodztwo_code = any (app.knowledge_regions()) then return; end if;';
begin
  if position(was in body) = 0 then raise exception 'tell_of_question is another one'; end if;
  execute replace(body, was, was || '
    if p_kind = ''asked'' and q.asked_by_id is distinct from app.actor_id()
       or p_kind = ''answered'' and not q.wojewodztwo_code = any ((select app.my_region_codes(''rops_koordynator'', ''ekspert''))::text[]) then
      raise exception ''not a question of the actor'' using errcode = ''42501'';
    end if;');
end $do$;

-- A task of a team or of a house likewise: given on and put off by who gave it, by the heads of the house that has it, and by
-- who keeps the team's tasks.
create function app.keep_team_holder() returns trigger
  language plpgsql stable security definer set search_path = pg_catalog, public, app
  as $$
  begin
    if app.actor_id() is not null
       and not (old.created_by_id = app.actor_id() and old.created_institution_id = app.institution_id())
       and not (old.to_institution_id = app.institution_id() and app.has_role('decydent', 'lider_gminny', 'lider_powiatowy'))
       and not coalesce(old.team_id = any ((select app.meeting_keeper_team_ids())::uuid[]), false)
       and not (new.to_user_id is null and (new.to_institution_id, new.due_on) = (old.to_institution_id, old.due_on)) then
      raise exception 'a task is given on by who gave it' using errcode = '42501';
    end if;
    return new;
  end $$;
create trigger keep_holder before update on task for each row
  when ((new.to_user_id, new.to_institution_id, new.due_on) is distinct from (old.to_user_id, old.to_institution_id, old.due_on))
  execute function app.keep_team_holder();
