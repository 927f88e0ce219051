-- Whom a note names is part of the case's story: such a person leaves with a date and is not removed as entered by mistake
-- (the same 55000 as app.remove_case_person gives for a need or a service). Files that are destroyed lose both.
create function app.named_stays() returns trigger
  language plpgsql volatile security definer set search_path = pg_catalog, public, app
  as $$
  begin
    if exists (select from note n where n.case_id = old.case_id and old.person_id = any (n.person_ids))
       and exists (select from family_case c where c.id = old.case_id and c.status not in ('archived', 'erased')) then
      raise exception 'a note names the person' using errcode = '55000';
    end if;
    return old;
  end $$;
create trigger named_stays before delete on case_person for each row execute function app.named_stays();

-- Both coordinators of the owner answer for what the family agreed to, so both read what was set for whom.
alter policy read_setter on note_disclosure using (
  app.wrote_note(note_id, case_id, team_id)
  or institution_id = (select app.institution_id()) and app.note_level(note_id) is not null
  or app.case_role(case_id, 'koordynator_rodziny', 'koordynator_zespolu') and exists (
       select from note n where n.id = note_id and n.owner_institution_id = (select app.institution_id())));
