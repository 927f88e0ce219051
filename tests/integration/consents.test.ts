import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { deliverClauses, listConsents } from '@/lib/consents'
import { asOwner } from '@/tests/support/database'
import { refusedFields } from '@/tests/support/refusal'
import {
  clinic,
  coordinator,
  forBoth,
  forSchool,
  gaps,
  made,
  mother,
  nurse,
  ops,
  record,
  said,
  school,
  seenBy,
  statuses,
  stranger,
  teacher,
  useScene,
  withdraw,
} from '@/tests/support/scenes/consents'
import { insert } from '@/tests/support/world'

useScene()

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
    expect(await refusedFields(record([said()]))).toBe('stale')
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
    expect(await refusedFields(work())).toEqual(expected)
  })

  test('a stranger finds nothing; an institution that takes part may read nor record', async () => {
    expect(await refusedFields(listConsents.execute(stranger, { caseId: made.caseId }))).toBe('notFound')
    expect(await refusedFields(record([said()], forSchool(), {}, stranger))).toBe('notFound')
    await record([said()])
    expect(await refusedFields(listConsents.execute(teacher, { caseId: made.caseId }))).toBe('forbidden')
    expect(await refusedFields(record([said()], forSchool(), {}, teacher))).toBe('forbidden')
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
    expect(await refusedFields(withdraw(consentIds[0]))).toBe('wrongState')
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
    expect(await refusedFields(withdraw(consentIds[0], clinic))).toEqual({
      institutionId: 'nothingToWithdraw',
    })
  })
})
