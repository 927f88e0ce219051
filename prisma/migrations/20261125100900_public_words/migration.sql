-- What everybody may read without signing in: who runs the platform (declaration of accessibility, act of 4.04.2019)
-- and the information clauses of the controllers (GDPR art. 13 and 14). Public words of institutions, nobody's data.
create function app.platform_operator()
  returns table (name text, street text, postcode text, city text, phone text, email text, website text)
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select i.name, i.street, i.postcode, i.city, i.phone, i.email, i.website from institution i
    where i.kind_key = 'operator' and i.ended_on is null order by i.created_at, i.id limit 1
  $$;

create function app.public_clauses()
  returns table (institution_id uuid, name text, version_no int, valid_from date, body text)
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select distinct on (c.institution_id) c.institution_id, i.name, c.version_no, c.valid_from, c.body
    from information_clause c join institution i on i.id = c.institution_id
    where c.valid_from <= app.today() and i.ended_on is null
    order by c.institution_id, c.version_no desc
  $$;
