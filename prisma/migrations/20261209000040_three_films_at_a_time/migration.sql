-- Pieces that are no film yet are in no list and no log: of one person three films at a time, so that nobody fills the disk
-- with uploads that never end.
create function app.few_uploads() returns trigger
  language plpgsql volatile security definer set search_path = pg_catalog, public, app
  as $$
  begin
    perform pg_advisory_xact_lock(hashtextextended('films of ' || new.recorded_by_id, 0));
    if (select count(distinct p.attachment_id) from attachment_piece p
        where p.recorded_by_id = new.recorded_by_id and p.attachment_id <> new.attachment_id
          -- swept when nothing came for an hour
          and p.created_at > now() - interval '1 day'
          and not exists (select from attachment a where a.id = p.attachment_id)) >= 3 then
      raise exception 'three films are on their way' using errcode = 'KP002';
    end if;
    return new;
  end $$;
create trigger few_uploads before insert on attachment_piece
  for each row when (new.piece_no = 0) execute function app.few_uploads();
