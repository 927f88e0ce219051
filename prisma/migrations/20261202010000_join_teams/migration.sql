-- Two live teams of one variant become one in one step (decision 0031): proposed by a leader or the ROPS, agreed to by the
-- leaders of both sides of both teams.
alter table team add column joined_into_id uuid references team (id) on delete restrict on update no action;
create index team_joined_into_id_idx on team (joined_into_id);

create table team_joining (
  id uuid not null default gen_random_uuid() constraint team_joining_pkey primary key,
  team_id uuid not null references team (id) on delete cascade on update no action,
  into_team_id uuid not null references team (id) on delete cascade on update no action,
  reason text not null,
  final_report text not null,
  signed_on date not null,
  signers jsonb not null default '{}',
  proposed_by_id uuid not null,
  institution_id uuid not null,
  at timestamptz(3) not null default current_timestamp,
  ended_at timestamptz(3),
  done_at timestamptz(3),
  constraint two_teams check (team_id <> into_team_id),
  constraint done_is_ended check (done_at is null or ended_at is not null)
);
create index team_joining_team_id_idx on team_joining (team_id);
create index team_joining_into_team_id_idx on team_joining (into_team_id);
create unique index one_live_joining on team_joining (team_id) where ended_at is null;
select app.protect('team_joining');

create table team_joining_vote (
  joining_id uuid not null references team_joining (id) on delete cascade on update no action,
  team_id uuid not null,
  user_id uuid not null,
  institution_id uuid not null,
  at timestamptz(3) not null default current_timestamp,
  constraint team_joining_vote_pkey primary key (joining_id, user_id)
);
create index team_joining_vote_team_id_idx on team_joining_vote (team_id);
select app.protect('team_joining_vote');

create function app.keeps_joining(p_team uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select app.leader_sides(p_team) <> '{}'
      or exists (select from team t where t.id = p_team and t.wojewodztwo_code = any ((select app.my_region_codes('rops_koordynator'))::text[]))
      or exists (select from app.my_assignments() a where a.role = 'animator' and a.team_id = p_team)
  $$;

create policy read_visible on team_joining for select using (
  team_id = any ((select app.team_ids())::uuid[]) or into_team_id = any ((select app.team_ids())::uuid[]));
create policy add on team_joining for insert with check (
  proposed_by_id = (select app.actor_id()) and institution_id = (select app.institution_id()) and ended_at is null
  and app.keeps_joining(team_id));
-- the app may only take it back; it is done by app.join_teams alone
create policy mend on team_joining for update
  using (ended_at is null and (app.keeps_joining(team_id) or app.keeps_joining(into_team_id)))
  with check (ended_at is not null and done_at is null);
create trigger keep_joining before update on team_joining for each row execute function app.keep_columns(
  'id', 'team_id', 'into_team_id', 'reason', 'final_report', 'signed_on', 'signers', 'proposed_by_id', 'institution_id', 'at');

create policy read_visible on team_joining_vote for select using (exists (select from team_joining j where j.id = joining_id));
create policy add on team_joining_vote for insert with check (
  user_id = (select app.actor_id()) and institution_id = (select app.institution_id())
  and exists (select from team_joining j where j.id = joining_id and j.team_id = team_joining_vote.team_id and j.ended_at is null
    and (app.leader_sides(j.team_id) <> '{}' or app.leader_sides(j.into_team_id) <> '{}')));

-- Everybody who leads a side of either team today.
create function app.joining_leaders(p_joining uuid) returns table (team_id uuid, role text, user_id uuid, institution_id uuid)
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select distinct s.team_id, r.role::text, r.user_id, r.institution_id
    from team_joining j cross join lateral (values (j.team_id), (j.into_team_id)) s (team_id)
    join team_member m on m.team_id = s.team_id and m.left_on is null
    join role_assignment r on r.institution_id = m.institution_id and (r.team_id is null or r.team_id = s.team_id)
    where j.id = p_joining and r.role in ('lider_gminny', 'lider_powiatowy') and r.case_id is null
      and r.ended_at is null and r.starts_on <= app.today() and (r.ends_on is null or r.ends_on >= app.today())
      and exists (select from user_account u where u.id = r.user_id and u.disabled_at is null)
      and (app.keeps_joining(j.team_id) or app.keeps_joining(j.into_team_id))
  $$;

-- Sides that have a leader and have not agreed.
create function app.joining_waits(p_joining uuid) returns table (team_id uuid, role text)
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select l.team_id, l.role from app.joining_leaders(p_joining) l
    left join team_joining_vote v on v.joining_id = p_joining and v.user_id = l.user_id and v.institution_id = l.institution_id
    group by 1, 2 having count(v.user_id) = 0
  $$;

-- Live teams of the same variant and voivodeship, those of the powiat first.
create function app.joinable_teams(p_team uuid) returns table (id uuid, name text, near boolean)
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select b.id, b.name, b.powiat_code = a.powiat_code from team a join team b on b.id <> a.id
      and b.variant_key = a.variant_key and b.wojewodztwo_code = a.wojewodztwo_code and b.status = 'active'
    where a.id = p_team and app.keeps_joining(a.id) order by 3 desc, b.name_folded, b.id
  $$;

-- These four are asked by the functions below; whoever asks them otherwise sees no more than row-level security shows.
-- Cases that go over: the ones of the unit that leads the team that stays. Their owner, consents and institutions stay.
create function app.joining_cases(p_team uuid, p_into uuid) returns uuid[]
  language sql stable set search_path = pg_catalog, public, app
  as $$
    select coalesce(array_agg(c.id), '{}') from family_case c join team b on b.id = p_into
    where c.team_id = p_team and c.owner_institution_id = b.lead_institution_id and c.status <> 'erased'
  $$;

create function app.case_is_over(p_status case_status) returns boolean language sql immutable
  as $$ select p_status in ('closed', 'rejected', 'redirected', 'archived', 'erased') $$;

-- Why these two cannot be joined now, or null.
create function app.joining_refusal(p_team uuid, p_into uuid) returns text
  language sql stable set search_path = pg_catalog, public, app
  as $$
    select case
      when a.id = b.id or a.variant_key <> b.variant_key or a.wojewodztwo_code <> b.wojewodztwo_code
        or a.status not in ('active', 'suspended') or b.status <> 'active' or b.lead_institution_id is null then 'joining.teams'
      when exists (select from family_case c where c.team_id = a.id and not app.case_is_over(c.status)
        and c.owner_institution_id <> b.lead_institution_id) then 'joining.otherOwner'
      when exists (select from case_transfer x where x.status in ('offered', 'accepted') and a.id in (x.team_id, x.to_team_id))
        then 'joining.transfers'
    end
    from team a, team b where a.id = p_team and b.id = p_into
  $$;

-- Parties of the team that ends, and what becomes of each: accedes | both | stays.
create function app.joining_parties(p_team uuid, p_into uuid)
  returns table (member_id uuid, institution_id uuid, name text, fate text, signed_by text)
  language sql stable set search_path = pg_catalog, public, app
  as $$
    select m.id, i.id, i.name, case
        when exists (select from team_member k where k.team_id = p_into and k.institution_id = i.id and k.left_on is null) then 'both'
        when m.signed_on is null or i.ended_on is not null then 'stays' else 'accedes' end,
      coalesce(m.signed_by_name, (select u.given_name || ' ' || u.family_name from user_account u where u.id = m.representative_id))
    from team_member m join institution i on i.id = m.institution_id
    where m.team_id = p_team and m.left_on is null order by i.name_folded, i.id
  $$;

create function app.joining_coordinators(p_team uuid, p_into uuid)
  returns table (user_id uuid, institution_id uuid, name text, passes boolean, ends_on date)
  language sql stable set search_path = pg_catalog, public, app
  as $$
    select r.user_id, r.institution_id, u.given_name || ' ' || u.family_name,
      bool_or(r.institution_id = b.lead_institution_id), case when bool_or(r.ends_on is null) then null else max(r.ends_on) end
    from role_assignment r join user_account u on u.id = r.user_id join team b on b.id = p_into
    where r.team_id = p_team and r.role = 'koordynator_zespolu' and r.ended_at is null
      and (r.ends_on is null or r.ends_on >= app.today())
    group by r.user_id, r.institution_id, u.given_name, u.family_name order by 3, 1
  $$;

-- What will happen, for who decides about it. Numbers of cases only for who leads the team that ends and for their owner.
create function app.joining_facts(p_team uuid, p_into uuid) returns jsonb
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select jsonb_build_object(
      'team', a.name, 'into', b.name, 'sameGmina', a.gmina_code = b.gmina_code, 'refusal', app.joining_refusal(a.id, b.id),
      'began', coalesce(b.activated_on, b.agreement_from), 'leadInstitutionId', b.lead_institution_id,
      'parties', (select coalesce(jsonb_agg(jsonb_build_object('institutionId', p.institution_id, 'name', p.name, 'fate', p.fate,
          'signedBy', p.signed_by)), '[]') from app.joining_parties(a.id, b.id) p),
      'coordinators', (select coalesce(jsonb_agg(jsonb_build_object('name', c.name, 'passes', c.passes)), '[]')
        from app.joining_coordinators(a.id, b.id) c),
      'tasks', (select count(*) from task k where k.team_id = a.id and k.status = 'open'),
      'meetings', (select count(*) from team_meeting g where g.team_id = a.id and g.status in ('planned', 'called')),
      'cases', case when app.leader_sides(a.id) <> '{}' or app.institution_id() = b.lead_institution_id then (
        select jsonb_build_object(
          'open', count(*) filter (where not app.case_is_over(c.status) and c.owner_institution_id = b.lead_institution_id),
          'over', count(*) filter (where app.case_is_over(c.status) and c.owner_institution_id = b.lead_institution_id),
          'stay', count(*) filter (where app.case_is_over(c.status) and c.owner_institution_id <> b.lead_institution_id),
          'others', count(*) filter (where not app.case_is_over(c.status) and c.owner_institution_id <> b.lead_institution_id))
        from family_case c where c.team_id = a.id and c.status <> 'erased') end)
    from team a, team b where a.id = p_team and b.id = p_into
      and (app.keeps_joining(a.id) or app.keeps_joining(b.id) and exists (
        select from team_joining j where j.team_id = a.id and j.into_team_id = b.id and j.ended_at is null))
  $$;

-- A kind and a team: nothing of a family.
create function app.tell_joining(p_joining uuid, p_kind text) returns void
  language sql volatile security definer set search_path = pg_catalog, public, app
  as $$
    insert into notification (user_id, institution_id, kind, team_id)
    select distinct on (l.user_id, l.institution_id) l.user_id, l.institution_id, p_kind, l.team_id
    from app.joining_leaders(p_joining) l
    where l.user_id <> app.actor_id() and p_kind in ('team.joiningProposed', 'team.joiningDropped')
    order by 1, 2, l.team_id
  $$;

-- No team says that another took it over unless it was joined to it.
create function app.joined_by_joining() returns trigger
  language plpgsql volatile security definer set search_path = pg_catalog, public, app
  as $$
  begin
    if not exists (select from team_joining j where j.team_id = new.id and j.into_team_id = new.joined_into_id
        and j.done_at is not null and j.xmin = pg_current_xact_id()::xid) then
      raise exception 'teams are joined by app.join_teams' using errcode = '42501';
    end if;
    return new;
  end $$;
create trigger joined_by_joining before update of joined_into_id on team for each row
  when (new.joined_into_id is distinct from old.joined_into_id) execute function app.joined_by_joining();

-- The agreement of all sides to a joining stands for that of both leaders to the end of the team.
create or replace function app.both_leaders() returns trigger
  language plpgsql volatile security definer set search_path = pg_catalog, public, app
  as $$
  begin
    if app.actor_id() is null or new.status = 'dissolved' and exists (
         select from team_joining j where j.team_id = new.id and j.into_team_id = new.joined_into_id and j.done_at is not null
           and j.xmin = pg_current_xact_id()::xid) then
      return new;
    end if;
    if app.leader_sides(new.id) = '{}' then raise exception 'the leaders decide' using errcode = '42501'; end if;
    if not exists (select from app.other_leaders(new.id)) or exists (
         select from team_proposal p where p.team_id = new.id and p.agreed_by_id = app.actor_id() and p.ended_at is not null
           -- agreed in this very transaction, not at some other time
           and p.xmin = pg_current_xact_id()::xid
           and p.action = case new.status when 'suspended' then 'team.suspend' when 'active' then 'team.resume' else 'team.dissolve' end) then
      return new;
    end if;
    raise exception 'both leaders decide' using errcode = '42501';
  end $$;

-- The joining that is being done in this very transaction; the parts of the step begin with it.
create function app.joining_being_done(p_joining uuid) returns team_joining
  language plpgsql stable security definer set search_path = pg_catalog, public, app
  as $$
  declare j team_joining;
  begin
    select * into j from team_joining x where x.id = p_joining and x.done_at is not null and x.xmin = pg_current_xact_id()::xid;
    if j.id is null then raise exception 'no joining is being done' using errcode = '42501'; end if;
    return j;
  end $$;

create function app.accede_by_joining(p_joining uuid) returns void
  language plpgsql volatile security definer set search_path = pg_catalog, public, app
  as $$
  declare j team_joining := app.joining_being_done(p_joining); v record; v_next int;
  begin
    for v in select m.*, p.signed_by from app.joining_parties(j.team_id, j.into_team_id) p join team_member m on m.id = p.member_id
        where p.fate = 'accedes' loop
      insert into team_member (team_id, institution_id, founding, representative_id, deputy_id, invited_at, joined_on, signed_on, signed_by_name)
      values (j.into_team_id, v.institution_id, false, v.representative_id, v.deputy_id, now(), j.signed_on, j.signed_on,
        coalesce(j.signers ->> v.institution_id::text, v.signed_by));
      select coalesce(max(x.number::int), 0) + 1 into v_next from team_annex x where x.team_id = j.into_team_id and x.number ~ '^\d{1,6}$';
      insert into team_annex (team_id, kind, number, signed_on, signed_by_name, institution_id, effective_on, note, recorded_by_id, recorded_institution_id)
      select j.into_team_id, 'accession', v_next::text, j.signed_on, coalesce(j.signers ->> v.institution_id::text, v.signed_by),
        v.institution_id, j.signed_on, 'połączenie z zespołem: ' || a.name, app.actor_id(), app.institution_id()
      from team a where a.id = j.team_id;
    end loop;
    insert into role_assignment (user_id, institution_id, role, team_id, starts_on, ends_on, granted_by_id)
    select c.user_id, c.institution_id, 'koordynator_zespolu', j.into_team_id, app.today(), c.ends_on, app.actor_id()
    from app.joining_coordinators(j.team_id, j.into_team_id) c
    where c.passes and not exists (select from role_assignment r where r.user_id = c.user_id and r.institution_id = c.institution_id
      and r.role = 'koordynator_zespolu' and r.team_id = j.into_team_id and r.ended_at is null
      and (r.ends_on is null or r.ends_on >= app.today()));
  end $$;

-- Every row of these cases says the other team from now on; what was looked at then, and items of meetings of the ended
-- team, stay where they were.
create function app.move_cases_by_joining(p_joining uuid) returns int
  language plpgsql volatile security definer set search_path = pg_catalog, public, app
  as $$
  declare
    j team_joining := app.joining_being_done(p_joining);
    p_cases uuid[] := app.joining_cases(j.team_id, j.into_team_id);
    v_table text; v_drafts uuid[];
  begin
    update family_case set team_id = j.into_team_id where id = any (p_cases) and team_id = j.team_id;
    for v_table in
        select c.relname from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
          and c.relname not in ('audit_event', 'meeting_case_item')
          and (select count(*) from pg_attribute t where t.attrelid = c.oid and not t.attisdropped
               and t.attname in ('team_id', 'case_id')) = 2
        order by 1 loop
      execute format('update public.%I set team_id = $1 where team_id = $2 and case_id = any ($3)', v_table)
        using j.into_team_id, j.team_id, p_cases;
    end loop;
    -- drafts are known to their author alone
    select coalesce(array_agg(r.id), '{}') into v_drafts from referral r where r.team_id = j.team_id and r.case_id is null;
    update referral set team_id = j.into_team_id where id = any (v_drafts);
    update nk_flag set team_id = j.into_team_id where referral_id = any (v_drafts) and case_id is null;
    update referral_person p set team_id = j.into_team_id from referral r
      where r.id = p.referral_id and r.team_id = j.into_team_id and p.team_id = j.team_id;
    insert into notification (user_id, institution_id, kind, team_id)
      select distinct r.author_id, r.institution_id, 'team.draftWentOver', j.into_team_id from referral r
      where r.id = any (v_drafts) and r.author_id <> app.actor_id();
    insert into notification (user_id, institution_id, kind, team_id, case_id)
      select distinct r.user_id, r.institution_id, 'team.caseWentOver', j.into_team_id, c.id from family_case c
      join role_assignment r on r.case_id = c.id and r.role = 'koordynator_rodziny' and r.ended_at is null
      where c.id = any (p_cases) and not app.case_is_over(c.status) and r.user_id <> app.actor_id();
    -- who looks for what happened to a family finds it there
    insert into audit_event (actor_id, institution_id, action, kind, subject_kind, subject_ids, team_id, case_id, owner_institution_id, reason)
      select app.actor_id(), app.institution_id(), 'team.join', 'write', 'case', array[c.id], j.into_team_id, c.id,
        c.owner_institution_id, j.reason from family_case c where c.id = any (p_cases);
    return cardinality(p_cases);
  end $$;

create function app.tell_joined(p_joining uuid) returns void
  language plpgsql volatile security definer set search_path = pg_catalog, public, app
  as $$
  declare j team_joining := app.joining_being_done(p_joining);
  begin
    insert into notification (user_id, institution_id, kind, team_id)
    select distinct x.user_id, x.institution_id, x.kind, x.team_id from (
      select m.representative_id, m.institution_id, s.kind, s.team_id
      from (values (j.team_id, 'team.endsByJoining'), (j.into_team_id, 'team.tookOver')) s (team_id, kind)
      join team_member m on m.team_id = s.team_id and m.left_on is null
      union all
      select m.deputy_id, m.institution_id, s.kind, s.team_id
      from (values (j.team_id, 'team.endsByJoining'), (j.into_team_id, 'team.tookOver')) s (team_id, kind)
      join team_member m on m.team_id = s.team_id and m.left_on is null
      union all
      select l.user_id, l.institution_id, case when l.team_id = j.team_id then 'team.endsByJoining' else 'team.tookOver' end, l.team_id
      from app.joining_leaders(j.id) l
      union all
      select r.user_id, r.institution_id, 'team.tookOver', r.team_id from role_assignment r
      where r.team_id = j.into_team_id and r.role in ('koordynator_zespolu', 'animator') and r.ended_at is null
    ) x (user_id, institution_id, kind, team_id)
    where x.user_id is not null and x.user_id <> app.actor_id();
  end $$;

-- The whole step, when all sides agreed and nothing stands in the way. Gives how many cases went over.
create function app.join_teams(p_joining uuid) returns int
  language plpgsql volatile security definer set search_path = pg_catalog, public, app
  as $$
  declare j team_joining; a team; b team; v_cases int;
  begin
    select * into j from team_joining where id = p_joining for update;
    perform from team where id in (j.team_id, j.into_team_id) order by id for update;
    select * into a from team where id = j.team_id;
    select * into b from team where id = j.into_team_id;
    if j.id is null or j.ended_at is not null or app.actor_id() is null
       or not (app.keeps_joining(a.id) or app.keeps_joining(b.id))
       or app.actor_id() <> j.proposed_by_id
         and not exists (select from team_joining_vote v where v.joining_id = j.id and v.user_id = app.actor_id())
       or exists (select from app.joining_waits(j.id)) or app.joining_refusal(a.id, b.id) is not null then
      raise exception 'not a joining that all sides agreed to' using errcode = '42501';
    end if;
    update team_joining set done_at = now(), ended_at = now() where id = j.id;
    perform app.tell_joined(j.id);
    perform app.accede_by_joining(j.id);
    v_cases := app.move_cases_by_joining(j.id);
    update task set team_id = b.id where team_id = a.id and status = 'open';
    update team_meeting set status = 'cancelled', cancel_reason = 'zespół połączony z: ' || b.name, version = version + 1, updated_at = now()
      where team_id = a.id and status in ('planned', 'called');
    update team_proposal set ended_at = now() where team_id = a.id and ended_at is null;
    update team set status = 'dissolved', joined_into_id = b.id, dissolved_on = app.today(), final_report = j.final_report,
        dissolved_reason = 'połączony z: ' || b.name || '. ' || j.reason, version = version + 1, updated_at = now() where id = a.id;
    insert into team_transition (team_id, from_status, to_status, actor_id, institution_id, reason)
      values (a.id, a.status, 'dissolved', app.actor_id(), app.institution_id(), 'połączony z: ' || b.name || '. ' || j.reason);
    update team set version = version + 1, updated_at = now() where id = b.id;
    return v_cases;
  end $$;
