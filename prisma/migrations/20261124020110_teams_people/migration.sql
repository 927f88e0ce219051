-- What setting up a team must know beyond the actor's own rows. Each function answers one narrow question and
-- checks the actor itself.

-- Teams of a gmina that are not dissolved: names and stages, so that nobody sets up a second one unknowingly.
-- Teams and institutions are never suppressed (domain 3.6).
create function app.teams_of_gmina(p_gmina text)
  returns table (id uuid, name text, variant_key text, status text)
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select t.id, t.name, t.variant_key, t.status::text from team t
    where t.gmina_code = p_gmina and t.status <> 'dissolved'
      and app.has_role('rops_koordynator', 'animator', 'lider_gminny', 'lider_powiatowy')
    order by t.name
  $$;

-- In how many teams of the voivodeship each kind of institution sits, and how many teams there are (key null).
create function app.kind_shares(p_wojewodztwo text)
  returns table (kind_key text, teams int)
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select i.kind_key, count(distinct t.id)::int
    from team t join team_member m on m.team_id = t.id and m.left_on is null join institution i on i.id = m.institution_id
    where t.wojewodztwo_code = p_wojewodztwo and t.status in ('active', 'suspended') and app.actor_id() is not null
    group by i.kind_key
    union all
    select null, count(*)::int from team t
    where t.wojewodztwo_code = p_wojewodztwo and t.status in ('active', 'suspended') and app.actor_id() is not null
  $$;

-- Open cases of a team, for who may dissolve it: a figure for a rule, no case is named.
create function app.team_open_cases(p_team uuid) returns int
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select count(*)::int from family_case c
    where c.team_id = p_team and p_team = any (app.managed_team_ids())
      and c.status not in ('closed', 'rejected', 'redirected', 'archived', 'erased')
  $$;

-- Lines that a leaving party would leave behind: sent to it and not yet in a final state.
create function app.party_open_lines(p_team uuid, p_institution uuid) returns int
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select count(*)::int from basket_line l
    where l.team_id = p_team and l.provider_institution_id = p_institution and p_team = any (app.managed_team_ids())
      and l.status not in ('draft', 'declined', 'delivered', 'partlyDelivered', 'notDelivered', 'cancelled')
  $$;

-- The account of an e-mail address, for who may invite: one person has one account in all institutions.
create function app.account_for_email(p_email text) returns uuid
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select u.id from user_account u
    where u.email = lower(btrim(p_email)) and u.disabled_at is null
      and app.has_role('operator', 'rops_koordynator', 'animator', 'lider_gminny', 'lider_powiatowy',
                       'koordynator_zespolu', 'decydent', 'admin_lokalny')
  $$;
