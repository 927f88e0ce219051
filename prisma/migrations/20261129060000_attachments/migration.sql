-- Files that people attach (decision 0026): each row is one version of the attachment that hangs on a subject under a slot.
-- Sealed with the keys of the installation; never changed, never removed by the app. A new kind of subject brings two
-- policies of its own, read_<kind> and add_<kind>, and is refused until it has them.
create table attachment (
  id uuid not null default gen_random_uuid() constraint attachment_pkey primary key,
  subject_kind text not null check (subject_kind ~ '^[a-z][A-Za-z]{2,39}$'),
  subject_id uuid not null,
  slot text not null default '' check (length(slot) <= 60),
  version_no int not null check (version_no >= 1),
  team_id uuid,
  institution_id uuid not null,
  title text not null check (length(title) between 1 and 200),
  media_type text not null check (media_type in ('application/pdf', 'image/jpeg', 'image/png',
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'application/vnd.oasis.opendocument.text')),
  size_bytes int not null check (size_bytes between 1 and 8388608),
  sha256 text not null,
  body_sealed text not null,
  recorded_by_id uuid not null,
  created_at timestamptz(3) not null default current_timestamp
);
create unique index attachment_subject_kind_subject_id_slot_version_no_key
  on attachment (subject_kind, subject_id, slot, version_no);
create index attachment_team_id_idx on attachment (team_id);
select app.protect('attachment');

-- Papers of a team (row "Team + agreement" of 3.6): who reads the team reads them, who keeps the agreement adds them; the
-- head of a party adds its own signature.
create policy read_team on attachment for select using (
  subject_kind in ('teamAgreement', 'teamSignature', 'teamAnnex', 'teamDocument')
  and team_id = any ((select app.team_ids())::uuid[]));
create policy add_team on attachment for insert with check (
  institution_id = (select app.institution_id()) and recorded_by_id = (select app.actor_id())
  and (team_id = any ((select app.managed_team_ids())::uuid[])
       or subject_kind = 'teamSignature' and (select app.has_role('decydent', 'lider_powiatowy'))
          and exists (select from team_member m where m.id = subject_id and m.institution_id = (select app.institution_id())))
  and case subject_kind
    when 'teamAgreement' then subject_id = team_id
    when 'teamDocument' then subject_id = team_id
    when 'teamSignature' then exists (select from team_member m
      where m.id = subject_id and m.team_id = attachment.team_id and m.signed_on is not null)
    when 'teamAnnex' then exists (select from team_annex a where a.id = subject_id and a.team_id = attachment.team_id)
    else false end);

-- The signed authorisation with the statement of confidentiality (row "People and roles"): opened in the own house by its
-- heads and its officer, elsewhere by who answers for the region or the platform; added by who may issue one.
create policy read_authorisation on attachment for select using (
  subject_kind = 'authorisation'
  and (institution_id = (select app.institution_id())
         and (select app.has_role('lider_gminny', 'lider_powiatowy', 'decydent', 'admin_lokalny', 'iod'))
       or (select app.has_role('rops_koordynator', 'animator', 'operator')))
  and exists (select from authorisation a where a.id = subject_id));
create policy add_authorisation on attachment for insert with check (
  subject_kind = 'authorisation' and team_id is null and recorded_by_id = (select app.actor_id())
  and exists (select from authorisation a where a.id = subject_id and a.institution_id = attachment.institution_id
    and a.user_id <> (select app.actor_id())
    and a.institution_id = any ((select app.invitable_institution_ids())::uuid[])));

-- Only the seal may be made anew (rotation of the keys, by the owner).
create function app.attachment_is_evidence() returns trigger language plpgsql
  as $$
  begin
    if (old.id, old.subject_kind, old.subject_id, old.slot, old.version_no, old.team_id, old.institution_id, old.title,
        old.media_type, old.size_bytes, old.sha256, old.recorded_by_id, old.created_at)
       is distinct from (new.id, new.subject_kind, new.subject_id, new.slot, new.version_no, new.team_id,
        new.institution_id, new.title, new.media_type, new.size_bytes, new.sha256, new.recorded_by_id, new.created_at) then
      raise exception 'an attachment is never edited' using errcode = 'integrity_constraint_violation';
    end if;
    return new;
  end $$;
create trigger attachment_is_evidence before update on attachment for each row execute function app.attachment_is_evidence();
