-- Who leads a unit that serves the gmina founds its team: which institutions agreed in the recruitment, and on which day.
-- Nothing of refusals, reasons, words, or of who invited them: the rows themselves stay the ROPS's.
create function app.agreed_for_gmina(p_gmina text) returns table (institution_id uuid, name text, kind_key text, answered_on date)
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select r.institution_id, i.name, r.kind_key, r.answered_on
    from recruitment r join institution i on i.id = r.institution_id
    where r.gmina_code = p_gmina and r.status = 'agreed' and r.ended_on is null
      and (select app.has_role('lider_gminny'))
      and exists (select from institution_area a where a.institution_id = app.institution_id() and a.unit_code = p_gmina)
    order by r.answered_on, i.name
  $$;
