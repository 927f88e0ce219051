import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readCase } from '@/lib/cases'
import {
  consentGaps,
  deliverClauses,
  endBasis,
  listConsents,
  publishClause,
  readClauses,
  recordBasis,
  recordConsents,
  withdrawConsent,
} from '@/lib/consents'
import { readFamily } from '@/lib/families'
import { freeze, now, today } from '@/lib/platform/clock'
import { asActor } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import type { Actor } from '@/lib/policy/actor'
import { asOwner, useDatabase } from '@/tests/support/database'
import {
  insert,
  joinCase,
  makeActor,
  makeCase,
  makeInstitution,
  makePerson,
  makeTeam,
} from '@/tests/support/world'

useDatabase()

let made: Awaited<ReturnType<typeof makeCase>>
let ops: string
let school: string
let clinic: string
let mother: string
let coordinator: Actor
let teacher: Actor
let nurse: Actor
let stranger: Actor

beforeEach(async () => {
  ops = await makeInstitution({ name: 'GOPS Świlcza' })
  school = await makeInstitution({ name: 'SP Trzciana', kind: 'szkola_podstawowa' })
  clinic = await makeInstitution({ name: 'Przychodnia', kind: 'poz' })
  const team = await makeTeam({ lead: ops, members: [school, clinic] })
  made = await makeCase({ teamId: team, owner: ops, status: 'awaitingConsent' })
  mother = await makePerson(made, { relation: 'head' })
  for (const id of [ops, school, clinic]) await joinCase(made, id)
  await insert('information_clause', {
    institution_id: ops,
    version_no: 1,
    body: 'Klauzula',
    valid_from: '2024-01-01',
  })
  coordinator = await makeActor(ops, { role: 'koordynator_rodziny', caseId: made.caseId })
  teacher = await makeActor(school, { role: 'specjalista', caseId: made.caseId })
  nurse = await makeActor(clinic, { role: 'specjalista', caseId: made.caseId })
  stranger = await makeActor(await makeInstitution(), { role: 'lider_gminny' })
})
afterEach(() => freeze(null))

const refusal = async (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => {
      if (!(error instanceof AppError)) throw error
      return Object.keys(error.fields).length > 0 ? error.fields : error.key
    },
  )

const forSchool = () => [`${school}:PODSTAWOWE`, `${school}:EDUKACJA`]
const forBoth = () => [...forSchool(), `${clinic}:PODSTAWOWE`, `${clinic}:ZDROWIE`]
const said = (change: Record<string, unknown> = {}) => ({
  personId: mother,
  signer: mother,
  answer: 'agree',
  scope: [] as string[],
  current: '',
  ...change,
})
const record = (
  answers: Record<string, unknown>[],
  scope: string[] = forSchool(),
  change = {},
  actor = coordinator,
) =>
  recordConsents.execute(actor, {
    caseId: made.caseId,
    scope,
    givenOn: '10.09.2026',
    channel: 'paper',
    clause: '',
    ...change,
    answers: answers as ReturnType<typeof said>[],
  })
const withdraw = (consentId: string | undefined, institutionId = '') =>
  withdrawConsent.execute(coordinator, {
    caseId: made.caseId,
    consentId: consentId ?? '',
    institutionId,
    channel: 'paper',
  })

/** Names that this institution's specialist sees of the family; the refusal's key where it sees no case. */
const seenBy = async (actor: Actor) => {
  try {
    return (await readFamily.execute(actor, { caseId: made.caseId })).members.map((m) => m.personId)
  } catch (error) {
    return error instanceof AppError ? error.key : error
  }
}
const gaps = () =>
  asActor(coordinator, async (tx) => {
    const found = await consentGaps({ tx, actor: coordinator, now: now(), today: today() }, made.caseId)
    return found.map((gap) => ({
      person: gap.personId,
      reason: gap.reason,
      signers: gap.signers.map((s) => s.personId),
    }))
  })
const statuses = async () =>
  (await listConsents.execute(coordinator, { caseId: made.caseId })).history.map((entry) => entry.standing)

describe('giving', () => {
  test('opens to each institution what was given and nothing else, at once', async () => {
    expect(await gaps()).toEqual([{ person: mother, reason: 'notAsked', signers: [mother] }])
    expect(await seenBy(teacher)).toBe('notFound')
    const { gaps: after } = await record([said()])
    expect(after).toEqual([])
    expect(await seenBy(teacher)).toEqual([mother])
    expect(await seenBy(nurse)).toBe('notFound')
    const view = await listConsents.execute(coordinator, { caseId: made.caseId })
    expect(view.persons[0]?.open.map((p) => [p.institutionId === school, p.category]).sort()).toEqual([
      [true, 'EDUKACJA'],
      [true, 'PODSTAWOWE'],
    ])
  })

  test('exceptions keep what was refused as evidence', async () => {
    await record([said({ answer: 'exceptions', scope: [`${school}:PODSTAWOWE`] })], forBoth())
    const [entry] = (await listConsents.execute(coordinator, { caseId: made.caseId })).history
    expect(entry?.granted).toEqual([{ institutionId: school, category: 'PODSTAWOWE' }])
    expect(entry?.refused.map((p) => p.category).sort()).toEqual(['EDUKACJA', 'PODSTAWOWE', 'ZDROWIE'])
    expect(await seenBy(nurse)).toBe('notFound')
  })

  test('a refusal shares nothing and is what is missing for the diagnosis', async () => {
    await record([said({ answer: 'refuse' })])
    expect(await seenBy(teacher)).toBe('notFound')
    expect(await gaps()).toEqual([{ person: mother, reason: 'refused', signers: [mother] }])
  })

  test('a new answer replaces the one before, never edits it; a form from before is refused', async () => {
    const first = await record([said()], forBoth())
    expect(await refusal(record([said()]))).toBe('stale')
    await record([said({ current: first.consentIds[0] })])
    expect(await statuses()).toEqual(['granted', 'replaced'])
    expect(await seenBy(nurse)).toBe('notFound')
    expect(await seenBy(teacher)).toEqual([mother])
    await expect(
      asOwner().query(`update consent set given_on = '2026-01-01' where id = $1`, [first.consentIds[0]]),
    ).rejects.toThrow('never edited after draft')
  })

  test('two desks at once leave one consent in force', async () => {
    const both = await Promise.allSettled([record([said()]), record([said()])])
    expect(both.filter((r) => r.status === 'fulfilled')).toHaveLength(1)
    expect(await statuses()).toEqual(['granted'])
  })

  test('a draft that waited becomes the consent', async () => {
    const id = randomUUID()
    await insert('consent', {
      id,
      case_id: made.caseId,
      team_id: made.teamId,
      owner_institution_id: ops,
      person_id: mother,
      text_version: '1',
      recorded_by_id: coordinator.userId,
    })
    expect((await record([said()])).consentIds).toEqual([id])
    expect(await statuses()).toEqual(['granted'])
  })

  test('the clause is noted with it, once', async () => {
    await record([said()], forSchool(), { clause: 'on' })
    await deliverClauses.execute(coordinator, {
      caseId: made.caseId,
      personIds: [mother],
      deliveredOn: '11.09.2026',
      channel: 'paper',
    })
    const { rows } = await asOwner().query(
      `select delivered_on::text as on from clause_delivery where case_id = $1`,
      [made.caseId],
    )
    expect(rows).toEqual([{ on: '2026-09-10' }])
  })

  test.each([
    [
      'another category without the basic one',
      () => record([said()], [`${school}:EDUKACJA`]),
      { scope: 'basicFirst' },
    ],
    ['nothing asked for', () => record([said()], []), { scope: 'scopeEmpty' }],
    [
      'exceptions that leave nothing',
      () => record([said({ answer: 'exceptions' })]),
      { 'answers.0.scope': 'scopeEmpty' },
    ],
    ['no answer at all', () => record([said({ answer: 'later' })]), { 'answers.0.answer': 'answerNeeded' }],
    [
      'a signature of somebody else',
      () => record([said({ signer: ops })]),
      { 'answers.0.signer': 'signerWrong' },
    ],
    [
      'a date in the future',
      () => record([said()], forSchool(), { givenOn: '1.01.2090' }),
      { givenOn: 'dateFuture' },
    ],
    [
      'a date before birth',
      () => record([said()], forSchool(), { givenOn: '1.01.1985' }),
      { givenOn: 'dateBeforeBirth' },
    ],
    [
      'an institution that does not take part',
      () => record([said()], [`${made.teamId}:PODSTAWOWE`]),
      'notFound',
    ],
    [
      'a category that does not exist',
      () => record([said()], [`${school}:ZDROWKO`]),
      { 'scope.0': 'choose' },
    ],
  ])('%s is refused', async (_name, work, expected) => {
    expect(await refusal(work())).toEqual(expected)
  })

  test('a stranger finds nothing; an institution that takes part may read nor record', async () => {
    expect(await refusal(listConsents.execute(stranger, { caseId: made.caseId }))).toBe('notFound')
    expect(await refusal(record([said()], forSchool(), {}, stranger))).toBe('notFound')
    await record([said()])
    expect(await refusal(listConsents.execute(teacher, { caseId: made.caseId }))).toBe('forbidden')
    expect(await refusal(record([said()], forSchool(), {}, teacher))).toBe('forbidden')
  })
})

describe('taking back', () => {
  test('the whole consent: the school sees nothing from that moment, not even the case', async () => {
    const { consentIds } = await record([said()], forBoth())
    expect(await seenBy(teacher)).toEqual([mother])
    await withdraw(consentIds[0])
    expect(await seenBy(teacher)).toBe('notFound')
    expect(await seenBy(nurse)).toBe('notFound')
    expect(await gaps()).toEqual([{ person: mother, reason: 'withdrawn', signers: [mother] }])
    expect(await refusal(withdraw(consentIds[0]))).toBe('wrongState')
  })

  test('for one institution: a narrower consent takes its place', async () => {
    const { consentIds } = await record([said()], forBoth())
    expect((await withdraw(consentIds[0], school)).closed).toEqual([school])
    expect(await seenBy(teacher)).toBe('notFound')
    expect(await seenBy(nurse)).toEqual([mother])
    expect(await statuses()).toEqual(['granted', 'replaced'])
    expect(await gaps()).toEqual([])
  })

  test('what was never given cannot be taken back', async () => {
    const { consentIds } = await record([said()])
    expect(await refusal(withdraw(consentIds[0], clinic))).toEqual({ institutionId: 'nothingToWithdraw' })
  })
})

describe('children', () => {
  const signed = (personId: string, signer: string) => said({ personId, signer })

  test('one guardian signs; on the eighteenth birthday it is over', async () => {
    const eve = await asOwner().query<{ on: string; past: string }>(
      `select (app.today() + 1 - interval '18 years')::date::text as on, (app.today() - interval '18 years')::date::text as past`,
    )
    const child = await makePerson(made, {
      bornOn: eve.rows[0]?.on ?? '',
      relation: 'child',
      guardians: [mother],
    })
    await record([said(), signed(child, mother)])
    expect(await gaps()).toEqual([])
    expect((await seenBy(teacher)) as string[]).toContain(child)
    const { rows } = await asOwner().query<{ same: boolean; ends: boolean }>(
      `select c.valid_to = app.today() as same, g.ends_on = app.today() as ends
       from consent c join case_grant g on g.consent_id = c.id where c.person_id = $1 limit 1`,
      [child],
    )
    expect(rows).toEqual([{ same: true, ends: true }])
    // a day later by the database's own clock: the same as if the birthday were today
    await asOwner().query(`update case_grant set ends_on = app.today() - 1 where person_id = $1`, [child])
    expect((await seenBy(teacher)) as string[]).not.toContain(child)
    freeze(new Date(Date.now() + 86_400_000).toISOString())
    expect(await gaps()).toEqual([{ person: child, reason: 'expired', signers: [child] }])
  })

  test('guardians in conflict: both sign, the narrower scope counts', async () => {
    const father = await makePerson(made, { givenName: 'Marek', relation: 'formerPartner', takesPart: false })
    const child = await makePerson(made, {
      bornOn: '2017-03-14',
      relation: 'child',
      guardians: [mother, father],
      conflict: true,
    })
    await record([said(), signed(child, mother)], forBoth())
    expect(await gaps()).toEqual([{ person: child, reason: 'otherGuardian', signers: [father] }])
    expect((await seenBy(teacher)) as string[]).not.toContain(child)
    expect((await readCase.execute(coordinator, { caseId: made.caseId })).next.missing).toEqual(['consents'])
    await record(
      [said({ personId: child, signer: father, answer: 'exceptions', scope: forSchool() })],
      forBoth(),
    )
    expect(await gaps()).toEqual([])
    expect((await readCase.execute(coordinator, { caseId: made.caseId })).next.missing).toEqual([])
    expect((await seenBy(teacher)) as string[]).toContain(child)
    expect((await seenBy(nurse)) as string[]).not.toContain(child)
    const view = await listConsents.execute(coordinator, { caseId: made.caseId })
    expect(view.persons.find((p) => p.personId === child)).toMatchObject({
      until: '2035-03-13',
      conflict: true,
    })
    expect(view.persons.find((p) => p.personId === child)?.slots).toHaveLength(2)
  })

  test('a child without a guardian cannot be signed for', async () => {
    const child = await makePerson(made, { bornOn: '2017-03-14', relation: 'child' })
    expect(await refusal(record([signed(child, mother)]))).toEqual({ 'answers.0.signer': 'guardianNeeded' })
    expect(await gaps()).toContainEqual({ person: child, reason: 'noGuardian', signers: [] })
  })
})

describe('the information clause', () => {
  const deliver = (caseId: string, actor: Actor, personId: string) =>
    deliverClauses.execute(actor, {
      caseId,
      personIds: [personId],
      deliveredOn: '11.09.2026',
      channel: 'paper',
    })

  test('is published by the head of the own institution, as a new version each time', async () => {
    const place = await makeInstitution({ name: 'GOPS Nowy' })
    const fresh = await makeCase({
      teamId: await makeTeam({ lead: place }),
      owner: place,
      status: 'qualified',
    })
    const person = await makePerson(fresh)
    const worker = await makeActor(place, { role: 'koordynator_rodziny', caseId: fresh.caseId })
    const head = await makeActor(place, { role: 'lider_gminny' })
    expect(await refusal(deliver(fresh.caseId, worker, person))).toBe('noClause')
    const publish = (actor: Actor, institutionId: string) =>
      publishClause.execute(actor, {
        institutionId,
        body: 'Administratorem danych jest…',
        validFrom: today(),
      })
    expect(await refusal(publish(worker, place))).toBe('forbidden')
    expect(await refusal(publish(head, ops))).toBe('forbidden')
    expect(await publish(head, place)).toEqual({ versionNo: 1 })
    await deliver(fresh.caseId, worker, person)
    expect(await publish(head, place)).toEqual({ versionNo: 2 })
    const { versions } = await readClauses.execute(worker, { institutionId: place })
    expect(versions.map((v) => [v.versionNo, v.inForce])).toEqual([
      [2, true],
      [1, false],
    ])
  })
})

describe('a basis in law', () => {
  const basis = (categories: string[], institutionId = school) =>
    recordBasis.execute(coordinator, {
      caseId: made.caseId,
      personId: '',
      institutionId,
      categories: categories as never,
      basis: 'OBOWIAZEK_PRAWNY',
      note: 'art. 572 KPC',
      startsOn: '10.09.2026',
      endsOn: '',
    })

  test('opens without consent and closes when it ends', async () => {
    expect(await refusal(basis(['EDUKACJA']))).toEqual({ categories: 'basicFirst' })
    await basis(['PODSTAWOWE', 'EDUKACJA'])
    expect(await seenBy(teacher)).toEqual([mother])
    const { bases } = await listConsents.execute(coordinator, { caseId: made.caseId })
    for (const { id } of bases) await endBasis.execute(coordinator, { caseId: made.caseId, basisId: id })
    expect(await seenBy(teacher)).toBe('notFound')
  })
})

describe('what the family is asked for', () => {
  test('comes from the reasons of the referral and who can answer them', async () => {
    for (const [need_key, category] of [
      ['ubostwo', 'FINANSE'],
      ['choroba', 'ZDROWIE'],
    ])
      await insert('need', {
        case_id: made.caseId,
        team_id: made.teamId,
        owner_institution_id: ops,
        need_key,
        category,
        created_by_id: mother,
      })
    const { proposal, institutions } = await listConsents.execute(coordinator, { caseId: made.caseId })
    expect(institutions.map((i) => [i.name, i.owner])).toEqual([
      ['GOPS Świlcza', true],
      ['Przychodnia', false],
      ['SP Trzciana', false],
    ])
    const of = (id: string) => proposal.filter((p) => p.institutionId === id).map((p) => p.category)
    // the owner's own tasks need no consent, its sensitive categories do
    expect(of(ops)).toEqual(['PODSTAWOWE', 'ZDROWIE'])
    expect(of(clinic)).toEqual(['PODSTAWOWE', 'ZDROWIE'])
  })
})
