-- Who is what to whom in a family, with dates: what the genogram is drawn from. A row is about two persons and not about
-- a case, so the same family in a second case has it already; it is shown only where both persons are.
create table person_relation (
  id uuid not null default gen_random_uuid() constraint person_relation_pkey primary key,
  owner_institution_id uuid not null,
  from_id uuid not null constraint person_relation_from_id_fkey references person (id) on delete cascade,
  to_id uuid not null constraint person_relation_to_id_fkey references person (id) on delete cascade,
  kind text not null check (kind in ('parent', 'stepparent', 'fosterCarer', 'grandparent', 'guardian', 'partner', 'sibling',
    'halfSibling')),
  starts_on date,
  ended boolean not null default false,
  ends_on date,
  recorded_by_id uuid not null,
  created_at timestamptz(3) not null default current_timestamp,
  version int not null default 1,
  constraint two_persons check (from_id <> to_id),
  constraint ended_with_date check (ends_on is null or ended),
  constraint relation_in_order check (ends_on is null or starts_on is null or ends_on >= starts_on)
);
create index person_relation_from_id_idx on person_relation (from_id);
create index person_relation_to_id_idx on person_relation (to_id);
create index person_relation_owner_institution_id_idx on person_relation (owner_institution_id);

select app.protect('person_relation');

-- Works the actor as family coordinator of the owner on a case in which both stand?
create function app.relates(p_from uuid, p_to uuid, p_owner uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select p_owner = app.institution_id() and exists (
      select from case_person a join case_person b on b.case_id = a.case_id and b.person_id = p_to
      join family_case c on c.id = a.case_id and c.owner_institution_id = p_owner
      where a.person_id = p_from and app.case_role(c.id, 'koordynator_rodziny'))
  $$;

-- Read by who may read the identity of both (3.6: row "identity") and works on a case in which both stand; case_person
-- is asked with the reader's own rights.
create policy read_both on person_relation for select using (
  from_id = any ((select app.identity_ids())::uuid[]) and to_id = any ((select app.identity_ids())::uuid[])
  and exists (select from case_person a join case_person b on b.case_id = a.case_id
              where a.person_id = from_id and b.person_id = to_id));
create policy add on person_relation for insert with check (
  recorded_by_id = (select app.actor_id()) and app.relates(from_id, to_id, owner_institution_id));
create policy mend on person_relation for update using (app.relates(from_id, to_id, owner_institution_id));

-- Which two persons a row is about is not rewritten: such a row is removed and another one entered.
create function app.keep_relation() returns trigger language plpgsql set search_path = pg_catalog, public, app
  as $$
  begin
    if (new.id, new.owner_institution_id, new.from_id, new.to_id, new.recorded_by_id, new.created_at)
       is distinct from (old.id, old.owner_institution_id, old.from_id, old.to_id, old.recorded_by_id, old.created_at) then
      raise exception 'a relation stays between its persons' using errcode = '42501';
    end if;
    return new;
  end $$;
create trigger keep_relation before update on person_relation for each row execute function app.keep_relation();

-- Entered by mistake. The app's role deletes no row by itself.
create function app.remove_relation(p_relation uuid) returns void
  language plpgsql volatile security definer set search_path = pg_catalog, public, app
  as $$
  begin
    delete from person_relation r
      where r.id = p_relation and app.relates(r.from_id, r.to_id, r.owner_institution_id);
    if not found then raise exception 'not the coordinator' using errcode = '42501'; end if;
  end $$;

-- Whoever leaves the last case that two persons have in common (entered by mistake, files destroyed) takes the relation
-- with them.
create function app.drop_relations() returns trigger
  language plpgsql volatile security definer set search_path = pg_catalog, public, app
  as $$
  begin
    delete from person_relation r where old.person_id in (r.from_id, r.to_id)
      and not exists (select from case_person a join case_person b on b.case_id = a.case_id
                      where a.person_id = r.from_id and b.person_id = r.to_id);
    return null;
  end $$;
create trigger drop_relations after delete or update of person_id on case_person
  for each row execute function app.drop_relations();

-- A cross in the genogram; identity, as the birth date is.
alter table person_identity add column died_on date;
