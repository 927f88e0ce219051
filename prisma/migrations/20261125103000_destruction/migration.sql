-- Retention and destruction of case files (domain 4.2 row 16, 8.4). The officer reads no row of a case, so the list of
-- what may go, the archiving and the destruction are definer functions that check role, owner, term and hold themselves.

create table retention_term (
  institution_id uuid not null,
  kind text not null check (kind in ('closed', 'rejected')),
  length int not null check (length between 1 and 100),
  class_label text not null,
  version int not null default 2,
  constraint retention_term_pkey primary key (institution_id, kind)
);

create table legal_hold (
  id uuid not null default gen_random_uuid() constraint legal_hold_pkey primary key,
  case_id uuid not null,
  team_id uuid not null,
  owner_institution_id uuid not null,
  reason text not null,
  set_by_id uuid not null,
  starts_on date not null,
  ended_at timestamptz(3)
);
create index legal_hold_case_id_idx on legal_hold (case_id);
create index legal_hold_team_id_idx on legal_hold (team_id);
create index legal_hold_owner_institution_id_idx on legal_hold (owner_institution_id);
create unique index one_live_hold_a_case on legal_hold (case_id) where ended_at is null;

create table destruction_list (
  id uuid not null default gen_random_uuid() constraint destruction_list_pkey primary key,
  institution_id uuid not null,
  year int not null,
  sequence int not null,
  prepared_by_id uuid not null,
  prepared_on date not null,
  taken_back_at timestamptz(3),
  consent_number text,
  consent_on date,
  approved_by_id uuid,
  approved_at timestamptz(3),
  version int not null default 1,
  constraint approved_with_consent check (
    (approved_at is null) = (consent_number is null) and (approved_at is null) = (consent_on is null)
    and (approved_at is null) = (approved_by_id is null)),
  constraint taken_back_or_approved check (taken_back_at is null or approved_at is null),
  constraint approved_by_another check (approved_by_id <> prepared_by_id)
);
create unique index destruction_list_institution_id_year_sequence_key on destruction_list (institution_id, year, sequence);

create table destruction_item (
  list_id uuid not null references destruction_list (id) on delete restrict on update cascade,
  case_id uuid not null,
  team_id uuid not null,
  from_status case_status not null,
  from_since date not null,
  class_label text not null,
  constraint destruction_item_pkey primary key (list_id, case_id)
);
create index destruction_item_case_id_idx on destruction_item (case_id);
create index destruction_item_team_id_idx on destruction_item (team_id);

select app.protect(t) from unnest(array['retention_term', 'legal_hold', 'destruction_list', 'destruction_item']) t;

-- Row "Request of a person; destruction list" of 3.6: CRUA of the officer, RA of both leaders, a control reads.
create function app.reads_destruction(p_institution uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$ select p_institution = app.institution_id() and app.has_role('iod', 'lider_gminny', 'lider_powiatowy', 'audytor') $$;
create function app.owns_case(p_case uuid, p_team uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$ select exists (select from family_case c where c.id = p_case and c.team_id = p_team
    and c.owner_institution_id = app.institution_id() and c.status <> 'erased') $$;

create policy read_unit on retention_term for select using (app.reads_destruction(institution_id));
create policy add on retention_term for insert with check (
  institution_id = (select app.institution_id()) and (select app.has_role('iod')));
create policy mend on retention_term for update using (
  institution_id = (select app.institution_id()) and (select app.has_role('iod')));
create policy read_unit on legal_hold for select using (app.reads_destruction(owner_institution_id));
create policy add on legal_hold for insert with check (
  owner_institution_id = (select app.institution_id()) and (select app.has_role('iod'))
  and set_by_id = (select app.actor_id()) and app.owns_case(case_id, team_id));
create policy finish on legal_hold for update using (
  owner_institution_id = (select app.institution_id()) and (select app.has_role('iod')));
create policy read_unit on destruction_list for select using (app.reads_destruction(institution_id));
create policy approve on destruction_list for update using (
    institution_id = (select app.institution_id()) and approved_at is null and taken_back_at is null
    and (select app.has_role('lider_gminny', 'lider_powiatowy')))
  with check (institution_id = (select app.institution_id()) and approved_by_id = (select app.actor_id()));
create policy read_unit on destruction_item for select using (
  exists (select from destruction_list l where l.id = list_id));

-- A case of this number for a hold: the officer does not read the row itself.
create function app.case_to_hold(p_number text) returns table (id uuid, team_id uuid)
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select c.id, c.team_id from family_case c
    where c.number = p_number and c.owner_institution_id = app.institution_id() and c.status <> 'erased' and app.has_role('iod')
  $$;

-- From which day the files of a case may go: of a closed one whole years from 1 January after its closing, of one that
-- was decided against or sent elsewhere months from the decision. Defaults as in lib/retention/terms.ts.
create function app.retention(p_institution uuid, p_status public.case_status, p_closed date, p_since date)
  returns table (class_label text, ended_on date, due_on date)
  language sql stable set search_path = pg_catalog, public, app
  as $$
    select coalesce(t.class_label, case k.kind when 'closed' then 'B5' else 'Bc' end),
      case k.kind when 'closed' then coalesce(p_closed, p_since) else p_since end,
      case k.kind when 'closed'
        then make_date(extract(year from coalesce(p_closed, p_since))::int + 1 + coalesce(t.length, 5), 1, 1)
        else (p_since + make_interval(months => coalesce(t.length, 6)))::date end
    from (select case when p_status = 'closed' then 'closed' else 'rejected' end as kind) k
    left join retention_term t on t.institution_id = p_institution and t.kind = k.kind
    where p_status in ('closed', 'rejected', 'redirected')
  $$;

create function app.destruction_cases()
  returns table (id uuid, number text, status public.case_status, ended_on date, due_on date, class_label text,
                 list_id uuid, hold_id uuid, hold_reason text, hold_from date)
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select c.id, c.number, c.status, r.ended_on, r.due_on, coalesce(x.class_label, r.class_label), x.list_id, h.id, h.reason, h.starts_on
    from family_case c
    left join lateral (
      select i.list_id, i.from_status, i.from_since, i.class_label from destruction_item i
      join destruction_list l on l.id = i.list_id and l.taken_back_at is null where i.case_id = c.id) x on true
    left join legal_hold h on h.case_id = c.id and h.ended_at is null
    left join lateral app.retention(c.owner_institution_id, coalesce(x.from_status, c.status), c.closed_on,
      coalesce(x.from_since, c.status_since)) r on true
    where app.reads_destruction(c.owner_institution_id)
      and (h.id is not null or x.list_id is not null or r.due_on <= app.today())
    order by r.due_on, c.number
  $$;

-- Runs with the rights of who calls it: inside the functions below the owner's, else no more than the app's role has.
create function app.destruction_step(p_case uuid, p_from public.case_status, p_to public.case_status, p_since date) returns void
  language sql volatile set search_path = pg_catalog, public, app
  as $$
    update family_case set status = p_to, status_since = p_since, due_on = null, version = version + 1, updated_at = now()
      where id = p_case;
    insert into case_transition (case_id, team_id, from_status, to_status, actor_id, institution_id)
      select c.id, c.team_id, p_from, p_to, app.actor_id(), app.institution_id() from family_case c where c.id = p_case;
  $$;

create function app.prepare_destruction(p_cases uuid[]) returns uuid
  language plpgsql volatile security definer set search_path = pg_catalog, public, app
  as $$
  declare v_list uuid; v_year int := extract(year from app.today()); c record;
  begin
    if not app.has_role('iod') then raise exception 'not the officer' using errcode = '42501'; end if;
    perform pg_advisory_xact_lock(hashtext('destruction ' || app.institution_id()));
    perform 1 from family_case f where f.id = any (p_cases) order by f.id for update;
    insert into destruction_list (institution_id, year, sequence, prepared_by_id, prepared_on)
      select app.institution_id(), v_year, coalesce(max(l.sequence), 0) + 1, app.actor_id(), app.today()
      from destruction_list l where l.institution_id = app.institution_id() and l.year = v_year
      returning id into v_list;
    for c in select distinct f.id as case_id, f.owner_institution_id, f.team_id, f.status, f.status_since, r.class_label, r.due_on
      from unnest(p_cases) given(id) left join family_case f on f.id = given.id
      left join lateral app.retention(f.owner_institution_id, f.status, f.closed_on, f.status_since) r on true
    loop
      if c.owner_institution_id is distinct from app.institution_id() then
        raise exception 'not a case of this unit' using errcode = '42501'; end if;
      if c.due_on is null or c.due_on > app.today()
         or exists (select from legal_hold h where h.case_id = c.case_id and h.ended_at is null) then
        raise exception 'not to be destroyed' using errcode = '55000'; end if;
      insert into destruction_item (list_id, case_id, team_id, from_status, from_since, class_label)
        values (v_list, c.case_id, c.team_id, c.status, c.status_since, c.class_label);
      perform app.destruction_step(c.case_id, c.status, 'archived', app.today());
    end loop;
    return v_list;
  end $$;

create function app.take_back_destruction(p_list uuid) returns void
  language plpgsql volatile security definer set search_path = pg_catalog, public, app
  as $$
  declare i record;
  begin
    update destruction_list set taken_back_at = now(), version = version + 1
      where id = p_list and institution_id = app.institution_id() and app.has_role('iod')
        and approved_at is null and taken_back_at is null;
    if not found then raise exception 'not an open list of this unit' using errcode = '42501'; end if;
    for i in select * from destruction_item where list_id = p_list loop
      perform app.destruction_step(i.case_id, 'archived', i.from_status, i.from_since);
    end loop;
  end $$;

-- What the case tells of persons and every free text goes. Number, stage, dates and outcome of the case, the steps
-- without words and the services without persons and words stay: the figures count them (domain 9). The access log stays.
create function app.destroy_listed(p_list uuid) returns void
  language plpgsql volatile security definer set search_path = pg_catalog, public, app
  as $$
  declare
    i record; v_lines uuid[]; v_referrals uuid[]; v_persons uuid[]; v_family uuid; v_alone boolean;
  begin
    if not app.has_role('lider_gminny', 'lider_powiatowy') then raise exception 'not the leader' using errcode = '42501'; end if;
    if not exists (select from destruction_list l where l.id = p_list and l.institution_id = app.institution_id()
        and l.approved_by_id = app.actor_id() and l.taken_back_at is null) then
      raise exception 'not an approved list of this unit' using errcode = '42501'; end if;
    perform 1 from family_case f join destruction_item x on x.case_id = f.id where x.list_id = p_list order by f.id for update of f;
    for i in select x.case_id, f.owner_institution_id, f.status, f.family_id, r.due_on
      from destruction_item x join family_case f on f.id = x.case_id
      left join lateral app.retention(f.owner_institution_id, x.from_status, f.closed_on, x.from_since) r on true
      where x.list_id = p_list
    loop
      if i.owner_institution_id is distinct from app.institution_id() or i.status <> 'archived' then
        raise exception 'not an archived case of this unit' using errcode = '42501'; end if;
      if i.due_on is null or i.due_on > app.today()
         or exists (select from legal_hold h where h.case_id = i.case_id and h.ended_at is null) then
        raise exception 'not to be destroyed' using errcode = '55000'; end if;
      v_lines := array(select l.id from basket_line l where l.case_id = i.case_id);
      v_referrals := array(select r.id from referral r where r.case_id = i.case_id);
      v_family := i.family_id;
      v_alone := v_family is not null and not exists (
        select from family_case f where f.family_id = v_family and f.id <> i.case_id);
      v_persons := array(
        select p.person_id from case_person p where p.case_id = i.case_id
        union select b.person_id from line_beneficiary b where b.case_id = i.case_id
        union select n.person_id from need n where n.case_id = i.case_id
        union select k.person_id from consent k where k.case_id = i.case_id
        union select k.signed_by_id from consent k where k.case_id = i.case_id
        union select b.person_id from legal_basis_record b where b.case_id = i.case_id
        union select d.person_id from clause_delivery d where d.case_id = i.case_id
        union select g.person_id from case_grant g where g.case_id = i.case_id
        union select p.person_id from referral_person p where p.referral_id = any (v_referrals)
        union select m.person_id from family_member m where v_alone and m.family_id = v_family);

      delete from nk_flag where case_id = i.case_id or referral_id = any (v_referrals);
      delete from referral_person where referral_id = any (v_referrals);
      delete from referral where id = any (v_referrals);
      delete from notification where case_id = i.case_id or line_id = any (v_lines);
      delete from duplicate_check where case_id = i.case_id;
      delete from consultation_opinion where case_id = i.case_id;
      delete from consultation where case_id = i.case_id;
      delete from clause_delivery where case_id = i.case_id;
      delete from case_grant where case_id = i.case_id;
      delete from consent_scope where case_id = i.case_id;
      delete from consent where case_id = i.case_id;
      delete from legal_basis_record where case_id = i.case_id;
      delete from monitoring_card where case_id = i.case_id;
      delete from evaluation where case_id = i.case_id;
      delete from family_voice where case_id = i.case_id;
      delete from diagnosis_area where case_id = i.case_id;
      delete from diagnosis where case_id = i.case_id;
      delete from goal_need where case_id = i.case_id;
      delete from line_need where case_id = i.case_id;
      delete from line_goal where case_id = i.case_id;
      delete from need where case_id = i.case_id;
      delete from goal where case_id = i.case_id;
      delete from plan_reason where case_id = i.case_id;
      delete from plan_content where case_id = i.case_id;
      delete from plan_line where case_id = i.case_id;
      delete from plan where case_id = i.case_id;
      delete from line_escalation where case_id = i.case_id;
      delete from line_transition where case_id = i.case_id;
      delete from service_delivery where case_id = i.case_id;
      delete from line_beneficiary where case_id = i.case_id;
      delete from case_proposal where case_id = i.case_id;
      delete from step_note where case_id = i.case_id;
      delete from case_participant where case_id = i.case_id;
      delete from case_person where case_id = i.case_id;
      delete from role_assignment where case_id = i.case_id;
      delete from legal_hold where case_id = i.case_id;
      update basket_line set title = null, scope = null, place = null, responsible_user_id = null, answered_by_id = null,
          outside_agreement_reason = null, weekday = null, at_time = null, depends_on_id = null, decision_number = null,
          decision_on = null, legal_basis = null, answer_note = null, end_reason = null, duplicate_reason = null,
          satisfaction = null
        where case_id = i.case_id;

      update family_case set family_id = null, previous_case_id = null where id = i.case_id;
      perform app.destruction_step(i.case_id, 'archived', 'erased', app.today());
      if v_alone then
        delete from family_member where family_id = v_family;
        delete from family where id = v_family;
      end if;
      -- a person of another case, or of a family that another case is about, stays
      v_persons := array(select p from unnest(v_persons) p where p is not null
        and not exists (select from case_person x where x.person_id = p)
        and not exists (select from family_member x where x.person_id = p)
        and not exists (select from line_beneficiary x where x.person_id = p)
        and not exists (select from need x where x.person_id = p)
        and not exists (select from consent x where p in (x.person_id, x.signed_by_id))
        and not exists (select from legal_basis_record x where x.person_id = p)
        and not exists (select from referral_person x where x.person_id = p));
      delete from person_identity where person_id = any (v_persons);
      delete from person where id = any (v_persons);
    end loop;
  end $$;
