-- A thing of the library and a material of the school may be a file beside or instead of an address (decision 0026): two more
-- kinds of subject. Who sees the thing opens its file, who keeps the school and the library adds it.
alter table library_item add column has_file boolean not null default false;
alter table library_item drop constraint item_is_somewhere;
alter table library_item add constraint item_is_somewhere check (kind = 'practice' or link is not null or has_file);
-- Null: the material is a file.
alter table school_material alter column link drop not null;

create policy read_library on attachment for select using (
  subject_kind = 'libraryItem' and exists (select from library_item i where i.id = subject_id));
create policy add_library on attachment for insert with check (
  subject_kind = 'libraryItem' and team_id is null
  and institution_id = (select app.institution_id()) and recorded_by_id = (select app.actor_id())
  and exists (select from library_item i where i.id = subject_id
    and i.wojewodztwo_code = any ((select app.knowledge_keeps())::text[])));

create policy read_material on attachment for select using (
  subject_kind = 'schoolMaterial'
  and exists (select from school_material m where m.id = subject_id and m.removed_at is null));
create policy add_material on attachment for insert with check (
  subject_kind = 'schoolMaterial' and team_id is null
  and institution_id = (select app.institution_id()) and recorded_by_id = (select app.actor_id())
  and exists (select from school_material m where m.id = subject_id and m.removed_at is null
    and m.added_by_id = (select app.actor_id()) and m.wojewodztwo_code = any ((select app.knowledge_keeps())::text[])));
