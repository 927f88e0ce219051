import { describe, expect, test } from 'vitest'
import {
  assignToCase,
  closeWithoutConsent,
  decideProposal,
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
import { readHistory } from '@/lib/story'
import { asOwner } from '@/tests/support/database'
import { refusal } from '@/tests/support/refusal'
import {
  caseAt,
  coordinator,
  leader,
  ops,
  statusOf,
  teamId,
  useStages,
  workerOf,
} from '@/tests/support/scenes/case-stages'
import { storyOf } from '@/tests/support/story'
import { actorOf, giveRole, insert, makePerson, makeUser } from '@/tests/support/world'

useStages()

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
    await insert('plan', {
      case_id: caseId,
      team_id: teamId,
      owner_institution_id: ops,
      version_no: 1,
      status: 'inForce',
      ends_on: '2027-06-30',
    })
    await resumeCase.execute(coordinator, { caseId, version: 2 })
    expect(await readCase.execute(coordinator, { caseId })).toMatchObject({
      status: 'inProgress',
      reviewOn: null,
      dueOn: '2027-06-30',
    })
  })

  test('the coordinator of the team ends any open case before its time, with a reason', async () => {
    for (const status of ['submitted', 'awaitingConsent', 'planning', 'suspended', 'evaluation'] as const) {
      const { caseId } = await caseAt(status)
      await interruptCase.execute(coordinator, {
        caseId,
        version: 1,
        reasonKey: 'wyprowadzka',
        note: 'Do Rzeszowa',
        noTalkKey: 'inne',
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

  test('silence ends a case after thirty days, a recorded refusal at once', async () => {
    const made = await caseAt('awaitingConsent')
    const { caseId } = made
    const worker = await workerOf(caseId)
    await asOwner().query(`update family_case set status_since = '2026-11-01' where id = $1`, [caseId])
    const end = (reasonKey: 'brak_zgody' | 'brak_odpowiedzi') =>
      closeWithoutConsent.execute(worker, { caseId, version: 1, reasonKey, note: '' })
    expect(await refusal(end('brak_odpowiedzi'))).toBe('invalid invalid reasonKey')
    expect(await refusal(end('brak_zgody'))).toBe('invalid invalid reasonKey')
    const person = await makePerson(made)
    await insert('consent', {
      case_id: caseId,
      team_id: teamId,
      owner_institution_id: ops,
      person_id: person,
      signed_by_id: person,
      status: 'refused',
      text_version: '1',
      recorded_by_id: person,
    })
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

  test('the leader reads what is proposed and why, the coordinator reads why it came back', async () => {
    const { caseId } = await caseAt('screening')
    await proposeDecision.execute(coordinator, {
      caseId,
      version: 1,
      kind: 'reject',
      reasonKey: 'jedna_instytucja',
      note: 'Wystarczy pomoc OPS',
    })
    const proposed = (await readCase.execute(leader, { caseId })).proposals
    expect(proposed).toMatchObject([
      { kind: 'reject', reasonKey: 'jedna_instytucja', note: 'Wystarczy pomoc OPS', accepted: null },
    ])
    await decideProposal.execute(leader, { caseId, version: 1, accepted: 'no', note: 'Szkoła też pomaga' })
    const [back] = (await readCase.execute(coordinator, { caseId })).proposals
    expect([back?.accepted, back?.decisionNote, back?.decidedBy]).toEqual([
      false,
      'Szkoła też pomaga',
      `${leader.givenName} ${leader.familyName}`,
    ])
    const { events } = await readHistory.execute(coordinator, storyOf(caseId, 'case'))
    expect(events.map(({ what, words }) => [what.kind, words])).toEqual([
      ['sentBack', 'Szkoła też pomaga'],
      ['proposed', 'Wystarczy pomoc OPS'],
    ])
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
