-- As before; a draft of a variant may be thrown away (policy drop_draft keeps what was published).
create or replace function app.grant_runtime(runtime text) returns void language plpgsql
  as $$
  declare
    t record;
    closed constant text[] := array['_prisma_migrations', 'credential', 'user_session', 'sign_in_attempt', 'password_reset', 'installation',
      'line_link_secret'];
    reference constant text[] := array['territory_unit', 'territory_import', 'institution_kind', 'service_type', 'need_type',
      'need_service', 'area_type', 'model_variant', 'dictionary_entry', 'case_grant', 'line_link'];
    append_only constant text[] := array['audit_event', 'case_transition', 'line_transition', 'team_transition', 'duplicate_check',
      'service_overlay_step', 'basket_template_line'];
    removable constant text[] := array['referral', 'referral_person', 'institution_area', 'team_member', 'team_deadline',
      'consent_scope', 'goal_need', 'plan_line', 'line_beneficiary', 'line_need', 'line_goal',
      'variant_version'];
  begin
    execute format('grant usage on schema public, app to %I', runtime);
    execute format('revoke all on all tables in schema public from %I', runtime);
    for t in select c.relname from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'v') loop
      continue when t.relname = any (closed);
      execute format('grant select on public.%I to %I', t.relname, runtime);
      continue when t.relname = any (reference);
      execute format('grant insert on public.%I to %I', t.relname, runtime);
      continue when t.relname = any (append_only);
      execute format('grant update on public.%I to %I', t.relname, runtime);
      if t.relname = any (removable) then execute format('grant delete on public.%I to %I', t.relname, runtime); end if;
    end loop;
    execute format('grant execute on all functions in schema app to %I', runtime);
    execute format('revoke execute on function app.grant_runtime(text), app.protect(text), app.line_answerable(uuid), app.proved_link(text, text),
      app.service_name(text, text, uuid) from %I, public', runtime);
  end $$;
