-- Annexes of an agreement: who joined, who left, until when it was extended (domain 4.1). Each with its number, day and
-- words, so that the team's history tells it; never changed afterwards.
create table team_annex (
  id uuid not null default gen_random_uuid(),
  team_id uuid not null,
  kind text not null,
  number text not null,
  signed_on date not null,
  signed_by_name text,
  institution_id uuid,
  effective_on date not null,
  note text,
  recorded_by_id uuid not null,
  recorded_institution_id uuid not null,
  at timestamptz(3) not null default current_timestamp,
  constraint team_annex_pkey primary key (id),
  constraint team_annex_team_id_fkey foreign key (team_id) references team (id) on delete restrict on update cascade,
  constraint known_kind check (kind in ('accession', 'withdrawal', 'extension'))
);
create unique index team_annex_team_id_number_key on team_annex (team_id, number);
select app.protect('team_annex');
create policy read_visible on team_annex for select using (team_id = any ((select app.team_ids())::uuid[]));
create policy add on team_annex for insert with check (
  recorded_by_id = (select app.actor_id()) and recorded_institution_id = (select app.institution_id())
  and team_id = any ((select app.managed_team_ids())::uuid[]));

-- What a party that has left the team leaves behind in its families: participations, people named for single cases, roles
-- for this team, and everything that consents and bases opened to it. Its own cases are none of the team's and stay.
-- Only for who keeps the team, and only for a party whose membership has ended. Gives how many cases it left.
create function app.end_party_in_cases(p_team uuid, p_institution uuid) returns int
  language plpgsql volatile security definer set search_path = pg_catalog, public, app
  as $$
  declare v_left date; v_cases uuid[]; v_gone uuid[];
  begin
    select max(m.left_on) into v_left from team_member m
      where m.team_id = p_team and m.institution_id = p_institution and p_team = any ((select app.managed_team_ids())::uuid[])
      having bool_and(m.left_on is not null);
    if v_left is null then
      raise exception 'this party has not left' using errcode = 'insufficient_privilege';
    end if;
    select coalesce(array_agg(c.id), '{}') into v_cases from family_case c
      where c.team_id = p_team and c.owner_institution_id <> p_institution;
    with ended as (
      update case_participant set ends_on = least(v_left, app.today() - 1)
      where case_id = any (v_cases) and institution_id = p_institution and (ends_on is null or ends_on >= app.today())
      returning case_id)
    select coalesce(array_agg(distinct e.case_id), '{}') into v_gone from ended e;
    update role_assignment set ended_at = now()
      where institution_id = p_institution and ended_at is null and (case_id = any (v_cases) or team_id = p_team);
    update legal_basis_record set ended_at = now()
      where case_id = any (v_cases) and institution_id = p_institution and ended_at is null;
    update case_grant set ended_at = now()
      where case_id = any (v_cases) and institution_id = p_institution and ended_at is null;
    -- who works with these families must know that they have one institution fewer
    insert into notification (user_id, institution_id, kind, team_id, case_id)
      select r.user_id, r.institution_id, 'team.partyLeftCase', p_team, r.case_id from role_assignment r
      where r.case_id = any (v_gone) and r.role = 'koordynator_rodziny' and r.ended_at is null
        and r.user_id <> app.actor_id();
    return cardinality(v_gone);
  end $$;
