-- A guardian's consent ends on the eve of the eighteenth birthday (domain 4.4): the family coordinator is told thirty
-- days before, and again when it has ended and the grown child has not answered.
alter table consent add column reminded_on date;
alter table consent add column expiry_told_on date;
-- Only consents that end stand in it: they are asked for over the whole country.
create index consent_that_ends_idx on consent (team_id, valid_to) where status in ('granted', 'expired') and valid_to is not null;

-- Guardians' consents that have ended or end within thirty days, of persons who still take part and have not answered
-- for themselves. In the given cases; null: in all (for the clock's round alone).
create function app.consents_that_end(p_cases uuid[])
  returns table (id uuid, case_id uuid, team_id uuid, person_id uuid, over boolean, valid_to date)
  language sql stable security invoker set search_path = pg_catalog, public, app
  as $$
    select c.id, c.case_id, c.team_id, c.person_id, c.status = 'expired' or c.valid_to < app.today(), c.valid_to
    from consent c
    join family_case f on f.id = c.case_id and f.status in ('awaitingConsent', 'diagnosis', 'planning', 'planApproval',
                                                            'inProgress', 'suspended', 'evaluation')
    join case_person p on p.case_id = c.case_id and p.person_id = c.person_id and p.takes_part and p.left_on is null
    where (p_cases is null or c.case_id = any (p_cases))
      and c.status in ('granted', 'expired') and c.valid_to is not null
      and (c.status = 'expired' or c.valid_to <= app.today() + 30)
      and c.signed_by_id is distinct from c.person_id
      and not exists (select from consent o where o.case_id = c.case_id and o.person_id = c.person_id and o.id <> c.id
        and (o.status = 'granted' and (o.valid_to is null or o.valid_to > app.today() + 30)
             or o.created_at > c.created_at and o.status <> 'draft'))
  $$;

-- One round of the clock, by nobody: gives how many people were told. Twice on one day it tells nothing twice.
create function app.tell_consents_that_end() returns integer
  language plpgsql volatile security definer set search_path = pg_catalog, public, app
  as $$
  declare told integer;
  begin
    if not pg_try_advisory_xact_lock(hashtext('consents-that-end')) then return 0; end if;
    with ending as (
      update consent c set reminded_on = coalesce(c.reminded_on, app.today()),
             expiry_told_on = case when e.over then app.today() end
      from app.consents_that_end(null) e
      where c.id = e.id and (c.reminded_on is null or e.over and c.expiry_told_on is null)
      returning c.case_id, c.team_id, e.over
    )
    insert into notification (user_id, institution_id, kind, team_id, case_id)
    select distinct r.user_id, r.institution_id, case when e.over then 'consent.expired' else 'consent.expiring' end,
           e.team_id, e.case_id
    from ending e join role_assignment r on r.case_id = e.case_id and r.role = 'koordynator_rodziny' and r.ended_at is null;
    get diagnostics told = row_count;
    return told;
  end $$;
