-- Slow-down of sign-in, asked and counted in one step. Before, a try was checked first and recorded after the password
-- was judged: sixteen tries sent at once were all judged against the count before any of them. Now a try is reserved,
-- as a failure, under a lock of the address and of the account; only then the password is looked at.

-- From the 5th failure in a row on an account each further try waits 30 s, 1 min, 2 min … up to 15 min; an address waits
-- after 50 failures in 15 minutes. Gives the reserved attempt, or which of the two refuses and for how many seconds.
create function app.reserve_sign_in(p_email text, p_address text)
  returns table (attempt_id uuid, refused_by text, seconds int)
  language plpgsql volatile security definer set search_path = pg_catalog, public, app
  as $$
  declare
    v_email constant text := lower(btrim(p_email));
    v_failures int;
    v_of_address int;
    v_last timestamptz;
    v_left numeric;
  begin
    -- always address before account: two tries never wait for each other crosswise
    perform pg_advisory_xact_lock(1, hashtext(p_address));
    perform pg_advisory_xact_lock(2, hashtext(v_email));
    select
      count(*) filter (where a.email = v_email and not a.ok and a.at > coalesce((
        select max(s.at) from sign_in_attempt s where s.email = v_email and s.ok), '-infinity')),
      count(*) filter (where a.address = p_address and not a.ok),
      max(a.at) filter (where a.email = v_email and not a.ok)
      into v_failures, v_of_address, v_last
      from sign_in_attempt a
      where a.at > clock_timestamp() - interval '15 minutes' and (a.email = v_email or a.address = p_address);
    if v_of_address >= 50 then
      return query select null::uuid, 'address'::text, 900;
      return;
    end if;
    if v_failures >= 5 then
      v_left := least(900, 30 * power(2, v_failures - 5)) - extract(epoch from clock_timestamp() - v_last);
      if v_left > 0 then
        return query select null::uuid, 'account'::text, ceil(v_left)::int;
        return;
      end if;
    end if;
    return query
      insert into sign_in_attempt (email, address, ok, at) values (v_email, p_address, false, clock_timestamp())
      returning id, null::text, 0;
  end $$;

-- What came of a reserved try, with its line in the access log.
create function app.finish_sign_in(p_attempt uuid, p_ok boolean, p_user uuid) returns void
  language sql volatile security definer set search_path = pg_catalog, public, app
  as $$
    update sign_in_attempt set ok = p_ok where id = p_attempt;
    insert into audit_event (actor_id, action, kind, reason)
      select p_user, 'session.signIn', case when p_ok then 'signIn' else 'denied' end, a.address
      from sign_in_attempt a where a.id = p_attempt;
  $$;

drop function app.sign_in_pressure(text, text);
drop function app.record_sign_in(text, text, boolean, uuid);

-- Nothing calls it, and it would set anybody's password: an open door that no key fits is still a door.
drop function app.set_password(uuid, text);
