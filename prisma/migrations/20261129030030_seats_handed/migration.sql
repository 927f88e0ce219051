-- The hand-over of somebody's work lists the places in teams too: representative and deputy of the institution, leader,
-- coordinator, animator. Who heads the house gives them on, under the rules of the end of an employment (app.hand_over).
create table work_handover_seat (
  handover_id uuid not null references work_handover (id) on delete cascade on update no action,
  kind text not null,
  -- null: a leader of every team of the institution
  team_id uuid,
  refusal text,
  id uuid not null default gen_random_uuid() constraint work_handover_seat_pkey primary key
);
create index work_handover_seat_handover_id_idx on work_handover_seat (handover_id);
create index work_handover_seat_team_id_idx on work_handover_seat (team_id);
select app.protect('work_handover_seat');
create policy read_own on work_handover_seat for select using (
  exists (select from work_handover h where h.id = handover_id and h.institution_id = (select app.institution_id())
          and ((select app.heads_house()) or (select app.actor_id()) in (h.handed_by_id, h.from_user_id, h.to_user_id))));

-- Places in teams of one colleague, or of everybody of the own house.
create function app.handover_seats(p_from uuid) returns table (user_id uuid, kind text, team_id uuid, team_name text)
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select e.user_id, h.kind, h.team_id, h.team_name
    from employment e, lateral app.holdings(e.user_id, e.institution_id) h
    where (select app.heads_house()) and e.institution_id = (select app.institution_id()) and e.ends_on is null
      and (p_from is null or e.user_id = p_from)
      and h.kind in ('representative', 'deputy', 'lider_gminny', 'lider_powiatowy', 'koordynator_zespolu', 'animator')
    order by h.team_name nulls first, h.kind
  $$;

-- Why a place cannot go to this colleague; null: it can. Roles that are kept apart (domain 3.5) stay apart; a councillor
-- may hold the seat of a council.
create function app.handover_seat_refusal(p_from uuid, p_kind text, p_team uuid, p_to uuid) returns text
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select case
      when not exists (select from employment e join user_account u on u.id = e.user_id and u.disabled_at is null
          where e.user_id = p_to and e.institution_id = app.institution_id() and e.ends_on is null) then 'notHere'
      when exists (select from role_assignment r where r.user_id = p_to and r.institution_id = app.institution_id()
          and r.ended_at is null and (r.ends_on is null or r.ends_on >= app.today())
          and (r.role in ('iod', 'audytor', 'ministerstwo', 'operator')
            or r.role = 'radny' and not (p_kind in ('representative', 'deputy') and exists (
                 select from institution i join institution_kind k on k.key = i.kind_key
                 where i.id = app.institution_id() and k.gpzk_role = 'bez_danych_osobowych')))) then 'keptApart'
      else app.hand_over_refusal(p_from, app.institution_id(), p_kind, p_team, p_to)
    end
  $$;

-- The chosen places, each `kind:team`, into the record of this hand-over (a new one where only places go).
create function app.hand_over_seats(p_handover uuid, p_from uuid, p_to uuid, p_reason text, p_seats text[]) returns uuid
  language plpgsql volatile security definer set search_path = pg_catalog, public, app
  as $$
  declare v_id uuid := coalesce(p_handover, gen_random_uuid()); s record; v_refusal text;
  begin
    if p_handover is null then
      insert into work_handover (id, institution_id, from_user_id, to_user_id, reason_key, handed_by_id)
        values (v_id, app.institution_id(), p_from, p_to, p_reason, app.actor_id());
    elsif not exists (select from work_handover h where h.id = p_handover and h.handed_by_id = app.actor_id()
                      and h.institution_id = app.institution_id() and h.from_user_id = p_from and h.to_user_id = p_to
                      and h.handed_at > now() - interval '1 minute') then
      raise exception 'not this hand-over' using errcode = '42501';
    end if;
    for s in select * from app.handover_seats(p_from) x where x.kind || ':' || coalesce(x.team_id::text, '') = any (p_seats) loop
      v_refusal := app.handover_seat_refusal(p_from, s.kind, s.team_id, p_to);
      insert into work_handover_seat (handover_id, kind, team_id, refusal) values (v_id, s.kind, s.team_id, v_refusal);
      if v_refusal is null then
        perform app.hand_over(p_from, app.institution_id(), s.kind, s.team_id, p_to);
      end if;
    end loop;
    if not exists (select from work_handover_seat x where x.handover_id = v_id) then
      raise exception 'no place of this person may be handed over by the actor' using errcode = '42501';
    end if;
    return v_id;
  end $$;
