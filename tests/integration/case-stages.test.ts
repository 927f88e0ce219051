import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import {
  assignToCase,
  checkDuplicates,
  closeWithoutConsent,
  decideProposal,
  flagBlueCard,
  interruptCase,
  proposeDecision,
  readCase,
  requestConsent,
  resumeCase,
  screenCase,
  startDiagnosis,
  suspendCase,
} from '@/lib/cases'
import type { CaseStatus } from '@/lib/platform/generated/prisma/enums'
import type { Actor } from '@/lib/policy/actor'
import { createReferral, editReferral, listReferrals } from '@/lib/referrals'
import { asOwner, useDatabase } from '@/tests/support/database'
import { refusal } from '@/tests/support/refusal'
import {
  actorOf,
  giveRole,
  insert,
  makeActor,
  makeCase,
  makeInstitution,
  makePerson,
  makeTeam,
  makeUser,
} from '@/tests/support/world'

useDatabase()

let ops: string
let teamId: string
let coordinator: Actor
let leader: Actor

beforeEach(async () => {
  ops = await makeInstitution({ name: 'GOPS Świlcza' })
  teamId = await makeTeam({ lead: ops })
  coordinator = await makeActor(ops, { role: 'koordynator_zespolu', teamId })
  leader = await makeActor(ops, { role: 'lider_gminny' })
})

const caseAt = (status: CaseStatus) => makeCase({ teamId, owner: ops, status })
const workerOf = (caseId: string) => makeActor(ops, { role: 'koordynator_rodziny', caseId })
const statusOf = async (caseId: string) =>
  (await asOwner().query<{ status: string }>('select status from family_case where id = $1', [caseId]))
    .rows[0]?.status

describe('no step from another stage, whoever asks and whatever is ready', () => {
  const stages: CaseStatus[] = [
    'submitted',
    'screening',
    'qualified',
    'awaitingConsent',
    'diagnosis',
    'planning',
    'planApproval',
    'inProgress',
    'suspended',
    'evaluation',
    'closed',
    'rejected',
  ]
  const ask = (note = 'Powód') => ({
    screen: (a: Actor, one: { caseId: string; version: number }) => screenCase.execute(a, one),
    requestConsent: (a: Actor, one: { caseId: string; version: number }) => requestConsent.execute(a, one),
    suspend: (a: Actor, one: { caseId: string; version: number }) =>
      suspendCase.execute(a, { ...one, note, reviewOn: '20.12.2026' }),
    resume: (a: Actor, one: { caseId: string; version: number }) => resumeCase.execute(a, one),
    propose: (a: Actor, one: { caseId: string; version: number }) =>
      proposeDecision.execute(a, { ...one, kind: 'qualify', reasonKey: '', note }),
  })
  const own: Record<string, CaseStatus> = {
    screen: 'submitted',
    requestConsent: 'qualified',
    suspend: 'inProgress',
    resume: 'suspended',
    propose: 'screening',
  }

  test.each(Object.keys(own))('%s', async (step) => {
    for (const status of stages.filter((s) => s !== own[step])) {
      const { caseId } = await caseAt(status)
      const answer = await refusal(ask()[step as 'screen'](coordinator, { caseId, version: 1 }))
      expect([status, answer]).toEqual([status, 'conflict wrongState'])
      expect(await statusOf(caseId)).toBe(status)
    }
  })

  test('the steps of the family coordinator', async () => {
    for (const status of stages.filter((s) => s !== 'awaitingConsent')) {
      const { caseId } = await caseAt(status)
      const worker = await workerOf(caseId)
      const one = { caseId, version: 1 }
      expect([
        status,
        await refusal(startDiagnosis.execute(worker, one)),
        await refusal(closeWithoutConsent.execute(worker, { ...one, reasonKey: 'brak_zgody', note: '' })),
      ]).toEqual([status, 'conflict wrongState', 'conflict wrongState'])
    }
  })

  test('resuming is no way around the signatures of a plan', async () => {
    const { caseId } = await caseAt('planApproval')
    expect(await refusal(resumeCase.execute(coordinator, { caseId, version: 1 }))).toBe('conflict wrongState')
  })
})

describe('side steps', () => {
  test('suspension is reviewed within 90 days, and a stale form is told so', async () => {
    const { caseId } = await caseAt('inProgress')
    const suspend = (reviewOn: string, version = 1) =>
      suspendCase.execute(coordinator, { caseId, version, note: 'Wyjazd', reviewOn })
    expect(await refusal(suspend('24.11.2026'))).toBe('invalid invalid reviewOn')
    expect(await refusal(suspend('23.02.2027'))).toBe('invalid invalid reviewOn')
    expect(await refusal(suspend('20.12.2026', 7))).toBe('conflict stale')
    await suspend('22.02.2027')
    expect((await readCase.execute(coordinator, { caseId })).reviewOn).toBe('2027-02-22')
    await resumeCase.execute(coordinator, { caseId, version: 2 })
    expect(await statusOf(caseId)).toBe('inProgress')
  })

  test('the coordinator of the team ends any open case before its time, with a reason', async () => {
    for (const status of ['submitted', 'awaitingConsent', 'planning', 'suspended', 'evaluation'] as const) {
      const { caseId } = await caseAt(status)
      await interruptCase.execute(coordinator, {
        caseId,
        version: 1,
        reasonKey: 'wyprowadzka',
        note: 'Do Rzeszowa',
      })
      const { rows } = await asOwner().query(
        'select status, closing_reason_key, outcome_key from family_case where id = $1',
        [caseId],
      )
      expect(rows).toEqual([
        { status: 'closed', closing_reason_key: 'wyprowadzka', outcome_key: 'przerwane_inne' },
      ])
    }
  })

  test('silence ends a case after thirty days, a refusal at once', async () => {
    const { caseId } = await caseAt('awaitingConsent')
    const worker = await workerOf(caseId)
    await asOwner().query(`update family_case set status_since = '2026-11-01' where id = $1`, [caseId])
    const end = (reasonKey: 'brak_zgody' | 'brak_odpowiedzi') =>
      closeWithoutConsent.execute(worker, { caseId, version: 1, reasonKey, note: '' })
    expect(await refusal(end('brak_odpowiedzi'))).toBe('invalid invalid reasonKey')
    await end('brak_zgody')
    expect(await statusOf(caseId)).toBe('closed')
  })
})

describe('qualification', () => {
  test('one person with both roles proposes and decides in one step', async () => {
    const { caseId } = await caseAt('screening')
    await giveRole(coordinator.userId, ops, { role: 'lider_gminny' })
    const both = await actorOf(coordinator.userId, ops)
    const done = await proposeDecision.execute(both, {
      caseId,
      version: 1,
      kind: 'qualify',
      reasonKey: '',
      note: 'Tak',
    })
    expect([done, await statusOf(caseId)]).toEqual([{ decided: true }, 'qualified'])
  })

  test('a main person with another open case in the gmina is not taken twice', async () => {
    const first = await caseAt('inProgress')
    const person = await makePerson(first)
    await asOwner().query('update case_person set main = true where case_id = $1', [first.caseId])
    const second = await caseAt('screening')
    await insert('case_person', { case_id: second.caseId, team_id: teamId, person_id: person, main: true })
    const propose = () =>
      proposeDecision.execute(coordinator, {
        caseId: second.caseId,
        version: 1,
        kind: 'qualify',
        reasonKey: '',
        note: 'Tak',
      })
    expect(await refusal(propose())).toBe('conflict mainElsewhere')
    await asOwner().query(`update family_case set status = 'closed' where id = $1`, [first.caseId])
    expect(await propose()).toEqual({ decided: false })
  })

  test('a redirection reads the same whether it went to the Blue Card procedure or to another gmina', async () => {
    const read = []
    for (const reasonKey of ['nk', 'inna_gmina']) {
      const { caseId } = await caseAt('screening')
      await proposeDecision.execute(coordinator, {
        caseId,
        version: 1,
        kind: 'redirect',
        reasonKey,
        note: 'Przekazano',
      })
      await decideProposal.execute(leader, { caseId, version: 1, accepted: 'yes', note: '' })
      const { rows } = await asOwner().query(
        `select c.status, c.closing_reason_key, p.reason_key, t.reason_key as step_reason
         from family_case c join case_proposal p on p.case_id = c.id
         join case_transition t on t.case_id = c.id where c.id = $1`,
        [caseId],
      )
      read.push(rows[0], (await readCase.execute(leader, { caseId })).blueCard)
    }
    const same = { status: 'redirected', closing_reason_key: null, reason_key: null, step_reason: null }
    expect(read).toEqual([same, null, same, null])
  })
})

describe('the mark of the Blue Card', () => {
  test('is read and written by who holds `nk`, and by nobody else', async () => {
    const { caseId } = await caseAt('diagnosis')
    expect(await refusal(flagBlueCard.execute(leader, { caseId, inProgress: 'yes' }))).toBe(
      'forbidden forbidden',
    )
    await insert('nk_mark', {
      user_id: coordinator.userId,
      institution_id: ops,
      appointment_no: '12/2026',
      starts_on: '2026-01-01',
      granted_by_id: leader.userId,
    })
    await flagBlueCard.execute(coordinator, { caseId, inProgress: 'yes' })
    expect((await readCase.execute(coordinator, { caseId })).blueCard).toEqual({
      suspected: false,
      inProgress: true,
      redirected: false,
    })
    expect((await readCase.execute(leader, { caseId })).blueCard).toBeNull()
    await flagBlueCard.execute(coordinator, { caseId, inProgress: 'no' })
    expect((await readCase.execute(coordinator, { caseId })).blueCard?.inProgress).toBe(false)
  })
})

describe('the search for duplicates is itself a disclosure', () => {
  const known = async () => {
    const other = await makeInstitution({ name: 'MOPS Rzeszów', seat: '1863011' })
    const theirs = await makeCase({
      teamId: await makeTeam({ lead: other, gmina: '1863011' }),
      owner: other,
      gmina: '1863011',
    })
    await makePerson(theirs, { givenName: 'Łucja', familyName: 'Żółć', bornOn: '1990-01-02' })
    return other
  }

  test('surname without diacritics and birth date find; the answer is an institution', async () => {
    await known()
    const mine = await caseAt('submitted')
    await makePerson(mine, { givenName: 'Lucja', familyName: 'Zolc', bornOn: '1990-01-02' })
    const check = () =>
      checkDuplicates.execute(coordinator, { caseId: mine.caseId, reason: 'Nowe zgłoszenie' })
    expect(await check()).toEqual({ knownTo: ['MOPS Rzeszów'] })
    const other = await caseAt('submitted')
    await makePerson(other, { givenName: 'Lucja', familyName: 'Zolc', bornOn: '1990-01-03' })
    expect(
      await checkDuplicates.execute(coordinator, { caseId: other.caseId, reason: 'Nowe zgłoszenie' }),
    ).toEqual({ knownTo: [] })
  })

  test('only before qualification, only the coordinator, at most twenty a day', async () => {
    const late = await caseAt('qualified')
    const check = (caseId: string, actor = coordinator) =>
      checkDuplicates.execute(actor, { caseId, reason: 'Nowe zgłoszenie' })
    expect(await refusal(check(late.caseId))).toBe('conflict wrongState')
    const { caseId } = await caseAt('submitted')
    expect(await refusal(check(caseId, leader))).toBe('forbidden forbidden')
    for (let n = 0; n < 20; n += 1) await check(caseId)
    expect(await refusal(check(caseId))).toBe('limited duplicateLimit')
  })
})

describe('who works with the family', () => {
  test('one person is never family coordinator and assistant in one gmina; the 16th family warns', async () => {
    const { caseId } = await caseAt('qualified')
    const userId = await makeUser(ops)
    const assign = (id: string, role: 'koordynator_rodziny' | 'asystent_rodziny') =>
      assignToCase.execute(coordinator, { caseId: id, userId, institutionId: ops, role })
    expect(await assign(caseId, 'asystent_rodziny')).toEqual({ manyFamilies: false })
    const second = await caseAt('qualified')
    expect(await refusal(assign(second.caseId, 'koordynator_rodziny'))).toBe('invalid invalid userId')
    for (let n = 2; n <= 15; n += 1)
      expect(await assign((await caseAt('diagnosis')).caseId, 'asystent_rodziny')).toEqual({
        manyFamilies: false,
      })
    expect(await assign(second.caseId, 'asystent_rodziny')).toEqual({ manyFamilies: true })
  })

  test('a new family coordinator takes over from the one before', async () => {
    const { caseId } = await caseAt('diagnosis')
    const before = await workerOf(caseId)
    await assignToCase.execute(coordinator, {
      caseId,
      userId: await makeUser(ops),
      institutionId: ops,
      role: 'koordynator_rodziny',
    })
    expect(await refusal(readCase.execute(await actorOf(before.userId, ops), { caseId }))).toBe(
      'notFound notFound',
    )
  })
})

describe('referrals', () => {
  const sheet = (change = {}) =>
    ({
      id: randomUUID(),
      teamId,
      subject: 'family',
      familyLabel: 'Rodzina Próbna',
      reasonKeys: ['ubostwo'],
      situation: '',
      exhaustedMeans: 'Rozmowy',
      legalBasis: 'UPS100',
      preConsentOn: '',
      violence: 'no',
      people: [{ givenName: 'Jan', familyName: 'Próbny', relationKey: 'head' }],
      submit: 'on',
      ...change,
    }) as never
  const fields = async (change: object) =>
    (await refusal(createReferral.execute(leader, sheet(change)))).slice(16)

  test('a sheet lacks what domain 4.2 demands', async () => {
    expect(await fields({ reasonKeys: '' })).toBe('reasonKeys')
    expect(await fields({ exhaustedMeans: ' ' })).toBe('exhaustedMeans')
    expect(await fields({ legalBasis: '' })).toBe('legalBasis')
    expect(await fields({ people: [] })).toBe('people.0.givenName')
    expect(await fields({ subject: 'environment' })).toBe('people.0.givenName')
    expect(await fields({ violence: undefined })).toBe('violence')
    expect(await fields({ preConsentOn: '31.02.2026' })).toBe('preConsentOn')
    const rows = [
      { givenName: 'Jan', familyName: 'Próbny', relationKey: 'head', pesel: '02070803628' },
      { givenName: '', familyName: '', relationKey: 'child' },
      { givenName: 'Ola 🙂', familyName: '', relationKey: 'child', pesel: '20070803628' },
    ]
    expect(await fields({ people: rows })).toBe('people.2.familyName people.2.pesel')
  })

  test('a draft may lack all of it', async () => {
    const bare = { reasonKeys: '', exhaustedMeans: '', legalBasis: '', people: [], submit: '' }
    const draft = await createReferral.execute(leader, sheet(bare))
    expect(draft.caseId).toBeNull()
  })

  test('ten at once get ten numbers in a row', async () => {
    await Promise.all(Array.from({ length: 10 }, () => createReferral.execute(leader, sheet())))
    const { rows } = await asOwner().query<{ n: number; distinct: number; span: number }>(
      `select count(*)::int as n, count(distinct number)::int as distinct, (max(sequence) - min(sequence))::int + 1 as span
       from family_case where team_id = $1`,
      [teamId],
    )
    expect(rows).toEqual([{ n: 10, distinct: 10, span: 10 }])
  })

  test('an expired agreement blocks new referrals and loses no text', async () => {
    const draft = await createReferral.execute(leader, sheet({ submit: '' }))
    await asOwner().query(`update team set agreement_to = '2026-11-23' where id = $1`, [teamId])
    expect(await refusal(createReferral.execute(leader, sheet()))).toBe('notFound notFound')
    expect(await refusal(editReferral.execute(leader, sheet({ id: draft.id, version: 1 })))).toBe(
      'invalid invalid teamId',
    )
    expect((await listReferrals.execute(leader, {})).drafts.map((d) => d.id)).toEqual([draft.id])
  })

  test('suspected violence is written once, for who holds the mark, and not read by who answered', async () => {
    const draft = sheet({ violence: 'yes', submit: '' })
    const { id } = await createReferral.execute(leader, draft)
    const sent = await editReferral.execute(leader, sheet({ id, violence: 'yes', version: 1 }))
    expect(sent.violence).toBe(true)
    const { rows } = await asOwner().query('select kind, case_id from nk_flag where referral_id = $1', [id])
    expect(rows).toEqual([{ kind: 'suspected', case_id: sent.caseId }])
    expect((await readCase.execute(leader, { caseId: sent.caseId ?? '' })).blueCard).toBeNull()
  })
})
