-- The end of an agreement is told 90, 60 and 30 days ahead (domain 4.1): once each, for each last day that it ever had, to
-- the leaders of the team and its animator.
create table agreement_reminder (
  team_id uuid not null references team (id) on delete cascade on update no action,
  agreement_to date not null,
  days integer not null,
  told_at timestamptz(3) not null default current_timestamp,
  constraint agreement_reminder_pkey primary key (team_id, agreement_to, days),
  constraint known_days check (days in (90, 60, 30))
);
select app.protect('agreement_reminder');
create policy read_visible on agreement_reminder for select using (team_id = any ((select app.team_ids())::uuid[]));

-- One look of the clock. A server that slept tells the nearest day alone, never three at once.
create function app.tell_agreements_that_end() returns integer
  language plpgsql volatile security definer set search_path = pg_catalog, public, app
  as $$
  declare told integer;
  begin
    if not pg_try_advisory_xact_lock(hashtext('agreements-that-end')) then return 0; end if;
    with near as (
      insert into agreement_reminder (team_id, agreement_to, days)
      select t.id, t.agreement_to,
             case when t.agreement_to <= app.today() + 30 then 30 when t.agreement_to <= app.today() + 60 then 60 else 90 end
      from team t
      where t.status in ('active', 'suspended') and t.agreement_to between app.today() and app.today() + 90
      on conflict do nothing returning team_id, days
    )
    insert into notification (user_id, institution_id, kind, team_id)
      -- a leader without a team leads every team of the institution
      select distinct r.user_id, r.institution_id, 'team.agreementEnds' || near.days, near.team_id
      from near join role_assignment r
        on r.ended_at is null and r.starts_on <= app.today() and (r.ends_on is null or r.ends_on >= app.today())
      where r.role = 'animator' and r.team_id = near.team_id
        or r.role in ('lider_gminny', 'lider_powiatowy') and (r.team_id is null or r.team_id = near.team_id)
           and exists (select from team_member m
                       where m.team_id = near.team_id and m.institution_id = r.institution_id and m.left_on is null);
    get diagnostics told = row_count;
    return told;
  end $$;

-- Teams of the own institution that take no family now, with why: for the words on the form of a referral.
create function app.teams_closed_to_referrals()
  returns table (id uuid, name text, why text, agreement_from date, agreement_to date)
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select t.id, t.name,
           case when t.status = 'suspended' then 'suspended'
                when t.status <> 'active' then 'notActive'
                when m.signed_on is null then 'notSigned'
                when t.agreement_to < app.today() then 'expired'
                when t.agreement_from > app.today() then 'notBegun'
                else 'noLead' end,
           t.agreement_from, t.agreement_to
    from team t join team_member m on m.team_id = t.id
    where m.institution_id = app.institution_id() and m.left_on is null and t.status <> 'dissolved'
      and exists (select from app.my_assignments())
      and not exists (select from app.referral_teams() o where o.id = t.id)
    order by t.name
  $$;
