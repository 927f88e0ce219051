-- The library of a voivodeship: films, guides, forms and good practices, each with author and date. No case, no person served.
create table library_item (
  id uuid not null default gen_random_uuid() constraint library_item_pkey primary key,
  wojewodztwo_code text not null,
  kind text not null check (kind in ('film', 'guide', 'form', 'practice')),
  title text not null,
  description text not null,
  link text,
  -- key of the model's variant; null: for each of them
  variant_key text,
  theme text not null check (theme in ('organisation', 'leadership', 'partners', 'law', 'money', 'family', 'data')),
  author text not null,
  dated_on date not null,
  -- title, description and author without diacritics
  text_folded text not null,
  withdrawn_on date,
  withdraw_reason text,
  institution_id uuid not null,
  created_by_id uuid not null,
  created_at timestamptz(3) not null default current_timestamp,
  updated_at timestamptz(3) not null default current_timestamp,
  version integer not null default 1,
  -- a practice may be told in words alone; the others are somewhere to be seen
  constraint item_is_somewhere check (kind = 'practice' or link is not null),
  constraint item_withdrawn_with_reason check ((withdrawn_on is null) = (withdraw_reason is null))
);
create index library_item_wojewodztwo_code_dated_on_idx on library_item (wojewodztwo_code, dated_on);
select app.protect('library_item');

create policy read_region on library_item for select using (
  withdrawn_on is null and wojewodztwo_code = any ((select app.knowledge_regions())::text[])
  or wojewodztwo_code = any ((select app.knowledge_keeps())::text[]));
create policy add on library_item for insert with check (
  wojewodztwo_code = any ((select app.knowledge_keeps())::text[])
  and institution_id = (select app.institution_id()) and created_by_id = (select app.actor_id()) and withdrawn_on is null);
create policy mend on library_item for update using (
  wojewodztwo_code = any ((select app.knowledge_keeps())::text[]));
create trigger keep_item before update on library_item for each row
  execute function app.keep_columns('id', 'wojewodztwo_code', 'institution_id', 'created_by_id', 'created_at');
