import { beforeAll, describe, expect, it } from 'vitest'
import { listCases, readCase } from '@/lib/cases'
import { giveWork, prepareHandover, readHandover } from '@/lib/handover'
import { asActor } from '@/lib/platform/db'
import type { Actor } from '@/lib/policy/actor'
import { readHistory } from '@/lib/story'
import { asOwner, useDatabase } from '@/tests/support/database'
import { refusal } from '@/tests/support/refusal'
import {
  actorOf,
  giveRole,
  insert,
  joinCase,
  makeActor,
  makeCase,
  makeInstitution,
  makePerson,
  makeTeam,
} from '@/tests/support/world'

useDatabase()

type Made = Awaited<ReturnType<typeof makeCase>>
const cases: Made[] = []
const who: Record<string, Actor> = {}
const lines: Record<string, string> = {}
const at = (name: string): Actor => {
  const actor = who[name]
  if (!actor) throw new Error(name)
  return actor
}

const addLine = async (made: Made, provider: string, responsible: string): Promise<string> => {
  const id = crypto.randomUUID()
  await insert('basket_line', {
    id,
    case_id: made.caseId,
    team_id: made.teamId,
    owner_institution_id: made.owner,
    service_key: 'praca_socjalna',
    category: 'RELACJE',
    provider_institution_id: provider,
    responsible_user_id: responsible,
    starts_on: '2026-11-01',
    status: 'accepted',
    status_since: '2026-11-10',
    sent_at: '2026-11-10T10:00:00Z',
    created_by_id: responsible,
  })
  return id
}

beforeAll(async () => {
  const ops = await makeInstitution({ name: 'GOPS Świlcza' })
  const school = await makeInstitution({ kind: 'szkola_podstawowa', name: 'Szkoła Podstawowa' })
  const teamId = await makeTeam({ lead: ops, members: [school] })
  for (const label of ['Rodzina Anielska', 'Rodzina Bukowa', 'Rodzina Cisowa']) {
    const made = await makeCase({ teamId, owner: ops, status: 'inProgress', label })
    await makePerson(made)
    await joinCase(made, school)
    cases.push(made)
  }
  const [a, b, c] = cases as [Made, Made, Made]
  who.worker = await makeActor(
    ops,
    { role: 'koordynator_rodziny', caseId: a.caseId },
    { givenName: 'Marta', familyName: 'Kędzior' },
  )
  await giveRole(at('worker').userId, ops, { role: 'koordynator_rodziny', caseId: b.caseId })
  await giveRole(at('worker').userId, ops, { role: 'asystent_rodziny', caseId: c.caseId })
  who.worker = await actorOf(at('worker').userId, ops)
  who.colleague = await makeActor(
    ops,
    { role: 'koordynator_rodziny', caseId: c.caseId },
    { givenName: 'Ewa', familyName: 'Kowal' },
  )
  who.coordinator = await makeActor(ops, { role: 'koordynator_zespolu', teamId })
  who.leader = await makeActor(ops, { role: 'lider_gminny' })
  who.officer = await makeActor(ops, { role: 'iod' })
  who.teacher = await makeActor(school, { role: 'wykonawca' })
  who.second = await makeActor(school, { role: 'wykonawca' })
  who.cleaner = await makeActor(school, { role: 'admin_lokalny' })
  who.head = await makeActor(school, { role: 'decydent' })
  const otherOps = await makeInstitution({ seat: '1816142' })
  who.stranger = await makeActor(otherOps, { role: 'lider_gminny' })
  lines.own = await addLine(a, ops, at('worker').userId)
  lines.school = await addLine(a, school, at('teacher').userId)
})

const preview = (name: string, from: string, to?: string) =>
  prepareHandover.execute(at(name), { from: at(from).userId, to: to ? at(to).userId : null })

const give = async (name: string, from: string, to: string, things?: string[]) => {
  const ids = things ?? (await preview(name, from)).things.map(({ id }) => id)
  return giveWork.execute(at(name), {
    from: at(from).userId,
    to: at(to).userId,
    reason: 'leave',
    things: ids,
  })
}

const ids = async (name: string): Promise<string[]> =>
  (await listCases.execute(at(name), { stage: 'open', order: 'opened' })).rows
    .map((row) => row.label ?? '')
    .sort()

describe('the preview', () => {
  it('lists everything of the person, by family and role, and what the colleague cannot take', async () => {
    const view = await preview('coordinator', 'worker', 'colleague')
    expect(view.things.map((t) => [t.family, t.role ?? t.service, t.refusal])).toEqual([
      ['Rodzina Anielska', 'koordynator_rodziny', null],
      ['Rodzina Anielska', 'Praca socjalna z osobą i rodziną', null],
      ['Rodzina Bukowa', 'koordynator_rodziny', null],
      ['Rodzina Cisowa', 'asystent_rodziny', 'bothRolesInGmina'],
    ])
    expect(view.people.map((one) => [one.name, one.cases, one.services])).toEqual([
      ['Marta Kędzior', 3, 1],
      ['Ewa Kowal', 1, 0],
    ])
  })

  it('is for the head of the house and the coordinator of the team, each with the own people', async () => {
    expect((await preview('leader', 'worker')).things.length).toBe(4)
    const school = await preview('head', 'teacher', 'second')
    expect(school.things.map((t) => [t.family, t.refusal])).toEqual([[null, null]])
    for (const name of ['worker', 'colleague', 'teacher', 'officer'])
      expect([name, await refusal(preview(name, 'worker'))]).toEqual([name, 'forbidden forbidden'])
    for (const name of ['head', 'stranger'])
      expect([name, await refusal(preview(name, 'worker'))]).toEqual([name, 'notFound notFound'])
  })

  it('says why: another role, a house apart, nothing to deliver with', async () => {
    const officer = await preview('leader', 'worker', 'officer')
    expect(officer.things.map((t) => t.refusal)).toEqual([
      'keptApart',
      'cannotDeliver',
      'keptApart',
      'keptApart',
    ])
    const cleaner = await preview('head', 'teacher', 'cleaner')
    expect(cleaner.things.map((t) => t.refusal)).toEqual(['cannotDeliver'])
  })
})

describe('handing over', () => {
  it('is refused to strangers, for things of others, and without a choice', async () => {
    const things = (await preview('coordinator', 'worker')).things.map(({ id }) => id)
    expect(await refusal(give('stranger', 'worker', 'colleague', things))).toBe('notFound notFound')
    expect(await refusal(give('head', 'worker', 'colleague', things))).toBe('notFound notFound')
    expect(await refusal(give('worker', 'worker', 'colleague', things))).toBe('forbidden forbidden')
    expect(await refusal(give('coordinator', 'worker', 'colleague', []))).toBe('invalid invalid things')
    expect(await refusal(give('coordinator', 'worker', 'colleague', [...things, crypto.randomUUID()]))).toBe(
      'conflict stale',
    )
    const past = asActor(at('worker'), (tx) =>
      tx.workHandover.createMany({
        data: [
          {
            institutionId: at('worker').institutionId,
            fromUserId: at('colleague').userId,
            toUserId: at('worker').userId,
            reasonKey: 'leave',
            handedById: at('worker').userId,
          },
        ],
      }),
    )
    await expect(past).rejects.toThrow(/row-level security/u)
    expect(await ids('worker')).toEqual(['Rodzina Anielska', 'Rodzina Bukowa', 'Rodzina Cisowa'])
  })

  it('goes in one step; what cannot go stays and is told', async () => {
    const { handoverId, given } = await give('coordinator', 'worker', 'colleague')
    expect(given).toBe(3)
    expect(await ids('colleague')).toEqual(['Rodzina Anielska', 'Rodzina Bukowa', 'Rodzina Cisowa'])
    expect(await ids('worker')).toEqual(['Rodzina Cisowa'])
    const done = await readHandover.execute(at('coordinator'), { handoverId })
    expect(done).toMatchObject({ from: 'Marta Kędzior', to: 'Ewa Kowal', reason: 'leave' })
    expect(done.things.map((t) => [t.family, t.refusal])).toEqual([
      ['Rodzina Anielska', null],
      ['Rodzina Anielska', null],
      ['Rodzina Bukowa', null],
      ['Rodzina Cisowa', 'bothRolesInGmina'],
    ])
    const { rows } = await asOwner().query(
      'select responsible_user_id as who, version from basket_line where id = $1',
      [lines.own],
    )
    expect(rows).toEqual([{ who: at('colleague').userId, version: 2 }])
    expect(await refusal(readHandover.execute(at('stranger'), { handoverId }))).toBe('notFound notFound')
  })

  it('stands in the access log of each case, in its history, and is told to both', async () => {
    const { rows } = await asOwner().query(
      `select case_id from audit_event where action = 'handover.give' and kind = 'write' and case_id is not null`,
    )
    expect(rows.map((r) => r.case_id).sort()).toEqual(
      cases
        .slice(0, 2)
        .map((c) => c.caseId)
        .sort(),
    )
    const { events } = await readHistory.execute(at('coordinator'), {
      caseId: cases[1]?.caseId ?? '',
      cursor: '',
      whole: '',
    } as never)
    expect(events.map(({ what, reasonKey }) => [what, reasonKey])).toContainEqual([
      { kind: 'handover', from: 'Marta Kędzior', to: 'Ewa Kowal', role: 'koordynator_rodziny' },
      'leave',
    ])
    const { rows: told } = await asOwner().query(
      `select n.kind, u.family_name as who from notification n join user_account u on u.id = n.user_id
       where n.kind like 'handover.%' order by 1`,
    )
    expect(told).toEqual([
      { kind: 'handover.received', who: 'Kowal' },
      { kind: 'handover.taken', who: 'Kędzior' },
    ])
  })

  it('the head of a school hands a service over without learning the family, and its coordinator is told', async () => {
    await give('head', 'teacher', 'second')
    const { rows } = await asOwner().query(
      'select responsible_user_id as who from basket_line where id = $1',
      [lines.school],
    )
    expect(rows).toEqual([{ who: at('second').userId }])
    const { rows: told } = await asOwner().query(
      `select user_id = $1 as coordinator from notification where kind = 'handover.inCase'`,
      [at('colleague').userId],
    )
    expect(told).toEqual([{ coordinator: true }])
    expect(await refusal(readCase.execute(at('head'), { caseId: cases[0]?.caseId ?? '' }))).toContain(
      'notFound',
    )
  })

  it('cannot be sent twice', async () => {
    expect(await refusal(give('coordinator', 'worker', 'colleague', [lines.own ?? '']))).toBe(
      'notFound notFound',
    )
  })
})
