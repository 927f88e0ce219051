-- Domain 8.2 d: a person of a family may be protected from another one. While it holds, institutions other than the owner
-- know only the name, unless the coordinator named them safe for this person; people named as close to the suspected one
-- know only the name wherever they work. Why, and from whom, stands apart and is read by the mark `nk` alone.
create table person_protection (
  id uuid not null default gen_random_uuid() constraint person_protection_pkey primary key,
  person_id uuid not null references person (id) on delete cascade on update no action,
  owner_institution_id uuid not null,
  safe_institution_ids uuid[] not null default '{}',
  close_user_ids uuid[] not null default '{}',
  starts_on date not null,
  ends_on date,
  recorded_by_id uuid not null,
  recorded_at timestamptz(3) not null default current_timestamp,
  ended_by_id uuid,
  ended_at timestamptz(3),
  constraint protection_in_order check (ends_on is null or ends_on >= starts_on),
  constraint protection_ended_by_somebody check ((ended_at is null) = (ended_by_id is null))
);
create index person_protection_person_id_idx on person_protection (person_id);
create unique index one_live_protection on person_protection (person_id) where ended_at is null;

create table person_protection_cause (
  protection_id uuid not null constraint person_protection_cause_pkey primary key
    references person_protection (id) on delete cascade on update no action,
  suspected_person_id uuid references person (id) on delete set null on update no action,
  reason text
);
create index person_protection_cause_suspected_person_id_idx on person_protection_cause (suspected_person_id);

select app.protect(t) from unnest(array['person_protection', 'person_protection_cause']) t;

create function app.protected_today(p person_protection) returns boolean
  language sql stable set search_path = pg_catalog, public, app
  as $$ select p.ended_at is null and p.starts_on <= app.today() and (p.ends_on is null or p.ends_on >= app.today()) $$;

-- Persons of whom this actor knows no more than the name.
create function app.hidden_person_ids() returns uuid[]
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select coalesce(array_agg(p.person_id), '{}') from person_protection p
    where p.ended_at is null and app.protected_today(p)
      and (app.actor_id() = any (p.close_user_ids)
           or p.owner_institution_id is distinct from app.institution_id()
              and not coalesce(app.institution_id() = any (p.safe_institution_ids), false))
  $$;

-- Of these lines, those of whose day, hour and place this actor learns nothing: a hidden person takes part. Who delivers a
-- line agreed its hour itself, unless the one who asks is named as close.
create function app.hidden_line_ids(p_lines uuid[]) returns uuid[]
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select coalesce(array_agg(l.id), '{}') from basket_line l
    where l.id = any (p_lines) and exists (
      select from person_protection p
      where p.ended_at is null and p.person_id = any ((select app.hidden_person_ids())::uuid[])
        and (exists (select from line_beneficiary b where b.line_id = l.id and b.person_id = p.person_id)
          or not exists (select from line_beneficiary b where b.line_id = l.id)
             and exists (select from case_person c where c.case_id = l.case_id and c.person_id = p.person_id))
        and (app.actor_id() = any (p.close_user_ids) or l.provider_institution_id is distinct from app.institution_id()))
  $$;

-- Protected persons of a case whose contact this actor does see: they must not be printed by oversight (8.2 e).
create function app.protected_in(p_case uuid) returns uuid[]
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select coalesce(array_agg(p.person_id), '{}') from person_protection p
    join case_person c on c.person_id = p.person_id and c.case_id = p_case
    where p.ended_at is null and app.protected_today(p)
      and p.person_id = any ((select app.person_ids())::uuid[])
      and p.person_id <> all ((select app.hidden_person_ids())::uuid[])
  $$;

-- Both coordinators, for a person of a case that their own unit owns.
create function app.protects(p_person uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select exists (select from case_person p join family_case c on c.id = p.case_id
      where p.person_id = p_person and c.owner_institution_id = app.institution_id()
        and app.case_role(c.id, 'koordynator_rodziny', 'koordynator_zespolu'))
  $$;

create policy read_owner on person_protection for select using (
  owner_institution_id = (select app.institution_id())
  and person_id = any ((select app.identity_ids())::uuid[])
  and person_id <> all ((select app.hidden_person_ids())::uuid[])
  -- whom the coordinator named as close does not learn it afterwards either
  and not coalesce((select app.actor_id()) = any (close_user_ids), false));
create policy add on person_protection for insert with check (
  owner_institution_id = (select app.institution_id()) and recorded_by_id = (select app.actor_id()) and ended_at is null
  and exists (select from person p where p.id = person_id and p.owner_institution_id = person_protection.owner_institution_id)
  and app.protects(person_id));
create policy finish on person_protection for update using (
    owner_institution_id = (select app.institution_id()) and ended_at is null and app.protects(person_id))
  with check (owner_institution_id = (select app.institution_id()) and ended_by_id = (select app.actor_id()));

create function app.keep_protection() returns trigger language plpgsql set search_path = pg_catalog, public, app
  as $$
  begin
    if (new.id, new.person_id, new.owner_institution_id, new.safe_institution_ids, new.close_user_ids, new.starts_on, new.ends_on,
        new.recorded_by_id, new.recorded_at)
       is distinct from
       (old.id, old.person_id, old.owner_institution_id, old.safe_institution_ids, old.close_user_ids, old.starts_on, old.ends_on,
        old.recorded_by_id, old.recorded_at) then
      raise exception 'a protection is ended and recorded anew, never rewritten' using errcode = '42501';
    end if;
    return new;
  end $$;
create trigger keep_protection before update on person_protection for each row execute function app.keep_protection();

-- Who records it writes the cause and, without the mark, does not read it afterwards (domain 3.6).
create policy read_marked on person_protection_cause for select using (
  (select app.has_nk_mark()) and exists (select from person_protection p where p.id = protection_id));
create policy write_only on person_protection_cause for insert with check (
  exists (select from person_protection p where p.id = protection_id and p.recorded_by_id = (select app.actor_id()) and p.ended_at is null));

-- Address and contact, and the sheet of the referral on which the phone stands too.
drop policy read_identity on person_identity;
create policy read_identity on person_identity for select using (
  person_id = any ((select app.identity_ids())::uuid[]) and person_id <> all ((select app.hidden_person_ids())::uuid[]));
drop policy read_min on person_contact;
create policy read_min on person_contact for select using (
  person_id = any ((select app.person_ids())::uuid[]) and person_id <> all ((select app.hidden_person_ids())::uuid[]));
drop policy read_with_referral on referral_person;
create policy read_with_referral on referral_person for select using (
  exists (select from referral r where r.id = referral_id)
  and (person_id is null or person_id <> all ((select app.hidden_person_ids())::uuid[])));

-- Who records a protection anew without reading its cause keeps the cause that was recorded before.
create function app.carry_protection_cause(p_old uuid, p_new uuid) returns void
  language sql volatile security definer set search_path = pg_catalog, public, app
  as $$
    insert into person_protection_cause (protection_id, suspected_person_id, reason)
    select n.id, c.suspected_person_id, c.reason
    from person_protection n join person_protection o on o.person_id = n.person_id and o.id = p_old
      join person_protection_cause c on c.protection_id = o.id
    where n.id = p_new and n.recorded_by_id = app.actor_id() and n.owner_institution_id = app.institution_id()
      and n.ended_at is null and app.protects(n.person_id)
    on conflict (protection_id) do nothing
  $$;
