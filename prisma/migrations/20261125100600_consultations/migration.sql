-- An expert of the model is asked about a family (domain 3.6, column `ekspert`: P = coded fields only, only for cases that
-- the coordinator opened to this expert). The expert reads no row of a case's table: one definer function answers with
-- codes, and only as far as a live consent or basis covers the expert's institution.

CREATE TABLE "consultation" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "case_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "owner_institution_id" UUID NOT NULL,
    "expert_id" UUID NOT NULL,
    "expert_institution_id" UUID NOT NULL,
    "question" TEXT NOT NULL,
    "opened_by_id" UUID NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ends_on" DATE NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "consultation_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "consultation_case_id_idx" ON "consultation"("case_id");
CREATE INDEX "consultation_team_id_idx" ON "consultation"("team_id");
CREATE INDEX "consultation_expert_id_opened_at_idx" ON "consultation"("expert_id", "opened_at");

CREATE TABLE "consultation_opinion" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "consultation_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "body" TEXT NOT NULL,
    "author_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "consultation_opinion_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "consultation_opinion_consultation_id_idx" ON "consultation_opinion"("consultation_id");
CREATE INDEX "consultation_opinion_case_id_idx" ON "consultation_opinion"("case_id");
CREATE INDEX "consultation_opinion_team_id_idx" ON "consultation_opinion"("team_id");
ALTER TABLE "consultation_opinion" ADD CONSTRAINT "consultation_opinion_consultation_id_fkey"
  FOREIGN KEY ("consultation_id") REFERENCES "consultation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

select app.protect('consultation');
select app.protect('consultation_opinion');

-- The case's side. An opinion may touch any category of data, so it is read by the owner's own people alone.
create function app.reads_consultations(p_case uuid, p_owner uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$ select p_owner = app.institution_id() and app.works_on(p_case) $$;

create policy read_case on consultation for select using (app.reads_consultations(case_id, owner_institution_id));
create policy read_expert on consultation for select using (
  expert_id = (select app.actor_id()) and expert_institution_id = (select app.institution_id())
  and (select app.has_role('ekspert')));
create policy add on consultation for insert with check (
  opened_by_id = (select app.actor_id()) and app.reads_consultations(case_id, owner_institution_id)
  and app.case_role(case_id, 'koordynator_rodziny', 'koordynator_zespolu'));
create policy finish on consultation for update using (
  app.reads_consultations(case_id, owner_institution_id)
  and app.case_role(case_id, 'koordynator_rodziny', 'koordynator_zespolu'));

-- Both sides read the opinions of the consultations that they read (the inner policies decide).
create policy read_with_consultation on consultation_opinion for select using (
  exists (select from consultation c where c.id = consultation_id));
create policy add on consultation_opinion for insert with check (
  author_id = (select app.actor_id()) and exists (
    select from consultation c where c.id = consultation_id and c.case_id = consultation_opinion.case_id
      and c.team_id = consultation_opinion.team_id and c.expert_id = (select app.actor_id())
      and c.ended_at is null and c.ends_on >= app.today()));

-- A case that ends takes its open questions with it.
create function app.end_consultations() returns trigger
  language plpgsql volatile security definer set search_path = pg_catalog, public, app
  as $$
  begin
    if new.status <> old.status and new.status in ('closed', 'archived', 'erased') then
      update consultation set ended_at = now(), version = version + 1 where case_id = new.id and ended_at is null;
    end if;
    return new;
  end $$;
create trigger end_consultations after update of status on family_case
  for each row execute function app.end_consultations();

-- Experts of the voivodeship whom the coordinators of this case may ask: they work elsewhere, in no common team.
create function app.experts_for(p_case uuid)
  returns table (user_id uuid, institution_id uuid, given_name text, family_name text, institution_name text)
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select distinct u.id, i.id, u.given_name, u.family_name, i.name
    from family_case c
    join team t on t.id = c.team_id
    join role_assignment r on r.role = 'ekspert' and r.ended_at is null and r.starts_on <= app.today()
      and (r.ends_on is null or r.ends_on >= app.today())
    join institution i on i.id = r.institution_id
      and coalesce(r.wojewodztwo_code, i.wojewodztwo_code) = t.wojewodztwo_code
    join user_account u on u.id = r.user_id and u.disabled_at is null
    where c.id = p_case and app.reads_consultations(c.id, c.owner_institution_id)
      and app.case_role(c.id, 'koordynator_rodziny', 'koordynator_zespolu')
  $$;

-- Who was asked, of the consultations of one case, also when the person is no expert any more.
create function app.consulted_experts(p_case uuid)
  returns table (id uuid, given_name text, family_name text, institution_name text)
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select k.id, u.given_name, u.family_name, i.name
    from consultation k join user_account u on u.id = k.expert_id join institution i on i.id = k.expert_institution_id
    where k.case_id = p_case and app.reads_consultations(k.case_id, k.owner_institution_id)
  $$;

-- The age as a band: a birth date together with a gmina can name a person.
create function app.age_band(p_born date) returns text language sql stable set search_path = pg_catalog, public, app
  as $$
    select case
      when p_born is null then null
      when age < 3 then '0-2' when age < 7 then '3-6' when age < 13 then '7-12' when age < 18 then '13-17'
      when age < 26 then '18-25' when age < 60 then '26-59' else '60+' end
    from (select extract(year from age(app.today(), p_born))::int as age) counted
  $$;

-- What the asked expert reads of the case: codes, never a text that somebody wrote, a name, a date of birth or the number
-- of the case. Each item only where a live consent or basis opens its category to the expert's institution; what concerns
-- the whole family where everybody who takes part opened it; a line where any of its beneficiaries did.
-- Null: no live consultation of this actor.
create function app.consulted_case(p_consultation uuid) returns jsonb
  language plpgsql stable security definer set search_path = pg_catalog, public, app
  as $$
  declare k consultation; f family_case; me uuid := app.institution_id();
  begin
    select * into k from consultation where id = p_consultation and expert_id = app.actor_id()
      and expert_institution_id = me and ended_at is null and ends_on >= app.today() and app.has_role('ekspert');
    if not found then return null; end if;
    if not app.case_open(me, k.case_id) then return jsonb_build_object('open', false); end if;
    select * into f from family_case where id = k.case_id;
    return jsonb_build_object(
      'open', true, 'subject', f.subject, 'stage', f.status,
      'persons', (select coalesce(jsonb_agg(jsonb_build_object('relation', m.relation_key, 'age', app.age_band(i.born_on))
            order by p.main desc, i.born_on, p.person_id), '[]')
        from case_person p
        left join person_identity i on i.person_id = p.person_id
        left join family_member m on m.person_id = p.person_id and m.family_id = f.family_id
        where p.case_id = f.id and p.takes_part and (p.left_on is null or p.left_on > app.today())
          and app.person_granted(me, f.id, p.person_id, 'PODSTAWOWE')),
      'needs', (select coalesce(jsonb_agg(jsonb_build_object('need', n.need_key, 'category', n.category,
            'severity', n.severity, 'age', case when app.person_granted(me, f.id, n.person_id, 'PODSTAWOWE') then app.age_band(i.born_on) end,
            'status', case when n.closed_on is not null then 'closed' when n.unmet_since is not null then 'unmet' else 'open' end)
            order by n.priority desc, n.severity desc, n.need_key, n.id), '[]')
        from need n left join person_identity i on i.person_id = n.person_id
        where n.case_id = f.id and app.granted(me, f.id, n.person_id, n.category)),
      'scores', (select coalesce(jsonb_agg(jsonb_build_object('round', d.kind, 'area', a.area_key, 'score', a.score,
            'family', a.family_score) order by d.version_no, a.area_key), '[]')
        from diagnosis_area a join diagnosis d on d.id = a.diagnosis_id
        where a.case_id = f.id and a.score is not null and app.granted(me, f.id, null, a.category)),
      'goals', (select coalesce(jsonb_agg(jsonb_build_object('attainment', g.attainment,
            'status', case when g.dropped_on is null then 'kept' else 'dropped' end,
            'needs', (select coalesce(jsonb_agg(n.need_key order by n.need_key), '[]')
              from goal_need gn join need n on n.id = gn.need_id
              where gn.goal_id = g.id and app.granted(me, f.id, n.person_id, n.category)))
            order by g.position, g.id), '[]')
        from goal g where g.case_id = f.id and app.granted(me, f.id, null, g.category)),
      'plan', (select jsonb_build_object('version', p.version_no, 'status', p.status)
        from plan p where p.case_id = f.id and p.status <> 'dropped' and app.granted(me, f.id, null, 'PODSTAWOWE')
        order by p.version_no desc limit 1),
      'lines', (select coalesce(jsonb_agg(jsonb_build_object('service', l.service_key, 'status', l.status,
            'frequency', l.frequency) order by l.created_at, l.id), '[]')
        from basket_line l
        where l.case_id = f.id and l.status <> 'draft' and (l.status <> 'cancelled' or l.sent_at is not null)
          and (not exists (select from line_beneficiary b where b.line_id = l.id)
               and app.granted(me, f.id, null, l.category)
               or exists (select from line_beneficiary b where b.line_id = l.id
                          and app.person_granted(me, f.id, b.person_id, l.category)))));
  end $$;
