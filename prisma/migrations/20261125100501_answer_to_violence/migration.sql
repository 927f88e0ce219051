-- The answer "violence is suspected" may turn out wrong before the sheet is sent: every answer is kept and the newest
-- counts. With it stands the route that the referrer chose (domain 8.2 c): the Blue Card procedure instead of the
-- cooperation, or beside it with a safety plan. All of it is written and not read by who answers.
alter table nk_flag add column route text;
alter table nk_flag add constraint route_known check (route in ('instead', 'parallel'));
drop index one_suspicion_a_referral;
create index nk_flag_referral_id_idx on nk_flag (referral_id);
drop function app.suspect_violence(uuid);

create function app.answer_violence(p_referral uuid, p_suspected boolean, p_route text) returns void
  language plpgsql volatile security definer set search_path = pg_catalog, public, app
  as $$
  declare r referral; v_kind text; v_route text;
  begin
    select * into r from referral where id = p_referral and author_id = app.actor_id()
      and institution_id = app.institution_id() for update;
    if r.id is null then return; end if;
    select f.kind, f.route into v_kind, v_route from nk_flag f
      where f.referral_id = r.id and f.kind in ('suspected', 'notSuspected') order by f.recorded_at desc limit 1;
    if p_suspected and (v_kind is distinct from 'suspected' or v_route is distinct from p_route) then
      insert into nk_flag (referral_id, case_id, team_id, kind, route, recorded_by_id, recorded_at)
      values (r.id, r.case_id, r.team_id, 'suspected', p_route, app.actor_id(), clock_timestamp());
    elsif not p_suspected and v_kind = 'suspected' then
      insert into nk_flag (referral_id, case_id, team_id, kind, recorded_by_id, recorded_at)
      values (r.id, r.case_id, r.team_id, 'notSuspected', app.actor_id(), clock_timestamp());
    end if;
  end $$;
