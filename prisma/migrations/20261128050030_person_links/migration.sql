-- One human being recorded twice by one unit: the second record points to the one that is kept. Both stay as they were written,
-- so that taking the link back leaves nothing behind; what counts persons or finds them sees one.
create table person_link (
  id uuid not null default gen_random_uuid() constraint person_link_pkey primary key,
  owner_institution_id uuid not null,
  kept_id uuid not null references person (id) on delete cascade on update no action,
  other_id uuid not null references person (id) on delete cascade on update no action,
  reason text not null,
  linked_by_id uuid not null,
  linked_at timestamptz(3) not null default current_timestamp,
  unlinked_by_id uuid,
  unlinked_at timestamptz(3),
  unlink_reason text,
  constraint two_records check (kept_id <> other_id),
  constraint unlinked_by_somebody_for_a_reason check (
    (unlinked_at is null) = (unlinked_by_id is null) and (unlinked_at is null) = (unlink_reason is null))
);
create index person_link_owner_institution_id_idx on person_link (owner_institution_id);
create index person_link_kept_id_idx on person_link (kept_id);
create index person_link_other_id_idx on person_link (other_id);
create unique index one_live_link_a_record on person_link (other_id) where unlinked_at is null;
select app.protect('person_link');

-- Never across what the actor may read: both records must be the own unit's and open to them, protected ones too.
create function app.links_persons(p_owner uuid, p_kept uuid, p_other uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select p_owner = app.institution_id()
      and array[p_kept, p_other] <@ (select app.identity_ids())::uuid[]
      and not array[p_kept, p_other] && (select app.hidden_person_ids())::uuid[]
  $$;
create policy read_both on person_link for select using (
  owner_institution_id = (select app.institution_id())
  and kept_id = any ((select app.identity_ids())::uuid[]) and other_id = any ((select app.identity_ids())::uuid[])
  and kept_id <> all ((select app.hidden_person_ids())::uuid[]) and other_id <> all ((select app.hidden_person_ids())::uuid[]));
create policy add on person_link for insert with check (
  linked_by_id = (select app.actor_id()) and unlinked_at is null
  and app.links_persons(owner_institution_id, kept_id, other_id)
  and (select app.has_role('koordynator_rodziny', 'koordynator_zespolu')));
create policy unlink on person_link for update using (
    unlinked_at is null and app.links_persons(owner_institution_id, kept_id, other_id)
    and (select app.has_role('koordynator_rodziny', 'koordynator_zespolu')))
  with check (unlinked_by_id = (select app.actor_id()));

-- No chains: a record that is kept points nowhere, one that points is not kept for another; and no link is rewritten.
create function app.keep_person_link() returns trigger
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
    perform pg_advisory_xact_lock(hashtext('person-links ' || new.owner_institution_id));
    if exists (select from person_link l where l.unlinked_at is null
        and (l.other_id in (new.kept_id, new.other_id) or l.kept_id = new.other_id))
       or (select count(*) from person p where p.id in (new.kept_id, new.other_id) and p.owner_institution_id = new.owner_institution_id) <> 2 then
      raise exception 'linked already, or not two records of this unit' using errcode = '23505';
    end if;
    return new;
  end $$;
create trigger keep_person_link before insert or update on person_link for each row execute function app.keep_person_link();

-- As before; a record that is linked is the same human being, whatever is written in it.
create or replace function app.person_twins(p_owner uuid, p_persons uuid[]) returns table (person_id uuid, twin_id uuid, how text)
  language sql stable set search_path = pg_catalog, public, app
  as $$
    with mine as materialized (
      select p.id, p.name_folded, i.pesel_hash, i.born_on from person p left join person_identity i on i.person_id = p.id
      where p.id = any (p_persons) and p.owner_institution_id = p_owner
    )
    select m.id, m.id, 'record' from mine m
    union all
    select m.id, l.other_id, 'link' from mine m join person_link l on l.kept_id = m.id and l.unlinked_at is null
    union all
    select m.id, l.kept_id, 'link' from mine m join person_link l on l.other_id = m.id and l.unlinked_at is null
    union all
    select m.id, i.person_id, 'pesel' from mine m
      join person_identity i on i.pesel_hash = m.pesel_hash and i.owner_institution_id = p_owner and i.person_id <> m.id
    union all
    select m.id, q.id, 'name' from mine m
      join person q on q.name_folded = m.name_folded and q.owner_institution_id = p_owner and q.id <> m.id
      join person_identity i on i.person_id = q.id and i.born_on = m.born_on
        and (i.pesel_hash is null or m.pesel_hash is null)
  $$;

-- Domain 5.3.3 as before, and by a link: two records of one main person are one main person.
create or replace function app.main_elsewhere(p_case uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    with mine as (
      select c.gmina_code, mp.person_id, i.pesel_hash, i.born_on, p.name_folded
      from family_case c join case_person mp on mp.case_id = c.id and mp.main
      join person p on p.id = mp.person_id
      left join person_identity i on i.person_id = mp.person_id
      where c.id = p_case
    ), same as (
      select person_id from mine
      union
      select case when l.kept_id = mine.person_id then l.other_id else l.kept_id end
        from mine join person_link l on mine.person_id in (l.kept_id, l.other_id) and l.unlinked_at is null
      union
      select o.person_id from mine join person_identity o on o.pesel_hash = mine.pesel_hash
      union
      select o.person_id from mine join person p on p.name_folded = mine.name_folded
      join person_identity o on o.person_id = p.id and o.born_on = mine.born_on
        and (o.pesel_hash is null or mine.pesel_hash is null)
    )
    select app.case_role(p_case, 'koordynator_zespolu', 'lider_gminny') and exists (
      select from same join case_person op on op.person_id = same.person_id and op.main and op.case_id <> p_case
      join family_case other on other.id = op.case_id and other.gmina_code = (select gmina_code from mine limit 1)
        and other.status not in ('submitted', 'screening', 'rejected', 'redirected', 'closed', 'archived', 'erased'))
  $$;

-- As before; of two linked records the answer is the one that is kept.
create or replace function app.unit_persons(p_case uuid, p_pesel_hash text, p_family text, p_born date)
  returns table (id uuid, given_name text, family_name text, born_on date)
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    with found as (
      select distinct coalesce(l.kept_id, i.person_id) as person_id
      from family_case c
      join person_identity i on i.owner_institution_id = c.owner_institution_id
      join person p on p.id = i.person_id
      left join person_link l on l.other_id = i.person_id and l.unlinked_at is null
      where c.id = p_case and c.owner_institution_id = app.institution_id() and app.case_role(p_case, 'koordynator_rodziny')
        and (i.pesel_hash = p_pesel_hash
             or p_pesel_hash is null and i.born_on = p_born and lower(unaccent(p.family_name)) = lower(unaccent(p_family)))
    )
    select p.id, p.given_name, p.family_name, i.born_on
    from found f join person p on p.id = f.person_id left join person_identity i on i.person_id = p.id
    order by p.given_name, p.id
    limit 5
  $$;
