-- `own` on a referral is "written by me or my institution" (domain 3.6): who decides for the institution knows what became
-- of its referrals, and a draft does not lie about for ever when its author leaves.

-- As before; also those of the institution for who decides in it.
create or replace function app.referral_statuses()
  returns table (id uuid, team_name text, status text, submitted_at timestamptz)
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select r.id, t.name, c.status::text, r.submitted_at
    from referral r join team t on t.id = r.team_id join family_case c on c.id = r.case_id
    where r.institution_id = app.institution_id() and r.status = 'submitted'
      and (r.author_id = app.actor_id() or (select app.has_role('decydent', 'lider_powiatowy')))
    order by r.submitted_at desc limit 200
  $$;

create or replace function app.referral_refusals() returns table (id uuid, reason_key text)
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select r.id, c.closing_reason_key from referral r join family_case c on c.id = r.case_id
    where r.institution_id = app.institution_id() and r.status = 'submitted' and c.status = 'rejected'
      and (r.author_id = app.actor_id() or (select app.has_role('decydent', 'lider_powiatowy')))
  $$;

-- Drafts of somebody who leaves pass to who decides for the institution (who ends the employment, if it is one of them),
-- told on the bell without content; where nobody decides, a draft that nobody may read is deleted.
create function app.hand_over_drafts() returns trigger
  language plpgsql volatile security definer set search_path = pg_catalog, public, app
  as $$
  declare v_heir uuid;
  begin
    if new.ends_on is null or old.ends_on is not null or not exists (
        select from referral r where r.author_id = new.user_id and r.institution_id = new.institution_id and r.status = 'draft') then
      return new;
    end if;
    select r.user_id into v_heir from role_assignment r join user_account u on u.id = r.user_id and u.disabled_at is null
      where r.institution_id = new.institution_id and r.user_id <> new.user_id and r.ended_at is null
        and r.role in ('decydent', 'lider_gminny', 'lider_powiatowy') and r.starts_on <= app.today()
        and (r.ends_on is null or r.ends_on >= app.today())
      order by (r.user_id = app.actor_id()) desc, r.starts_on, r.user_id limit 1;
    if v_heir is null then
      delete from referral_person p using referral r where r.id = p.referral_id
        and r.author_id = new.user_id and r.institution_id = new.institution_id and r.status = 'draft';
      delete from referral where author_id = new.user_id and institution_id = new.institution_id and status = 'draft';
    else
      update referral set author_id = v_heir, version = version + 1, updated_at = now()
        where author_id = new.user_id and institution_id = new.institution_id and status = 'draft';
      insert into notification (user_id, institution_id, kind) values (v_heir, new.institution_id, 'referral.inherited');
    end if;
    return new;
  end $$;
create trigger hand_over_drafts after update of ends_on on employment
  for each row execute function app.hand_over_drafts();
