-- Row 6x of domain 4.2: the family refused, or was silent for a month. The case ends and its data are minimised: whatever
-- was opened closes, and what was written to reach and to describe the family goes. Names, dates and the recorded answers
-- stay as the proof of what was asked. People whom another case of the house still knows keep their contact there.
-- Errors: 42501 not the family coordinator; 55000 the case did not end like that.
create function app.minimise_case(p_case uuid) returns void
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
    update person set phone = null, email = null, contact_note = null, version = version + 1 where id = any (alone);
    update person_identity set street = null, postcode = null, city = null, gmina_code = null, version = version + 1
      where person_id = any (alone);
    update referral_person set phone = null
      where referral_id in (select id from referral where case_id = p_case);
    update referral set situation = null, exhausted_means = null, version = version + 1, updated_at = now() where case_id = p_case;
    update need set description = null, version = version + 1 where case_id = p_case;
  end $$;

-- Did anybody of this case refuse, or take a consent back? Yes or no, to the family coordinator: without it the case does
-- not end as "refused", only after a month of silence.
create function app.consent_was_refused(p_case uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select app.case_role(p_case, 'koordynator_rodziny') and exists (
      select from consent k where k.case_id = p_case and k.status in ('refused', 'withdrawn'))
  $$;

-- Who stands first in another open case of the gmina, as app.main_elsewhere tells it: also by full name and birth date
-- where a number is missing on one side.
create or replace function app.main_in_another(p_case uuid, p_person uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    with mine as (
      select p.id as person_id, i.pesel_hash, i.born_on, p.name_folded
      from person p left join person_identity i on i.person_id = p.id where p.id = p_person
    ), same as (
      select person_id from mine
      union
      select o.person_id from mine join person_identity o on o.pesel_hash = mine.pesel_hash
      union
      select o.person_id from mine join person p on p.name_folded = mine.name_folded
      join person_identity o on o.person_id = p.id and o.born_on = mine.born_on
        and (o.pesel_hash is null or mine.pesel_hash is null)
    )
    select app.case_role(p_case, 'koordynator_rodziny') and exists (
      select from same join case_person op on op.person_id = same.person_id and op.main and op.case_id <> p_case
      join family_case other on other.id = op.case_id
        and other.gmina_code = (select gmina_code from family_case where id = p_case)
        and other.status not in ('submitted', 'screening', 'rejected', 'redirected', 'closed', 'archived', 'erased'))
  $$;
