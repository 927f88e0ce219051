-- A warning of the basket (two services with opposite aims, too many visits, too long a way …) is settled with a reason.
-- The fingerprint is what the warning rests on: when a fact changes, the settlement stops to count by itself and stays as
-- what was thought before. A reason is never rewritten, only taken back.
create table line_warning_settlement (
  id uuid not null default gen_random_uuid() constraint line_warning_settlement_pkey primary key,
  case_id uuid not null,
  team_id uuid not null,
  owner_institution_id uuid not null,
  kind text not null check (kind in ('opposite', 'clash', 'tooClose', 'travel', 'overburdened', 'farAWeek', 'nobodyAnswers',
    'outsidePlan', 'outsideAgreement')),
  line_ids uuid[] not null,
  person_id uuid,
  fingerprint text not null check (fingerprint ~ '^[0-9a-f]{64}$'),
  reason text not null,
  settled_by_id uuid not null,
  settled_at timestamptz(3) not null default current_timestamp,
  undone_by_id uuid,
  undone_at timestamptz(3),
  constraint undone_by_somebody check ((undone_at is null) = (undone_by_id is null))
);
create index line_warning_settlement_case_id_idx on line_warning_settlement (case_id);
create index line_warning_settlement_team_id_idx on line_warning_settlement (team_id);
create unique index one_live_settlement on line_warning_settlement (case_id, fingerprint) where undone_at is null;

select app.protect('line_warning_settlement');

-- The words may touch any category of data, so they are read by those of the owner's people who answer for the case (as
-- reasons of a plan are); who may change a line (domain 3.6, U on "Basket line") settles and takes back.
create policy read_owner on line_warning_settlement for select using (
  app.answers_for(case_id, owner_institution_id)
  or owner_institution_id = (select app.institution_id()) and app.case_role(case_id, 'asystent_rodziny'));
create policy add on line_warning_settlement for insert with check (
  owner_institution_id = (select app.institution_id()) and settled_by_id = (select app.actor_id()) and undone_at is null
  and exists (select from family_case c where c.id = case_id and c.team_id = line_warning_settlement.team_id
    and c.owner_institution_id = line_warning_settlement.owner_institution_id)
  and app.case_role(case_id, 'koordynator_rodziny', 'asystent_rodziny', 'koordynator_zespolu'));
create policy take_back on line_warning_settlement for update using (
    owner_institution_id = (select app.institution_id()) and undone_at is null
    and app.case_role(case_id, 'koordynator_rodziny', 'asystent_rodziny', 'koordynator_zespolu'))
  with check (
    owner_institution_id = (select app.institution_id()) and undone_by_id = (select app.actor_id()) and undone_at is not null);

-- A policy sees the row before or the row after, never both: that only the taking back is written is a trigger's work.
create function app.keep_settlement() returns trigger language plpgsql set search_path = pg_catalog, public, app
  as $$
  begin
    if (new.id, new.case_id, new.team_id, new.owner_institution_id, new.kind, new.line_ids, new.person_id, new.fingerprint,
        new.reason, new.settled_by_id, new.settled_at)
       is distinct from
       (old.id, old.case_id, old.team_id, old.owner_institution_id, old.kind, old.line_ids, old.person_id, old.fingerprint,
        old.reason, old.settled_by_id, old.settled_at) then
      raise exception 'a settled warning is not rewritten' using errcode = '42501';
    end if;
    return new;
  end $$;
create trigger keep_settlement before update on line_warning_settlement
  for each row execute function app.keep_settlement();

-- Reasons are words about persons: they go with the destroyed case, inside app.destroy_listed, which alone erases one.
create function app.destroy_settlements() returns trigger
  language plpgsql volatile security definer set search_path = pg_catalog, public, app
  as $$
  begin
    if new.status = 'erased' and old.status <> 'erased' then
      delete from line_warning_settlement where case_id = new.id;
    end if;
    return new;
  end $$;
create trigger destroy_settlements after update of status on family_case
  for each row execute function app.destroy_settlements();

-- That a warning is settled, without the words: for everybody of the owner who works on the case.
create function app.settled_warnings(p_case uuid) returns text[]
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select coalesce(array_agg(s.fingerprint), '{}') from line_warning_settlement s
    where s.case_id = p_case and s.undone_at is null
      and s.owner_institution_id = app.institution_id() and app.works_on(p_case)
  $$;

-- Of the asked cases that the actor sees: how many pairs of lines contradict each other with nobody having settled it. The
-- pairs of services ('a b', in this order) come out of the reference data; the same rules and the same fingerprint as
-- lib/baskets/warnings.ts and fingerprint.ts, held together by tests. Counts only.
create function app.contradictions(p_ids uuid[], p_pairs text[]) returns table (case_id uuid, contradictions int)
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    with seen as materialized (
      select c.id from family_case c where c.id = any (p_ids) and (
        c.team_id = any ((select app.case_team_ids())::uuid[])
        or c.owner_institution_id = any ((select app.owned_institution_ids())::uuid[])
        or c.id = any ((select app.case_ids())::uuid[])
        or c.id = any ((select app.provider_case_ids())::uuid[]))
    ), ahead as materialized (
      select l.case_id, l.id, l.service_key, l.starts_on, l.ends_on, b.persons,
        concat_ws('|', l.id, l.service_key, l.provider_institution_id, to_char(l.starts_on, 'YYYY-MM-DD'),
          coalesce(to_char(l.ends_on, 'YYYY-MM-DD'), ''), coalesce(b.told, '')) as core
      from basket_line l join seen on seen.id = l.case_id
      cross join lateral (
        select array_agg(x.person_id) as persons, string_agg(x.person_id::text, ',' order by x.person_id::text collate "C") as told
        from line_beneficiary x where x.line_id = l.id) b
      where l.status not in ('declined', 'cancelled', 'notDelivered', 'delivered', 'partlyDelivered')
    )
    select a.case_id, count(*)::int
    from ahead a join ahead b on b.case_id = a.case_id and b.id::text collate "C" > a.id::text collate "C"
    where least(a.service_key collate "C", b.service_key collate "C") || ' ' || greatest(a.service_key collate "C", b.service_key collate "C")
        = any (p_pairs)
      and (a.ends_on is null or b.starts_on <= a.ends_on) and (b.ends_on is null or a.starts_on <= b.ends_on)
      and (a.persons is null or b.persons is null or a.persons && b.persons)
      and not exists (select from line_warning_settlement s where s.case_id = a.case_id and s.undone_at is null
        and s.fingerprint = encode(sha256(convert_to('opposite' || E'\n' || a.core || E'\n' || b.core, 'UTF8')), 'hex'))
    group by a.case_id
  $$;
