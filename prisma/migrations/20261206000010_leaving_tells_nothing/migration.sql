-- A party leaves a team: from what stands in its way nobody learns of a restricted case (decision 0020). What it does there is
-- no question of the annex to who is left out; with the annex it ends, and the family's coordinator is told as of every case.
create or replace function app.party_open_lines(p_team uuid, p_institution uuid) returns int
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select count(*)::int from basket_line l
    where l.team_id = p_team and l.provider_institution_id = p_institution and p_team = any ((select app.managed_team_ids())::uuid[])
      and l.status not in ('draft', 'declined', 'delivered', 'partlyDelivered', 'notDelivered', 'cancelled')
      and l.case_id <> all ((select app.away_case_ids())::uuid[])
  $$;

create or replace function app.leaves_nothing_open() returns trigger
  language plpgsql volatile security definer set search_path = pg_catalog, public, app
  as $$
  declare v_team uuid := new.team_id; v_institution uuid := new.institution_id;
  begin
    if exists (select from basket_line l where l.team_id = v_team and l.provider_institution_id = v_institution
               and l.status not in ('draft', 'declined', 'delivered', 'partlyDelivered', 'notDelivered', 'cancelled')
               and l.case_id <> all ((select app.away_case_ids())::uuid[])) then
      raise exception 'the party has open lines' using errcode = 'KP001';
    end if;
    return new;
  end $$;

-- Called by app.end_party_in_cases for what the annex could not ask about.
create function app.end_lines_away(p_team uuid, p_institution uuid) returns void
  language sql volatile security definer set search_path = pg_catalog, public, app
  as $$
    with ended as (
      update basket_line l set status_since = app.today(), version = l.version + 1, updated_at = now(),
        end_reason = 'Instytucja odeszła z zespołu.',
        status = case when l.status = 'inProgress' and coalesce(l.delivered_quantity, 0) > 0 then 'partlyDelivered'
                   else 'cancelled' end::line_status
      from basket_line o
      where o.id = l.id and l.team_id = p_team and l.provider_institution_id = p_institution
        and p_team = any ((select app.managed_team_ids())::uuid[])
        and not exists (select from team_member m where m.team_id = p_team and m.institution_id = p_institution and m.left_on is null)
        and l.status not in ('draft', 'declined', 'delivered', 'partlyDelivered', 'notDelivered', 'cancelled')
        and l.case_id = any ((select app.away_case_ids())::uuid[])
      returning l.id, l.case_id, l.team_id, o.status as was, l.status, l.end_reason)
    insert into line_transition (line_id, case_id, team_id, from_status, to_status, note, actor_id, institution_id)
      select e.id, e.case_id, e.team_id, e.was, e.status, e.end_reason, app.actor_id(), app.institution_id() from ended e
  $$;
do $do$
declare
  body text := pg_get_functiondef('app.end_party_in_cases(uuid,uuid)'::regprocedure);
  was text := 'select coalesce(array_agg(c.id), ''{}'') into v_cases';
begin
  if position(was in body) = 0 then raise exception 'app.end_party_in_cases has changed'; end if;
  execute replace(body, was, 'perform app.end_lines_away(p_team, p_institution);
    ' || was);
end $do$;
