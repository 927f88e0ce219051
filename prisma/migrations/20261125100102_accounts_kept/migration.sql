-- Accounts and employments are mended by who may invite to the institution, not by everybody who knows its people: a
-- partner of a common team reached them, and with another address and "forgotten password" an account changes hands.
alter policy mend on user_account using (
  id = (select app.actor_id())
  or (select app.sets_people_up()) and app.employed_at(id, (select app.invitable_institution_ids())::uuid[]));
alter policy write_managed on employment with check (
  (select app.sets_people_up()) and institution_id = any ((select app.invitable_institution_ids())::uuid[]));
alter policy end_managed on employment using (
  (select app.sets_people_up()) and institution_id = any ((select app.invitable_institution_ids())::uuid[]));

-- An address is corrected while nobody came in by it: before the first sign-in, and while one institution only asked.
create function app.account_address_open(p_user uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select not exists (select from credential c where c.user_id = p_user)
      and not exists (select from invitation v where v.user_id = p_user and v.used_at is not null)
      and (select count(distinct e.institution_id) from employment e where e.user_id = p_user) <= 1
  $$;
create function app.account_kept() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public, app
  as $$
  begin
    if app.actor_id() is null then return new; end if;
    if (new.id, new.is_sample, new.disabled_at, new.created_by_id) is distinct from (old.id, old.is_sample, old.disabled_at, old.created_by_id)
       or new.email <> old.email and not app.account_address_open(old.id) then
      raise exception 'this of an account is not changed' using errcode = 'insufficient_privilege';
    end if;
    return new;
  end $$;
create trigger account_kept before update on user_account for each row execute function app.account_kept();
