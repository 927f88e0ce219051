-- Recruitment of institutions (domain 2.1 step 1): who was invited for a gmina, by whom, and what the institution answered. Why
-- it declined is one of five reasons that add up to the barriers of the region; they are about institutions, never persons.
-- An invitation made again is a new row; the one before keeps its answer and ends.
create table recruitment (
  id uuid not null default gen_random_uuid() constraint recruitment_pkey primary key,
  gmina_code text not null,
  powiat_code text not null,
  wojewodztwo_code text not null,
  institution_id uuid not null constraint recruitment_institution_id_fkey references institution (id) on delete restrict on update no action,
  kind_key text not null,
  status text not null default 'invited' constraint known_status check (status in ('invited', 'agreed', 'declined')),
  invited_on date not null,
  invited_by_id uuid not null,
  invited_by_name text not null,
  by_institution_id uuid not null,
  answered_on date,
  reason text constraint known_reason check (reason in ('legal', 'financial', 'competence', 'logistics', 'other')),
  reason_text text,
  ended_on date,
  created_at timestamptz(3) not null default current_timestamp,
  version integer not null default 1,
  constraint answered_on_a_day check ((status = 'invited') = (answered_on is null)),
  constraint declined_for_a_reason check ((status = 'declined') = (reason is not null)),
  constraint answered_after_invited check (answered_on is null or answered_on >= invited_on),
  constraint other_in_words check (reason is distinct from 'other' or reason_text is not null)
);
create unique index one_open_recruitment on recruitment (gmina_code, institution_id) where ended_on is null;
create index recruitment_wojewodztwo_code_gmina_code_idx on recruitment (wojewodztwo_code, gmina_code);
create index recruitment_institution_id_idx on recruitment (institution_id);

select app.protect('recruitment');

-- Gminas that the actor animates in this institution.
create function app.animated_gminas() returns text[]
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select coalesce(array_agg(p.gmina_code), '{}') from gmina_plan p
    where p.animator_id = app.actor_id() and p.institution_id = app.institution_id() and p.dropped_on is null
      and app.has_role('animator')
  $$;

create policy read_region on recruitment for select using (
  wojewodztwo_code = any ((select app.my_region_codes('rops_koordynator', 'animator'))::text[]));
create policy invite on recruitment for insert with check (
  invited_by_id = (select app.actor_id()) and by_institution_id = (select app.institution_id()) and ended_on is null
  and left(gmina_code, 2) = wojewodztwo_code and left(gmina_code, 4) = powiat_code
  and (wojewodztwo_code = any ((select app.my_region_codes('rops_koordynator'))::text[])
       or gmina_code = any ((select app.animated_gminas())::text[])));
create policy answer on recruitment for update using (
  wojewodztwo_code = any ((select app.my_region_codes('rops_koordynator'))::text[])
  or gmina_code = any ((select app.animated_gminas())::text[]));

-- Whom somebody invited, where and when is never rewritten; what ended stays as it was.
create function app.keep_recruitment() returns trigger language plpgsql set search_path = pg_catalog, public, app
  as $$
  begin
    if (new.id, new.gmina_code, new.powiat_code, new.wojewodztwo_code, new.institution_id, new.kind_key, new.invited_on,
        new.invited_by_id, new.invited_by_name, new.by_institution_id, new.created_at)
       is distinct from
       (old.id, old.gmina_code, old.powiat_code, old.wojewodztwo_code, old.institution_id, old.kind_key, old.invited_on,
        old.invited_by_id, old.invited_by_name, old.by_institution_id, old.created_at) or old.ended_on is not null then
      raise exception 'an invitation is never rewritten' using errcode = '42501';
    end if;
    return new;
  end $$;
create trigger keep_recruitment before update on recruitment for each row execute function app.keep_recruitment();
