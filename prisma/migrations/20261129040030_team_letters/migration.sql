-- A letter of a ROPS to the leaders of a selection of teams: who wrote what, to which teams and to how many people. It is sent
-- once and never changed; recipients are counted, not kept: whom it reached is in their own notifications.
create table team_letter (
  id uuid not null default gen_random_uuid() constraint team_letter_pkey primary key,
  wojewodztwo_code text not null,
  institution_id uuid not null,
  author_id uuid not null,
  author_name text not null,
  subject text not null,
  body text not null,
  teams integer not null check (teams > 0),
  recipients integer not null check (recipients > 0),
  sent_at timestamptz(3) not null default current_timestamp
);
create index team_letter_wojewodztwo_code_sent_at_idx on team_letter (wojewodztwo_code, sent_at);
create table team_letter_team (
  letter_id uuid not null constraint team_letter_team_letter_id_fkey references team_letter (id) on delete restrict on update no action,
  team_id uuid not null,
  constraint team_letter_team_pkey primary key (letter_id, team_id)
);
create index team_letter_team_team_id_idx on team_letter_team (team_id);

select app.protect(t) from unnest(array['team_letter', 'team_letter_team']) t;

-- Letters to teams that the actor leads.
create function app.letters_to_me() returns uuid[]
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select coalesce(array_agg(distinct l.letter_id), '{}') from team_letter_team l
    where l.team_id = any ((select app.team_ids())::uuid[]) and app.has_role('lider_gminny', 'lider_powiatowy')
  $$;

create policy read on team_letter for select using (
  wojewodztwo_code = any ((select app.my_region_codes('rops_koordynator'))::text[])
  or author_id = (select app.actor_id()) and institution_id = (select app.institution_id())
  or id = any ((select app.letters_to_me())::uuid[]));
create policy send on team_letter for insert with check (
  author_id = (select app.actor_id()) and institution_id = (select app.institution_id())
  and wojewodztwo_code = any ((select app.my_region_codes('rops_koordynator', 'animator'))::text[]));
create policy read on team_letter_team for select using (exists (select from team_letter l where l.id = letter_id));
create policy send on team_letter_team for insert with check (
  team_id = any ((select app.team_ids())::uuid[])
  and exists (select from team_letter l where l.id = letter_id and l.author_id = (select app.actor_id())));
