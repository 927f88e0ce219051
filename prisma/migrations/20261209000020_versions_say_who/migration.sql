-- Second locks past the use cases. A version is published in the own name.
create or replace function app.keep_variant_version() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public, app
  as $$
  begin
    if old.published_at is not null then
      raise exception 'a published version of a variant never changes' using errcode = '42501';
    end if;
    if (new.id, new.wojewodztwo_code, new.variant_key, new.institution_id, new.created_by_id, new.created_at) is distinct from
       (old.id, old.wojewodztwo_code, old.variant_key, old.institution_id, old.created_by_id, old.created_at) then
      raise exception 'a version stays of its voivodeship and variant' using errcode = '42501';
    end if;
    if new.published_at is not null then
      if app.actor_id() is not null and new.published_by_id is distinct from app.actor_id() then
        raise exception 'a version is published in the own name' using errcode = '42501';
      end if;
      new.number := 1 + coalesce((select max(v.number) from variant_version v
        where v.wojewodztwo_code = new.wojewodztwo_code and v.variant_key = new.variant_key), 0);
    end if;
    return new;
  end $$;

-- A team is not founded as one that was joined to another.
create trigger joined_by_joining_at_once before insert on team for each row
  when (new.joined_into_id is not null) execute function app.joined_by_joining();

-- No history of a case without a move: a row says what the case goes by when its transaction ends.
create function app.case_was_moved() returns trigger
  language plpgsql stable security definer set search_path = pg_catalog, public, app
  as $$
  begin
    if app.actor_id() is not null and exists (
        select from family_case c where c.id = new.case_id and c.variant_version_id is distinct from new.to_version_id) then
      raise exception 'the case was not moved to this version' using errcode = '42501';
    end if;
    return null;
  end $$;
create constraint trigger case_was_moved after insert on case_variant_move deferrable initially deferred
  for each row execute function app.case_was_moved();
