import { randomUUID } from 'node:crypto'
import { type ActorRef, asActor, type Tx } from '@/lib/platform/db'
import { insertRows, type Row } from '@/prisma/seed/rows'
import { addContent } from '@/tests/security/gate/content'
import { type Answer, type FamilyWorld, places } from '@/tests/security/gate/generated'
import { type Ground, keyOf } from '@/tests/security/gate/ground'
import { addTransfer, protect, restrict } from '@/tests/security/gate/moves'
import { type Seen, type Viewer, viewers } from '@/tests/security/gate/oracle'
import { asOwner } from '@/tests/support/database'
import { giveRole, makeCase, makePerson } from '@/tests/support/world'

export type Built = {
  caseId: string
  familyId: string
  persons: string[]
  lines: string[]
  actors: Map<Viewer, ActorRef>
  transferId: string
}

const bornOn = { adult: '1985-03-14', child: '2015-05-09', ward: '1990-01-01', grown: '2008-11-10' } as const

const addMembers = async (w: FamilyWorld, made: Awaited<ReturnType<typeof makeCase>>): Promise<string[]> => {
  const persons: string[] = []
  for (const [i, m] of w.members.entries()) {
    const id = await makePerson(made, {
      givenName: `Osoba${'abcd'[i]}`,
      bornOn: bornOn[m.kind],
      takesPart: m.takesPart,
      guardians: i > 1 ? persons.slice(0, 2) : [],
      conflict: i > 1 && m.conflict,
    })
    persons.push(id)
  }
  for (const [i, m] of w.members.entries())
    await asOwner().query(
      `update case_person set under_guardianship = $2, court_decision = $3, left_on = $4 where person_id = $1`,
      [
        persons[i],
        m.kind === 'ward',
        i > 1 && m.conflict && m.court ? 'III Nsm 1/26' : null,
        m.left ? '2026-11-20' : null,
      ],
    )
  return persons
}

const given = ({ standing, signer, member }: Answer, w: FamilyWorld): Row => {
  if (w.members[member]?.kind === 'grown' && signer !== 'self')
    return { given_on: '2026-09-10', valid_to: '2026-11-09' }
  if (standing === 'expired') return { given_on: '2026-09-10', valid_to: '2026-11-23' }
  if (standing === 'lastDay') return { given_on: '2026-09-10', valid_to: '2026-11-24' }
  return { given_on: standing === 'tomorrow' ? '2026-11-25' : '2026-09-10', valid_to: null }
}

const addAnswers = async (w: FamilyWorld, ground: Ground, of: Row, persons: string[]): Promise<void> => {
  const consents = w.answers.map((a) => ({ a, id: randomUUID() }))
  const rows = consents.map(({ a, id }) => ({
    id,
    ...of,
    person_id: persons[a.member],
    signed_by_id: a.signer === 'self' ? persons[a.member] : persons[a.signer],
    text_version: '1',
    channel: 'paper',
    recorded_by_id: persons[0],
    ...given(a, w),
  }))
  const scopes = consents.flatMap(({ a, id }) =>
    a.categories.map((category) => ({
      consent_id: id,
      case_id: of.case_id,
      team_id: of.team_id,
      institution_id: ground.institutions[a.place],
      category,
      granted: a.standing !== 'refused',
    })),
  )
  await insertRows(asOwner(), 'consent', rows)
  await insertRows(asOwner(), 'consent_scope', scopes)
  const ids = (refused: boolean) =>
    consents.filter(({ a }) => (a.standing === 'refused') === refused).map(({ id }) => id)
  await asOwner().query(`update consent set status = 'granted' where id = any ($1)`, [ids(false)])
  await asOwner().query(`update consent set status = 'refused' where id = any ($1)`, [ids(true)])
  await asOwner().query(`update consent set status = 'withdrawn', withdrawn_at = now() where id = any ($1)`, [
    consents.filter(({ a }) => a.standing === 'withdrawn').map(({ id }) => id),
  ])
}

const addBases = async (w: FamilyWorld, ground: Ground, of: Row, persons: string[]): Promise<void> => {
  const rows = w.bases.map((b) => ({
    case_id: of.case_id,
    team_id: of.team_id,
    person_id: persons[b.member],
    institution_id: ground.institutions[b.place],
    category: b.category,
    basis: 'OBOWIAZEK_PRAWNY',
    note: 'przepis',
    starts_on: b.standing === 'later' ? '2026-11-25' : '2026-09-01',
    ends_on: b.standing === 'over' ? '2026-11-23' : null,
    recorded_by_id: persons[0],
    id: randomUUID(),
  }))
  await insertRows(asOwner(), 'legal_basis_record', rows)
  const ended = rows.filter((_, i) => w.bases[i]?.standing === 'ended').map(({ id }) => id)
  await asOwner().query('update legal_basis_record set ended_at = now() where id = any ($1)', [ended])
}

const taken = {
  now: { starts_on: '2026-09-01', ends_on: null },
  lastDay: { starts_on: '2026-09-01', ends_on: '2026-11-24' },
  over: { starts_on: '2026-09-01', ends_on: '2026-11-23' },
  later: { starts_on: '2026-11-25', ends_on: null },
} as const

const addLines = async (w: FamilyWorld, ground: Ground, of: Row, persons: string[]): Promise<string[]> => {
  const plain = { case_id: of.case_id, team_id: of.team_id }
  const lines = w.lines.map((l) => ({ l, id: randomUUID() }))
  await insertRows(
    asOwner(),
    'basket_line',
    lines.map(({ l, id }) => ({
      id,
      ...of,
      service_key: 'swietlica',
      category: l.category,
      provider_institution_id: ground.institutions[l.provider],
      responsible_user_id: l.responsible === 'nobody' ? null : ground.users[`${l.provider} ${l.responsible}`],
      starts_on: '2026-10-01',
      status: l.status,
      status_since: '2026-10-01',
      created_by_id: persons[0],
    })),
  )
  await insertRows(
    asOwner(),
    'line_beneficiary',
    lines.flatMap(({ l, id }) =>
      l.beneficiaries.map((i) => ({ ...plain, line_id: id, person_id: persons[i] })),
    ),
  )
  await insertRows(
    asOwner(),
    'service_delivery',
    lines.map(({ id, l }) => ({
      ...plain,
      line_id: id,
      delivered_on: '2026-11-01',
      quantity: 1,
      recorded_by_id: persons[0],
      institution_id: ground.institutions[l.provider],
    })),
  )
  return lines.map(({ id }) => id)
}

/** A case of this family, with one of everything, and everybody who looks at it. */
export const build = async (w: FamilyWorld, ground: Ground): Promise<Built> => {
  const { institutions, users, team } = ground
  const made = await makeCase({ teamId: team, owner: institutions.ops, status: 'inProgress' })
  const of = { case_id: made.caseId, team_id: team, owner_institution_id: institutions.ops }
  const persons = await addMembers(w, made)
  for (const place of places) {
    const days = w.taking[place] === 'no' ? null : taken[w.taking[place]]
    if (days)
      await insertRows(asOwner(), 'case_participant', [
        { case_id: made.caseId, team_id: team, institution_id: institutions[place], ...days },
      ])
  }
  await addAnswers(w, ground, of, persons)
  await addBases(w, ground, of, persons)
  await addContent(of, persons)
  const lines = await addLines(w, ground, of, persons)
  await protect(w, ground, persons)
  const actors = new Map<Viewer, ActorRef>()
  for (const v of viewers) {
    const userId = users[keyOf(v)] ?? ''
    const role =
      v.role === 'specialist' ? 'specjalista' : v.role === 'coordinator' ? 'koordynator_rodziny' : null
    if (role) await giveRole(userId, institutions[v.place], { role, caseId: made.caseId })
    actors.set(v, { userId, institutionId: institutions[v.place] })
  }
  const transferId = await addTransfer(w, ground, of)
  await restrict(w, ground, of)
  return { caseId: made.caseId, familyId: made.familyId, persons, lines, actors, transferId }
}

/** One family's assignments would make the next look slower; a worker's lines of earlier families stay and are not asked. */
export const forget = async (built: Built): Promise<void> => {
  await asOwner().query('update role_assignment set ended_at = now() where case_id = $1', [built.caseId])
}

type Found = { what: string; id: string; person_id: string | null; category: string | null }

const rowsOf = (tx: Tx, { caseId, familyId, persons }: Built): Promise<Found[]> => tx.$queryRaw<Found[]>`
  select 'case' as what, id::text, null::uuid as person_id, null::text as category from family_case where id = ${caseId}::uuid
  union all select 'family', id::text, null, null from family where id = ${familyId}::uuid
  union all select 'person', id::text, id, null from person where id = any (${persons}::uuid[])
  union all select 'identity', person_id::text, person_id, null from person_identity where person_id = any (${persons}::uuid[])
  union all select 'contact', person_id::text, person_id, null from person_contact where person_id = any (${persons}::uuid[])
  union all select 'need', id::text, person_id, category::text from need where case_id = ${caseId}::uuid
  union all select 'strength', id::text, person_id, category::text from strength where case_id = ${caseId}::uuid
  union all select 'unmet', id::text, person_id, category::text from unmet_service where case_id = ${caseId}::uuid
  union all select 'look', k.id::text, null, g.category::text from goal_look k join goal g on g.id = k.goal_id
    where k.case_id = ${caseId}::uuid
  union all select 'talk', id::text, null, category::text from closing_talk where case_id = ${caseId}::uuid
  union all select 'area', id::text, null, category::text from diagnosis_area where case_id = ${caseId}::uuid
  union all select 'goal', id::text, null, category::text from goal where case_id = ${caseId}::uuid
  union all select 'line', id::text, null, null from basket_line where case_id = ${caseId}::uuid
  union all select 'delivery', line_id::text, null, null from service_delivery where case_id = ${caseId}::uuid
  union all select 'hours', line_id::text, null, null from line_schedule where case_id = ${caseId}::uuid
  union all select 'step', id::text, null, null from case_transition where case_id = ${caseId}::uuid`

const nameOf = (built: Built, { what, id, person_id, category }: Found): string => {
  if (['line', 'delivery', 'hours'].includes(what)) return `${what} ${built.lines.indexOf(id)}`
  if (['need', 'strength', 'unmet'].includes(what))
    return `${what} ${person_id ? built.persons.indexOf(person_id) : 'all'} ${category}`
  if (['area', 'goal', 'look', 'talk'].includes(what)) return `${what} ${category}`
  return person_id ? `${what} ${built.persons.indexOf(person_id)}` : what
}

/** What the database shows this person of the case, as the role of the app. */
export const look = (built: Built, viewer: Viewer): Promise<Seen> =>
  lookBy(built, built.actors.get(viewer) as ActorRef)

/** The same for anybody. */
export const lookBy = (built: Built, actor: ActorRef): Promise<Seen> =>
  asActor(actor, async (tx) => (await rowsOf(tx, built)).map((row) => nameOf(built, row)).sort())

/** Everything that was opened to one institution is taken back. */
export const takeBack = async (built: Built, institutionId: string): Promise<void> => {
  await asOwner().query(
    `update consent set status = 'withdrawn', withdrawn_at = now() where case_id = $1 and status = 'granted'
       and id in (select consent_id from consent_scope where institution_id = $2)`,
    [built.caseId, institutionId],
  )
  await asOwner().query(
    'update legal_basis_record set ended_at = now() where case_id = $1 and institution_id = $2 and ended_at is null',
    [built.caseId, institutionId],
  )
}
