-- Two gaps that generated families found (tests/security/gate.test.ts).
-- PODSTAWOWE is needed before any other category (domain 4.2), for each person: where the basic data of one member were
-- closed and another's were not, the institution still read what the first one had opened before. The owner, whose own
-- tasks give it the basic data, is not asked for it.
create or replace function app.person_granted(p_institution uuid, p_case uuid, p_person uuid, p_category public.data_category)
  returns boolean language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    with live as (
      select g.legal_basis_id, g.signed_by_id from case_grant g
      where g.institution_id = p_institution and g.case_id = p_case and g.category = p_category
        and g.person_id = p_person and g.ended_at is null and g.starts_on <= app.today()
        and (g.ends_on is null or g.ends_on >= app.today())
        and not exists (select from case_person gone where gone.case_id = p_case and gone.person_id = p_person
                        and gone.left_on <= app.today())
    )
    select exists (select from live) and (
      exists (select from live where legal_basis_id is not null)
      or not exists (
        select from case_person p, unnest(p.guardian_ids) guardian
        where p.case_id = p_case and p.person_id = p_person and p.guardian_conflict and p.court_decision is null
          and app.is_signed_for(p.person_id, p.under_guardianship)
          and not exists (select from live where signed_by_id = guardian)
      )
    ) and (
      p_category = 'PODSTAWOWE'
      or exists (select from family_case c where c.id = p_case and c.owner_institution_id = p_institution)
      or app.person_granted(p_institution, p_case, p_person, 'PODSTAWOWE')
    )
  $$;

-- What concerns the whole family is opened by everybody who takes part, and by somebody: while nobody takes part, a grant of
-- a member who does not opened it all. An environment has no persons: there a basis without a person opens it.
create or replace function app.granted(p_institution uuid, p_case uuid, p_person uuid, p_category public.data_category)
  returns boolean language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select case
      when p_person is not null then app.person_granted(p_institution, p_case, p_person, p_category)
      else exists (
          select from case_grant g
          where g.institution_id = p_institution and g.case_id = p_case and g.category = p_category
            and g.ended_at is null and g.starts_on <= app.today() and (g.ends_on is null or g.ends_on >= app.today())
            and (g.person_id is null
              or exists (select from case_person t where t.case_id = p_case and t.takes_part and t.left_on is null))
        ) and not exists (
          select from case_person p
          where p.case_id = p_case and p.takes_part and p.left_on is null
            and not app.person_granted(p_institution, p_case, p.person_id, p_category)
        )
    end
  $$;
