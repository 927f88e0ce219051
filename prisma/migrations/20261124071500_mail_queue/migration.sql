-- Letters go out one by one: claimed for five minutes by one sender, tried again later and later, given up after a week
-- (an invitation's link lives no longer) or when the mail server refuses the address for good.
alter table "outgoing_mail"
  add column "attempts" integer not null default 0,
  add column "next_try_at" timestamptz(3) not null default current_timestamp,
  add column "given_up_at" timestamptz(3);

create index outgoing_mail_due on outgoing_mail (next_try_at) where sent_at is null and given_up_at is null;

drop function app.unsent_mail();

-- What is due now, oldest first; nobody else gets the same letters (skip locked), and a sender that dies loses them
-- after five minutes.
create function app.claim_mail(p_limit int) returns table (id uuid, recipient text, subject text, body text, attempts int)
  language sql security definer set search_path = pg_catalog, public, app
  as $$
    with due as (
      select m.id from outgoing_mail m
      where m.sent_at is null and m.given_up_at is null and m.next_try_at <= now()
      order by m.created_at limit p_limit for update skip locked
    ), claimed as (
      update outgoing_mail m set attempts = m.attempts + 1, next_try_at = now() + interval '5 minutes'
      from due where m.id = due.id
      returning m.*
    )
    select c.id, c.recipient, c.subject, c.body, c.attempts from claimed c order by c.created_at
  $$;

-- The body may hold a one-time link, which elsewhere is kept as a hash only: it goes with the letter.
create or replace function app.mark_mail_sent(p_id uuid) returns void
  language sql security definer set search_path = pg_catalog, public, app
  as $$ update outgoing_mail set sent_at = now(), body = '' where id = p_id $$;

-- A failure: one minute, then twice as long each time, at most six hours; true when the letter was given up.
create function app.mail_failed(p_id uuid, p_for_good boolean) returns boolean
  language sql security definer set search_path = pg_catalog, public, app
  as $$
    update outgoing_mail set
      next_try_at = now() + least(interval '1 minute' * power(2, attempts - 1), interval '6 hours'),
      given_up_at = case when p_for_good or created_at < now() - interval '7 days' then now() end,
      body = case when p_for_good or created_at < now() - interval '7 days' then '' else body end
    where id = p_id and sent_at is null returning given_up_at is not null
  $$;

-- The local mailbox shows what waits; without a mail server that is everything.
create or replace function app.mailbox() returns setof public.outgoing_mail
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$ select * from outgoing_mail where sent_at is null order by created_at desc limit 100 $$;
