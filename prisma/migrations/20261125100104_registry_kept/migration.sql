-- A REGON names one body. A NIP may be shared by the units of one gmina, so a like NIP only asks for a second look.
-- Of several live entries with the same REGON the oldest keeps it.
update institution i set regon = null
  where i.ended_on is null and i.regon is not null and exists (
    select from institution o where o.ended_on is null and o.regon = i.regon
      and (o.created_at, o.id) < (i.created_at, i.id));
create unique index one_live_regon on institution (regon) where ended_on is null and regon is not null;

-- The gminas that an institution serves are written by who mends it. An OPS, CUS or MOPR does not extend them by itself:
-- its leader founds teams there (domain 3.6), so the region, the operator or another leader says where it works.
drop policy write_all on institution_area;
create policy write_kept on institution_area for all using (
  (select app.has_role('operator'))
  or exists (select from institution i where i.id = institution_id
       and i.wojewodztwo_code = any ((select app.my_region_codes('rops_koordynator', 'animator'))::text[]))
  or institution_id <> (select app.institution_id()) and (select app.has_role('lider_gminny', 'lider_powiatowy'))
  or institution_id = (select app.institution_id())
     and (select app.has_role('lider_gminny', 'lider_powiatowy', 'decydent', 'admin_lokalny'))
     and exists (select from institution i where i.id = institution_id and i.kind_key not in ('ops', 'cus', 'mopr')));
