-- A control reads what the leader of the audited unit reads, the log of the unit included (domain 3.6), between two dates.
alter policy read_officer on audit_event using (
  (action <> 'case.flagNk' or (select app.has_nk_mark())) and (
    (select app.has_role('iod', 'lider_gminny', 'lider_powiatowy', 'audytor'))
      and (owner_institution_id = (select app.institution_id()) or institution_id = (select app.institution_id()))
    or case_id is not null and case_id = any ((select app.own_case_ids())::uuid[])
      and app.case_role(case_id, 'koordynator_rodziny')));
