-- What the family signed binds the line: other terms before the approval need a new signature, and under a plan in force
-- nothing grows beyond it. A provider never reads the plan, so it is told of its own line alone.

create function app.signed_terms(p_line uuid)
  returns table (plan_from date, plan_to date, since date, starts_on date, ends_on date, frequency text, quantity numeric,
                 cost_planned int, co_payment int)
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    with target as (
      select l.* from basket_line l
      where l.id = p_line and (l.id = any ((select app.provider_line_ids())::uuid[]) or app.works_on(l.case_id))
    ), valid as (
      select p.* from plan_line pl join plan p on p.id = pl.plan_id join target t on t.id = pl.line_id
      where p.status in ('inForce', 'superseded')
    ), current_plan as (select * from valid where status = 'inForce' order by version_no desc limit 1),
    signed as (
      select e.value as terms from current_plan p join plan_content c on c.plan_id = p.id,
        lateral jsonb_array_elements(c.body::jsonb -> 'lines') e
      where e.value ->> 'id' = p_line::text)
    select p.starts_on, p.ends_on, (select min(least(v.in_force_on, v.starts_on)) from valid v),
      case when s.terms is null then t.starts_on else (s.terms ->> 'from')::date end,
      case when s.terms is null then t.ends_on else (s.terms ->> 'to')::date end,
      case when s.terms is null then t.frequency else s.terms ->> 'frequency' end,
      case when s.terms is null then t.quantity else (s.terms ->> 'quantity')::numeric end,
      case when s.terms is null then t.cost_planned else (s.terms ->> 'cost')::int end,
      case when s.terms is null then t.co_payment else (s.terms ->> 'coPayment')::int end
    from target t join current_plan p on true left join signed s on true
  $$;

-- Other terms than the family signed: it signs anew. The one who changed them may be a provider, who has no plan to write.
create function app.unsign_plan(p_line uuid) returns boolean
  language plpgsql security definer set search_path = pg_catalog, public, app
  as $$
  declare changed int;
  begin
    if not exists (select from basket_line l where l.id = p_line
                   and (l.id = any ((select app.provider_line_ids())::uuid[])
                        or app.case_role(l.case_id, 'koordynator_rodziny', 'asystent_rodziny'))) then
      return false;
    end if;
    update plan p set family_signed_on = null, family_signed_by = null, coordinator_signed_on = null,
        version = p.version + 1, updated_at = now()
      where p.status = 'approval' and (p.family_signed_on is not null or p.coordinator_signed_on is not null)
        and exists (select from plan_line pl where pl.plan_id = p.id and pl.line_id = p_line);
    get diagnostics changed = row_count;
    return changed > 0;
  end $$;
