-- A ROPS puts a DOCX of its own in the place of a document that the product brings (decision 0027). The file is an attachment
-- of the ROPS; this row says whether it counts. Holds no person's data.
create table document_template (
  id uuid not null default gen_random_uuid() constraint document_template_pkey primary key,
  wojewodztwo_code text not null,
  institution_id uuid not null,
  document_key text not null,
  attachment_id uuid not null references attachment (id) on update no action,
  version_no int not null check (version_no >= 1),
  status text not null default 'checked' check (status in ('checked', 'active', 'withdrawn')),
  /* the team whose data it was last shown with; without one it cannot count */
  preview_team_id uuid,
  created_by_id uuid not null,
  created_at timestamptz(3) not null default current_timestamp,
  decided_at timestamptz(3),
  check (status <> 'active' or preview_team_id is not null)
);
create unique index document_template_active_key on document_template (wojewodztwo_code, document_key)
  where status = 'active';
create unique index document_template_attachment_id_key on document_template (attachment_id);
create index document_template_wojewodztwo_code_idx on document_template (wojewodztwo_code);
select app.protect('document_template');
create policy read_all on document_template for select using ((select app.actor_id()) is not null);
create policy add on document_template for insert with check (
  institution_id = (select app.institution_id()) and created_by_id = (select app.actor_id()) and status = 'checked'
  and wojewodztwo_code = any ((select app.my_region_codes('rops_koordynator'))::text[]));
create policy mend on document_template for update using (
  wojewodztwo_code = any ((select app.my_region_codes('rops_koordynator'))::text[]));

create policy read_document_template on attachment for select using (
  subject_kind = 'documentTemplate' and (select app.actor_id()) is not null);
create policy add_document_template on attachment for insert with check (
  subject_kind = 'documentTemplate' and team_id is null and recorded_by_id = (select app.actor_id())
  and subject_id = (select app.institution_id()) and institution_id = (select app.institution_id())
  and (select app.has_role('rops_koordynator')));
