-- Model variants as configuration: the ROPS of a voivodeship edits a variant as a draft and publishes it as a version, which
-- then never changes. A team begins with the newest version of its voivodeship, a case with the one of its team; both keep
-- it until somebody moves them (decision 0030). No version: the national model.
create table variant_version (
  id uuid not null default gen_random_uuid() constraint variant_version_pkey primary key,
  wojewodztwo_code text not null,
  variant_key text not null,
  number integer,
  body jsonb not null,
  note text,
  institution_id uuid not null,
  created_by_id uuid not null,
  created_at timestamptz(3) not null default current_timestamp,
  updated_at timestamptz(3) not null default current_timestamp,
  published_at timestamptz(3),
  published_by_id uuid,
  version integer not null default 1,
  constraint numbered_when_published check (
    (number is null) = (published_at is null) and (published_at is null) = (published_by_id is null)),
  constraint told_when_published check (published_at is null or note is not null)
);
create unique index variant_version_wojewodztwo_code_variant_key_number_key
  on variant_version (wojewodztwo_code, variant_key, number);
create unique index one_draft_of_a_variant on variant_version (wojewodztwo_code, variant_key) where published_at is null;

select app.protect('variant_version');

-- A published version names nobody and is what a team or case goes by: whoever signs in reads it. A draft is the ROPS's own.
create policy read_published on variant_version for select using (
  (published_at is not null and exists (select from app.my_assignments()))
  or wojewodztwo_code = any ((select app.my_region_codes('rops_koordynator'))::text[]));
create policy add on variant_version for insert with check (
  wojewodztwo_code = any ((select app.my_region_codes('rops_koordynator'))::text[]) and published_at is null
  and institution_id = (select app.institution_id()) and created_by_id = (select app.actor_id()));
create policy mend on variant_version for update using (
  wojewodztwo_code = any ((select app.my_region_codes('rops_koordynator'))::text[]));
create policy drop_draft on variant_version for delete using (
  wojewodztwo_code = any ((select app.my_region_codes('rops_koordynator'))::text[]) and published_at is null);

-- What was published stays as it is; a number is given once, in order.
create function app.keep_variant_version() returns trigger
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
      new.number := 1 + coalesce((select max(v.number) from variant_version v
        where v.wojewodztwo_code = new.wojewodztwo_code and v.variant_key = new.variant_key), 0);
    end if;
    return new;
  end $$;
create trigger keep_variant_version before update on variant_version
  for each row execute function app.keep_variant_version();

alter table team add column variant_version_id uuid;
alter table family_case add column variant_version_id uuid;

-- Does this version belong to a team of this voivodeship and variant?
create function app.variant_version_fits(p_version uuid, p_region text, p_variant text) returns boolean
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select p_version is null or exists (
      select from variant_version v
      where v.id = p_version and v.wojewodztwo_code = p_region and v.variant_key = p_variant and v.published_at is not null)
  $$;

-- A team begins with the newest version of its voivodeship; so it does again when its variant or gmina is corrected.
create function app.begin_with_newest_variant() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public, app
  as $$
  begin
    if tg_op = 'INSERT' or (new.variant_key, new.wojewodztwo_code) is distinct from (old.variant_key, old.wojewodztwo_code) then
      new.variant_version_id := (
        select v.id from variant_version v
        where v.wojewodztwo_code = new.wojewodztwo_code and v.variant_key = new.variant_key and v.published_at is not null
        order by v.number desc limit 1);
    elsif not app.variant_version_fits(new.variant_version_id, new.wojewodztwo_code, new.variant_key) then
      raise exception 'a version of another voivodeship or variant' using errcode = '42501';
    end if;
    return new;
  end $$;
create trigger begin_with_newest_variant before insert or update of variant_version_id, variant_key, wojewodztwo_code on team
  for each row execute function app.begin_with_newest_variant();

-- A case begins with the version of its team, and is moved only to one of the same variant and voivodeship.
create function app.begin_with_variant_of_team() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public, app
  as $$
  declare t team;
  begin
    select * into t from team where id = new.team_id;
    if tg_op = 'INSERT' then
      new.variant_version_id := t.variant_version_id;
    elsif not app.variant_version_fits(new.variant_version_id, t.wojewodztwo_code, t.variant_key) then
      raise exception 'a version of another voivodeship or variant' using errcode = '42501';
    end if;
    return new;
  end $$;
create trigger begin_with_variant_of_team before insert or update of variant_version_id on family_case
  for each row execute function app.begin_with_variant_of_team();
