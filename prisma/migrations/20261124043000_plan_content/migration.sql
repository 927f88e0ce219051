-- What was signed, word for word. The hash on the plan is the SHA-256 of `body`, so anybody who is shown the body can
-- check it; goals may bear categories that the approving coordinator does not read, so the body is written by the
-- database and read by the family's coordinator alone.

CREATE TABLE "plan_content" (
    "plan_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "owner_institution_id" UUID NOT NULL,
    "body" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "plan_content_pkey" PRIMARY KEY ("plan_id")
);
CREATE INDEX "plan_content_case_id_idx" ON "plan_content"("case_id");
CREATE INDEX "plan_content_team_id_idx" ON "plan_content"("team_id");
ALTER TABLE "plan_content" ADD CONSTRAINT "plan_content_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

select app.protect('plan_content');
create policy read_coordinator on plan_content for select using (
  owner_institution_id = (select app.institution_id()) and app.case_role(case_id, 'koordynator_rodziny'));

-- A line that goes on after the plan ends (row 12: all lines final or carried forward).
ALTER TABLE "basket_line" ADD COLUMN "carried_on" DATE;

-- The content of a plan version as canonical JSON: keys in the order of jsonb, no white space of our own making.
create function app.plan_body(p_plan uuid) returns text
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select jsonb_build_object(
      'case', c.number, 'version', p.version_no, 'from', p.starts_on, 'to', p.ends_on,
      'familySignedOn', p.family_signed_on, 'familySignedBy', p.family_signed_by,
      'goals', coalesce((
        select jsonb_agg(jsonb_build_object('id', g.id, 'title', g.title, 'indicator', g.indicator, 'baseline', g.baseline,
            'target', g.target, 'due', g.due_on) order by g.position, g.id)
        from goal g where g.case_id = p.case_id and g.dropped_on is null), '[]'),
      'lines', coalesce((
        select jsonb_agg(jsonb_build_object('id', l.id, 'service', l.service_key, 'provider', l.provider_institution_id,
            'from', l.starts_on, 'to', l.ends_on, 'frequency', l.frequency, 'quantity', l.quantity, 'unit', l.unit,
            'cost', l.cost_planned, 'coPayment', l.co_payment, 'funding', l.funding_key,
            'persons', coalesce((select jsonb_agg(b.person_id order by b.person_id) from line_beneficiary b where b.line_id = l.id), '[]'),
            'goals', coalesce((select jsonb_agg(lg.goal_id order by lg.goal_id) from line_goal lg where lg.line_id = l.id), '[]'))
          order by l.id)
        from plan_line pl join basket_line l on l.id = pl.line_id where pl.plan_id = p.id), '[]'))::text
    from plan p join family_case c on c.id = p.case_id where p.id = p_plan
  $$;

-- Row 9: the team's coordinator approves. Keeps what was signed and gives its hash; the caller sets it on the plan.
create function app.seal_plan(p_plan uuid) returns text
  language plpgsql security definer set search_path = pg_catalog, public, app
  as $$
  declare target plan; content text;
  begin
    select * into target from plan where id = p_plan and status = 'approval' for update;
    if not found or not app.case_role(target.case_id, 'koordynator_zespolu') then
      raise exception 'this plan is not to be sealed by this person' using errcode = '42501';
    end if;
    content := app.plan_body(p_plan);
    insert into plan_content (plan_id, case_id, team_id, owner_institution_id, body)
      values (target.id, target.case_id, target.team_id, target.owner_institution_id, content)
      on conflict (plan_id) do update set body = excluded.body, created_at = now();
    return encode(sha256(convert_to(content, 'UTF8')), 'hex');
  end $$;

-- Row 8b, as before; a returned plan is signed anew.
create or replace function app.return_plan_after_refusal(p_line uuid) returns boolean
  language plpgsql security definer set search_path = pg_catalog, public, app
  as $$
  declare line basket_line; waiting plan;
  begin
    select * into line from basket_line where id = p_line and status = 'declined' and p_line = any ((select app.provider_line_ids())::uuid[]);
    if not found then return false; end if;
    select p.* into waiting from plan p join plan_line pl on pl.plan_id = p.id and pl.line_id = p_line
      where p.case_id = line.case_id and p.status = 'approval';
    if not found then return false; end if;
    update family_case set status = 'planning', status_since = app.today(), due_on = null,
        version = version + 1, updated_at = now()
      where id = line.case_id and status = 'planApproval';
    if not found then return false; end if;
    update plan set status = 'draft', family_signed_on = null, family_signed_by = null, coordinator_signed_on = null,
        version = version + 1, updated_at = now() where id = waiting.id;
    insert into case_transition (case_id, team_id, from_status, to_status, actor_id, institution_id, reason_key)
      values (line.case_id, line.team_id, 'planApproval', 'planning', app.actor_id(), app.institution_id(), 'provider_declined');
    return true;
  end $$;
