-- The first stages of a case, deepened: who signs for a child, the basis on which the referrer disclosed, the owner as
-- the first institution of the family team, one main open case a person and gmina, marks that are written and not read.

-- Who passed the data on under this basis (null: nobody, the institution acts on its own data).
alter table legal_basis_record add column disclosed_by_id uuid;

-- Where any redirection went: written beside the mark and read by who holds `nk` alone, so that everybody else sees the
-- same words for the Blue Card procedure as for another gmina (domain 3.6).
alter table nk_flag add column target_key text;
create unique index one_suspicion_a_referral on nk_flag (referral_id) where kind = 'suspected' and referral_id is not null;

drop policy write_only on nk_flag;
create policy write_only on nk_flag for insert with check (
  recorded_by_id = (select app.actor_id()) and case_id is not null and app.works_on(case_id));

-- The suspicion of the own draft: kept once, never read back.
create function app.suspect_violence(p_referral uuid) returns void
  language sql volatile security definer set search_path = pg_catalog, public, app
  as $$
    insert into nk_flag (referral_id, case_id, team_id, kind, recorded_by_id)
    select r.id, r.case_id, r.team_id, 'suspected', app.actor_id() from referral r
    where r.id = p_referral and r.author_id = app.actor_id() and r.institution_id = app.institution_id()
    on conflict (referral_id) where kind = 'suspected' and referral_id is not null do nothing
  $$;

-- Is the main person of this case the main person of another open case of the same gmina (domain 5.3.3)? By PESEL or by
-- the same record; yes or no, to the coordinator and the leader of this case.
create function app.main_elsewhere(p_case uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select app.case_role(p_case, 'koordynator_zespolu', 'lider_gminny') and exists (
      select from family_case mine
      join case_person mp on mp.case_id = mine.id and mp.main
      join person_identity mi on mi.person_id = mp.person_id
      join person_identity oi on oi.person_id = mi.person_id or oi.pesel_hash = mi.pesel_hash
      join case_person op on op.person_id = oi.person_id and op.main and op.case_id <> mine.id
      join family_case other on other.id = op.case_id and other.gmina_code = mine.gmina_code
        and other.status not in ('submitted', 'screening', 'rejected', 'redirected', 'closed', 'archived', 'erased')
      where mine.id = p_case)
  $$;

-- Persons of the sheet become persons of the owner. One whose PESEL the owner knows is the same person. Who signs for
-- a child of the person that stands first: that person; a foster carer or a grandparent is not by itself a guardian, so
-- there the coordinator names one. Rights of the caller: only inside submit_referral are they the owner's.
create function app.referral_persons(r referral, t team, p_case uuid, p_family uuid) returns void
  language plpgsql volatile security invoker set search_path = pg_catalog, public, app
  as $$
  declare p record; v_person uuid; v_head uuid; v_head_minor boolean; v_adult_since date := app.today() - interval '18 years';
  begin
    for p in select * from referral_person where referral_id = r.id
             order by (relation_key = 'head') desc, position, id loop
      select i.person_id into v_person from person_identity i
        where p.pesel_hash is not null and i.owner_institution_id = t.lead_institution_id and i.pesel_hash = p.pesel_hash;
      if v_person is null then
        insert into person (owner_institution_id, given_name, family_name, name_folded, phone, is_minor)
        values (t.lead_institution_id, p.given_name, p.family_name, lower(unaccent(p.given_name || ' ' || p.family_name)),
                p.phone, coalesce(p.born_on > v_adult_since, false)) returning id into v_person;
        insert into person_identity (person_id, owner_institution_id, born_on, pesel_sealed, pesel_hash)
        values (v_person, t.lead_institution_id, p.born_on, p.pesel_sealed, p.pesel_hash);
      end if;
      if v_head is null then v_head := v_person; v_head_minor := coalesce(p.born_on > v_adult_since, false); end if;
      insert into family_member (family_id, person_id, relation_key, position)
      values (p_family, v_person, p.relation_key, p.position);
      insert into case_person (case_id, team_id, person_id, main, guardian_ids)
      values (p_case, t.id, v_person, v_person = v_head,
              case when p.born_on > v_adult_since and p.relation_key = 'child' and not v_head_minor and v_person <> v_head
                   then array[v_head] else '{}'::uuid[] end)
      on conflict (case_id, person_id) do nothing;
    end loop;
    if v_head_minor then
      update case_person set guardian_ids = coalesce((
        select array_agg(m.person_id) from family_member m join person q on q.id = m.person_id
        where m.family_id = p_family and m.relation_key in ('mother', 'father', 'guardian') and not q.is_minor), '{}')
      where case_id = p_case and person_id = v_head;
    end if;
  end $$;

-- Submits the own draft: number, case, family, persons, needs, and the basis on which the referrer disclosed them to
-- the team's leading institution, to which everything belongs from then on.
-- Errors: 42501 not the author; 55000 team not open to referrals.
create or replace function app.submit_referral(p_referral uuid, p_due date) returns uuid
  language plpgsql volatile security definer set search_path = pg_catalog, public, app
  as $$
  declare r referral; t team; v_case uuid := gen_random_uuid(); v_family uuid; v_sequence int; v_year int;
  begin
    select * into r from referral where id = p_referral and author_id = app.actor_id()
      and institution_id = app.institution_id() and status = 'draft' for update;
    if r.id is null then raise exception 'not the own draft' using errcode = '42501'; end if;
    if not exists (select from app.referral_teams() x where x.id = r.team_id) then
      raise exception 'team is not open to referrals' using errcode = '55000';
    end if;
    select * into t from team where id = r.team_id;
    v_year := extract(year from app.today());
    perform pg_advisory_xact_lock(hashtext('case-number ' || t.gmina_code || v_year));
    select coalesce(max(sequence), 0) + 1 into v_sequence from family_case where gmina_code = t.gmina_code and year = v_year;

    insert into family (owner_institution_id, kind, label, label_folded)
    values (t.lead_institution_id, r.subject, r.family_label, lower(unaccent(r.family_label))) returning id into v_family;
    insert into family_case (id, number, team_id, owner_institution_id, family_id, gmina_code, year, sequence, subject,
                             status, status_since, due_on, opened_on, referring_institution_id)
    values (v_case, t.gmina_code || '/' || v_year || '/' || v_sequence, t.id, t.lead_institution_id, v_family, t.gmina_code,
            v_year, v_sequence, r.subject, 'submitted', app.today(), p_due, app.today(), r.institution_id);
    insert into case_transition (case_id, team_id, from_status, to_status, actor_id, institution_id)
    values (v_case, t.id, null, 'submitted', app.actor_id(), app.institution_id());
    insert into case_participant (case_id, team_id, institution_id, starts_on)
    values (v_case, t.id, t.lead_institution_id, app.today());
    perform app.referral_persons(r, t, v_case, v_family);
    insert into need (case_id, team_id, owner_institution_id, need_key, category, created_by_id)
    select v_case, t.id, t.lead_institution_id, n.key, n.data_category, app.actor_id()
    from need_type n where n.key = any (r.reason_keys);
    insert into legal_basis_record (case_id, team_id, person_id, institution_id, category, basis, note, starts_on,
                                    recorded_by_id, disclosed_by_id)
    select v_case, t.id, cp.person_id, t.lead_institution_id, c.category, coalesce(r.legal_basis, 'ZGODA'), '', app.today(),
           app.actor_id(), r.institution_id
    from case_person cp
    cross join (select 'PODSTAWOWE'::data_category as category
                union select n.data_category from need_type n where n.key = any (r.reason_keys)) c
    where cp.case_id = v_case and r.institution_id <> t.lead_institution_id;
    update nk_flag set case_id = v_case where referral_id = r.id;
    update referral set status = 'submitted', submitted_at = now(), case_id = v_case, version = version + 1 where id = r.id;
    return v_case;
  end $$;

-- The basis of the referral carries until the family has decided (domain 3.6): then its grants end.
create function app.end_referral_basis() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public, app
  as $$
  begin
    if new.status <> old.status and new.status not in ('submitted', 'screening', 'qualified', 'awaitingConsent') then
      update legal_basis_record set ended_at = now()
      where case_id = new.id and disclosed_by_id is not null and ended_at is null;
    end if;
    return new;
  end $$;
create trigger end_referral_basis after update of status on family_case
  for each row execute function app.end_referral_basis();

-- The same search as before, by two paths that each have an index (a keyed hash, or the trigrams of a name).
create or replace function app.check_duplicates(p_case uuid, p_reason text) returns uuid[]
  language plpgsql volatile security definer set search_path = pg_catalog, public, app
  as $$
  declare v_known uuid[]; c family_case;
  begin
    select * into c from family_case where id = p_case;
    if not app.case_role(p_case, 'koordynator_zespolu') then raise exception 'not the coordinator' using errcode = '42501'; end if;
    if c.status not in ('submitted', 'screening') then raise exception 'too late' using errcode = '55000'; end if;
    perform pg_advisory_xact_lock(hashtext('duplicate-check ' || app.actor_id()));
    if (select count(*) from duplicate_check d where d.actor_id = app.actor_id()
          and (d.at at time zone 'Europe/Warsaw')::date = app.today()) >= 20 then
      raise exception 'twenty checks a day' using errcode = '54000';
    end if;
    with mine as (
      select mi.person_id, mi.pesel_hash, mi.born_on, lower(unaccent(mp.family_name)) as surname
      from case_person cp join person_identity mi on mi.person_id = cp.person_id join person mp on mp.id = cp.person_id
      where cp.case_id = p_case
    ), found as (
      select oi.person_id from mine join person_identity oi on oi.pesel_hash = mine.pesel_hash
      union
      select op.id from mine
      join person op on op.name_folded like '% ' || mine.surname and lower(unaccent(op.family_name)) = mine.surname
      join person_identity oi on oi.person_id = op.id and oi.born_on = mine.born_on
      union
      select mine.person_id from mine
    )
    select coalesce(array_agg(distinct other.owner_institution_id), '{}') into v_known
    from found join case_person ocp on ocp.person_id = found.person_id and ocp.case_id <> p_case
    join family_case other on other.id = ocp.case_id and other.status not in ('erased', 'archived');
    insert into duplicate_check (case_id, team_id, actor_id, institution_id, reason, known_to)
    values (p_case, c.team_id, app.actor_id(), app.institution_id(), p_reason, v_known);
    return v_known;
  end $$;

-- Institution and number of the cases that were checked, for the officers of both institutions (domain 5.3.3); an
-- officer of the institution that was found learns who asked and when, and no number of a case of others.
create function app.seen_duplicate_checks(p_before timestamptz, p_limit int)
  returns table (id uuid, at timestamptz, actor_id uuid, institution_id uuid, reason text, number text, found boolean)
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select d.id, d.at, d.actor_id, d.institution_id, d.reason,
           case when d.institution_id = app.institution_id() then c.number end, cardinality(d.known_to) > 0
    from duplicate_check d join family_case c on c.id = d.case_id
    where app.has_role('iod') and (d.institution_id = app.institution_id() or app.institution_id() = any (d.known_to))
      and d.at < p_before
    order by d.at desc, d.id desc limit least(p_limit, 200)
  $$;

-- What the conditions of domain 4.2 count, of the asked cases that the actor sees. Counts only: whoever sees the case may
-- know that a consent or an answer is missing, also where the row itself is not his to read.
create function app.case_conditions(p_ids uuid[]) returns table (case_id uuid, counts jsonb)
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    with seen as (
      select c.id from family_case c where c.id = any (p_ids) and (
        c.team_id = any ((select app.case_team_ids())::uuid[])
        or c.owner_institution_id = any ((select app.owned_institution_ids())::uuid[])
        or c.id = any ((select app.case_ids())::uuid[])
        or c.id = any ((select app.provider_case_ids())::uuid[]))
    ), part as (
      select p.case_id, p.person_id, p.guardian_ids, p.guardian_conflict and p.court_decision is null as conflict
      from case_person p join seen on seen.id = p.case_id where p.takes_part and p.left_on is null
    ), live as (
      select c.case_id, c.person_id, c.signed_by_id from consent c join seen on seen.id = c.case_id
      where c.status = 'granted' and (c.valid_to is null or c.valid_to >= app.today())
    )
    select seen.id, jsonb_build_object(
      'checks', (select count(*) from duplicate_check d where d.case_id = seen.id),
      'proposals', (select count(*) from case_proposal p where p.case_id = seen.id and p.decided_at is null),
      'coordinators', (select count(*) from role_assignment r where r.case_id = seen.id
        and r.role = 'koordynator_rodziny' and r.ended_at is null),
      'persons', (select count(*) from part where part.case_id = seen.id),
      'without_clause', (select count(*) from part where part.case_id = seen.id and not exists (
        select from clause_delivery d where d.case_id = part.case_id and d.person_id = part.person_id)),
      'without_consent', (select count(*) from part where part.case_id = seen.id and (
        not exists (select from live where live.case_id = part.case_id and live.person_id = part.person_id)
        or part.conflict and exists (
          select from unnest(part.guardian_ids) guardian where not exists (
            select from live where live.case_id = part.case_id and live.person_id = part.person_id
              and live.signed_by_id = guardian)))),
      'institutions', (select count(*) from (
        select c.owner_institution_id from family_case c where c.id = seen.id
        union select p.institution_id from case_participant p where p.case_id = seen.id
          and (p.ends_on is null or p.ends_on >= app.today())) taking_part),
      'goals', (select count(*) from goal g where g.case_id = seen.id and g.dropped_on is null),
      'goals_without_line', (select count(*) from goal g where g.case_id = seen.id and g.dropped_on is null and not exists (
        select from line_goal lg join basket_line l on l.id = lg.line_id
        where lg.goal_id = g.id and l.status not in ('declined', 'cancelled'))),
      'unanswered', (select count(*) from basket_line l where l.case_id = seen.id
        and l.status in ('draft', 'proposed', 'counterProposed')),
      'open_lines', (select count(*) from basket_line l where l.case_id = seen.id
        and l.status in ('accepted', 'scheduled', 'inProgress', 'suspended', 'waitingList')),
      'voices', (select count(*) from family_voice v where v.case_id = seen.id),
      'areas_missing', (select count(*) from area_type t where (t.required or exists (
          select from need n where n.case_id = seen.id and n.closed_on is null and n.need_key = any (t.need_keys)))
        and not exists (select from diagnosis_area a where a.case_id = seen.id and a.area_key = t.key and a.score is not null)),
      'signed', (select count(*) from plan p where p.case_id = seen.id and p.status = 'approval' and p.family_signed_on is not null),
      'evaluations', (select count(*) from evaluation e where e.case_id = seen.id))
    from seen
  $$;

-- That somebody set the Blue Card mark stands in the log, to be read by who holds the mark.
alter policy read_officer on audit_event using (
  (action <> 'case.flagNk' or (select app.has_nk_mark())) and (
    (select app.has_role('iod', 'lider_gminny', 'lider_powiatowy'))
      and (owner_institution_id = (select app.institution_id()) or institution_id = (select app.institution_id()))
    or case_id is not null and case_id = any ((select app.own_case_ids())::uuid[])
      and app.case_role(case_id, 'koordynator_rodziny')));
