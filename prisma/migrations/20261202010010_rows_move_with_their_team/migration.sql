-- Rows that keep their team for ever (evidence, minutes, decisions) let one change through: the team alone, inside the step
-- that joins their team to this other one.
create function app.moves_with_its_team(p_old jsonb, p_new jsonb) returns boolean
  language plpgsql stable security definer set search_path = pg_catalog, public, app
  as $$
  begin
    if p_old ->> 'team_id' is not distinct from p_new ->> 'team_id' then return false; end if;
    return p_old - 'team_id' = p_new - 'team_id' and exists (
      select from team_joining j where j.team_id = (p_old ->> 'team_id')::uuid and j.into_team_id = (p_new ->> 'team_id')::uuid
        and j.done_at is not null and j.xmin = pg_current_xact_id()::xid);
  end $$;

do $do$
  declare v_name text;
  begin
    foreach v_name in array array['keep_decision', 'keep_approved', 'keep_columns', 'of_its_meeting', 'keep_entry',
        'keep_restriction', 'keep_task', 'keep_transfer', 'scan_is_evidence', 'keep_look', 'keep_settlement', 'note_is_kept',
        'keep_unmet'] loop
      execute regexp_replace(pg_get_functiondef(('app.' || v_name || '()')::regprocedure), '\mbegin\M',
        'begin
    if tg_op = ''UPDATE'' and app.moves_with_its_team(to_jsonb(old), to_jsonb(new)) then return new; end if;
   ');
    end loop;
  end $do$;
