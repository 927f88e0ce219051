-- How a person is reached (phone, e-mail, what to mind) stands apart from the name: a protected person of a family is
-- known to some readers by name only, and row-level security hides rows and not columns (decision 0002).
create table person_contact (
  person_id uuid not null constraint person_contact_pkey primary key
    references person (id) on delete cascade on update no action,
  owner_institution_id uuid not null,
  phone text,
  email text,
  contact_note text
);
create index person_contact_owner_institution_id_idx on person_contact (owner_institution_id);
insert into person_contact (person_id, owner_institution_id, phone, email, contact_note)
select id, owner_institution_id, phone, email, contact_note from person;
alter table person drop column phone, drop column email, drop column contact_note;

select app.protect('person_contact');

-- As the name (permission `min`); written by who writes the person.
create policy read_min on person_contact for select using (person_id = any ((select app.person_ids())::uuid[]));
create policy add on person_contact for insert with check (
  owner_institution_id = (select app.institution_id()) and (select app.has_role('koordynator_rodziny')));
create policy mend on person_contact for update using (
  exists (select from case_person p where p.person_id = person_contact.person_id and app.case_role(p.case_id, 'koordynator_rodziny')));

-- The four functions that wrote these columns; nothing else in them changed.
create or replace function app.referral_person_of(p_owner uuid, rp referral_person) returns uuid
  language plpgsql volatile security invoker set search_path = pg_catalog, public, app
  as $$
  declare v_person uuid; v_taken boolean;
  begin
    select i.person_id into v_person from person_identity i
      where rp.pesel_hash is not null and i.owner_institution_id = p_owner and i.pesel_hash = rp.pesel_hash;
    v_taken := v_person is not null;
    if v_taken and app.same_person(v_person, rp.given_name, rp.family_name, rp.born_on) then return v_person; end if;
    insert into person (owner_institution_id, given_name, family_name, name_folded, is_minor)
    values (p_owner, rp.given_name, rp.family_name, lower(unaccent(rp.given_name || ' ' || rp.family_name)),
            coalesce(rp.born_on > app.today() - interval '18 years', false)) returning id into v_person;
    insert into person_contact (person_id, owner_institution_id, phone) values (v_person, p_owner, rp.phone);
    insert into person_identity (person_id, owner_institution_id, born_on, pesel_sealed, pesel_hash)
    values (v_person, p_owner, rp.born_on, case when not v_taken then rp.pesel_sealed end,
            case when not v_taken then rp.pesel_hash end);
    return v_person;
  end $$;

create or replace function app.mend_referral_person(rp referral_person, t team, p_case uuid, p_family uuid) returns void
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
        update person set given_name = rp.given_name, family_name = rp.family_name,
            name_folded = lower(unaccent(rp.given_name || ' ' || rp.family_name)),
            is_minor = coalesce(rp.born_on > app.today() - interval '18 years', false), version = version + 1
          where id = v_old;
        update person_contact set phone = rp.phone where person_id = v_old;
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

create or replace function app.minimise_case(p_case uuid) returns void
  language plpgsql volatile security definer set search_path = pg_catalog, public, app
  as $$
  declare alone uuid[];
  begin
    if not app.case_role(p_case, 'koordynator_rodziny') then raise exception 'not the coordinator' using errcode = '42501'; end if;
    if not exists (select from family_case where id = p_case and status = 'closed'
                   and closing_reason_key in ('brak_zgody', 'brak_odpowiedzi')) then
      raise exception 'the case did not end without consent' using errcode = '55000';
    end if;
    update legal_basis_record set ended_at = now() where case_id = p_case and ended_at is null;
    update case_grant set ended_at = now() where case_id = p_case and ended_at is null;
    select coalesce(array_agg(p.person_id), '{}') into alone from case_person p
      where p.case_id = p_case and not exists (
        select from case_person o join family_case c on c.id = o.case_id
        where o.person_id = p.person_id and o.case_id <> p_case and c.status not in ('rejected', 'redirected', 'archived', 'erased'));
    update person set version = version + 1 where id = any (alone);
    update person_contact set phone = null, email = null, contact_note = null where person_id = any (alone);
    update person_identity set street = null, postcode = null, city = null, gmina_code = null, version = version + 1
      where person_id = any (alone);
    update referral_person set phone = null
      where referral_id in (select id from referral where case_id = p_case);
    update referral set situation = null, exhausted_means = null, version = version + 1, updated_at = now() where case_id = p_case;
    update need set description = null, version = version + 1 where case_id = p_case;
  end $$;
