-- A person without a PESEL (a foreigner, a newborn, somebody homeless) is told apart by another document (domain 5.4).
-- Which kind it is stands plain; the number is sealed, as before.
alter table person_identity add column document_kind text;
alter table person_identity add constraint document_kind_known check (
  document_kind in ('identityCard', 'passport', 'residenceCard', 'other'));
