-- What a case goes by: the areas of its version of the variant, the documents that the version asks for before a step, and
-- who moved it to another version (decision 0030).

-- Areas as this version has them; none: the national ones. No `set`, so that it is read as a part of the question around it.
create function app.areas_of(p_version uuid) returns table (key text, required boolean, need_keys text[])
  language sql stable
  as $$
    select t.key, t.required, t.need_keys from public.area_type t where p_version is null
    union all
    select t.key, t.required or (a.area ->> 'required')::boolean, t.need_keys
    from public.variant_version v cross join lateral jsonb_array_elements(v.body -> 'areas') as a (area)
    join public.area_type t on t.key = a.area ->> 'key'
    where v.id = p_version
  $$;

-- Since when the case is in its stage; a plan that comes back for a correction, a pause and a dropped version begin none.
create function app.stage_began(p_case uuid) returns date
  language sql stable set search_path = pg_catalog, public, app
  as $$
    select least(c.status_since, (
      select max((t.at at time zone 'Europe/Warsaw')::date) from case_transition t
      where t.case_id = c.id and t.to_status = c.status and not (
        t.from_status = 'planApproval' and t.to_status = 'planning'
        or t.from_status in ('suspended', 'planning') and t.to_status = 'inProgress')))
    from family_case c where c.id = p_case
  $$;

-- Documents that the version asks for before the next step of this stage and that are not there: approved minutes of a
-- meeting of this case held since the stage began, a monitoring card since the plan in force began.
create function app.documents_missing(p_case uuid, p_status public.case_status, p_version uuid) returns jsonb
  language sql stable set search_path = pg_catalog, public, app
  as $$
    select coalesce(jsonb_object_agg('missing_' || asked.document, 1), '{}')
    from variant_version v cross join lateral jsonb_array_elements_text(coalesce(v.body -> 'documents' -> case p_status
      when 'diagnosis' then 'case.finishDiagnosis'
      when 'planning' then 'case.submitPlan'
      when 'inProgress' then 'case.startEvaluation'
      when 'evaluation' then 'case.close' end, '[]')) as asked (document)
    where v.id = p_version and case asked.document
      when 'protokol' then not exists (
        select from case_meeting m where m.case_id = p_case and m.status = 'approved' and m.held_on >= app.stage_began(p_case))
      when 'karta_monitoringu' then not exists (
        select from monitoring_card m where m.case_id = p_case and m.held_on >= (
          select max(p.in_force_on) from plan p where p.case_id = p_case and p.status = 'inForce'))
      else false end
  $$;

do $do$
declare
  change record;
  body text;
begin
  for change in select * from (values
    ('case_conditions', 'select c.id, c.status, c.owner_institution_id from family_case c',
      'select c.id, c.status, c.variant_version_id, c.owner_institution_id from family_case c'),
    ('case_conditions', 'from area_type t where', 'from app.areas_of(seen.variant_version_id) t where'),
    ('work_conditions', 'select c.id, c.status, c.subject, c.owner_institution_id from family_case c',
      'select c.id, c.status, c.subject, c.variant_version_id, c.owner_institution_id from family_case c'),
    ('work_conditions', 'else ''{}''::jsonb end,', 'else ''{}''::jsonb end || case when seen.variant_version_id is null then ''{}''::jsonb
        else app.documents_missing(seen.id, seen.status, seen.variant_version_id) end,')
  ) v (fn, was, becomes) loop
    body := pg_get_functiondef(('app.' || change.fn || '(uuid[])')::regprocedure);
    if position(change.was in body) = 0 then raise exception 'no % in %', change.was, change.fn; end if;
    execute replace(body, change.was, change.becomes);
  end loop;
end $do$;
