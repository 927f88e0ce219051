-- A unit's own services: who is named for a line of the own unit's case may be its family coordinator (a social worker),
-- because a small centre has nobody else. And whether anybody at all could answer a question is known before it is sent.

-- As before; the named family coordinator reaches lines that the own unit asks of itself, never those of another owner.
create or replace function app.provider_line_ids() returns uuid[]
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select coalesce(array_agg(l.id), '{}') from basket_line l
    where l.provider_institution_id = app.institution_id() and l.status <> 'draft'
      and (l.status <> 'cancelled' or l.sent_at is not null)
      and ((l.responsible_user_id = app.actor_id() and app.has_role('wykonawca', 'specjalista', 'asystent_rodziny', 'decydent'))
           or (l.responsible_user_id = app.actor_id() and l.owner_institution_id = app.institution_id()
               and app.has_role('koordynator_rodziny'))
           or app.has_role('decydent'))
      and (l.owner_institution_id = app.institution_id()
           or (app.case_open(app.institution_id(), l.case_id)
               and (not exists (select from line_beneficiary b where b.line_id = l.id)
                    and app.granted(app.institution_id(), l.case_id, null, l.category)
                    or exists (select from line_beneficiary b where b.line_id = l.id
                               and app.person_granted(app.institution_id(), l.case_id, b.person_id, l.category)))))
  $$;

-- Could anybody of this institution answer a question: a live decision-maker, or the named person if a role lets them?
-- Yes or no alone: the roles of an institution outside the own teams are not for the asker to read.
create function app.somebody_answers(p_institution uuid, p_user uuid, p_owner uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select app.actor_id() is not null and exists (
      select from role_assignment r join user_account u on u.id = r.user_id
      where r.institution_id = p_institution and u.disabled_at is null
        and r.ended_at is null and r.starts_on <= app.today() and (r.ends_on is null or r.ends_on >= app.today())
        and (r.role = 'decydent'
             or r.user_id = p_user and (r.role in ('wykonawca', 'specjalista', 'asystent_rodziny')
                                        or r.role = 'koordynator_rodziny' and p_owner = p_institution)))
  $$;
