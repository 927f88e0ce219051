-- Consultations OF THE MODEL (not of a case): a ROPS asks people of its teams, and people outside by a secret link, what they
-- think of a text; each remark is answered before it closes. No person served and no case stands here.
create table model_consultation (
  id uuid not null default gen_random_uuid() constraint model_consultation_pkey primary key,
  wojewodztwo_code text not null,
  title text not null,
  body text not null,
  ends_on date not null,
  -- roles that are asked, and teams in which; no team: in all of the voivodeship
  roles text[] not null check (cardinality(roles) > 0),
  team_ids uuid[] not null default '{}',
  -- remarks of others are shown to the invited once it is closed
  shows_remarks boolean not null default false,
  summary text,
  closed_at timestamptz(3),
  institution_id uuid not null,
  created_by_id uuid not null,
  created_at timestamptz(3) not null default current_timestamp,
  version integer not null default 1,
  constraint closed_with_summary check ((closed_at is null) = (summary is null))
);
create index model_consultation_wojewodztwo_code_idx on model_consultation (wojewodztwo_code);

-- A person outside, asked by mail.
create table model_invitation (
  id uuid not null default gen_random_uuid() constraint model_invitation_pkey primary key,
  consultation_id uuid not null constraint model_invitation_consultation_id_fkey references model_consultation (id) on delete restrict,
  wojewodztwo_code text not null,
  recipient text not null,
  sent_by_id uuid not null,
  sent_at timestamptz(3) not null default current_timestamp,
  opened_at timestamptz(3),
  ended_at timestamptz(3)
);
create unique index one_live_model_invitation on model_invitation (consultation_id, recipient) where ended_at is null;

-- Hashes, which the app's role never sees: only the functions below ask them.
create table model_invitation_secret (
  invitation_id uuid not null constraint model_invitation_secret_pkey primary key,
  token_hash text not null
);
create unique index model_invitation_secret_token_hash_key on model_invitation_secret (token_hash);

create table model_remark (
  id uuid not null default gen_random_uuid() constraint model_remark_pkey primary key,
  consultation_id uuid not null constraint model_remark_consultation_id_fkey references model_consultation (id) on delete restrict,
  wojewodztwo_code text not null,
  theme text not null check (theme in ('organisation', 'leadership', 'partners', 'law', 'money')),
  body text not null,
  -- who says so: a person with an account, or one outside by the name and function they gave
  by_id uuid,
  by_institution_id uuid,
  invitation_id uuid,
  by_name text not null,
  by_function text not null,
  made_at timestamptz(3) not null default current_timestamp,
  verdict text check (verdict in ('taken', 'partly', 'notTaken')),
  reason text,
  version integer not null default 1,
  constraint made_by_somebody check ((by_id is null) = (invitation_id is not null) and (by_id is null) = (by_institution_id is null)),
  constraint answered_with_reason check ((verdict is null) = (reason is null))
);
create index model_remark_consultation_id_idx on model_remark (consultation_id);
create index model_remark_invitation_id_idx on model_remark (invitation_id);

select app.protect(t) from unnest(array['model_consultation', 'model_invitation', 'model_invitation_secret', 'model_remark']) t;

create function app.my_role_keys() returns text[]
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$ select coalesce(array_agg(distinct a.role::text), '{}') from app.my_assignments() a $$;

-- Teams of the own house, whatever the role: for invitations, not for what a team keeps.
create function app.house_team_ids() returns uuid[]
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select coalesce(array_agg(distinct id), '{}') from (
      select m.team_id as id from team_member m where m.institution_id = app.institution_id() and m.left_on is null
      union all select a.team_id from app.my_assignments() a where a.team_id is not null) t
  $$;

-- Consultations to which the actor is invited.
create function app.model_consultation_ids() returns uuid[]
  language sql stable security definer set search_path = pg_catalog, public, app
  as $$
    select coalesce(array_agg(c.id), '{}') from model_consultation c,
      (select app.knowledge_regions() as regions, app.my_role_keys() as roles, app.house_team_ids() as teams) me
    where c.wojewodztwo_code = any (me.regions) and c.roles && me.roles
      and (c.team_ids = '{}' or c.team_ids && me.teams)
  $$;

create policy read_invited on model_consultation for select using (
  wojewodztwo_code = any ((select app.knowledge_keeps())::text[])
  or id = any ((select app.model_consultation_ids())::uuid[]));
create policy open on model_consultation for insert with check (
  wojewodztwo_code = any ((select app.my_region_codes('rops_koordynator'))::text[])
  and institution_id = (select app.institution_id()) and created_by_id = (select app.actor_id()) and closed_at is null);
create policy mend on model_consultation for update using (
  wojewodztwo_code = any ((select app.my_region_codes('rops_koordynator'))::text[]) and closed_at is null)
  with check (wojewodztwo_code = any ((select app.my_region_codes('rops_koordynator'))::text[]));
create trigger keep_consultation before update on model_consultation for each row
  execute function app.keep_columns('id', 'wojewodztwo_code', 'institution_id', 'created_by_id', 'created_at');

create policy read_keepers on model_invitation for select using (
  wojewodztwo_code = any ((select app.knowledge_keeps())::text[]));
create policy take_back on model_invitation for update using (
  wojewodztwo_code = any ((select app.my_region_codes('rops_koordynator'))::text[]));
create trigger keep_invitation before update on model_invitation for each row
  execute function app.keep_columns('id', 'consultation_id', 'wojewodztwo_code', 'recipient', 'sent_by_id', 'sent_at');
create policy nobody on model_invitation_secret for select using (false);

-- One's own remarks; all of them for the keepers, and for the invited once it is closed and was opened so.
create policy read_own on model_remark for select using (
  by_id = (select app.actor_id())
  or wojewodztwo_code = any ((select app.knowledge_keeps())::text[])
  or consultation_id = any ((select app.model_consultation_ids())::uuid[])
    and exists (select from model_consultation c where c.id = consultation_id and c.shows_remarks and c.closed_at is not null));
create policy say on model_remark for insert with check (
  by_id = (select app.actor_id()) and by_institution_id = (select app.institution_id()) and verdict is null
  and consultation_id = any ((select app.model_consultation_ids())::uuid[])
  and exists (select from model_consultation c where c.id = consultation_id
    and c.wojewodztwo_code = model_remark.wojewodztwo_code and c.closed_at is null and c.ends_on >= app.today()));
-- The author until the end; then the ROPS says what became of it. Neither after it is closed.
create policy mend on model_remark for update using (
  exists (select from model_consultation c where c.id = consultation_id and c.closed_at is null
    and (model_remark.by_id = app.actor_id() and c.ends_on >= app.today()
         or c.wojewodztwo_code = any ((select app.my_region_codes('rops_koordynator'))::text[]))));
create function app.keep_remark() returns trigger
  language plpgsql stable security definer set search_path = pg_catalog, public, app
  as $$
  begin
    if app.actor_id() is distinct from old.by_id and (new.body, new.theme) is distinct from (old.body, old.theme) then
      raise exception 'only its author words a remark' using errcode = '42501';
    end if;
    if (new.verdict, new.reason) is distinct from (old.verdict, old.reason)
       and not new.wojewodztwo_code = any (coalesce(app.my_region_codes('rops_koordynator'), '{}')) then
      raise exception 'only the region answers a remark' using errcode = '42501';
    end if;
    return new;
  end $$;
create trigger keep_remark before update on model_remark for each row execute function app.keep_remark();
create trigger keep_remark_columns before update on model_remark for each row
  execute function app.keep_columns('id', 'consultation_id', 'wojewodztwo_code', 'by_id', 'by_institution_id', 'invitation_id', 'by_name', 'made_at');

-- Tells everybody invited inside that a consultation was opened, or that it is closed.
create function app.tell_of_model_consultation(p_consultation uuid, p_kind text) returns integer
  language plpgsql volatile security definer set search_path = pg_catalog, public, app
  as $$
  declare c model_consultation; v_told integer;
  begin
    select * into c from model_consultation where id = p_consultation;
    if c.id is null or not c.wojewodztwo_code = any ((select app.my_region_codes('rops_koordynator'))::text[])
       or p_kind not in ('opened', 'closed') then
      raise exception 'not of this region' using errcode = '42501';
    end if;
    insert into notification (user_id, institution_id, kind)
      select distinct r.user_id, r.institution_id, 'model.' || p_kind
      from role_assignment r join institution i on i.id = r.institution_id
      where r.role::text = any (c.roles) and r.role not in ('operator', 'ministerstwo') and r.ended_at is null
        and r.starts_on <= app.today() and (r.ends_on is null or r.ends_on >= app.today())
        and coalesce(r.wojewodztwo_code, i.wojewodztwo_code) = c.wojewodztwo_code and r.user_id <> app.actor_id()
        and (c.team_ids = '{}' or r.team_id = any (c.team_ids)
             or exists (select from team_member m where m.institution_id = r.institution_id and m.left_on is null and m.team_id = any (c.team_ids)));
    get diagnostics v_told = row_count;
    return v_told;
  end $$;

-- A letter with a secret link to somebody outside; an earlier link to the same address dies.
create function app.send_model_invitation(p_consultation uuid, p_recipient text, p_token_hash text, p_subject text, p_body text)
  returns text language plpgsql volatile security definer set search_path = pg_catalog, public, app
  as $$
  declare c model_consultation; v_id uuid;
  begin
    select * into c from model_consultation where id = p_consultation for update;
    if c.id is null or not c.wojewodztwo_code = any ((select app.my_region_codes('rops_koordynator'))::text[]) then
      raise exception 'not of this region' using errcode = '42501';
    end if;
    if c.closed_at is not null or c.ends_on < app.today() then return 'closed'; end if;
    if (select count(*) from model_invitation k where k.consultation_id = c.id and k.sent_at > now() - interval '1 day') >= 200 then return 'often'; end if;
    update model_invitation set ended_at = now() where consultation_id = c.id and recipient = p_recipient and ended_at is null;
    insert into model_invitation (consultation_id, wojewodztwo_code, recipient, sent_by_id)
      values (c.id, c.wojewodztwo_code, p_recipient, app.actor_id()) returning id into v_id;
    insert into model_invitation_secret (invitation_id, token_hash) values (v_id, p_token_hash);
    insert into outgoing_mail (recipient, subject, body) values (p_recipient, p_subject, p_body);
    return 'sent';
  end $$;

-- What a link shows: the text and the own remarks. A link lives until the consultation's last day; whatever is wrong gives
-- nothing. The text is no secret, the link only says who was asked; 256 random bits are not guessed.
create function app.model_consultation_by_link(p_token_hash text) returns jsonb
  language plpgsql volatile security definer set search_path = pg_catalog, public, app
  as $$
  declare k model_invitation; answer jsonb;
  begin
    update model_invitation m set opened_at = coalesce(m.opened_at, now())
      from model_invitation_secret s, model_consultation c
      where s.token_hash = p_token_hash and m.id = s.invitation_id and m.ended_at is null
        and c.id = m.consultation_id and c.closed_at is null and c.ends_on >= app.today()
      returning m.* into k;
    if k.id is null then return null; end if;
    select jsonb_build_object('title', c.title, 'body', c.body, 'endsOn', c.ends_on, 'issuer', i.name,
        'remarks', coalesce((select jsonb_agg(jsonb_build_object('id', r.id, 'theme', r.theme, 'body', r.body,
            'name', r.by_name, 'function', r.by_function) order by r.made_at, r.id)
          from model_remark r where r.invitation_id = k.id), '[]'))
      into answer
      from model_consultation c join institution i on i.id = c.institution_id where c.id = k.consultation_id;
    return answer;
  end $$;

create function app.remark_by_link(p_token_hash text, p_theme text, p_body text, p_name text, p_function text) returns text
  language plpgsql volatile security definer set search_path = pg_catalog, public, app
  as $$
  declare k model_invitation;
  begin
    select m.* into k from model_invitation_secret s join model_invitation m on m.id = s.invitation_id
      join model_consultation c on c.id = m.consultation_id
      where s.token_hash = p_token_hash and m.ended_at is null and c.closed_at is null and c.ends_on >= app.today()
      for update of m;
    if k.id is null then return 'gone'; end if;
    if (select count(*) from model_remark r where r.invitation_id = k.id) >= 50 then return 'many'; end if;
    insert into model_remark (consultation_id, wojewodztwo_code, theme, body, invitation_id, by_name, by_function)
      values (k.consultation_id, k.wojewodztwo_code, p_theme, p_body, k.id, p_name, p_function);
    insert into audit_event (institution_id, action, kind, subject_kind, subject_ids)
      select c.institution_id, 'model.remarkByLink', 'write', 'modelConsultation', array[c.id]
      from model_consultation c where c.id = k.consultation_id;
    return 'done';
  end $$;
