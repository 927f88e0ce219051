import { asOwner } from '@/tests/support/database'
import type { makeCase } from '@/tests/support/world'

type Made = Awaited<ReturnType<typeof makeCase>>
type Column = { table: string; name: string; type: string; needed: boolean; first: string | null }

/** Written into every free text of the case; afterwards it must stand nowhere. */
export const secret = 'SEKRET'

/** Columns of every ordinary table, out of the catalogue of the database itself. */
const columns = async (): Promise<Column[]> => {
  const { rows } = await asOwner().query<Column>(
    `select c.relname as table, a.attname as name, format_type(a.atttypid, null) as type,
            a.attnotnull and not a.atthasdef as needed,
            (select e.enumlabel from pg_enum e where e.enumtypid = a.atttypid order by e.enumsortorder limit 1) as first
     from pg_attribute a join pg_class c on c.oid = a.attrelid
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped
     order by 1, a.attnum`,
  )
  return rows
}

const naming = ['case_id', 'person_id']

/** Tables that name a case or a person. */
export const caseTables = async (): Promise<string[]> => [
  ...new Set((await columns()).filter(({ name }) => naming.includes(name)).map(({ table }) => table)),
]

/** How many rows of each such table are about this case or these persons; tables without one stay out. */
export const rowsOf = async (caseId: string, persons: readonly string[]): Promise<Record<string, number>> => {
  const all = await columns()
  const found: Record<string, number> = {}
  for (const table of await caseTables()) {
    const has = (name: string) => all.some((c) => c.table === table && c.name === name)
    const tests = [
      has('case_id') ? 'case_id = $1' : 'false',
      has('person_id') ? 'person_id = any ($2)' : 'false',
    ]
    const { rows } = await asOwner().query<{ n: number }>(
      `select count(*)::int as n from ${table} where $1::uuid is not null and $2::uuid[] is not null and (${tests.join(' or ')})`,
      [caseId, persons],
    )
    if (rows[0]?.n) found[table] = rows[0].n
  }
  return found
}

/** `table.column` of every text that still holds the secret. */
export const marked = async (): Promise<string[]> => {
  const found: string[] = []
  for (const { table, name } of (await columns()).filter(({ type }) => type === 'text' || type === 'jsonb')) {
    const { rows } = await asOwner().query(`select from ${table} where ${name}::text like $1 limit 1`, [
      `%${secret}%`,
    ])
    if (rows.length > 0) found.push(`${table}.${name}`)
  }
  return found
}

/** Codes out of dictionaries and machine words, which are no free text. */
const coded: Record<string, unknown> = {
  service_key: 'korepetycje',
  route: 'parallel',
  kind: 'start',
  area_key: 'edukacja',
  at_time: '10:00',
  content_hash: null,
  funding_key: null,
  decline_reason_key: null,
  outcome: 'achieved',
  said_by: 'team',
  family_attainment: 'achieved',
  frequency: 'weekly',
  unit: null,
  reason_key: null,
  role: 'koordynator_rodziny',
  request_key: null,
  fingerprint: 'a'.repeat(64),
  media_type: 'image/png',
}

/** A meeting of the team, which names no case itself, and the one around the case. */
const teamMeetingId = crypto.randomUUID()
const meetingId = crypto.randomUUID()

/** Where a word of the same name is another one. */
const codedIn: Record<string, Record<string, unknown>> = {
  line_warning_settlement: { kind: 'clash' },
  line_link: { ended_why: null },
  unmet_service: { ended_why: null, line_id: null },
  case_transfer: { status: 'declined' },
  closing_talk: { held_on: null, not_held_key: 'inne' },
  // over: while one runs, others read nothing anyway
  case_restriction: { ended_at: '2026-02-11T10:00:00Z', ended_by_id: crypto.randomUUID() },
  work_handover_item: { refusal: null },
  work_handover_task: { refusal: null },
  review_move: { reason_key: 'ours' },
  case_task: { status: 'open' },
  case_meeting: { id: meetingId, status: 'called', starts_at: '10:00' },
  case_meeting_minutes: { content: null },
  case_meeting_entry: { kind: 'remark' },
  case_decision: { becomes: 'line' },
  meeting_case_item: { reason: 'late', meeting_id: teamMeetingId },
  form_presence: { form: 'note', thing: '' },
  // over: while one runs, others read no more than the name anyway
  person_protection: { ends_on: '2026-03-31' },
}

/** Parents before what hangs on them; every other table comes after. */
const parents = [
  'referral',
  'consent',
  'diagnosis',
  'need',
  'goal',
  'plan',
  'basket_line',
  'case_transition',
  'consultation',
  'case_restriction',
  'monitoring_card',
  'case_meeting',
  'case_decision',
]
const special = [
  'person_contact',
  'person_identity',
  'family_member',
  'case_person',
  'destruction_item',
  'family_case',
]

/** What a row of the case hangs on, where that names no case itself. */
const handoverOf = async (institutionId: string, userId: string): Promise<string> => {
  const { rows } = await asOwner().query<{ id: string }>(
    `insert into work_handover (institution_id, from_user_id, to_user_id, reason_key, handed_by_id)
     values ($1, $2, gen_random_uuid(), 'leave', $2) returning id`,
    [institutionId, userId],
  )
  return rows[0]?.id ?? ''
}

const meetingOf = async (teamId: string, userId: string): Promise<string> => {
  await asOwner().query(
    `insert into team_meeting (id, team_id, held_on, starts_at, place, created_by_id, created_institution_id)
     values ($1, $2, '2026-02-10', '10:00', 'sala', $3, $3) on conflict do nothing`,
    [teamMeetingId, teamId, userId],
  )
  return meetingId
}

/** One row in every table that names a case or a person, with the secret in every free text. */
export const fillEverything = async (made: Made, personId: string, userId: string): Promise<void> => {
  const all = await columns()
  const ids: Record<string, string> = {
    case_id: made.caseId,
    team_id: made.teamId,
    person_id: personId,
    user_id: userId,
    owner_institution_id: made.owner,
    family_id: made.familyId,
    handover_id: await handoverOf(made.owner, userId),
    meeting_id: await meetingOf(made.teamId, userId),
  }
  const named = await caseTables()
  const rest = named.filter((table) => !parents.includes(table) && !special.includes(table))
  for (const table of [
    ...parents,
    'referral_person',
    'plan_reason',
    'plan_content',
    ...rest.filter((t) => !['referral_person', 'plan_reason', 'plan_content'].includes(t)),
  ]) {
    const own = all.filter((c) => c.table === table)
    const row: Record<string, unknown> = {}
    for (const c of own) {
      if (c.name === 'id') row.id = crypto.randomUUID()
      else if (ids[c.name]) row[c.name] = ids[c.name]
      else if (c.first) {
        if (c.needed) row[c.name] = c.first
      } else if (c.name in coded) {
        if (coded[c.name] !== null) row[c.name] = coded[c.name]
      } else if (c.type === 'text' && (c.needed || !/_hash$|_key$/.test(c.name))) row[c.name] = secret
      else if (!c.needed) continue
      else if (c.type === 'uuid') row[c.name] = crypto.randomUUID()
      else if (c.type === 'date') row[c.name] = '2026-02-10'
      else if (c.type.startsWith('timestamp')) row[c.name] = '2026-02-10T10:00:00Z'
      else if (c.type === 'boolean') row[c.name] = true
      else if (c.type.endsWith('[]')) row[c.name] = []
      else row[c.name] = 1
    }
    Object.assign(row, codedIn[table])
    if (table === 'basket_line') row.status = 'delivered'
    // every line has a schedule; this one says more
    if (table === 'line_schedule')
      await asOwner().query('delete from line_schedule where line_id = $1', [row.line_id])
    const keys = Object.keys(row)
    await asOwner().query(
      `insert into ${table} (${keys.join(', ')}) values (${keys.map((_, i) => `$${i + 1}`).join(', ')})`,
      Object.values(row),
    )
    if (row.id) ids[`${idName[table] ?? table}_id`] = String(row.id)
  }
}

/** How other tables call the row of this table. */
const idName: Record<string, string> = {
  basket_line: 'line',
  case_transition: 'transition',
  case_restriction: 'restriction',
  monitoring_card: 'monitoring',
  case_decision: 'decision',
}
