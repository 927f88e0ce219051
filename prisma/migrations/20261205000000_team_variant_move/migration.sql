-- A team keeps the version of its variant until somebody moves it, seeing what changes first. Each move is a row with the
-- reason, and the row is what moves the team: no history without a move, no move without its row (decision 0030).
create table team_variant_move (
  id uuid not null default gen_random_uuid() constraint team_variant_move_pkey primary key,
  team_id uuid not null references team (id) on delete cascade on update no action,
  from_version_id uuid,
  to_version_id uuid,
  reason text not null,
  by_id uuid not null,
  institution_id uuid not null,
  at timestamptz(3) not null default current_timestamp,
  constraint to_another_version check (from_version_id is distinct from to_version_id)
);
create index team_variant_move_team_id_idx on team_variant_move (team_id);
select app.protect('team_variant_move');

-- Who founds a team says by which version it works: the ROPS of its region, its animator, the leader of the gmina's side.
create function app.may_move_variant(p_team uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select exists (
      select from team t where t.id = p_team and (
        t.wojewodztwo_code = any ((select app.my_region_codes('rops_koordynator'))::text[])
        or exists (select from app.my_assignments() a where a.role = 'animator' and a.team_id = t.id)
        or app.has_role('lider_gminny') and (
          app.institution_id() in (t.lead_institution_id, t.created_institution_id)
          or exists (select from team_member m
            where m.team_id = t.id and m.institution_id = app.institution_id() and m.left_on is null))))
  $$;

-- From the version that the team goes by to another published one of its voivodeship and variant, or the national model.
create function app.variant_move_fits(p_team uuid, p_from uuid, p_to uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select exists (
      select from team t
      where t.id = p_team and t.status <> 'dissolved' and t.variant_version_id is not distinct from p_from
        and app.variant_version_fits(p_to, t.wojewodztwo_code, t.variant_key))
  $$;

create policy read_visible on team_variant_move for select using (team_id = any ((select app.team_ids())::uuid[]));
create policy add on team_variant_move for insert with check (
  by_id = (select app.actor_id()) and institution_id = (select app.institution_id())
  and app.may_move_variant(team_id) and app.variant_move_fits(team_id, from_version_id, to_version_id));

create function app.move_team_variant() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public, app
  as $$
  begin
    update team set variant_version_id = new.to_version_id where id = new.team_id;
    return new;
  end $$;
create trigger move_team_variant after insert on team_variant_move
  for each row execute function app.move_team_variant();

-- The second lock on the team itself, which more people may mend: its version changes with such a row alone, its variant
-- only while the agreement is a draft (then it begins with the newest version again).
create function app.variant_moved_as_noted() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public, app
  as $$
  begin
    if app.actor_id() is null then return new; end if;
    if (new.variant_key, new.wojewodztwo_code) is distinct from (old.variant_key, old.wojewodztwo_code) then
      if old.status <> 'initiated' then
        raise exception 'the variant of a team is that of its agreement' using errcode = '42501';
      end if;
    elsif new.variant_version_id is distinct from old.variant_version_id and not exists (
        select from team_variant_move m where m.team_id = new.id and m.by_id = app.actor_id()
          and m.from_version_id is not distinct from old.variant_version_id
          and m.to_version_id is not distinct from new.variant_version_id
          -- noted in this very transaction, not at some other time
          and m.xmin = pg_current_xact_id()::xid) then
      raise exception 'a team is moved to another version with its reason' using errcode = '42501';
    end if;
    return new;
  end $$;
create trigger variant_moved_as_noted before update of variant_version_id, variant_key, wojewodztwo_code on team
  for each row execute function app.variant_moved_as_noted();

-- How many open cases of the team keep another version than it goes by: shown like every figure of a team. The whole and the
-- cases that go with the team are in the same table, so that neither is derived from the other.
create function app.team_cases_left_behind(p_team uuid) returns text
  language plpgsql stable security definer set search_path = pg_catalog, public, app, figures
  as $$
  begin
    perform figures.demand_team(p_team);
    return (
      with counted as (
        select count(*)::int as n,
          (count(*) filter (where c.variant_version_id is distinct from t.variant_version_id))::int as behind
        from family_case c join team t on t.id = c.team_id
        where c.team_id = p_team and c.status not in ('closed', 'rejected', 'redirected', 'archived', 'erased')
      )
      select s.shown from counted, app.suppress(
        array['team', 'team', 'team'], array[null, null, null]::text[], array['all', 'behind', 'with'],
        array[n, behind, n - behind]) s
      where s.col = 'behind');
  end $$;
