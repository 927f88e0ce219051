-- A visit and a step of a line are written beside a line that the writer sees, in the name of the own institution: a
-- coordinator of another institution without consent for the line's category knew its id and could write to it.
alter policy add on service_delivery with check (
  recorded_by_id = (select app.actor_id()) and institution_id = (select app.institution_id())
  and exists (select from basket_line l where l.id = line_id)
  and (line_id = any ((select app.provider_line_ids())::uuid[])
       or app.case_role(case_id, 'koordynator_rodziny', 'asystent_rodziny')));
alter policy add on line_transition with check (
  actor_id = (select app.actor_id()) and exists (select from basket_line l where l.id = line_id)
  and (line_id = any ((select app.provider_line_ids())::uuid[])
       or app.case_role(case_id, 'koordynator_rodziny', 'asystent_rodziny', 'koordynator_zespolu')));
