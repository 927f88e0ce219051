-- Domain 3.6, row "Basket line": the team's coordinator has U on it. A draft is rewritten with what hangs on it, and terms
-- that the coordinator changes ask the family for a new signature as anybody's do.
do $$
declare t text;
begin
  foreach t in array array['line_beneficiary', 'line_need', 'line_goal'] loop
    execute format($p$alter policy write_line on %I with check (
      app.case_role(case_id, 'koordynator_rodziny', 'asystent_rodziny', 'koordynator_zespolu'))$p$, t);
    execute format($p$alter policy remove_line on %I using (
      app.case_role(case_id, 'koordynator_rodziny', 'asystent_rodziny', 'koordynator_zespolu'))$p$, t);
  end loop;
end $$;

create or replace function app.unsign_plan(p_line uuid) returns boolean
  language plpgsql security definer set search_path = pg_catalog, public, app
  as $$
  declare changed int;
  begin
    if not exists (select from basket_line l where l.id = p_line
                   and (l.id = any ((select app.provider_line_ids())::uuid[])
                        or app.case_role(l.case_id, 'koordynator_rodziny', 'asystent_rodziny', 'koordynator_zespolu'))) then
      return false;
    end if;
    update plan p set family_signed_on = null, family_signed_by = null, coordinator_signed_on = null,
        version = p.version + 1, updated_at = now()
      where p.status = 'approval' and (p.family_signed_on is not null or p.coordinator_signed_on is not null)
        and exists (select from plan_line pl where pl.plan_id = p.id and pl.line_id = p_line);
    get diagnostics changed = row_count;
    return changed > 0;
  end $$;

-- Row "Delivery, monitoring, evaluation": C belongs to who works with the family and to the provider of the line. Whoever
-- merely sees a line (leader, control, another institution) writes nothing beside it.
alter policy add on service_delivery with check (
  recorded_by_id = (select app.actor_id())
  and (line_id = any ((select app.provider_line_ids())::uuid[])
       or app.case_role(case_id, 'koordynator_rodziny', 'asystent_rodziny')));
alter policy add on line_transition with check (
  actor_id = (select app.actor_id())
  and (line_id = any ((select app.provider_line_ids())::uuid[])
       or app.case_role(case_id, 'koordynator_rodziny', 'asystent_rodziny', 'koordynator_zespolu')));
alter policy add on monitoring_card with check (
  app.category_open(case_id, null, category, owner_institution_id)
  and app.case_role(case_id, 'koordynator_rodziny', 'asystent_rodziny'));
alter policy mend on monitoring_card using (
  app.category_open(case_id, null, category, owner_institution_id)
  and app.case_role(case_id, 'koordynator_rodziny', 'asystent_rodziny'));
