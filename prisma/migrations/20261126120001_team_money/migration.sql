-- What the baskets of one team cost, by who pays (domain 9, indicator 18), for those who read the figures of the team:
-- planned and co-payment of lines that were sent and not refused, actual cost of all of them, of services that begin in the
-- last twelve months or later. As shares are: a sum over fewer than five families is hidden. A family counts where it has
-- an amount of this kind above zero, so that free services do not hide behind it who alone is paid for.
-- Where a hidden sum could be read off the total, the source with the next fewest families is hidden too, until at least two
-- are, of at least five families together. There is no sum of a region, so nothing can be derived from a larger whole.
create function app.team_money(p_team uuid) returns table (funding text, kind text, shown text)
  language plpgsql stable security definer set search_path = pg_catalog, public, app, figures
  as $$
  #variable_conflict use_column
  begin
    perform figures.demand_team(p_team);
    return query
      with amounts as materialized (
        select l.case_id, coalesce(l.funding_key, 'none') as funding, k.kind, k.amount
        from basket_line l
        cross join lateral (values
          ('planned', case when l.status not in ('declined', 'cancelled', 'notDelivered') then l.cost_planned end),
          ('actual', l.cost_actual),
          ('coPayment', case when l.status not in ('declined', 'cancelled', 'notDelivered') then l.co_payment end)) k(kind, amount)
        where l.team_id = p_team and l.status <> 'draft' and l.starts_on > figures.year_ago() and k.amount > 0
      ), by_source as (
        select a.kind, a.funding, sum(a.amount)::bigint as amount, array_agg(distinct a.case_id) as cases,
          count(distinct a.case_id) as families
        from amounts a group by a.kind, a.funding
      ), ranked as (
        select s.*, row_number() over (partition by s.kind order by s.families, s.amount, s.funding) as place from by_source s
      ), together as (
        select r.*, count(*) filter (where r.families < 5) over (partition by r.kind) as small,
          (select count(distinct c) from ranked q, unnest(q.cases) c where q.kind = r.kind and q.place <= r.place) as up_to_here
        from ranked r
      ), reach as (
        -- the first place at which all small ones, and never one alone, are covered by five families or more
        select t.kind, min(t.place) filter (where t.place >= greatest(t.small, 2) and t.up_to_here >= 5) as enough,
          max(t.place) as last_place, max(t.small) as small
        from together t group by t.kind
      )
      select t.funding, t.kind,
        case when r.small > 0 and t.place <= coalesce(r.enough, r.last_place) then 'hidden' else t.amount::text end
      from together t join reach r on r.kind = t.kind
      union all
      select 'all', a.kind, case when count(distinct a.case_id) < 5 then 'hidden' else sum(a.amount)::bigint::text end
      from amounts a group by a.kind;
  end $$;
