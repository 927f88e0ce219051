-- One family recorded twice by one unit: the second record points to the one that is kept. As with person_link nothing in
-- either changes, so each keeps its cases and their history, and taking the link back leaves nothing behind.
create table family_link (
  id uuid not null default gen_random_uuid() constraint family_link_pkey primary key,
  owner_institution_id uuid not null,
  kept_id uuid not null references family (id) on delete cascade on update no action,
  other_id uuid not null references family (id) on delete cascade on update no action,
  reason text not null,
  linked_by_id uuid not null,
  linked_at timestamptz(3) not null default current_timestamp,
  unlinked_by_id uuid,
  unlinked_at timestamptz(3),
  unlink_reason text,
  constraint two_families check (kept_id <> other_id),
  constraint family_unlinked_for_a_reason check (
    (unlinked_at is null) = (unlinked_by_id is null) and (unlinked_at is null) = (unlink_reason is null))
);
create index family_link_owner_institution_id_idx on family_link (owner_institution_id);
create index family_link_kept_id_idx on family_link (kept_id);
create index family_link_other_id_idx on family_link (other_id);
create unique index one_live_link_a_family on family_link (other_id) where unlinked_at is null;
select app.protect('family_link');

-- Both families must be the own unit's and seen by who asks: a link never tells of a restricted case.
create policy read_both on family_link for select using (
  owner_institution_id = (select app.institution_id())
  and exists (select from family f where f.id = kept_id) and exists (select from family f where f.id = other_id));
-- Of both an open hand on a case is needed: who works with one family does not write into the other.
create function app.links_families(p_owner uuid, p_kept uuid, p_other uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select p_owner = app.institution_id() and not exists (
      select from unnest(array[p_kept, p_other]) f where not exists (
        select from family_case c where c.family_id = f and c.owner_institution_id = p_owner
          and app.case_role(c.id, 'koordynator_rodziny', 'koordynator_zespolu')))
  $$;
create policy add on family_link for insert with check (
  linked_by_id = (select app.actor_id()) and unlinked_at is null and app.links_families(owner_institution_id, kept_id, other_id));
create policy unlink on family_link for update using (
    unlinked_at is null and app.links_families(owner_institution_id, kept_id, other_id))
  with check (unlinked_by_id = (select app.actor_id()));

-- No chains, and no link is rewritten: as for persons.
create function app.keep_family_link() returns trigger
  language plpgsql volatile security definer set search_path = pg_catalog, public, app
  as $$
  begin
    if tg_op = 'UPDATE' then
      if (new.id, new.owner_institution_id, new.kept_id, new.other_id, new.reason, new.linked_by_id, new.linked_at)
         is distinct from (old.id, old.owner_institution_id, old.kept_id, old.other_id, old.reason, old.linked_by_id, old.linked_at) then
        raise exception 'a link is taken back and made anew, never rewritten' using errcode = '42501';
      end if;
      return new;
    end if;
    perform pg_advisory_xact_lock(hashtext('family-links ' || new.owner_institution_id));
    if exists (select from family_link l where l.unlinked_at is null
        and (l.other_id in (new.kept_id, new.other_id) or l.kept_id = new.other_id)) then
      raise exception 'linked already' using errcode = '23505';
    end if;
    return new;
  end $$;
create trigger keep_family_link before insert or update on family_link for each row execute function app.keep_family_link();
