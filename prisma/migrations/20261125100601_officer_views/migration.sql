-- What the data protection officer reads (domain 3.6: Case R, Family team R, Consent R, Access log R): by the number of
-- the case, without a name, a text that somebody wrote, or a birth date. The officer reads no row of a case's tables.

-- Case numbers for the access log: as before, and for a control, who reads what the leader reads.
create or replace function app.case_numbers(p_ids uuid[]) returns table (id uuid, number text)
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select c.id, c.number from family_case c
    where c.id = any (p_ids) and (
      c.owner_institution_id = app.institution_id() and app.has_role('iod', 'lider_gminny', 'lider_powiatowy', 'audytor')
      or c.id = any ((select app.case_ids())::uuid[]) or c.team_id = any ((select app.case_team_ids())::uuid[]))
  $$;

-- The other way round, to search the log: the case of this number, if its number may be shown to the reader.
create function app.case_by_number(p_number text) returns uuid
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select n.id from family_case c cross join lateral app.case_numbers(array[c.id]) n where c.number = p_number
  $$;

-- Names of the people in the log that the reader may read, and of who searched for duplicates: an expert or a referrer of
-- an institution in no common team looked too, and the log that cannot name him answers nothing (RODO art. 15).
create function app.names_in_log(p_users uuid[]) returns table (id uuid, given_name text, family_name text)
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select u.id, u.given_name, u.family_name from user_account u
    where u.id = any (p_users) and (
      (select app.has_role('iod', 'lider_gminny', 'lider_powiatowy', 'audytor')) and exists (
        select from audit_event e where e.actor_id = u.id
          and (e.owner_institution_id = app.institution_id() or e.institution_id = app.institution_id()))
      or exists (select from audit_event e where e.actor_id = u.id
          and e.case_id = any ((select app.own_case_ids())::uuid[]) and app.case_role(e.case_id, 'koordynator_rodziny'))
      or (select app.has_role('iod')) and exists (
        select from duplicate_check d where d.actor_id = u.id
          and (d.institution_id = app.institution_id() or app.institution_id() = any (d.known_to))))
  $$;

-- The people whom a word of the search means, among those in the log of the own institution.
create function app.people_in_log(p_folded text) returns uuid[]
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select coalesce(array_agg(u.id), '{}') from user_account u
    where u.name_folded like '%' || replace(replace(replace(p_folded, '\', '\\'), '%', '\%'), '_', '\_') || '%'
      and (select app.has_role('iod', 'lider_gminny', 'lider_powiatowy', 'audytor')) and exists (
        select from audit_event e where e.actor_id = u.id
          and (e.owner_institution_id = app.institution_id() or e.institution_id = app.institution_id()))
  $$;

create function app.consent_standing(p_status public.consent_status, p_valid_to date) returns text
  language sql stable set search_path = pg_catalog, public, app
  as $$ select case when p_status = 'granted' and p_valid_to < app.today() then 'expired' else p_status::text end $$;

-- Cases of the own unit with how their consents stand, newest first. `only`: withdrawn (somebody withdrew), clause
-- (somebody who takes part has not got the information clause), all.
create function app.consent_register(p_number text, p_only text, p_after uuid, p_limit int)
  returns table (id uuid, number text, status public.case_status, opened_on date, granted int, refused int, withdrawn int,
                 expired int, bases int, institutions int, persons int, without_clause int)
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    with mine as (
      select c.id, c.number, c.status, c.opened_on from family_case c
      where c.owner_institution_id = app.institution_id() and app.has_role('iod')
        and (p_number is null or c.number like '%' || replace(replace(replace(p_number, '\', '\\'), '%', '\%'), '_', '\_') || '%')
        and (p_after is null or (c.opened_on, c.id) < (select o.opened_on, o.id from family_case o where o.id = p_after))
        and (p_only <> 'withdrawn' or exists (select from consent k where k.case_id = c.id and k.status = 'withdrawn'))
        and (p_only <> 'clause' or c.status not in ('closed', 'rejected', 'redirected', 'archived', 'erased') and exists (
          select from case_person p where p.case_id = c.id and p.takes_part and p.left_on is null and not exists (
            select from clause_delivery d where d.case_id = p.case_id and d.person_id = p.person_id)))
      order by c.opened_on desc, c.id desc limit least(p_limit, 200)
    )
    select mine.id, mine.number, mine.status, mine.opened_on,
      (select count(*) from consent k where k.case_id = mine.id and app.consent_standing(k.status, k.valid_to) = 'granted')::int,
      (select count(*) from consent k where k.case_id = mine.id and k.status = 'refused')::int,
      (select count(*) from consent k where k.case_id = mine.id and k.status = 'withdrawn')::int,
      (select count(*) from consent k where k.case_id = mine.id and app.consent_standing(k.status, k.valid_to) = 'expired')::int,
      (select count(*) from legal_basis_record b where b.case_id = mine.id and b.ended_at is null
         and (b.ends_on is null or b.ends_on >= app.today()))::int,
      (select count(distinct p.institution_id) from case_participant p where p.case_id = mine.id
         and (p.ends_on is null or p.ends_on >= app.today()))::int,
      (select count(*) from case_person p where p.case_id = mine.id and p.takes_part and p.left_on is null)::int,
      (select count(*) from case_person p where p.case_id = mine.id and p.takes_part and p.left_on is null and not exists (
         select from clause_delivery d where d.case_id = p.case_id and d.person_id = p.person_id))::int
    from mine order by mine.opened_on desc, mine.id desc
  $$;

-- One case: consents with their scope, withdrawals, bases, institutions and deliveries of the clause. Persons are
-- numbered; a note, a purpose and a court's file number are texts that somebody wrote and stay out.
create function app.consent_file(p_case uuid) returns jsonb
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    with c as (
      select f.* from family_case f
      where f.id = p_case and f.owner_institution_id = app.institution_id() and app.has_role('iod')
    ), person as (
      select p.person_id, p.takes_part, p.left_on, q.is_minor,
             row_number() over (order by p.main desc, q.created_at, p.person_id)::int as no
      from case_person p join c on c.id = p.case_id join person q on q.id = p.person_id
    )
    select jsonb_build_object(
      'id', c.id, 'number', c.number, 'status', c.status, 'teamId', c.team_id,
      'persons', (select coalesce(jsonb_agg(jsonb_build_object('no', no, 'minor', is_minor, 'takesPart', takes_part,
          'leftOn', left_on) order by no), '[]') from person),
      'consents', (select coalesce(jsonb_agg(jsonb_build_object('id', k.id, 'person', person.no,
          'signer', case when k.signed_by_id is null then 'court' when k.signed_by_id = k.person_id then 'self' else 'guardian' end,
          'standing', app.consent_standing(k.status, k.valid_to), 'givenOn', k.given_on, 'channel', k.channel,
          'textVersion', k.text_version, 'validTo', k.valid_to, 'withdrawnAt', k.withdrawn_at, 'withdrawnChannel', k.withdrawn_channel,
          'scope', (select coalesce(jsonb_agg(jsonb_build_object('institution', i.name, 'category', s.category,
              'granted', s.granted) order by i.name, s.category), '[]')
            from consent_scope s join institution i on i.id = s.institution_id where s.consent_id = k.id))
          order by k.created_at desc, k.id), '[]')
        from consent k left join person on person.person_id = k.person_id where k.case_id = c.id and k.status <> 'draft'),
      'bases', (select coalesce(jsonb_agg(jsonb_build_object('id', b.id, 'person', person.no, 'institution', i.name,
          'category', b.category, 'basis', b.basis, 'startsOn', b.starts_on, 'endsOn', b.ends_on, 'endedAt', b.ended_at)
          order by b.created_at desc, b.id), '[]')
        from legal_basis_record b join institution i on i.id = b.institution_id
        left join person on person.person_id = b.person_id where b.case_id = c.id),
      'institutions', (select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'name', i.name, 'startsOn', p.starts_on,
          'endsOn', p.ends_on) order by p.starts_on, i.name), '[]')
        from case_participant p join institution i on i.id = p.institution_id where p.case_id = c.id),
      'clauses', (select coalesce(jsonb_agg(jsonb_build_object('id', d.id, 'person', person.no, 'deliveredOn', d.delivered_on,
          'channel', d.channel, 'version', v.version_no) order by d.delivered_on desc, person.no), '[]')
        from clause_delivery d join information_clause v on v.id = d.clause_id
        left join person on person.person_id = d.person_id where d.case_id = c.id))
    from c
  $$;
