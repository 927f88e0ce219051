-- What a leaving party still does for families is handed over first (domain 4.1): a copy of the line is asked of another
-- party instead of it, or the line ends. Only the coordinator of the team does it, case by case and only in cases that the
-- coordinator may know.
create function app.copy_line_to(p_line uuid, p_to uuid, p_reason text) returns uuid
  language plpgsql volatile security definer set search_path = pg_catalog, public, app
  as $$
  declare l basket_line; v_id uuid := gen_random_uuid();
  begin
    select * into l from basket_line where id = p_line for update;
    if l.id is null or not app.case_role(l.case_id, 'koordynator_zespolu') or p_to = l.provider_institution_id
       or not exists (select from team_member m where m.team_id = l.team_id and m.institution_id = p_to and m.left_on is null
                      and m.signed_on <= app.today()) then
      raise exception 'not a line to be handed to this party' using errcode = '42501';
    end if;
    insert into basket_line (id, case_id, team_id, owner_institution_id, service_key, regional_service_id, category, title, scope,
        provider_institution_id, whole_environment, starts_on, ends_on, frequency, quantity, unit, co_provider_ids, priority, depends_on_id, cost_planned, co_payment, funding_key, legal_basis, status, status_since,
        duplicate_reason, replaces_id, created_by_id, updated_at)
    values (v_id, l.case_id, l.team_id, l.owner_institution_id, l.service_key, l.regional_service_id, l.category, l.title, l.scope,
        p_to, l.whole_environment, greatest(l.starts_on, app.today()),
        case when l.ends_on >= greatest(l.starts_on, app.today()) then l.ends_on end, l.frequency, l.quantity, l.unit,
        array_remove(l.co_provider_ids, p_to), l.priority, l.depends_on_id, l.cost_planned, l.co_payment, l.funding_key,
        l.legal_basis, 'draft', app.today(),
        -- what ended as far as it came would count as a second one of the same kind
        coalesce(l.duplicate_reason, case when l.status = 'partlyDelivered' then p_reason end), l.id, app.actor_id(), now());
    insert into line_schedule (line_id, case_id, team_id, place, weekday, at_time)
      select v_id, h.case_id, h.team_id, h.place, h.weekday, h.at_time from line_schedule h where h.line_id = l.id;
    insert into line_beneficiary (line_id, person_id, case_id, team_id)
      select v_id, b.person_id, b.case_id, b.team_id from line_beneficiary b where b.line_id = l.id;
    insert into line_need (line_id, need_id, case_id, team_id)
      select v_id, n.need_id, n.case_id, n.team_id from line_need n where n.line_id = l.id;
    insert into line_goal (line_id, goal_id, case_id, team_id)
      select v_id, g.goal_id, g.case_id, g.team_id from line_goal g where g.line_id = l.id;
    insert into line_transition (line_id, case_id, team_id, to_status, actor_id, institution_id)
      values (v_id, l.case_id, l.team_id, 'draft', app.actor_id(), app.institution_id());
    return v_id;
  end $$;

-- The second lock of the annex: while one open line of the party is left, it does not leave, whoever asks and however.
create function app.leaves_nothing_open() returns trigger
  language plpgsql volatile security definer set search_path = pg_catalog, public, app
  as $$
  declare v_team uuid := new.team_id; v_institution uuid := new.institution_id;
  begin
    if exists (select from basket_line l where l.team_id = v_team and l.provider_institution_id = v_institution
               and l.status not in ('draft', 'declined', 'delivered', 'partlyDelivered', 'notDelivered', 'cancelled')) then
      raise exception 'the party has open lines' using errcode = 'KP001';
    end if;
    return new;
  end $$;
create trigger leaves_nothing_open before update of left_on on team_member for each row
  when (old.left_on is null and new.left_on is not null) execute function app.leaves_nothing_open();
create trigger leaves_nothing_open before insert on team_annex for each row
  when (new.kind = 'withdrawal') execute function app.leaves_nothing_open();
