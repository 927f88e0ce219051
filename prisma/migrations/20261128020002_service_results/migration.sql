-- How services of an institution turned out earlier, for who chooses a provider. Said in one of three words and only where
-- at least five families had this service there within three years (domain 3.6: shares of fewer are hidden); neither the
-- share nor the number of families is given out, so no single family can be read off it.
create function app.service_results(p_services text[], p_institutions uuid[])
  returns table (institution_id uuid, service_key text, result text)
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select one.provider, one.service,
      case when avg(one.good) >= 0.8 then 'mostly' when avg(one.good) >= 0.5 then 'half' else 'seldom' end
    from (
      select l.provider_institution_id as provider, l.service_key as service, l.case_id,
        avg(case when l.outcome = 'achieved' then 1 when l.outcome = 'partly' then 0.5 when l.outcome = 'not' then 0
                 when l.status = 'delivered' then 1 when l.status = 'partlyDelivered' then 0.5 else 0 end) as good
      from basket_line l
      where l.provider_institution_id = any (p_institutions) and l.service_key = any (p_services)
        and l.status in ('delivered', 'partlyDelivered', 'notDelivered') and l.status_since > app.today() - interval '3 years'
      group by 1, 2, 3) one
    where (select app.has_role('koordynator_rodziny', 'asystent_rodziny', 'koordynator_zespolu'))
    group by 1, 2 having count(*) >= 5
  $$;

-- A body of a region has thousands of lines; only those of the asked services that are over are read.
create index basket_line_results on basket_line (provider_institution_id, service_key)
  where status in ('delivered', 'partlyDelivered', 'notDelivered');
