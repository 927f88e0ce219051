-- Somebody outside is told before writing whether the invited people will see the remark with its author's name.
create or replace function app.model_consultation_by_link(p_token_hash text) returns jsonb
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
        'showsRemarks', c.shows_remarks,
        'remarks', coalesce((select jsonb_agg(jsonb_build_object('id', r.id, 'theme', r.theme, 'body', r.body,
            'name', r.by_name, 'function', r.by_function) order by r.made_at, r.id)
          from model_remark r where r.invitation_id = k.id), '[]'))
      into answer
      from model_consultation c join institution i on i.id = c.institution_id where c.id = k.consultation_id;
    return answer;
  end $$;
