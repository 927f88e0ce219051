-- Somebody is away from a day to a day, and who stands in. Never why: a reason would be a person's health (GDPR art. 9).
create table absence (
  id uuid not null default gen_random_uuid() constraint absence_pkey primary key,
  user_id uuid not null,
  institution_id uuid not null,
  starts_on date not null,
  ends_on date not null,
  substitute_id uuid not null,
  recorded_by_id uuid not null,
  recorded_at timestamptz(3) not null default current_timestamp,
  cancelled_at timestamptz(3),
  constraint absence_in_order check (starts_on <= ends_on),
  constraint substitute_is_another check (substitute_id <> user_id)
);
create index absence_user_id_institution_id_idx on absence (user_id, institution_id);
create index absence_substitute_id_institution_id_idx on absence (substitute_id, institution_id);
select app.protect('absence');

create policy read_own on absence for select using (
  institution_id = (select app.institution_id())
  and ((select app.actor_id()) in (user_id, substitute_id) or (select app.heads_house())));
create policy add on absence for insert with check (
  institution_id = (select app.institution_id()) and recorded_by_id = (select app.actor_id())
  and (user_id = (select app.actor_id()) or (select app.heads_house()))
  and (select count(*) from employment e where e.institution_id = absence.institution_id and e.ends_on is null
       and e.user_id in (absence.user_id, absence.substitute_id)) = 2);
create policy mend on absence for update using (
  institution_id = (select app.institution_id()) and (user_id = (select app.actor_id()) or (select app.heads_house())));

-- In whose place the actor answers today: the own one, and those of colleagues who are away and named the actor. Not handed
-- further, and it gives no role: what is done for them needs the actor's own.
create function app.stands_for() returns uuid[]
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select array_append(coalesce(array_agg(a.user_id), '{}'), app.actor_id()) from absence a
    where a.substitute_id = app.actor_id() and a.institution_id = app.institution_id() and a.cancelled_at is null
      and app.today() between a.starts_on and a.ends_on
  $$;

-- Lines of the person one stands in for, by the roles that one holds oneself; consent and restriction as before.
do $do$
declare body text := pg_get_functiondef('app.provider_line_ids_now()'::regprocedure);
begin
  if (select count(*) from regexp_matches(body, 'responsible_user_id = \(select app\.actor_id\(\)\)', 'g')) <> 2 then
    raise exception 'app.provider_line_ids_now() reads otherwise';
  end if;
  execute replace(body, 'responsible_user_id = (select app.actor_id())', 'responsible_user_id = any ((select app.stands_for())::uuid[])');
end $do$;

-- Who stands in for somebody today, for the word that a question waits: an id alone.
create function app.substitute_of(p_user uuid, p_institution uuid) returns uuid
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select a.substitute_id from absence a
    where a.user_id = p_user and a.institution_id = p_institution and a.cancelled_at is null and app.actor_id() is not null
      and app.today() between a.starts_on and a.ends_on
    order by a.recorded_at desc limit 1
  $$;

-- Who of a team's people is away now or soon, and who stands in: for everybody who sees the team.
create function app.team_absences(p_team uuid)
  returns table (user_id uuid, institution_id uuid, starts_on date, ends_on date, substitute text)
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select a.user_id, a.institution_id, a.starts_on, a.ends_on, u.given_name || ' ' || u.family_name
    from absence a join user_account u on u.id = a.substitute_id
    where p_team = any ((select app.team_ids())::uuid[]) and a.cancelled_at is null and a.ends_on >= app.today() and a.starts_on <= app.today() + 14
      and (exists (select from team_member m where m.team_id = p_team and m.left_on is null and m.institution_id = a.institution_id
                   and a.user_id in (m.representative_id, m.deputy_id))
        or exists (select from role_assignment r where r.team_id = p_team and r.user_id = a.user_id
                   and r.institution_id = a.institution_id and r.ended_at is null))
    order by a.starts_on
  $$;

-- What waits for the people one stands in for, as numbers: of a case no more than that it is there.
create function app.substitute_counts()
  returns table (user_id uuid, name text, starts_on date, ends_on date, to_answer int, running int, cases int, seats int)
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select a.user_id, u.given_name || ' ' || u.family_name, a.starts_on, a.ends_on,
      (select count(*) from basket_line l where l.responsible_user_id = a.user_id
         and l.provider_institution_id = a.institution_id and l.status = 'proposed')::int,
      (select count(*) from basket_line l where l.responsible_user_id = a.user_id
         and l.provider_institution_id = a.institution_id
         and l.status in ('accepted', 'scheduled', 'inProgress', 'suspended', 'counterProposed', 'waitingList'))::int,
      (select count(distinct r.case_id) from role_assignment r join family_case c on c.id = r.case_id
         where r.user_id = a.user_id and r.institution_id = a.institution_id and r.ended_at is null
           and c.status not in ('closed', 'rejected', 'redirected', 'archived', 'erased'))::int,
      (select count(*) from team_member m join team t on t.id = m.team_id and t.status <> 'dissolved'
         where m.institution_id = a.institution_id and m.left_on is null and a.user_id in (m.representative_id, m.deputy_id))::int
    from absence a join user_account u on u.id = a.user_id
    where a.substitute_id = app.actor_id() and a.institution_id = app.institution_id() and a.cancelled_at is null
      and a.ends_on >= app.today()
    order by a.starts_on, u.family_name
  $$;

-- Is a colleague of the own institution away on one of these days? Yes or no alone.
create function app.away_between(p_user uuid, p_from date, p_until date) returns boolean
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select exists (select from absence a where a.user_id = p_user and a.institution_id = app.institution_id()
      and a.cancelled_at is null and a.starts_on <= p_until and a.ends_on >= p_from)
  $$;
