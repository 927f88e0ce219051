import { beforeAll, describe, expect, it } from 'vitest'
import { inviteInstitution, listInvitations, readRestriction, restrictCase } from '@/lib/cases'
import { listConsultations, openConsultation } from '@/lib/consultations'
import { listNotifications } from '@/lib/notifications'
import { asActor } from '@/lib/platform/db'
import type { Actor } from '@/lib/policy/actor'
import { makeTemplate, prepareTemplate } from '@/lib/templates'
import { makeLine } from '@/tests/support/basket'
import { useDatabase } from '@/tests/support/database'
import { refusal } from '@/tests/support/refusal'
import { insert, makeActor, makeCase, makeInstitution, makePerson, makeTeam } from '@/tests/support/world'

useDatabase()

let made: Awaited<ReturnType<typeof makeCase>>
let school: string
let lines: string[]
let otherTeam: string
const who: Record<string, Actor> = {}
const at = (name: string): Actor => {
  const actor = who[name]
  if (!actor) throw new Error(name)
  return actor
}

beforeAll(async () => {
  const ops = await makeInstitution({ name: 'GOPS Świlcza' })
  school = await makeInstitution({ kind: 'szkola_podstawowa', name: 'Szkoła Podstawowa' })
  const clinic = await makeInstitution({ kind: 'rops', level: 'wojewodztwo', name: 'Uniwersytet' })
  const teamId = await makeTeam({ lead: ops, members: [school] })
  otherTeam = await makeTeam({ lead: ops })
  made = await makeCase({ teamId, owner: ops, status: 'inProgress', label: 'Rodzina Zawadów' })
  const mother = await makePerson(made, { givenName: 'Ewa', familyName: 'Zawada' })
  who.leader = await makeActor(ops, { role: 'lider_gminny' })
  who.coordinator = await makeActor(ops, { role: 'koordynator_zespolu', teamId })
  who.worker = await makeActor(ops, { role: 'koordynator_rodziny', caseId: made.caseId })
  who.head = await makeActor(school, { role: 'decydent' })
  who.deputy = await makeActor(school, { role: 'decydent' })
  who.expert = await makeActor(clinic, { role: 'ekspert' })
  who.colleague = await makeActor(clinic, { role: 'ekspert' })
  lines = []
  for (const service of ['korepetycje', 'swietlica_szkolna'])
    lines.push(
      await makeLine(made, {
        provider: ops,
        createdBy: at('worker').userId,
        service,
        persons: [mother],
        status: 'delivered',
      }),
    )
  await restrict(['coordinator', 'worker'])
})

const restrict = (people: string[]) =>
  restrictCase.execute(at('coordinator'), {
    caseId: made.caseId,
    reason: 'Rodzina kierowniczki',
    people: people.map((one) => at(one).userId),
  })

const waiting = async (name: string): Promise<number> =>
  (await listInvitations.execute(at(name), {})).invitations.length

const told = async (name: string, kind: string): Promise<number> => {
  const { rows } = await listNotifications.execute(at(name), { onlyUnread: undefined, cursor: undefined })
  return rows.filter((n) => n.kind === kind).length
}

describe('an invitation in a restricted case', () => {
  it('reaches nobody of the house before somebody of it is named, and whoever invites is told so', async () => {
    const invite = { caseId: made.caseId, institutionIds: [school], purpose: 'nauka' }
    expect(await inviteInstitution.execute(at('worker'), invite)).toEqual({ invited: 1, unheard: true })
    for (const name of ['head', 'deputy'])
      expect([await waiting(name), await told(name, 'participant.invited')]).toEqual([0, 0])
  })

  it('reaches the head who is named, and no other of that house', async () => {
    const { people } = await readRestriction.execute(at('coordinator'), { caseId: made.caseId })
    const offered = people.map(({ userId }) => userId)
    expect([offered.includes(at('head').userId), offered.includes(at('deputy').userId)]).toEqual([true, true])
    await restrict(['coordinator', 'worker', 'head'])
    expect([await waiting('head'), await told('head', 'participant.invited')]).toEqual([1, 1])
    expect([await waiting('deputy'), await told('deputy', 'participant.invited')]).toEqual([0, 0])
  })
})

describe('a question to an expert about a restricted case', () => {
  it('reaches the one who is asked, and no colleague', async () => {
    await openConsultation.execute(at('worker'), {
      caseId: made.caseId,
      expert: `${at('expert').userId}:${at('expert').institutionId}`,
      question: 'Jak wrócić do szkoły?',
      endsOn: '20.12.2026',
    })
    const asked = (name: string) => asActor(at(name), (tx) => tx.consultation.count())
    expect([await asked('expert'), await asked('colleague')]).toEqual([1, 0])
    expect(await listConsultations.execute(at('expert'), {})).toMatchObject([
      { question: 'Jak wrócić do szkoły?' },
    ])
  })

  it('and stays with them when the list of people is written anew', async () => {
    const { people } = await readRestriction.execute(at('coordinator'), { caseId: made.caseId })
    expect(people.find(({ userId }) => userId === at('expert').userId)).toMatchObject({
      role: 'ekspert',
      named: true,
    })
  })
})

it('no template is made of a restricted basket: the whole team would read it', async () => {
  const { restricted, finished } = await prepareTemplate.execute(at('worker'), { caseId: made.caseId })
  expect([restricted, finished]).toEqual([true, true])
  const make = makeTemplate.execute(at('worker'), {
    caseId: made.caseId,
    name: 'Powrót do szkoły',
    description: '',
    needKey: 'nauka_absencja',
    lineIds: lines,
  })
  expect(await refusal(make)).toBe('conflict template.restricted')
})

it('a leader who is not shown an offer between two teams of the own unit does not answer it either', async () => {
  const transferId = crypto.randomUUID()
  await insert('case_transfer', {
    id: transferId,
    case_id: made.caseId,
    team_id: made.teamId,
    owner_institution_id: made.owner,
    to_team_id: otherTeam,
    to_institution_id: made.owner,
    moved_on: '2026-11-20',
    note: 'przeprowadzka',
    due_on: '2026-12-04',
    status: 'offered',
    requested_by_id: at('worker').userId,
  })
  const answered = asActor(
    at('leader'),
    (tx) =>
      tx.$queryRaw<{ outcome: string | null }[]>`
        select app.answer_transfer(${transferId}::uuid, 1, true, null) as outcome`,
  )
  expect(await answered).toEqual([{ outcome: null }])
})

it('its contradictions are counted for the named people alone', async () => {
  const counted = (name: string) =>
    asActor(
      at(name),
      (tx) =>
        tx.$queryRaw<{ contradictions: number }[]>`
          select contradictions from app.contradictions(array[${made.caseId}]::uuid[], array['asystent_rodziny terapia'])`,
    )
  for (const [n, service] of ['asystent_rodziny', 'terapia'].entries()) {
    const id = crypto.randomUUID()
    await insert('basket_line', {
      id,
      case_id: made.caseId,
      team_id: made.teamId,
      owner_institution_id: made.owner,
      service_key: service,
      category: 'RELACJE',
      provider_institution_id: made.owner,
      starts_on: `2026-12-0${n + 1}`,
      status: 'proposed',
      status_since: '2026-11-10',
      sent_at: '2026-11-10T10:00:00Z',
      created_by_id: at('worker').userId,
    })
  }
  expect(await counted('worker')).toEqual([{ contradictions: 1 }])
  expect(await counted('leader')).toEqual([])
})
