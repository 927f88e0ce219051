-- Filters of the own list of cases: each person's own, in one place of work, never shared. What was typed into the search
-- is not kept (it may be a family's name): stage, whose turn it is, team and order only.
create table case_filter (
  id uuid not null default gen_random_uuid() constraint case_filter_pkey primary key,
  user_id uuid not null,
  institution_id uuid not null,
  name text not null,
  stage text not null,
  waits text,
  sort text not null,
  team_id uuid,
  is_default boolean not null default false,
  created_at timestamptz(3) not null default current_timestamp,
  version integer not null default 1
);
create index case_filter_user_id_institution_id_idx on case_filter (user_id, institution_id);
create unique index one_default_filter on case_filter (user_id, institution_id) where is_default;

select app.protect('case_filter');
create policy own on case_filter for all
  using (user_id = (select app.actor_id()) and institution_id = (select app.institution_id()))
  with check (user_id = (select app.actor_id()) and institution_id = (select app.institution_id()));

create function app.drop_filter(p_filter uuid) returns boolean
  language plpgsql volatile security definer set search_path = pg_catalog, public, app
  as $$
  begin
    delete from case_filter f where f.id = p_filter and f.user_id = app.actor_id() and f.institution_id = app.institution_id();
    return found;
  end $$;
