-- Referral to case: narrow functions for what the referrer may not do on tables directly.

-- Active teams of the own institution to which a family may be referred (an expired agreement blocks new referrals).
create function app.referral_teams()
  returns table (id uuid, name text, gmina_code text, lead_institution_id uuid)
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select t.id, t.name, t.gmina_code, t.lead_institution_id from team t join team_member m on m.team_id = t.id
    where m.institution_id = app.institution_id() and m.left_on is null and t.status = 'active'
      and t.lead_institution_id is not null and (t.agreement_to is null or t.agreement_to >= app.today())
      and exists (select from app.my_assignments())
    order by t.name
  $$;

-- What became of the own referrals once they are no longer readable: the stage and nothing else.
create function app.referral_statuses()
  returns table (id uuid, team_name text, status text, submitted_at timestamptz)
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select r.id, t.name, c.status::text, r.submitted_at
    from referral r join team t on t.id = r.team_id join family_case c on c.id = r.case_id
    where r.author_id = app.actor_id() and r.institution_id = app.institution_id() and r.status = 'submitted'
    order by r.submitted_at desc limit 200
  $$;

-- Submits the own draft: number, case, family, persons and the reasons as needs. Everything belongs to the team's
-- leading institution from then on. Errors: 42501 not the author or no member; 55000 team not open to referrals.
create function app.submit_referral(p_referral uuid, p_due date) returns uuid
  language plpgsql security definer set search_path = pg_catalog, public, app
  as $$
  declare
    r referral; t team; v_case uuid := gen_random_uuid(); v_family uuid; v_sequence int; v_year int; v_person uuid;
    v_head uuid; p record;
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

    if r.subject <> 'environment' or r.family_label <> '' then
      insert into family (owner_institution_id, kind, label, label_folded)
      values (t.lead_institution_id, r.subject, r.family_label, lower(unaccent(r.family_label))) returning id into v_family;
    end if;
    insert into family_case (id, number, team_id, owner_institution_id, family_id, gmina_code, year, sequence, subject,
                             status, status_since, due_on, opened_on, referring_institution_id)
    values (v_case, t.gmina_code || '/' || v_year || '/' || v_sequence, t.id, t.lead_institution_id, v_family, t.gmina_code,
            v_year, v_sequence, r.subject, 'submitted', app.today(), p_due, app.today(), r.institution_id);
    insert into case_transition (case_id, team_id, from_status, to_status, actor_id, institution_id)
    values (v_case, t.id, null, 'submitted', app.actor_id(), app.institution_id());

    for p in select * from referral_person where referral_id = r.id order by position, id loop
      select i.person_id into v_person from person_identity i
        where p.pesel_hash is not null and i.owner_institution_id = t.lead_institution_id and i.pesel_hash = p.pesel_hash;
      if v_person is null then
        insert into person (owner_institution_id, given_name, family_name, name_folded, phone, is_minor)
        values (t.lead_institution_id, p.given_name, p.family_name, lower(unaccent(p.given_name || ' ' || p.family_name)),
                p.phone, coalesce(p.born_on > app.today() - interval '18 years', false)) returning id into v_person;
        insert into person_identity (person_id, owner_institution_id, born_on, pesel_sealed, pesel_hash)
        values (v_person, t.lead_institution_id, p.born_on, p.pesel_sealed, p.pesel_hash);
      end if;
      v_head := coalesce(v_head, v_person);
      insert into family_member (family_id, person_id, relation_key, position) values (v_family, v_person, p.relation_key, p.position);
      insert into case_person (case_id, team_id, person_id, main, guardian_ids)
      values (v_case, t.id, v_person, v_person = v_head,
              case when p.born_on > app.today() - interval '18 years' and v_person <> v_head then array[v_head] else '{}'::uuid[] end);
    end loop;

    insert into need (case_id, team_id, owner_institution_id, need_key, category, created_by_id)
    select v_case, t.id, t.lead_institution_id, n.key, n.data_category, app.actor_id()
    from need_type n where n.key = any (r.reason_keys);
    update nk_flag set case_id = v_case where referral_id = r.id;
    update referral set status = 'submitted', submitted_at = now(), case_id = v_case, version = version + 1 where id = r.id;
    return v_case;
  end $$;

-- The search for duplicates is itself a disclosure (domain 5.3.3): only the team's coordinator, only before screening,
-- by exact PESEL or surname and birth date, with a reason, at most 20 a day. Answers institutions and nothing more.
create function app.check_duplicates(p_case uuid, p_reason text) returns uuid[]
  language plpgsql security definer set search_path = pg_catalog, public, app
  as $$
  declare v_known uuid[]; c family_case;
  begin
    select * into c from family_case where id = p_case;
    if not app.case_role(p_case, 'koordynator_zespolu') then raise exception 'not the coordinator' using errcode = '42501'; end if;
    if c.status not in ('submitted', 'screening') then raise exception 'too late' using errcode = '55000'; end if;
    if (select count(*) from duplicate_check d where d.actor_id = app.actor_id()
          and (d.at at time zone 'Europe/Warsaw')::date = app.today()) >= 20 then
      raise exception 'twenty checks a day' using errcode = '54000';
    end if;
    select coalesce(array_agg(distinct other.owner_institution_id), '{}') into v_known
    from case_person mine
    join person_identity mi on mi.person_id = mine.person_id
    join person mp on mp.id = mine.person_id
    join person_identity oi on (oi.pesel_hash = mi.pesel_hash or oi.born_on = mi.born_on)
    join person op on op.id = oi.person_id
    join case_person ocp on ocp.person_id = op.id and ocp.case_id <> p_case
    join family_case other on other.id = ocp.case_id and other.status not in ('erased', 'archived')
    where mine.case_id = p_case
      and (oi.pesel_hash = mi.pesel_hash
           or lower(unaccent(op.family_name)) = lower(unaccent(mp.family_name)) and oi.born_on = mi.born_on);
    insert into duplicate_check (case_id, team_id, actor_id, institution_id, reason, known_to)
    values (p_case, c.team_id, app.actor_id(), app.institution_id(), p_reason, v_known);
    return v_known;
  end $$;

-- Case numbers for the access log: the officer of the owner reads number and institution, never a name.
create function app.case_numbers(p_ids uuid[]) returns table (id uuid, number text)
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select c.id, c.number from family_case c
    where c.id = any (p_ids) and (
      c.owner_institution_id = app.institution_id() and app.has_role('iod', 'lider_gminny', 'lider_powiatowy')
      or c.id = any (app.case_ids()) or c.team_id = any (app.case_team_ids()))
  $$;
