-- A family moves: its case is offered to the team of another gmina (domain 4.2 row 14, outcome "przekazane"). The receiving
-- team learns that something is offered, how many people it is about and which ordinary difficulties; names pass after its
-- yes and the family's consent, and only what consent opens. See docs/decisions/0019.

create table case_transfer (
  id uuid not null default gen_random_uuid() constraint case_transfer_pkey primary key,
  case_id uuid not null,
  team_id uuid not null,
  owner_institution_id uuid not null,
  to_team_id uuid not null,
  to_institution_id uuid not null,
  status text not null default 'offered' check (status in ('offered', 'accepted', 'declined', 'withdrawn', 'passed')),
  moved_on date not null,
  note text not null,
  due_on date not null,
  requested_by_id uuid not null,
  requested_at timestamptz(3) not null default current_timestamp,
  answered_by_id uuid,
  answered_at timestamptz(3),
  answer_note text,
  ended_by_id uuid,
  ended_at timestamptz(3),
  end_reason text,
  new_case_id uuid,
  handed_line_ids uuid[] not null default '{}',
  overdue_told_on date,
  leader_told_on date,
  version int not null default 1,
  constraint transfer_answered_by_somebody check ((answered_at is null) = (answered_by_id is null)),
  constraint transfer_ended check ((ended_at is not null) = (status in ('withdrawn', 'passed'))),
  constraint declined_for_a_reason check (status <> 'declined' or answer_note is not null),
  constraint withdrawn_for_a_reason check (status <> 'withdrawn' or end_reason is not null),
  constraint passed_into_a_case check ((status = 'passed') = (new_case_id is not null))
);
create index case_transfer_case_id_idx on case_transfer (case_id);
create index case_transfer_team_id_idx on case_transfer (team_id);
create index case_transfer_to_team_id_requested_at_idx on case_transfer (to_team_id, requested_at);
create index case_transfer_new_case_id_idx on case_transfer (new_case_id);
create unique index one_live_transfer on case_transfer (case_id) where status in ('offered', 'accepted');
select app.protect('case_transfer');

-- The row belongs to the owner's people; the other team reads and answers through the functions below.
create policy read_owner on case_transfer for select using (
  owner_institution_id = (select app.institution_id()) and app.works_on(case_id));
create function app.keep_transfer() returns trigger language plpgsql set search_path = pg_catalog, public, app
  as $$
  begin
    if (new.id, new.case_id, new.team_id, new.owner_institution_id, new.to_team_id, new.to_institution_id, new.moved_on, new.note,
        new.requested_by_id, new.requested_at)
       is distinct from
       (old.id, old.case_id, old.team_id, old.owner_institution_id, old.to_team_id, old.to_institution_id, old.moved_on, old.note,
        old.requested_by_id, old.requested_at)
       or old.status in ('declined', 'withdrawn', 'passed') and new.status <> old.status
       or old.answered_at is not null and (new.answered_at, new.answered_by_id, new.answer_note)
          is distinct from (old.answered_at, old.answered_by_id, old.answer_note) then
      raise exception 'a transfer is answered and ended, never rewritten' using errcode = '42501';
    end if;
    return new;
  end $$;
create trigger keep_transfer before update on case_transfer for each row execute function app.keep_transfer();

-- A case that ends otherwise takes its offer with it; a destroyed one takes the words of all.
create function app.end_transfers() returns trigger
  language plpgsql volatile security definer set search_path = pg_catalog, public, app
  as $$
  begin
    if new.status is distinct from old.status and new.status in ('closed', 'rejected', 'redirected') then
      update case_transfer set status = 'withdrawn', ended_by_id = app.actor_id(), ended_at = now(),
          end_reason = 'Zakończenie współpracy', version = version + 1
        where case_id = new.id and status in ('offered', 'accepted');
    elsif new.status = 'erased' and old.status <> 'erased' then
      delete from case_transfer where case_id = new.id;
    end if;
    return new;
  end $$;
create trigger end_transfers after update of status on family_case for each row execute function app.end_transfers();

-- Teams of other gminas that may take a family now, those nearby first; for the coordinators of the case.
create function app.transfer_teams(p_case uuid, p_words text)
  returns table (id uuid, name text, gmina_code text, gmina text, powiat text, institution_id uuid, institution text)
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select t.id, t.name, t.gmina_code, g.name, p.name, i.id, i.name
    from family_case c
    join team t on t.gmina_code <> c.gmina_code and t.status = 'active' and t.lead_institution_id is not null
      and (t.agreement_from is null or t.agreement_from <= app.today())
      and (t.agreement_to is null or t.agreement_to >= app.today())
    join institution i on i.id = t.lead_institution_id and i.ended_on is null
    left join territory_unit g on g.code = t.gmina_code
    left join territory_unit p on p.code = t.powiat_code
    where c.id = p_case and c.owner_institution_id = app.institution_id()
      and app.case_role(p_case, 'koordynator_rodziny', 'koordynator_zespolu')
      and (p_words is null or lower(unaccent(g.name || ' ' || t.name || ' ' || i.name)) like '%' || lower(unaccent(p_words)) || '%')
    order by (t.powiat_code = left(c.gmina_code, 4)) desc, (t.wojewodztwo_code = left(c.gmina_code, 2)) desc, g.name, t.name
  $$;

create policy add on case_transfer for insert with check (
  owner_institution_id = (select app.institution_id()) and requested_by_id = (select app.actor_id()) and status = 'offered'
  and app.case_role(case_id, 'koordynator_rodziny', 'koordynator_zespolu')
  and exists (select from app.transfer_teams(case_id, null) t where t.id = to_team_id and t.institution_id = to_institution_id));
create policy withdraw on case_transfer for update using (
    owner_institution_id = (select app.institution_id()) and status in ('offered', 'accepted')
    and app.case_role(case_id, 'koordynator_rodziny', 'koordynator_zespolu'))
  with check (status = 'withdrawn' and ended_by_id = (select app.actor_id()));

-- What each person of the case has opened to the institution that is to take over; nobody's name.
create function app.transfer_scope(p_case uuid, p_institution uuid) returns table (person_id uuid, categories text[])
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select cp.person_id, array(
      select k::text from unnest(enum_range(null::data_category)) k
      where c.owner_institution_id = p_institution or app.person_granted(p_institution, c.id, cp.person_id, k))
    from family_case c join case_person cp on cp.case_id = c.id and cp.left_on is null
    where c.id = p_case and c.owner_institution_id = app.institution_id() and app.works_on(p_case)
  $$;

-- Does this actor answer for what is offered to this team?
create function app.receives(p_team uuid, p_institution uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select p_institution = app.institution_id()
      and (p_team = any ((select app.case_team_ids())::uuid[]) or app.has_role('lider_gminny', 'audytor'))
  $$;

-- What the receiving side sees of an offer: how many people, which ordinary difficulties, whom to call. No name, no number
-- of the case, nothing of art. 9 and 10.
create function app.transfer_offers()
  returns table (id uuid, to_team_id uuid, to_institution_id uuid, owner_institution_id uuid, team text, from_team text, from_gmina text,
    from_institution text, asked_by text, phone text, status text, moved_on date, due_on date, requested_at timestamptz,
    answered_at timestamptz, answer_note text, persons int, children int, need_keys text[], new_case_id uuid, version int)
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select x.id, x.to_team_id, x.to_institution_id, x.owner_institution_id, t.name, f.name, g.name, i.name,
      u.given_name || ' ' || u.family_name, coalesce(u.phone, i.phone), x.status, x.moved_on, x.due_on, x.requested_at,
      x.answered_at, x.answer_note,
      -- nothing of a family that does not come
      case when x.status in ('offered', 'accepted') then
        (select count(*)::int from case_person p where p.case_id = x.case_id and p.left_on is null) end,
      case when x.status in ('offered', 'accepted') then
        (select count(*)::int from case_person p join person q on q.id = p.person_id
          where p.case_id = x.case_id and p.left_on is null and q.is_minor) end,
      array(select distinct n.need_key from need n where x.status in ('offered', 'accepted') and n.case_id = x.case_id
        and n.closed_on is null and not app.is_sensitive(n.category) order by 1),
      x.new_case_id, x.version
    from case_transfer x join team t on t.id = x.to_team_id join team f on f.id = x.team_id
    join institution i on i.id = x.owner_institution_id
    left join territory_unit g on g.code = f.gmina_code
    left join user_account u on u.id = x.requested_by_id
    where x.to_institution_id = app.institution_id() and app.receives(x.to_team_id, x.to_institution_id)
    order by (x.status in ('offered', 'accepted')) desc, x.requested_at desc limit 100
  $$;

-- Tells one side of a transfer, never who does it: those who answer for the receiving team, or the coordinators of the case.
create function app.transfer_hearers(x case_transfer, p_side text) returns table (user_id uuid, institution_id uuid)
  language sql stable set search_path = pg_catalog, public, app
  as $$
    select distinct r.user_id, r.institution_id from role_assignment r
    where p_side = 'to' and r.institution_id = x.to_institution_id
      and (r.role = 'koordynator_zespolu' and r.team_id = x.to_team_id or r.role = 'lider_gminny')
      and r.ended_at is null and r.starts_on <= app.today() and (r.ends_on is null or r.ends_on >= app.today())
    union
    select h.user_id, h.institution_id from app.case_hearers(x.case_id, 'koordynator_rodziny', 'koordynator_zespolu') h where p_side = 'from'
  $$;

create function app.tell_transfer(p_transfer uuid, p_kind text) returns void
  language plpgsql volatile security definer set search_path = pg_catalog, public, app
  as $$
  declare x case_transfer; v_side text;
  begin
    select * into x from case_transfer where id = p_transfer;
    v_side := case
      when app.receives(x.to_team_id, x.to_institution_id) and p_kind in ('transfer.accepted', 'transfer.declined') then 'from'
      when x.owner_institution_id = app.institution_id() and app.works_on(x.case_id)
        and p_kind in ('transfer.offered', 'transfer.withdrawn', 'transfer.passed') then 'to' end;
    if v_side is null then raise exception 'not a side of this transfer' using errcode = '42501'; end if;
    insert into notification (user_id, institution_id, kind, team_id, case_id)
      select h.user_id, h.institution_id, p_kind, case when v_side = 'to' then x.to_team_id else x.team_id end,
        case when v_side = 'from' then x.case_id when p_kind = 'transfer.passed' then x.new_case_id end
      from app.transfer_hearers(x, v_side) h where h.user_id is distinct from app.actor_id();
  end $$;

-- The receiving side's answer on the version that was seen; null: there is nothing of that kind for this actor.
create function app.answer_transfer(p_transfer uuid, p_version int, p_yes boolean, p_note text) returns text
  language plpgsql volatile security definer set search_path = pg_catalog, public, app
  as $$
  declare x case_transfer;
  begin
    select * into x from case_transfer where id = p_transfer for update;
    if x.id is null or not app.receives(x.to_team_id, x.to_institution_id) or not app.has_role('lider_gminny', 'koordynator_zespolu') then
      return null;
    end if;
    if x.version <> p_version then return 'stale'; end if;
    if x.status <> 'offered' then return 'wrongState'; end if;
    update case_transfer set status = case when p_yes then 'accepted' else 'declined' end, answered_by_id = app.actor_id(),
        answered_at = now(), answer_note = p_note, version = version + 1 where id = x.id;
    perform app.tell_transfer(x.id, case when p_yes then 'transfer.accepted' else 'transfer.declined' end);
    return 'ok';
  end $$;

-- Of the receiving unit: this person, if the unit knows it by PESEL (or is the same unit), else a new one. A protected
-- person passes as a name alone, unless the unit was named safe; the protection passes with it, its cause never (decision 0014).
-- Rights of the caller: only inside pass_transfer are they the owner's.
create function app.transferred_person(x case_transfer, p_person uuid) returns uuid
  language plpgsql volatile security invoker set search_path = pg_catalog, public, app
  as $$
  declare p person; i person_identity; v_new uuid; v_hidden boolean;
  begin
    if x.owner_institution_id = x.to_institution_id then return p_person; end if;
    select * into p from person where id = p_person;
    select * into i from person_identity where person_id = p_person;
    v_hidden := exists (select from person_protection g where g.person_id = p_person and app.protected_today(g)
      and not coalesce(x.to_institution_id = any (g.safe_institution_ids), false));
    if not v_hidden then
      select k.person_id into v_new from person_identity k
        where i.pesel_hash is not null and k.owner_institution_id = x.to_institution_id and k.pesel_hash = i.pesel_hash;
      if v_new is not null then return v_new; end if;
    end if;
    insert into person (owner_institution_id, given_name, family_name, name_folded, is_minor)
      values (x.to_institution_id, p.given_name, p.family_name, p.name_folded, p.is_minor) returning id into v_new;
    insert into person_identity (person_id, owner_institution_id, born_on, sex, pesel_sealed, pesel_hash)
      select v_new, x.to_institution_id, case when not v_hidden then i.born_on end, i.sex,
        case when not v_hidden then i.pesel_sealed end, case when not v_hidden then i.pesel_hash end;
    insert into person_contact (person_id, owner_institution_id, phone, email, contact_note)
      select v_new, x.to_institution_id, k.phone, k.email, k.contact_note from person_contact k where k.person_id = p_person and not v_hidden;
    insert into person_protection (person_id, owner_institution_id, close_user_ids, starts_on, ends_on, recorded_by_id)
      select v_new, x.to_institution_id, g.close_user_ids, app.today(), g.ends_on, app.actor_id()
      from person_protection g where g.person_id = p_person and app.protected_today(g);
    return v_new;
  end $$;

-- Persons who opened their basic data, with their ties; difficulties and the basis in the categories that they opened.
create function app.transfer_people(x case_transfer, c family_case, p_new uuid, p_family uuid) returns void
  language plpgsql volatile security invoker set search_path = pg_catalog, public, app
  as $$
  declare cp record; v_person uuid; v_map jsonb := '{}'; v_same boolean := x.owner_institution_id = x.to_institution_id;
  begin
    for cp in select k.*, m.relation_key, m.lives_together, m.position from case_person k
        left join lateral (select * from family_member f where f.family_id = c.family_id and f.person_id = k.person_id
          order by f.ends_on nulls first limit 1) m on true
        where k.case_id = c.id and k.left_on is null
          and (v_same or app.person_granted(x.to_institution_id, c.id, k.person_id, 'PODSTAWOWE'))
        order by k.main desc, m.position, k.id loop
      v_person := app.transferred_person(x, cp.person_id);
      v_map := v_map || jsonb_build_object(cp.person_id::text, v_person);
      insert into family_member (family_id, person_id, relation_key, lives_together, position)
        values (p_family, v_person, coalesce(cp.relation_key, 'unrelated'), coalesce(cp.lives_together, true), coalesce(cp.position, 0));
      insert into case_person (case_id, team_id, person_id, main, takes_part, under_guardianship, guardian_conflict, guardian_ids)
        values (p_new, x.to_team_id, v_person, cp.main, cp.takes_part, cp.under_guardianship, cp.guardian_conflict, cp.guardian_ids)
        on conflict (case_id, person_id) do nothing;
    end loop;
    update case_person k set guardian_ids = array(
        select (v_map ->> g::text)::uuid from unnest(k.guardian_ids) g where v_map ? g::text)
      where k.case_id = p_new;
    insert into person_relation (owner_institution_id, from_id, to_id, kind, starts_on, ended, ends_on, recorded_by_id)
      select x.to_institution_id, (v_map ->> r.from_id::text)::uuid, (v_map ->> r.to_id::text)::uuid, r.kind, r.starts_on, r.ended,
        r.ends_on, app.actor_id()
      from person_relation r
      where not v_same and v_map ? r.from_id::text and v_map ? r.to_id::text
        and app.person_granted(x.to_institution_id, c.id, r.from_id, 'RELACJE')
        and app.person_granted(x.to_institution_id, c.id, r.to_id, 'RELACJE')
        and not exists (select from person_relation q where q.owner_institution_id = x.to_institution_id and q.kind = r.kind
          and q.from_id = (v_map ->> r.from_id::text)::uuid and q.to_id = (v_map ->> r.to_id::text)::uuid);
    insert into need (case_id, team_id, owner_institution_id, person_id, need_key, category, severity, priority, created_by_id)
      select p_new, x.to_team_id, x.to_institution_id, (v_map ->> n.person_id::text)::uuid, n.need_key, n.category, n.severity,
        n.priority, app.actor_id()
      from need n where n.case_id = c.id and n.closed_on is null
        and (n.person_id is null or v_map ? n.person_id::text)
        and (v_same or app.granted(x.to_institution_id, c.id, n.person_id, n.category));
    insert into legal_basis_record (case_id, team_id, person_id, institution_id, category, basis, note, starts_on, recorded_by_id, disclosed_by_id)
      select p_new, x.to_team_id, (m.value #>> '{}')::uuid, x.to_institution_id, k.category,
        coalesce((select b.basis from case_grant g join legal_basis_record b on b.id = g.legal_basis_id
          where g.case_id = c.id and g.person_id = m.key::uuid and g.institution_id = x.to_institution_id and g.category = k.category
            and g.ended_at is null limit 1), 'ZGODA'), '', app.today(), app.actor_id(), x.owner_institution_id
      from jsonb_each(v_map) m cross join unnest(enum_range(null::data_category)) k (category)
      where not v_same and app.person_granted(x.to_institution_id, c.id, m.key::uuid, k.category);
  end $$;

-- What was agreed by both teams and the family happens: a new case of the receiving team, at the beginning of its own road
-- (ZGŁOSZONA), that continues this one. The caller closes the old one in the same transaction.
-- Errors: 42501 not the team's coordinator; 55000 not accepted, or an adult has not agreed.
create function app.pass_transfer(p_transfer uuid, p_due date, p_lines uuid[]) returns uuid
  language plpgsql volatile security definer set search_path = pg_catalog, public, app
  as $$
  declare x case_transfer; c family_case; v_case uuid := gen_random_uuid(); v_family uuid; v_sequence int; v_gmina text;
    v_year int := extract(year from app.today());
  begin
    select * into x from case_transfer where id = p_transfer for update;
    select * into c from family_case where id = x.case_id for update;
    if c.id is null or c.owner_institution_id is distinct from app.institution_id() or not app.case_role(c.id, 'koordynator_zespolu') then
      raise exception 'not the coordinator' using errcode = '42501';
    end if;
    if x.status <> 'accepted' or c.status not in ('qualified', 'awaitingConsent', 'diagnosis', 'planning', 'planApproval',
        'inProgress', 'suspended', 'evaluation')
       or x.owner_institution_id <> x.to_institution_id and exists (
         select from case_person k join person p on p.id = k.person_id
         where k.case_id = c.id and k.takes_part and k.left_on is null and not p.is_minor
           and not app.person_granted(x.to_institution_id, c.id, k.person_id, 'PODSTAWOWE')) then
      raise exception 'not agreed' using errcode = '55000';
    end if;
    select gmina_code into v_gmina from team where id = x.to_team_id;
    perform pg_advisory_xact_lock(hashtext('case-number ' || v_gmina || v_year));
    select coalesce(max(sequence), 0) + 1 into v_sequence from family_case where gmina_code = v_gmina and year = v_year;
    insert into family (owner_institution_id, kind, label, label_folded)
      select x.to_institution_id, f.kind, f.label, f.label_folded from family f where f.id = c.family_id returning id into v_family;
    insert into family_case (id, number, team_id, owner_institution_id, family_id, gmina_code, year, sequence, subject, status,
        status_since, due_on, opened_on, referring_institution_id, previous_case_id)
      values (v_case, v_gmina || '/' || v_year || '/' || v_sequence, x.to_team_id, x.to_institution_id, v_family, v_gmina, v_year,
        v_sequence, c.subject, 'submitted', app.today(), p_due, app.today(), x.owner_institution_id, c.id);
    insert into case_transition (case_id, team_id, from_status, to_status, actor_id, institution_id, reason_key)
      values (v_case, x.to_team_id, null, 'submitted', app.actor_id(), app.institution_id(), 'przekazanie');
    insert into case_participant (case_id, team_id, institution_id, starts_on)
      values (v_case, x.to_team_id, x.to_institution_id, app.today());
    perform app.transfer_people(x, c, v_case, v_family);
    update case_transfer set status = 'passed', ended_by_id = app.actor_id(), ended_at = now(), new_case_id = v_case,
        handed_line_ids = p_lines, version = version + 1 where id = x.id;
    perform app.tell_transfer(x.id, 'transfer.passed');
    return v_case;
  end $$;

-- In the new case: where it came from, whom to call, and the services that go on there, in categories still open.
create function app.transfer_origin(p_case uuid) returns jsonb
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select jsonb_build_object('team', t.name, 'institution', i.name, 'number', c.number, 'movedOn', x.moved_on, 'passedOn', c.closed_on,
      'askedBy', u.given_name || ' ' || u.family_name, 'phone', coalesce(u.phone, i.phone),
      'lines', coalesce((select jsonb_agg(jsonb_build_object('service', l.service_key, 'provider', p.name, 'startsOn', l.starts_on, 'endsOn', l.ends_on)
          order by l.starts_on, l.id)
        from basket_line l join institution p on p.id = l.provider_institution_id
        where l.id = any (x.handed_line_ids) and l.case_id = x.case_id
          and (x.owner_institution_id = x.to_institution_id
            or not exists (select from line_beneficiary b where b.line_id = l.id)
              and app.granted(x.to_institution_id, x.case_id, null, l.category)
            or exists (select from line_beneficiary b where b.line_id = l.id
              and app.person_granted(x.to_institution_id, x.case_id, b.person_id, l.category)))), '[]'))
    from case_transfer x join family_case c on c.id = x.case_id join team t on t.id = x.team_id
    join institution i on i.id = x.owner_institution_id left join user_account u on u.id = x.requested_by_id
    where x.new_case_id = p_case and x.to_institution_id = app.institution_id() and app.works_on(p_case)
  $$;

-- The sender's people do not read a team of another gmina nor its people: of these two only the name.
create function app.transfer_team_name(p_transfer uuid) returns text
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select t.name from case_transfer x join team t on t.id = x.to_team_id
    where x.id = p_transfer and x.owner_institution_id = app.institution_id() and app.works_on(x.case_id)
  $$;
create function app.transfer_answerer(p_transfer uuid) returns text
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select u.given_name || ' ' || u.family_name from case_transfer x join user_account u on u.id = x.answered_by_id
    where x.id = p_transfer and x.owner_institution_id = app.institution_id() and app.works_on(x.case_id)
  $$;

-- One round of the clock, by nobody: an offer without an answer goes to both sides on the day after its term, and a week
-- later to the leader of the side that waits. Twice on one day it tells nothing twice.
create function app.tell_transfers_that_wait() returns integer
  language plpgsql volatile security definer set search_path = pg_catalog, public, app
  as $$
  declare told integer := 0; n integer;
  begin
    with late as (
      update case_transfer set overdue_told_on = app.today()
      where status = 'offered' and overdue_told_on is null and due_on < app.today() returning *
    )
    insert into notification (user_id, institution_id, kind, team_id, case_id)
      select h.user_id, h.institution_id, 'transfer.overdueHere', x.to_team_id, null from late x, lateral app.transfer_hearers(x, 'to') h
      union all
      select h.user_id, h.institution_id, 'transfer.overdue', x.team_id, x.case_id from late x, lateral app.transfer_hearers(x, 'from') h;
    get diagnostics n = row_count; told := n;
    with late as (
      update case_transfer set leader_told_on = app.today()
      where status = 'offered' and leader_told_on is null and due_on + 7 < app.today() returning *
    )
    insert into notification (user_id, institution_id, kind, team_id, case_id)
      select h.user_id, h.institution_id, 'transfer.overdueLeader', x.team_id, x.case_id
      from late x, lateral app.case_hearers(x.case_id, 'lider_gminny') h;
    get diagnostics n = row_count;
    return told + n;
  end $$;
