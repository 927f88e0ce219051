-- To suspend, resume or dissolve a team is for both leaders (domain 4.1): one proposes with the reason, the other agrees.
-- Where nobody leads the other side, or one person leads both, the one decides.
create table team_proposal (
  id uuid not null default gen_random_uuid() constraint team_proposal_pkey primary key,
  team_id uuid not null references team (id) on delete cascade on update no action,
  action text not null,
  reason text not null,
  final_report text,
  proposed_by_id uuid not null,
  institution_id uuid not null,
  at timestamptz(3) not null default current_timestamp,
  agreed_by_id uuid,
  ended_at timestamptz(3),
  constraint known_action check (action in ('team.suspend', 'team.resume', 'team.dissolve')),
  constraint agreed_by_another check (agreed_by_id <> proposed_by_id)
);
create index team_proposal_team_id_idx on team_proposal (team_id);
create unique index one_live_proposal on team_proposal (team_id) where ended_at is null;
select app.protect('team_proposal');

-- Which sides of the team the actor leads.
create function app.leader_sides(p_team uuid) returns text[]
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select coalesce(array_agg(distinct a.role::text), '{}') from app.my_assignments() a
    where a.role in ('lider_gminny', 'lider_powiatowy') and (a.team_id is null or a.team_id = p_team)
      and exists (select from team_member m where m.team_id = p_team and m.institution_id = a.institution_id and m.left_on is null)
  $$;

-- Leaders of the other side, whose agreement is asked.
create function app.other_leaders(p_team uuid) returns table (user_id uuid, institution_id uuid)
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select distinct r.user_id, r.institution_id from role_assignment r
    where (select app.leader_sides(p_team)) <> '{}'
      and r.role in ('lider_gminny', 'lider_powiatowy') and r.role::text <> all ((select app.leader_sides(p_team))::text[])
      and r.user_id <> app.actor_id() and (r.team_id is null or r.team_id = p_team)
      and r.ended_at is null and r.starts_on <= app.today() and (r.ends_on is null or r.ends_on >= app.today())
      and exists (select from user_account u where u.id = r.user_id and u.disabled_at is null)
      and exists (select from team_member m where m.team_id = p_team and m.institution_id = r.institution_id and m.left_on is null)
  $$;

create policy read_visible on team_proposal for select using (team_id = any ((select app.team_ids())::uuid[]));
create policy add on team_proposal for insert with check (
  proposed_by_id = (select app.actor_id()) and institution_id = (select app.institution_id()) and agreed_by_id is null
  and app.leader_sides(team_id) <> '{}');
create policy mend on team_proposal for update using (app.leader_sides(team_id) <> '{}')
  with check (ended_at is not null and (agreed_by_id is null or agreed_by_id = (select app.actor_id())));

-- What was proposed does not change; and only the other side agrees.
create function app.proposal_kept() returns trigger
  language plpgsql volatile security definer set search_path = pg_catalog, public, app
  as $$
  begin
    if old.ended_at is not null or (new.team_id, new.action, new.reason, new.final_report, new.proposed_by_id)
         is distinct from (old.team_id, old.action, old.reason, old.final_report, old.proposed_by_id)
       or new.agreed_by_id is not null and not exists (
            select from role_assignment r where r.user_id = old.proposed_by_id and r.institution_id = old.institution_id
              and r.ended_at is null and r.role in ('lider_gminny', 'lider_powiatowy')
              and array[r.role::text] <> app.leader_sides(old.team_id)) then
      raise exception 'a proposal is agreed by the other leader, or dropped' using errcode = '42501';
    end if;
    return new;
  end $$;
create trigger proposal_kept before update on team_proposal for each row execute function app.proposal_kept();

-- The second lock: no such step of a team without the agreement of the other side, where there is one.
create function app.both_leaders() returns trigger
  language plpgsql volatile security definer set search_path = pg_catalog, public, app
  as $$
  begin
    if app.actor_id() is null or not exists (select from app.other_leaders(new.id)) or exists (
         select from team_proposal p where p.team_id = new.id and p.agreed_by_id = app.actor_id() and p.ended_at is not null
           -- agreed in this very transaction, not at some other time
           and p.xmin = pg_current_xact_id()::xid
           and p.action = case new.status when 'suspended' then 'team.suspend' when 'active' then 'team.resume' else 'team.dissolve' end) then
      return new;
    end if;
    raise exception 'both leaders decide' using errcode = '42501';
  end $$;
create trigger both_leaders before update of status on team for each row
  when (old.status in ('active', 'suspended') and new.status is distinct from old.status) execute function app.both_leaders();
