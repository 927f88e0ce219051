-- A planned look at the work belongs to a week, not to a day: any day of it is in time. One that did not take place is moved
-- to another week, with a reason out of a closed list (no words about the family), and the move is kept.
create table review_move (
  id uuid not null default gen_random_uuid() constraint review_move_pkey primary key,
  monitoring_id uuid not null references monitoring_card (id) on delete cascade on update no action,
  case_id uuid not null,
  team_id uuid not null,
  from_on date not null,
  to_on date not null,
  reason_key text not null,
  moved_by_id uuid not null,
  moved_at timestamptz(3) not null default current_timestamp
);
create index review_move_monitoring_id_idx on review_move (monitoring_id);
create index review_move_case_id_idx on review_move (case_id);
create index review_move_team_id_idx on review_move (team_id);

select app.protect('review_move');
-- for whom the look itself is there
create policy read_with_card on review_move for select using (exists (select from monitoring_card m where m.id = monitoring_id));
create policy add on review_move for insert with check (
  moved_by_id = (select app.actor_id()) and app.case_role(case_id, 'koordynator_rodziny', 'asystent_rodziny')
  and exists (select from monitoring_card m where m.id = monitoring_id and m.case_id = review_move.case_id and m.team_id = review_move.team_id));

-- Told when the week begins, not on one day of it.
do $do$
declare
  body text := pg_get_functiondef('app.pass_deadlines()'::regprocedure);
  was constant text := 'm.next_on <= app.today()';
begin
  if position(was in body) = 0 then raise exception 'pass_deadlines is another one'; end if;
  execute replace(body, was, 'date_trunc(''week'', m.next_on)::date <= app.today()');
end $do$;

create or replace function app.destroy_restrictions() returns trigger
  language plpgsql volatile security definer set search_path = pg_catalog, public, app
  as $$
  begin
    if new.status = 'erased' and old.status <> 'erased' then
      delete from case_restriction where case_id = new.id;
      delete from work_handover_item where case_id = new.id;
      delete from form_presence where case_id = new.id;
      delete from review_move where case_id = new.id;
    end if;
    return new;
  end $$;
