-- The sheet of who looked goes into the family's hands, where the suspected person may read it: who read and answered by a
-- one-time link stands on it, and no more than of the Blue Card does it tell that somebody is protected.
create or replace function app.family_ledger(p_case uuid) returns table (
    month date, institution_id uuid, institution text, actor_id uuid, person text, roles text[], action text, kind text,
    n bigint, last_at timestamptz)
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    with asked as (
      select c.id, c.team_id from family_case c
      where c.id = p_case and c.owner_institution_id = app.institution_id()
        and app.case_role(c.id, 'koordynator_rodziny', 'lider_gminny', 'audytor')
    ), subjects as (
      select array_agg(s.id) as ids from (
        select id from asked
        union all select p.person_id from case_person p join asked a on a.id = p.case_id
        union all select l.id from basket_line l join asked a on a.id = l.case_id
        union all select k.id from consent k join asked a on a.id = k.case_id
        union all select r.id from referral r join asked a on a.id = r.case_id
        union all select o.id from consultation o join asked a on a.id = o.case_id
      ) s
    ), found as (
      select e.at, e.actor_id, e.institution_id, e.action, e.kind,
        case when e.actor_id is null then e.reason end as by_link from audit_event e
      where (e.case_id in (select id from asked) or e.subject_ids && (select ids from subjects))
        and e.kind in ('read', 'write') and e.action not in ('case.flagNk', 'protection.read', 'protection.set', 'protection.end', 'print.confirm')
        and (e.actor_id is not null or e.action in ('line.readByLink', 'line.answerByLink'))
    ), counted as (
      select date_trunc('month', f.at at time zone 'Europe/Warsaw')::date as month, f.institution_id, f.actor_id,
             f.action, f.kind, f.by_link, count(*) as n, max(f.at) as last_at
      from found f group by 1, 2, 3, 4, 5, 6
    )
    select k.month, k.institution_id, i.name, k.actor_id, coalesce(u.given_name || ' ' || u.family_name, k.by_link),
           coalesce((select array_agg(distinct r.role::text) from role_assignment r cross join asked a
             where r.user_id = k.actor_id and r.institution_id = k.institution_id
               and r.starts_on <= k.last_at::date and (r.ended_at is null or r.ended_at >= k.month)
               and (r.case_id is null or r.case_id = a.id) and (r.team_id is null or r.team_id = a.team_id)), '{}'),
           k.action, k.kind, k.n, k.last_at
    from counted k left join institution i on i.id = k.institution_id left join user_account u on u.id = k.actor_id
    order by k.month, i.name, u.family_name, k.action
  $$;
