-- The register of gminas changes each January and its import moves what lives on to the successor (no actor): the plan, its
-- visits and the invitations go with it. For everybody else a gmina is still never rewritten.
create or replace function app.keep_gmina_plan() returns trigger
  language plpgsql stable security definer set search_path = pg_catalog, public, app
  as $$
  begin
    if app.actor_id() is null then return new; end if;
    if (new.id, new.gmina_code, new.powiat_code, new.wojewodztwo_code, new.created_by_id, new.created_at)
       is distinct from (old.id, old.gmina_code, old.powiat_code, old.wojewodztwo_code, old.created_by_id, old.created_at) then
      raise exception 'the gmina of a plan never changes' using errcode = '42501';
    end if;
    if (new.animator_id, new.institution_id, new.dropped_on, new.dropped_reason)
       is distinct from (old.animator_id, old.institution_id, old.dropped_on, old.dropped_reason)
       and app.actor_id() is not null and not new.wojewodztwo_code = any (coalesce(app.my_region_codes('rops_koordynator'), '{}')) then
      raise exception 'only the coordinator of the region says who animates' using errcode = '42501';
    end if;
    return new;
  end $$;
create or replace function app.keep_programme_visit() returns trigger language plpgsql set search_path = pg_catalog, public, app
  as $$
  begin
    if app.actor_id() is null then return new; end if;
    if (new.id, new.plan_id, new.gmina_code, new.wojewodztwo_code, new.author_id, new.author_name, new.institution_id, new.created_at)
       is distinct from
       (old.id, old.plan_id, old.gmina_code, old.wojewodztwo_code, old.author_id, old.author_name, old.institution_id, old.created_at) then
      raise exception 'whose a note is never changes' using errcode = '42501';
    end if;
    return new;
  end $$;
create or replace function app.keep_recruitment() returns trigger language plpgsql set search_path = pg_catalog, public, app
  as $$
  begin
    if app.actor_id() is null then return new; end if;
    if (new.id, new.gmina_code, new.powiat_code, new.wojewodztwo_code, new.institution_id, new.kind_key, new.invited_on,
        new.invited_by_id, new.invited_by_name, new.by_institution_id, new.created_at)
       is distinct from
       (old.id, old.gmina_code, old.powiat_code, old.wojewodztwo_code, old.institution_id, old.kind_key, old.invited_on,
        old.invited_by_id, old.invited_by_name, old.by_institution_id, old.created_at) or old.ended_on is not null then
      raise exception 'an invitation is never rewritten' using errcode = '42501';
    end if;
    return new;
  end $$;
