-- An institution that was invited to a family answers for itself (domain 3.6: "A own inst."): its decision-maker reads the
-- number and the purpose and nothing of the family, accepts and names who comes, or declines with a reason.
alter table case_participant add column answered_on date;
alter table case_participant add column accepted boolean;
alter table case_participant add column answered_by_id uuid;
alter table case_participant add column decline_reason text;

-- Invitations of the own institution to cases of others that go on.
create function app.invitations()
  returns table (id uuid, case_id uuid, team_id uuid, owner_institution_id uuid, number text, team_name text,
                 purpose text, invited_on date, accepted boolean)
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select p.id, p.case_id, p.team_id, c.owner_institution_id, c.number, t.name, p.purpose, p.starts_on, p.accepted
    from case_participant p join family_case c on c.id = p.case_id join team t on t.id = p.team_id
    where app.has_role('decydent') and p.institution_id = app.institution_id()
      and c.owner_institution_id <> app.institution_id()
      and (p.ends_on is null or p.ends_on >= app.today())
      and c.status not in ('rejected', 'redirected', 'closed', 'archived', 'erased')
    order by p.starts_on desc, p.id
  $$;

-- The answer, once. Accepted: the named person of the own institution works with the family from now on. Refused: the
-- participation and the work of its people end the same day. False: somebody answered meanwhile.
create function app.answer_invitation(p_participant uuid, p_accepted boolean, p_user uuid, p_reason text) returns boolean
  language plpgsql volatile security definer set search_path = pg_catalog, public, app
  as $$
  declare i record;
  begin
    select * into i from app.invitations() x where x.id = p_participant;
    if i.id is null or p_accepted and not exists (
      select from employment e where e.user_id = p_user and e.institution_id = app.institution_id() and e.ends_on is null) then
      raise exception 'not invited, or a person of another house' using errcode = '42501';
    end if;
    update case_participant set accepted = p_accepted, answered_on = app.today(), answered_by_id = app.actor_id(),
           decline_reason = p_reason, ends_on = case when p_accepted then ends_on else app.today() - 1 end
    where id = p_participant and accepted is null;
    if not found then return false; end if;
    if not p_accepted then
      update role_assignment set ended_at = now(), ends_on = app.today()
      where case_id = i.case_id and institution_id = app.institution_id() and ended_at is null;
    elsif not exists (select from role_assignment r where r.case_id = i.case_id and r.user_id = p_user
                        and r.role = 'specjalista' and r.ended_at is null) then
      insert into role_assignment (user_id, institution_id, role, case_id, starts_on, granted_by_id)
      values (p_user, app.institution_id(), 'specjalista', i.case_id, app.today(), app.actor_id());
    end if;
    return true;
  end $$;

-- How many families a family assistant works with now, in all teams: for whoever names people (UWR art. 15).
create function app.families_of_assistant(p_user uuid) returns int
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select case when app.has_role('koordynator_zespolu', 'koordynator_rodziny') then (
      select count(distinct r.case_id)::int from role_assignment r join family_case c on c.id = r.case_id
      where r.user_id = p_user and r.role = 'asystent_rodziny' and r.ended_at is null
        and c.status not in ('rejected', 'redirected', 'closed', 'archived', 'erased')) end
  $$;

-- Does this person have that role with a family of this gmina now (UWR art. 17 ust. 3)? Yes or no.
create function app.works_in_gmina_as(p_user uuid, p_role text, p_gmina text) returns boolean
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select app.has_role('koordynator_zespolu', 'koordynator_rodziny') and exists (
      select from role_assignment r join family_case c on c.id = r.case_id
      where r.user_id = p_user and r.role::text = p_role and r.ended_at is null and c.gmina_code = p_gmina
        and c.status not in ('rejected', 'redirected', 'closed', 'archived', 'erased'))
  $$;

-- Why the own referrals were refused: the code of the refusal, never where a redirection went (domain 4.2, row 4b).
create function app.referral_refusals() returns table (id uuid, reason_key text)
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select r.id, c.closing_reason_key from referral r join family_case c on c.id = r.case_id
    where r.author_id = app.actor_id() and r.institution_id = app.institution_id() and c.status = 'rejected'
  $$;
