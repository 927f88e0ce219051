-- Who may write, once more in the database. The policies of reading were narrow, some of writing were not: whoever saw a
-- case, a line or a goal could change the case's stage, write a goal or a visit as the app's role. The use cases refused
-- it; the second lock now does too (domain 3.6; tests/security/writes.test.ts).

-- Case: RUA of lider_gminny, RU of both coordinators; all others read.
alter policy mend on family_case using (
  app.case_role(id, 'lider_gminny', 'koordynator_zespolu', 'koordynator_rodziny'));

-- Institutions taking part: the assistant reads.
alter policy write_case on case_participant with check (
  app.case_role(case_id, 'koordynator_rodziny', 'koordynator_zespolu', 'lider_gminny'));
alter policy mend_case on case_participant using (
  app.case_role(case_id, 'koordynator_rodziny', 'koordynator_zespolu', 'lider_gminny'));

-- Goal: C of the family's coordinator, U of the assistant; a specialist reads. The family's voice is noted by the same two.
alter policy add on goal with check (
  app.category_open(case_id, null::uuid, category, owner_institution_id) and app.case_role(case_id, 'koordynator_rodziny'));
alter policy mend on goal using (
  app.category_open(case_id, null::uuid, category, owner_institution_id)
  and app.case_role(case_id, 'koordynator_rodziny', 'asystent_rodziny'));
alter policy add on family_voice with check (
  app.category_open(case_id, null::uuid, category, owner_institution_id)
  and app.case_role(case_id, 'koordynator_rodziny', 'asystent_rodziny'));
alter policy mend on family_voice using (
  app.category_open(case_id, null::uuid, category, owner_institution_id)
  and app.case_role(case_id, 'koordynator_rodziny', 'asystent_rodziny'));

-- A visit is noted by who delivers the line or works with the family; whoever merely reads the line does not.
alter policy add on service_delivery with check (
  recorded_by_id = (select app.actor_id()) and institution_id = (select app.institution_id())
  and exists (select from basket_line l where l.id = line_id) and (
    line_id = any ((select app.provider_line_ids())::uuid[])
    or app.case_role(case_id, 'koordynator_rodziny', 'asystent_rodziny')));
alter policy mend on service_delivery using (
  institution_id = (select app.institution_id())
  and exists (select from basket_line l where l.id = line_id) and (
    line_id = any ((select app.provider_line_ids())::uuid[])
    or app.case_role(case_id, 'koordynator_rodziny', 'asystent_rodziny')));

-- The history of a line is written by who may change the line.
alter policy add on line_transition with check (
  actor_id = (select app.actor_id()) and exists (select from basket_line l where l.id = line_id) and (
    line_id = any ((select app.provider_line_ids())::uuid[])
    or app.case_role(case_id, 'koordynator_rodziny', 'asystent_rodziny', 'koordynator_zespolu')));
