import { createHash } from 'node:crypto'
import type { Client } from 'pg'

/**
 * A crowd of cases for tests of speed: teams of an OPS, a PCPR over four teams each, a school a team; every case
 * with two persons, a family team of three institutions, live consents, two needs and three lines. Made by the owner
 * in a few statements, then analysed. Ids are made of a readable word, so that a test can name what it wants.
 */
export const makeCrowd = async (owner: Client, cases: number): Promise<void> => {
  const teams = cases / 100
  await owner.query('begin')
  for (const statement of statements(teams, cases)) await owner.query(statement)
  await owner.query('commit')
  await owner.query('analyze')
}

/** Id of a thing of the crowd as SQL; the same word gives the same id in crowdId. */
const id = (kind: string, n: string) => `pg_temp.crowd_id('${kind}-' || (${n}))`

/** crowdId('case', 7): the id that the statements below gave it. */
export const crowdId = (kind: string, ...n: readonly number[]): string => {
  const hex = createHash('md5')
    .update([kind, ...n].join('-'))
    .digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`
}

const employments = (teams: number): string => `
  insert into employment (user_id, institution_id, job_title, starts_on)
  select pg_temp.crowd_id(job || '-' || n), ${id('ops', 'n')}, job, '2020-01-01'::date from generate_series(0, ${teams - 1}) n, unnest(array['leader', 'coordinator', 'worker', 'officer']) job
  union all select pg_temp.crowd_id(job || '-' || n), ${id('szkola_podstawowa', 'n')}, job, '2020-01-01' from generate_series(0, ${teams - 1}) n, unnest(array['teacher', 'head']) job
  union all select pg_temp.crowd_id(job || '-' || n), ${id('pcpr', 'n')}, job, '2020-01-01' from generate_series(0, ${Math.ceil(teams / 4) - 1}) n, unnest(array['counsellor', 'director']) job`

const people = (teams: number): string[] => [
  `insert into institution (id, name, name_folded, kind_key, level, seat_code, wojewodztwo_code)
   select pg_temp.crowd_id(kind || '-' || n), kind || ' ' || n, kind || ' ' || n, kind, 'gmina', '1816122', '18'
   from generate_series(0, ${teams - 1}) n, unnest(array['ops', 'szkola_podstawowa']) kind
   union all select ${id('pcpr', 'n')}, 'pcpr ' || n, 'pcpr ' || n, 'pcpr', 'powiat', '1816122', '18' from generate_series(0, ${Math.ceil(teams / 4) - 1}) n`,
  `insert into team (id, name, name_folded, gmina_code, powiat_code, wojewodztwo_code, variant_key, status, lead_institution_id, agreement_from, agreement_to)
   select ${id('team', 'n')}, 'Zespół ' || n, 'zespol ' || n, '1816122', '1816', '18', 'I-' || n, 'active', ${id('ops', 'n')}, '2020-01-01', '2040-01-01'
   from generate_series(0, ${teams - 1}) n`,
  `insert into team_member (team_id, institution_id, joined_on, signed_on)
   select ${id('team', 'n')}, m, '2020-01-01', '2020-01-01'
   from generate_series(0, ${teams - 1}) n, unnest(array[${id('ops', 'n')}, ${id('szkola_podstawowa', 'n')}, ${id('pcpr', 'n / 4')}]) m`,
  // Six people a team: leader, team coordinator, family coordinator, officer, teacher, head of the school; and one PCPR worker and leader a powiat.
  `insert into user_account (id, email, given_name, family_name, name_folded)
   select pg_temp.crowd_id(job || '-' || n), job || n || '@crowd.example', 'Anna', job, 'anna ' || job
   from generate_series(0, ${teams - 1}) n, unnest(array['leader', 'coordinator', 'worker', 'officer', 'teacher', 'head']) job
   union all select pg_temp.crowd_id(job || '-' || n), job || n || '@crowd.example', 'Anna', job, 'anna ' || job
   from generate_series(0, ${Math.ceil(teams / 4) - 1}) n, unnest(array['counsellor', 'director']) job`,
  employments(teams),
  `insert into role_assignment (user_id, institution_id, role, team_id, starts_on)
   select ${id('leader', 'n')}, ${id('ops', 'n')}, 'lider_gminny'::role, ${id('team', 'n')}, '2020-01-01'::date from generate_series(0, ${teams - 1}) n
   union all select ${id('coordinator', 'n')}, ${id('ops', 'n')}, 'koordynator_zespolu', ${id('team', 'n')}, '2020-01-01' from generate_series(0, ${teams - 1}) n
   union all select ${id('teacher', 'n')}, ${id('szkola_podstawowa', 'n')}, 'wykonawca', null, '2020-01-01' from generate_series(0, ${teams - 1}) n
   union all select ${id('head', 'n')}, ${id('szkola_podstawowa', 'n')}, 'decydent', null, '2020-01-01' from generate_series(0, ${teams - 1}) n
   union all select ${id('officer', 'n')}, ${id('ops', 'n')}, 'iod', null, '2020-01-01' from generate_series(0, ${teams - 1}) n
   union all select ${id('director', 'n')}, ${id('pcpr', 'n')}, 'lider_powiatowy', null, '2020-01-01' from generate_series(0, ${Math.ceil(teams / 4) - 1}) n`,
]

const families = (cases: number): string[] => [
  `insert into family (id, owner_institution_id, label, label_folded)
   select ${id('family', 'c')}, ${id('ops', 'c / 100')}, 'Rodzina ' || c, 'rodzina ' || c from generate_series(0, ${cases - 1}) c`,
  `insert into family_case (id, number, team_id, owner_institution_id, family_id, gmina_code, year, sequence, status, status_since, due_on, opened_on, updated_at)
   select ${id('case', 'c')}, '1816122/2020/' || c, ${id('team', 'c / 100')}, ${id('ops', 'c / 100')}, ${id('family', 'c')}, '1816122', 2020, c,
     (array['submitted', 'awaitingConsent', 'diagnosis', 'planning', 'inProgress', 'inProgress', 'evaluation', 'closed', 'closed', 'archived'])[1 + c % 10]::case_status,
     current_date - c % 90, current_date + c % 60 - 20, current_date - 100 - c % 700, now() - c * interval '7 minutes'
   from generate_series(0, ${cases - 1}) c`,
  `insert into person (id, owner_institution_id, given_name, family_name, name_folded)
   select pg_temp.crowd_id('person-' || c || '-' || p), ${id('ops', 'c / 100')}, 'Maria', 'Próbna ' || c, 'maria probna ' || c from generate_series(0, ${cases - 1}) c, generate_series(0, 1) p`,
  `insert into family_member (family_id, person_id, relation_key, position)
   select ${id('family', 'c')}, pg_temp.crowd_id('person-' || c || '-' || p), 'head', p from generate_series(0, ${cases - 1}) c, generate_series(0, 1) p`,
  `insert into case_person (case_id, team_id, person_id, main)
   select ${id('case', 'c')}, ${id('team', 'c / 100')}, pg_temp.crowd_id('person-' || c || '-' || p), p = 0 from generate_series(0, ${cases - 1}) c, generate_series(0, 1) p`,
  `insert into case_participant (case_id, team_id, institution_id, starts_on)
   select ${id('case', 'c')}, ${id('team', 'c / 100')}, i, '2020-01-01'
   from generate_series(0, ${cases - 1}) c, unnest(array[${id('ops', 'c / 100')}, ${id('szkola_podstawowa', 'c / 100')}, ${id('pcpr', 'c / 400')}]) i`,
  // Who works on a case: every worker all of its team's, a counsellor one case in 50 of her powiat.
  `insert into role_assignment (user_id, institution_id, role, case_id, starts_on)
   select ${id('worker', 'c / 100')}, ${id('ops', 'c / 100')}, 'koordynator_rodziny'::role, ${id('case', 'c')}, '2020-01-01'::date from generate_series(0, ${cases - 1}) c where c % 10 between 1 and 6 and c % 100 < 20
   union all select ${id('counsellor', 'c / 400')}, ${id('pcpr', 'c / 400')}, 'specjalista', ${id('case', 'c')}, '2020-01-01' from generate_series(0, ${cases - 1}) c where c % 50 = 4`,
  // The grants that live consents would have made (their trigger is proven elsewhere).
  `insert into case_grant (case_id, team_id, person_id, institution_id, category, consent_id, signed_by_id, starts_on)
   select ${id('case', 'c')}, ${id('team', 'c / 100')}, pg_temp.crowd_id('person-' || c || '-' || p), i, category::data_category, gen_random_uuid(), pg_temp.crowd_id('person-' || c || '-' || p), '2020-01-01'
   from generate_series(0, ${cases - 1}) c, generate_series(0, 1) p, unnest(array[${id('szkola_podstawowa', 'c / 100')}, ${id('pcpr', 'c / 400')}]) i,
     unnest(array['PODSTAWOWE', 'RELACJE']) category where c % 10 between 2 and 6`,
]

const baskets = (cases: number): string[] => [
  `insert into need (id, case_id, team_id, owner_institution_id, need_key, category, created_by_id)
   select pg_temp.crowd_id('need-' || c || '-' || n), ${id('case', 'c')}, ${id('team', 'c / 100')}, ${id('ops', 'c / 100')}, 'bezradnosc', 'RELACJE', ${id('worker', 'c / 100')}
   from generate_series(0, ${cases - 1}) c, generate_series(0, 1) n where c % 10 > 1`,
  `insert into basket_line (id, case_id, team_id, owner_institution_id, service_key, category, provider_institution_id, responsible_user_id, starts_on, ends_on, status, status_since, answer_due_on, created_by_id, updated_at)
   select pg_temp.crowd_id('line-' || c || '-' || n), ${id('case', 'c')}, ${id('team', 'c / 100')}, ${id('ops', 'c / 100')}, 'szkola_rodzicow', 'RELACJE',
     case n when 0 then ${id('szkola_podstawowa', 'c / 100')} when 1 then ${id('pcpr', 'c / 400')} else ${id('ops', 'c / 100')} end,
     case n when 0 then ${id('teacher', 'c / 100')} end, current_date - 60, current_date + 60,
     (array['proposed', 'inProgress', 'accepted', 'delivered'])[1 + (c / 10 + n) % 4]::line_status, current_date - 10, current_date - 3, ${id('worker', 'c / 100')}, now() - c * interval '5 minutes'
   from generate_series(0, ${cases - 1}) c, generate_series(0, 2) n where c % 10 > 2`,
  `insert into line_beneficiary (line_id, person_id, case_id, team_id)
   select pg_temp.crowd_id('line-' || c || '-' || n), pg_temp.crowd_id('person-' || c || '-0'), ${id('case', 'c')}, ${id('team', 'c / 100')}
   from generate_series(0, ${cases - 1}) c, generate_series(0, 2) n where c % 10 > 2`,
  `insert into line_need (line_id, need_id, case_id, team_id)
   select pg_temp.crowd_id('line-' || c || '-' || n), pg_temp.crowd_id('need-' || c || '-' || n % 2), ${id('case', 'c')}, ${id('team', 'c / 100')}
   from generate_series(0, ${cases - 1}) c, generate_series(0, 2) n where c % 10 > 2`,
  `insert into line_transition (line_id, case_id, team_id, to_status, actor_id, institution_id, at)
   select l.id, l.case_id, l.team_id, 'proposed', l.created_by_id, l.owner_institution_id, now() from basket_line l`,
  `insert into service_delivery (line_id, case_id, team_id, delivered_on, quantity, recorded_by_id, institution_id)
   select l.id, l.case_id, l.team_id, current_date - d, 1, l.created_by_id, l.provider_institution_id from basket_line l, generate_series(1, 1) d where l.status = 'inProgress'`,
  `insert into case_transition (case_id, team_id, to_status, actor_id, institution_id, at)
   select id, team_id, status, ${id('worker', '0')}, owner_institution_id, now() from family_case`,
  `insert into audit_event (actor_id, institution_id, action, kind, case_id, owner_institution_id, at)
   select ${id('worker', 'c / 100')}, ${id('ops', 'c / 100')}, 'case.read', 'read', ${id('case', 'c')}, ${id('ops', 'c / 100')}, now() - c * interval '3 minutes' from generate_series(0, ${cases - 1}) c`,
]

/** A sheet a case, every third written by the school; one draft more a team; and what each person of a team was told. */
const papers = (teams: number, cases: number): string[] => [
  `insert into referral (id, team_id, institution_id, author_id, status, family_label, reason_keys, case_id, submitted_at, updated_at)
   select ${id('referral', 'c')}, ${id('team', 'c / 100')},
     case c % 3 when 0 then ${id('szkola_podstawowa', 'c / 100')} else ${id('ops', 'c / 100')} end,
     case c % 3 when 0 then ${id('head', 'c / 100')} else ${id('worker', 'c / 100')} end,
     'submitted'::referral_status, 'Rodzina ' || c, array['bezradnosc'], ${id('case', 'c')}, now() - interval '100 days', now() - c * interval '7 minutes'
   from generate_series(0, ${cases - 1}) c
   union all select ${id('draft', 'n')}, ${id('team', 'n')}, ${id('ops', 'n')}, ${id('worker', 'n')}, 'draft', 'Szkic ' || n, '{}', null, null, now()
   from generate_series(0, ${teams - 1}) n`,
  `insert into notification (user_id, institution_id, kind, team_id, case_id, created_at, read_at)
   select pg_temp.crowd_id(job || '-' || c / 100), ${id('ops', 'c / 100')}, 'case.qualified', ${id('team', 'c / 100')}, ${id('case', 'c')},
     now() - c * interval '1 minute', case when c % 20 > 0 then now() end
   from generate_series(0, ${cases - 1}) c, unnest(array['leader', 'coordinator', 'worker']) job`,
]

/** Version 4 and its variant, or the product's own check of ids refuses them. */
const idFunction = `create function pg_temp.crowd_id(word text) returns uuid language sql immutable
  as $$ select overlay(overlay(md5(word) placing '4' from 13) placing '8' from 17)::uuid $$`

const statements = (teams: number, cases: number): string[] => [
  idFunction,
  ...people(teams),
  ...families(cases),
  'analyze',
  ...baskets(cases),
  ...papers(teams, cases),
]
