-- Files of institutions and people that a ROPS brings into the registry. Of the ROPS that brought them, its coordinators
-- alone; rows hold names and addresses of staff, so they are emptied once added and dropped after thirty days.
create table import_batch (
  id uuid not null default gen_random_uuid() constraint import_batch_pkey primary key,
  kind text not null constraint import_kind check (kind in ('institutions', 'people')),
  institution_id uuid not null,
  file_name text not null,
  sha256 text not null,
  status text not null default 'ready' constraint import_status check (status in ('ready', 'running', 'done', 'undone')),
  created_by_id uuid not null,
  created_at timestamptz(3) not null default current_timestamp,
  finished_at timestamptz(3),
  undone_at timestamptz(3)
);
create index import_batch_institution_id_created_at_idx on import_batch (institution_id, created_at);

create table import_row (
  batch_id uuid not null,
  row_no integer not null,
  institution_id uuid not null,
  status text not null constraint import_row_status check (status in ('good', 'bad', 'same', 'done', 'undone', 'kept')),
  cells jsonb not null,
  data jsonb,
  reasons jsonb not null default '[]',
  record_id uuid,
  constraint import_row_pkey primary key (batch_id, row_no),
  constraint import_row_batch_id_fkey foreign key (batch_id) references import_batch (id) on delete cascade
);
create index import_row_batch_id_status_row_no_idx on import_row (batch_id, status, row_no);

select app.protect('import_batch');
select app.protect('import_row');
do $do$
declare t text;
begin
  foreach t in array array['import_batch', 'import_row'] loop
    execute format($f$
      create policy own_region on %I for all
        using (institution_id = (select app.institution_id()) and (select app.has_role('rops_koordynator')))
        with check (institution_id = (select app.institution_id()) and (select app.has_role('rops_koordynator')))
    $f$, t);
  end loop;
end $do$;

-- Takes an import back: what it added and nobody used since is gone, the rest stays and is told. An institution is used
-- when somebody mended it or anything names it; a person once the invitation was taken up.
create function app.undo_import(p_batch uuid) returns table (undone int, kept int)
  language plpgsql volatile security definer set search_path = pg_catalog, public, app
  as $$
  declare
    batch import_batch;
    one import_row;
    e employment;
    gone int := 0;
    stays int := 0;
  begin
    select b.* into batch from import_batch b
      where b.id = p_batch and b.institution_id = app.institution_id() and app.has_role('rops_koordynator')
        and b.status in ('running', 'done') for update;
    if batch.id is null then return; end if;
    for one in select r.* from import_row r where r.batch_id = p_batch and r.status = 'done' order by r.row_no loop
      begin
        if batch.kind = 'institutions' then
          if exists (select from institution i where i.id = one.record_id and i.version > 1)
              or exists (select from team_member m where m.institution_id = one.record_id)
              or exists (select from employment m where m.institution_id = one.record_id)
              or exists (select from role_assignment a where a.institution_id = one.record_id)
              or exists (select from institution_service s where s.institution_id = one.record_id) then
            raise foreign_key_violation;
          end if;
          delete from institution_area where institution_id = one.record_id;
          delete from institution where id = one.record_id;
        else
          select x.* into e from employment x
            where x.id = one.record_id and x.ends_on is null and x.created_at >= batch.created_at;
          if e.id is null or exists (select from invitation i where i.user_id = e.user_id
              and i.institution_id = e.institution_id and i.used_at is not null) then
            raise foreign_key_violation;
          end if;
          update invitation set revoked_at = now()
            where user_id = e.user_id and institution_id = e.institution_id and used_at is null and revoked_at is null;
          update role_assignment set ended_at = now()
            where user_id = e.user_id and institution_id = e.institution_id and ended_at is null;
          update authorisation set revoked_at = now()
            where user_id = e.user_id and institution_id = e.institution_id and revoked_at is null;
          update employment set ends_on = app.today() where id = e.id;
        end if;
        update import_row set status = 'undone', record_id = null where batch_id = p_batch and row_no = one.row_no;
        gone := gone + 1;
      exception when foreign_key_violation then
        update import_row set status = 'kept' where batch_id = p_batch and row_no = one.row_no;
        stays := stays + 1;
      end;
    end loop;
    update import_batch set status = 'undone', undone_at = now() where id = p_batch;
    return query select gone, stays;
  end $$;

-- Rows of imports older than thirty days; the batch itself stays as a line of history. Called with each new import.
create function app.forget_import_rows() returns void
  language sql volatile security definer set search_path = pg_catalog, public, app
  as $$
    delete from import_row r using import_batch b
    where b.id = r.batch_id and b.institution_id = app.institution_id() and b.created_at < now() - interval '30 days'
  $$;
