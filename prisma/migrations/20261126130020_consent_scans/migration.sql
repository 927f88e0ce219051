-- The paper that was signed, scanned: evidence beside the consent (art. 7 ust. 1 RODO). Sealed with the keys of the
-- installation, so neither a backup nor the database alone shows it; each scan is a new version, none is ever changed or
-- removed but together with its consent, when the files of the case are destroyed.
create table consent_scan (
  id uuid not null default gen_random_uuid() constraint consent_scan_pkey primary key,
  consent_id uuid not null references consent (id) on delete cascade,
  case_id uuid not null,
  team_id uuid not null,
  owner_institution_id uuid not null,
  version_no int not null check (version_no >= 1),
  media_type text not null check (media_type in ('application/pdf', 'image/jpeg', 'image/png')),
  size_bytes int not null check (size_bytes between 1 and 3145728),
  sha256 text not null,
  body_sealed text not null,
  recorded_by_id uuid not null,
  created_at timestamptz(3) not null default current_timestamp
);
create unique index consent_scan_consent_id_version_no_key on consent_scan (consent_id, version_no);
create index consent_scan_case_id_idx on consent_scan (case_id);
create index consent_scan_team_id_idx on consent_scan (team_id);
select app.protect('consent_scan');

-- The paper stays with the controller who took the signature: its own people who may read the consent (3.6), nobody of
-- another institution. No policy lets the app change or remove a row.
create policy read_own on consent_scan for select using (
  owner_institution_id = (select app.institution_id())
  and app.case_role(case_id, 'koordynator_rodziny', 'koordynator_zespolu', 'lider_gminny', 'asystent_rodziny', 'audytor'));
create policy add on consent_scan for insert with check (
  owner_institution_id = (select app.institution_id()) and recorded_by_id = (select app.actor_id())
  and app.case_role(case_id, 'koordynator_rodziny', 'koordynator_zespolu')
  and exists (select from consent c where c.id = consent_id and c.case_id = consent_scan.case_id
    and c.team_id = consent_scan.team_id and c.owner_institution_id = consent_scan.owner_institution_id and c.status <> 'draft'));

-- Only the seal may be made anew (rotation of the keys, by the owner).
create function app.scan_is_evidence() returns trigger language plpgsql
  as $$
  begin
    if (old.id, old.consent_id, old.case_id, old.team_id, old.owner_institution_id, old.version_no, old.media_type,
        old.size_bytes, old.sha256, old.recorded_by_id, old.created_at)
       is distinct from (new.id, new.consent_id, new.case_id, new.team_id, new.owner_institution_id, new.version_no,
        new.media_type, new.size_bytes, new.sha256, new.recorded_by_id, new.created_at) then
      raise exception 'a scan is never edited' using errcode = 'integrity_constraint_violation';
    end if;
    return new;
  end $$;
create trigger scan_is_evidence before update on consent_scan for each row execute function app.scan_is_evidence();
