-- A film may be a file (decision 0026): a version of the library like other files, whose content lies in pieces of at most
-- one megabyte, each sealed with the film's own key. That key stands in body_sealed, under the keys of the installation.
alter table attachment add column piece_count int;
alter table attachment drop constraint attachment_media_type_check;
alter table attachment add constraint attachment_media_type_check check (media_type in ('application/pdf', 'image/jpeg',
  'image/png', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.oasis.opendocument.text', 'video/mp4', 'video/webm', 'text/vtt'));
alter table attachment drop constraint attachment_size_bytes_check;
alter table attachment add constraint attachment_size_bytes_check check (size_bytes >= 1
  and size_bytes <= case when piece_count is null then 8388608 else 209715200 end);
alter table attachment add constraint film_in_pieces check (
  (media_type like 'video/%') = (piece_count is not null)
  and (piece_count is null or piece_count >= 1 and subject_kind = 'libraryItem' and slot = 'film'));

create or replace function app.attachment_is_evidence() returns trigger language plpgsql
  as $$
  begin
    if (old.id, old.subject_kind, old.subject_id, old.slot, old.version_no, old.team_id, old.institution_id, old.title,
        old.media_type, old.size_bytes, old.sha256, old.piece_count, old.recorded_by_id, old.created_at)
       is distinct from (new.id, new.subject_kind, new.subject_id, new.slot, new.version_no, new.team_id,
        new.institution_id, new.title, new.media_type, new.size_bytes, new.sha256, new.piece_count, new.recorded_by_id,
        new.created_at) then
      raise exception 'an attachment is never edited' using errcode = 'integrity_constraint_violation';
    end if;
    return new;
  end $$;

-- Pieces come before the row that makes a film of them: until then nobody reads them, and without it they are swept.
create table attachment_piece (
  attachment_id uuid not null,
  piece_no int not null check (piece_no >= 0 and piece_no < 201),
  -- nonce, tag and text; 1 MiB and the 28 bytes of its seal at most
  body bytea not null check (length(body) between 29 and 1048604),
  institution_id uuid not null,
  recorded_by_id uuid not null,
  created_at timestamptz(3) not null default current_timestamp,
  constraint attachment_piece_pkey primary key (attachment_id, piece_no)
);
-- sealed bytes do not grow smaller
alter table attachment_piece alter column body set storage external;
create index attachment_piece_created_at_idx on attachment_piece (created_at);
select app.protect('attachment_piece');

-- Who opens the film reads its pieces; who keeps the library brings them.
create policy read_of_film on attachment_piece for select using (
  exists (select from attachment a where a.id = attachment_id));
create policy read_own on attachment_piece for select using (
  recorded_by_id = (select app.actor_id()) and institution_id = (select app.institution_id())
  and (select app.knowledge_keeps()) <> '{}');
create policy add on attachment_piece for insert with check (
  recorded_by_id = (select app.actor_id()) and institution_id = (select app.institution_id())
  and (select app.knowledge_keeps()) <> '{}');
-- Never changed; not added to and not taken from where a film is made of them, whoever asks.
create function app.piece_is_evidence() returns trigger
  language plpgsql volatile security definer set search_path = pg_catalog, public, app
  as $$
  declare
    film uuid := case when tg_op = 'DELETE' then old.attachment_id else new.attachment_id end;
  begin
    if tg_op = 'UPDATE' or exists (select from attachment a where a.id = film) then
      raise exception 'a piece of a film is never edited' using errcode = 'integrity_constraint_violation';
    end if;
    return case when tg_op = 'DELETE' then old else new end;
  end $$;
create trigger piece_is_evidence before insert or update or delete on attachment_piece
  for each row execute function app.piece_is_evidence();

-- A film is whole: its pieces are those of the person who ends the upload, numbered without a gap, as long as is said.
create function app.film_is_whole() returns trigger
  language plpgsql volatile security definer set search_path = pg_catalog, public, app
  as $$
  begin
    if new.piece_count is not null and not coalesce((
      select count(*) = new.piece_count and max(p.piece_no) = new.piece_count - 1
        and sum(length(p.body)) = new.size_bytes + 28 * new.piece_count
        and bool_and(p.recorded_by_id = new.recorded_by_id and p.institution_id = new.institution_id)
      from attachment_piece p where p.attachment_id = new.id), false) then
      raise exception 'a film lacks pieces' using errcode = 'integrity_constraint_violation';
    end if;
    return new;
  end $$;
create trigger film_is_whole before insert on attachment for each row execute function app.film_is_whole();

-- Whoever destroys a film destroys its pieces.
create function app.pieces_go_too() returns trigger
  language plpgsql volatile security definer set search_path = pg_catalog, public, app
  as $$
  begin
    delete from attachment_piece where attachment_id = old.id;
    return null;
  end $$;
create trigger pieces_go_too after delete on attachment for each row execute function app.pieces_go_too();

-- Takes back what became no film, of the person who sent it.
create function app.take_back_pieces(p_attachment uuid) returns void
  language sql volatile security definer set search_path = pg_catalog, public, app
  as $$
    delete from attachment_piece p where p.attachment_id = p_attachment and p.recorded_by_id = app.actor_id()
      and not exists (select from attachment a where a.id = p.attachment_id)
  $$;

-- Uploads that broke and could not clear up after themselves: nothing came for an hour. Each hour, by the job of the dates.
create function app.sweep_pieces() returns void
  language sql volatile security definer set search_path = pg_catalog, public, app
  as $$
    delete from attachment_piece p where p.created_at < now() - interval '1 hour'
      and not exists (select from attachment a where a.id = p.attachment_id)
      and not exists (select from attachment_piece l
        where l.attachment_id = p.attachment_id and l.created_at >= now() - interval '1 hour')
  $$;

-- A film in the library is told in words too (WCAG 1.2), and before its file is there only who keeps the library sees it.
alter table library_item add column transcript text;
alter table library_item add column has_film boolean not null default false;
alter table library_item drop constraint item_is_somewhere;
alter table library_item add constraint item_is_somewhere check (
  kind = 'practice' or link is not null or has_file or has_film or kind = 'film' and transcript is not null);
alter table library_item add constraint film_told_in_words check (not has_film or transcript is not null);

drop policy read_region on library_item;
create policy read_region on library_item for select using (
  withdrawn_on is null and wojewodztwo_code = any ((select app.knowledge_regions())::text[])
    and (kind <> 'film' or link is not null or has_file or has_film)
  or wojewodztwo_code = any ((select app.knowledge_keeps())::text[]));
