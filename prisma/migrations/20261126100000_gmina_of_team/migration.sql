-- The gmina of a team is corrected only before the agreement is sent, and only to one in which this actor could found a
-- team: the policies see which team is changed, not where it would go. Without an actor (the owner's own work) nothing
-- is asked.
create function app.gmina_of_team_kept() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public, app
  as $$
  begin
    if app.actor_id() is null
       or (new.gmina_code, new.powiat_code, new.wojewodztwo_code) = (old.gmina_code, old.powiat_code, old.wojewodztwo_code) then
      return new;
    end if;
    if old.status <> 'initiated' or new.status <> 'initiated'
       or new.powiat_code <> left(new.gmina_code, 4) or new.wojewodztwo_code <> left(new.gmina_code, 2)
       or not (new.wojewodztwo_code = any ((select app.my_region_codes('rops_koordynator', 'animator'))::text[])
               or app.has_role('lider_gminny') and exists (
                 select from institution_area a where a.institution_id = app.institution_id() and a.unit_code = new.gmina_code)) then
      raise exception 'not a gmina for this team' using errcode = '42501';
    end if;
    return new;
  end $$;
create trigger gmina_of_team_kept before update on team for each row execute function app.gmina_of_team_kept();
