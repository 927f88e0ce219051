-- The end of an authorisation is told by the clock, not at sign-in: also to the head of somebody who rarely comes in.
alter table authorisation add column reminded_on date;
create or replace function app.open_session(p_user uuid, p_address text, p_agent text) returns uuid
  language sql security definer set search_path = pg_catalog, public, app
  as $$
    insert into user_session (user_id, institution_id, address, user_agent)
    values (p_user, (select case when count(*) = 1 then min(c.institution_id::text)::uuid end from app.contexts(p_user) c), p_address, left(p_agent, 300))
    returning id
  $$;
drop function app.warn_of_authorisation(uuid);

-- One round of the clock, by nobody: the person and who renews it there hear of it thirty days before. Gives how many
-- people were told. Twice it tells nothing twice.
create function app.tell_authorisations_that_end() returns integer
  language plpgsql volatile security definer set search_path = pg_catalog, public, app
  as $$
  declare told integer;
  begin
    if not pg_try_advisory_xact_lock(hashtext('authorisations-that-end')) then return 0; end if;
    with ending as (
      update authorisation a set reminded_on = app.today()
      where a.revoked_at is null and a.reminded_on is null and a.valid_to between app.today() and app.today() + 30
        -- an earlier one says nothing while a later one holds
        and not exists (select from authorisation o where o.user_id = a.user_id and o.institution_id = a.institution_id
          and o.revoked_at is null and (o.valid_to is null or o.valid_to > a.valid_to))
        and exists (select from role_assignment r where r.user_id = a.user_id and r.institution_id = a.institution_id
          and r.ended_at is null and (r.ends_on is null or r.ends_on >= app.today()))
      returning a.user_id, a.institution_id
    )
    insert into notification (user_id, institution_id, kind)
    select e.user_id, e.institution_id, 'authorisation.ending' from ending e
    union
    select r.user_id, e.institution_id, 'authorisation.endingOther' from ending e join role_assignment r
      on r.institution_id = e.institution_id and r.user_id <> e.user_id and r.ended_at is null and r.case_id is null
      and (r.ends_on is null or r.ends_on >= app.today())
      and r.role in ('admin_lokalny', 'lider_gminny', 'lider_powiatowy', 'decydent');
    get diagnostics told = row_count;
    return told;
  end $$;
