-- What was written wrong can be put right: a sent referral before a family coordinator is named, a number that belongs to
-- somebody else, a person entered by mistake, the wrong person in first place.

-- Which person of the owner a row of the sheet became.
alter table referral_person add column person_id uuid references person(id) on delete set null;
create index referral_person_person_id_idx on referral_person (person_id);
update referral_person rp set person_id = p.id
from referral r join case_person cp on cp.case_id = r.case_id join person p on p.id = cp.person_id
where rp.referral_id = r.id and r.status = 'submitted'
  and p.name_folded = lower(unaccent(rp.given_name || ' ' || rp.family_name));

-- Is the known person the one who is being entered? A number alone is not enough: one wrong digit that happens to be a
-- valid number would put a stranger into the family. The birth date stands in the number itself, so it only counts with
-- the given name (a surname changes, a given name and a birthday do not).
create function app.same_person(p_person uuid, p_given text, p_family text, p_born date) returns boolean
  language sql stable security invoker set search_path = pg_catalog, public, app
  as $$
    select exists (
      select from person p left join person_identity i on i.person_id = p.id
      where p.id = p_person and (
        lower(unaccent(p.family_name)) = lower(unaccent(p_family))
        or lower(unaccent(p.given_name)) = lower(unaccent(p_given)) and i.born_on = p_born))
  $$;

-- For the family coordinator: who of the owner has this number, and whether it is the person being entered.
create function app.known_person(p_case uuid, p_pesel_hash text, p_given text, p_family text, p_born date)
  returns table (id uuid, same boolean)
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select i.person_id, app.same_person(i.person_id, p_given, p_family, p_born)
    from person_identity i join family_case c on c.owner_institution_id = i.owner_institution_id
    where c.id = p_case and i.pesel_hash = p_pesel_hash and app.case_role(p_case, 'koordynator_rodziny')
  $$;

-- Removes a person on whom nothing hangs any more. Rights of the caller: only inside a definer function the owner's.
create function app.forget_person(p_person uuid) returns void
  language plpgsql volatile security invoker set search_path = pg_catalog, public, app
  as $$
  begin
    if exists (select from case_person where person_id = p_person or p_person = any (guardian_ids))
       or exists (select from family_member where person_id = p_person)
       or exists (select from consent where person_id = p_person or signed_by_id = p_person)
       or exists (select from need where person_id = p_person)
       or exists (select from line_beneficiary where person_id = p_person)
       or exists (select from legal_basis_record where person_id = p_person)
       or exists (select from clause_delivery where person_id = p_person) then return; end if;
    delete from person_identity where person_id = p_person;
    delete from person where id = p_person;
  end $$;

-- Takes a person out of a case together with what stands about that person alone; the caller has checked that nothing
-- else does.
create function app.drop_case_person(p_case uuid, p_family uuid, p_person uuid) returns void
  language plpgsql volatile security invoker set search_path = pg_catalog, public, app
  as $$
  begin
    delete from case_grant where case_id = p_case and person_id = p_person;
    delete from legal_basis_record where case_id = p_case and person_id = p_person;
    delete from clause_delivery where case_id = p_case and person_id = p_person;
    delete from consent_scope where consent_id in (
      select id from consent where case_id = p_case and person_id = p_person and status = 'draft');
    delete from consent where case_id = p_case and person_id = p_person and status = 'draft';
    delete from family_member where family_id = p_family and person_id = p_person;
    delete from case_person where case_id = p_case and person_id = p_person;
    update case_person set guardian_ids = array_remove(guardian_ids, p_person)
      where case_id = p_case and p_person = any (guardian_ids);
    perform app.forget_person(p_person);
  end $$;

-- Somebody who was entered by mistake. Not the main person (another one is put in first place before), and nobody about
-- whom the family answered, a need was found or a service planned: that is a part of the case's story.
-- Errors: 42501 not the family coordinator; 55000 somebody of whom the case tells more.
create function app.remove_case_person(p_case uuid, p_person uuid) returns void
  language plpgsql volatile security definer set search_path = pg_catalog, public, app
  as $$
  declare v_family uuid; v_main boolean;
  begin
    if not app.case_role(p_case, 'koordynator_rodziny') then raise exception 'not the coordinator' using errcode = '42501'; end if;
    select c.family_id, p.main into v_family, v_main
      from case_person p join family_case c on c.id = p.case_id where p.case_id = p_case and p.person_id = p_person for update of p;
    if not found then raise exception 'no such person' using errcode = '42501'; end if;
    if v_main
       or exists (select from consent where case_id = p_case and status <> 'draft' and (person_id = p_person or signed_by_id = p_person))
       or exists (select from need where case_id = p_case and person_id = p_person)
       or exists (select from line_beneficiary where case_id = p_case and person_id = p_person) then
      raise exception 'the case tells more of this person' using errcode = '55000';
    end if;
    perform app.drop_case_person(p_case, v_family, p_person);
  end $$;

-- Is this person the main person of another open case of the same gmina (domain 5.3.3)? To the family coordinator who
-- wants to put the person in first place.
create function app.main_in_another(p_case uuid, p_person uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select app.case_role(p_case, 'koordynator_rodziny') and exists (
      select from family_case mine
      join person_identity mi on mi.person_id = p_person
      join person_identity oi on oi.person_id = mi.person_id or oi.pesel_hash = mi.pesel_hash
      join case_person op on op.person_id = oi.person_id and op.main and op.case_id <> mine.id
      join family_case other on other.id = op.case_id and other.gmina_code = mine.gmina_code
        and other.status not in ('submitted', 'screening', 'rejected', 'redirected', 'closed', 'archived', 'erased')
      where mine.id = p_case)
  $$;

-- The person of the owner whom a row of the sheet means: known by number and by name or birthday, else a new one. Where
-- the number belongs to somebody else it stays on the sheet, to be checked, and out of the new person's identity.
create function app.referral_person_of(p_owner uuid, rp referral_person) returns uuid
  language plpgsql volatile security invoker set search_path = pg_catalog, public, app
  as $$
  declare v_person uuid; v_taken boolean;
  begin
    select i.person_id into v_person from person_identity i
      where rp.pesel_hash is not null and i.owner_institution_id = p_owner and i.pesel_hash = rp.pesel_hash;
    v_taken := v_person is not null;
    if v_taken and app.same_person(v_person, rp.given_name, rp.family_name, rp.born_on) then return v_person; end if;
    insert into person (owner_institution_id, given_name, family_name, name_folded, phone, is_minor)
    values (p_owner, rp.given_name, rp.family_name, lower(unaccent(rp.given_name || ' ' || rp.family_name)), rp.phone,
            coalesce(rp.born_on > app.today() - interval '18 years', false)) returning id into v_person;
    insert into person_identity (person_id, owner_institution_id, born_on, pesel_sealed, pesel_hash)
    values (v_person, p_owner, rp.born_on, case when not v_taken then rp.pesel_sealed end,
            case when not v_taken then rp.pesel_hash end);
    return v_person;
  end $$;

-- Who stands first, and who signs for whom: the first row that says so, its own children by that person, a child in first
-- place by its parents. A foster carer or a grandparent is not by itself a guardian, so there the coordinator names one.
create function app.referral_places(r referral, p_case uuid, p_family uuid) returns void
  language plpgsql volatile security invoker set search_path = pg_catalog, public, app
  as $$
  declare v_head uuid; v_head_minor boolean; v_adult_since date := app.today() - interval '18 years';
  begin
    select rp.person_id, coalesce(rp.born_on > v_adult_since, false) into v_head, v_head_minor
      from referral_person rp where rp.referral_id = r.id and rp.person_id is not null
      order by (rp.relation_key = 'head') desc, rp.position, rp.id limit 1;
    update case_person cp set main = cp.person_id = v_head, guardian_ids = case
        when cp.person_id = v_head and v_head_minor then coalesce((
          select array_agg(m.person_id) from family_member m join person q on q.id = m.person_id
          where m.family_id = p_family and m.relation_key in ('mother', 'father', 'guardian') and not q.is_minor), '{}')
        when cp.person_id <> v_head and not v_head_minor and exists (
          select from referral_person rp where rp.referral_id = r.id and rp.person_id = cp.person_id
            and rp.born_on > v_adult_since and rp.relation_key = 'child') then array[v_head]
        else '{}'::uuid[] end
      where cp.case_id = p_case;
  end $$;

-- As before, by the parts above.
create or replace function app.referral_persons(r referral, t team, p_case uuid, p_family uuid) returns void
  language plpgsql volatile security invoker set search_path = pg_catalog, public, app
  as $$
  declare rp referral_person; v_person uuid;
  begin
    for rp in select * from referral_person where referral_id = r.id
              order by (relation_key = 'head') desc, position, id loop
      v_person := app.referral_person_of(t.lead_institution_id, rp);
      update referral_person set person_id = v_person where id = rp.id;
      insert into family_member (family_id, person_id, relation_key, position)
      values (p_family, v_person, rp.relation_key, rp.position);
      insert into case_person (case_id, team_id, person_id) values (p_case, t.id, v_person)
      on conflict (case_id, person_id) do nothing;
    end loop;
    perform app.referral_places(r, p_case, p_family);
  end $$;

-- Another person takes the place of one in this case, with everything that stands there.
create function app.swap_case_person(p_case uuid, p_family uuid, p_old uuid, p_new uuid) returns void
  language plpgsql volatile security invoker set search_path = pg_catalog, public, app
  as $$
  begin
    if exists (select from case_person where case_id = p_case and person_id = p_new) then
      raise exception 'already in this case' using errcode = '23505';
    end if;
    update case_person set person_id = p_new where case_id = p_case and person_id = p_old;
    update family_member set person_id = p_new where family_id = p_family and person_id = p_old;
    update legal_basis_record set person_id = p_new where case_id = p_case and person_id = p_old;
    update case_grant set person_id = p_new where case_id = p_case and person_id = p_old;
    update clause_delivery set person_id = p_new where case_id = p_case and person_id = p_old;
    update need set person_id = p_new where case_id = p_case and person_id = p_old;
    perform app.forget_person(p_old);
  end $$;

-- One row of the sheet was mended: its person with it. A person whom other cases know as well is not rewritten by a
-- sheet: the row then means somebody else.
create function app.mend_referral_person(rp referral_person, t team, p_case uuid, p_family uuid) returns void
  language plpgsql volatile security invoker set search_path = pg_catalog, public, app
  as $$
  declare v_old uuid := rp.person_id; v_other uuid; v_new uuid;
  begin
    if v_old is null or not exists (select from case_person where case_id = p_case and person_id = v_old) then
      v_new := app.referral_person_of(t.lead_institution_id, rp);
      if exists (select from case_person where case_id = p_case and person_id = v_new) then
        raise exception 'already in this case' using errcode = '23505';
      end if;
      insert into family_member (family_id, person_id, relation_key, position)
      values (p_family, v_new, rp.relation_key, rp.position);
      insert into case_person (case_id, team_id, person_id) values (p_case, t.id, v_new);
    else
      v_new := v_old;
      select i.person_id into v_other from person_identity i
        where rp.pesel_hash is not null and i.owner_institution_id = t.lead_institution_id
          and i.pesel_hash = rp.pesel_hash and i.person_id <> v_old;
      if v_other is not null and app.same_person(v_other, rp.given_name, rp.family_name, rp.born_on)
         or exists (select from case_person where person_id = v_old and case_id <> p_case)
            and not app.same_person(v_old, rp.given_name, rp.family_name, rp.born_on) then
        v_new := app.referral_person_of(t.lead_institution_id, rp);
        perform app.swap_case_person(p_case, p_family, v_old, v_new);
      elsif not exists (select from case_person where person_id = v_old and case_id <> p_case) then
        update person set given_name = rp.given_name, family_name = rp.family_name, phone = rp.phone,
            name_folded = lower(unaccent(rp.given_name || ' ' || rp.family_name)),
            is_minor = coalesce(rp.born_on > app.today() - interval '18 years', false), version = version + 1
          where id = v_old;
        update person_identity set born_on = rp.born_on, version = version + 1,
            pesel_sealed = case when v_other is null then rp.pesel_sealed end,
            pesel_hash = case when v_other is null then rp.pesel_hash end
          where person_id = v_old;
      end if;
      update family_member set relation_key = rp.relation_key, position = rp.position
        where family_id = p_family and person_id = v_new;
    end if;
    update referral_person set person_id = v_new where id = rp.id;
  end $$;

-- The sheet after it was sent, while nobody works with the family yet: label, reasons, texts and persons, and the case
-- with them. Errors: 42501 not the team's coordinator or the leader; 55000 too late; 40001 changed meanwhile;
-- 23505 the same person twice; P0002 a row of another sheet.
create function app.mend_referral(p_referral uuid, p_version int, p_sheet jsonb, p_people jsonb) returns uuid
  language plpgsql volatile security definer set search_path = pg_catalog, public, app
  as $$
  declare r referral; c family_case; t team; old referral_person; rp referral_person; p record;
  begin
    select * into r from referral where id = p_referral and status = 'submitted' for update;
    if r.id is null or not app.case_role(r.case_id, 'koordynator_zespolu', 'lider_gminny') then
      raise exception 'not the coordinator' using errcode = '42501';
    end if;
    select * into c from family_case where id = r.case_id for update;
    if c.status not in ('submitted', 'screening') then raise exception 'too late' using errcode = '55000'; end if;
    if r.version <> p_version then raise exception 'changed meanwhile' using errcode = '40001'; end if;
    select * into t from team where id = r.team_id;
    update referral set family_label = p_sheet ->> 'familyLabel', situation = p_sheet ->> 'situation',
        exhausted_means = p_sheet ->> 'exhaustedMeans', version = version + 1, updated_at = now(),
        reason_keys = array(select jsonb_array_elements_text(p_sheet -> 'reasonKeys'))
      where id = r.id returning * into r;
    update family set label = r.family_label, label_folded = lower(unaccent(r.family_label)), version = version + 1
      where id = c.family_id;

    for old in select * from referral_person where referral_id = r.id and not exists (
        select from jsonb_to_recordset(p_people) as x(id uuid) where x.id = referral_person.id) loop
      delete from referral_person where id = old.id;
      if old.person_id is not null then perform app.drop_case_person(c.id, c.family_id, old.person_id); end if;
    end loop;
    for p in select * from jsonb_to_recordset(p_people) as x(id uuid, given text, family text, relation text, born date,
               phone text, pesel text, sealed text, hash text, position int) order by x.position loop
      if p.id is null then
        insert into referral_person (referral_id, team_id, given_name, family_name, relation_key, born_on, pesel_sealed,
                                     pesel_hash, phone, position)
        values (r.id, t.id, p.given, p.family, p.relation, p.born, p.sealed, p.hash, p.phone, p.position) returning * into rp;
      else
        update referral_person set given_name = p.given, family_name = p.family, relation_key = p.relation,
            born_on = p.born, phone = p.phone, position = p.position,
            pesel_sealed = case p.pesel when 'keep' then pesel_sealed else p.sealed end,
            pesel_hash = case p.pesel when 'keep' then pesel_hash else p.hash end
          where id = p.id and referral_id = r.id returning * into rp;
        if not found then raise exception 'no such row' using errcode = 'P0002'; end if;
      end if;
      perform app.mend_referral_person(rp, t, c.id, c.family_id);
    end loop;
    perform app.referral_places(r, c.id, c.family_id);

    delete from need n where n.case_id = c.id and n.person_id is null and n.need_key <> all (r.reason_keys)
      and not exists (select from goal_need g where g.need_id = n.id) and not exists (select from line_need l where l.need_id = n.id);
    insert into need (case_id, team_id, owner_institution_id, need_key, category, created_by_id)
    select c.id, t.id, c.owner_institution_id, n.key, n.data_category, app.actor_id() from need_type n
    where n.key = any (r.reason_keys) and not exists (select from need k where k.case_id = c.id and k.need_key = n.key);
    perform app.referral_basis(r, c.id, t);
    return c.id;
  end $$;

-- The basis on which the referrer disclosed, for every person and category of the sheet, and for no other.
create function app.referral_basis(r referral, p_case uuid, t team) returns void
  language plpgsql volatile security invoker set search_path = pg_catalog, public, app
  as $$
  begin
    if r.institution_id = t.lead_institution_id then return; end if;
    update legal_basis_record b set ended_at = now()
      where b.case_id = p_case and b.disclosed_by_id is not null and b.ended_at is null and b.category <> 'PODSTAWOWE'
        and not exists (select from need_type n where n.key = any (r.reason_keys) and n.data_category = b.category);
    insert into legal_basis_record (case_id, team_id, person_id, institution_id, category, basis, note, starts_on,
                                    recorded_by_id, disclosed_by_id)
    select p_case, t.id, cp.person_id, t.lead_institution_id, k.category, coalesce(r.legal_basis, 'ZGODA'), '', app.today(),
           app.actor_id(), r.institution_id
    from case_person cp
    cross join (select 'PODSTAWOWE'::data_category as category
                union select n.data_category from need_type n where n.key = any (r.reason_keys)) k
    where cp.case_id = p_case and not exists (
      select from legal_basis_record b where b.case_id = p_case and b.person_id = cp.person_id
        and b.category = k.category and b.disclosed_by_id is not null and b.ended_at is null);
  end $$;
drop function app.own_person(uuid, text);
