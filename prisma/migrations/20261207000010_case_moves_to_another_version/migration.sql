-- A case is moved to another version of its variant by who leads it, with a reason that its owner's people read. A move is
-- never rewritten; it goes with what the case tells when the case is destroyed.
create table case_variant_move (
  id uuid not null default gen_random_uuid() constraint case_variant_move_pkey primary key,
  case_id uuid not null,
  team_id uuid not null,
  -- none: the national model
  from_version_id uuid,
  to_version_id uuid,
  reason text not null,
  moved_by_id uuid not null,
  institution_id uuid not null,
  moved_at timestamptz(3) not null default current_timestamp,
  constraint case_variant_move_case_id_fkey foreign key (case_id) references family_case (id) on delete cascade on update no action
);
create index case_variant_move_case_id_idx on case_variant_move (case_id);
create index case_variant_move_team_id_idx on case_variant_move (team_id);

select app.protect('case_variant_move');
create policy read_owner on case_variant_move for select using (
  app.owner_staff(case_id) or app.case_role(case_id, 'koordynator_zespolu', 'lider_gminny'));
create policy add on case_variant_move for insert with check (
  moved_by_id = (select app.actor_id()) and institution_id = (select app.institution_id())
  and app.case_role(case_id, 'koordynator_zespolu', 'lider_gminny'));

-- From where is what the case goes by, whatever was said; a case that is over keeps its version.
create function app.begin_variant_move() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public, app
  as $$
  declare c family_case;
  begin
    if app.actor_id() is null then return new; end if;
    select * into c from family_case where id = new.case_id;
    if c.status in ('rejected', 'redirected', 'closed', 'archived', 'erased') then
      raise exception 'a case that is over keeps its version' using errcode = '42501';
    end if;
    new.from_version_id := c.variant_version_id;
    new.team_id := c.team_id;
    new.moved_at := now();
    if new.from_version_id is not distinct from new.to_version_id then
      raise exception 'the case goes by this version' using errcode = '42501';
    end if;
    return new;
  end $$;
create trigger begin_variant_move before insert on case_variant_move for each row execute function app.begin_variant_move();

-- A case begins with the version of its team, and is moved only to one of the same variant and voivodeship, by whoever wrote
-- down in the same transaction that it is moved, and why.
create or replace function app.begin_with_variant_of_team() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public, app
  as $$
  declare t team;
  begin
    select * into t from team where id = new.team_id;
    if tg_op = 'INSERT' then
      new.variant_version_id := t.variant_version_id;
      return new;
    end if;
    if not app.variant_version_fits(new.variant_version_id, t.wojewodztwo_code, t.variant_key) then
      raise exception 'a version of another voivodeship or variant' using errcode = '42501';
    end if;
    if app.actor_id() is not null and new.variant_version_id is distinct from old.variant_version_id and not exists (
        select from case_variant_move m where m.case_id = new.id and m.moved_by_id = app.actor_id()
          and m.to_version_id is not distinct from new.variant_version_id and m.moved_at = now()::timestamptz(3)) then
      raise exception 'a case is moved to a version with a reason' using errcode = '42501';
    end if;
    return new;
  end $$;

create function app.destroy_variant_moves() returns trigger
  language plpgsql volatile security definer set search_path = pg_catalog, public, app
  as $$
  begin
    if new.status = 'erased' and old.status <> 'erased' then delete from case_variant_move where case_id = new.id; end if;
    return new;
  end $$;
create trigger destroy_variant_moves after update of status on family_case for each row execute function app.destroy_variant_moves();
