import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { deliverClauses, listConsents } from '@/lib/consents'
import { listNotifications } from '@/lib/notifications'
import { endEmployment } from '@/lib/people'
import type { Actor } from '@/lib/policy/actor'
import { createReferral, listReferrals, readReferral } from '@/lib/referrals'
import { asOwner } from '@/tests/support/database'
import { refusal } from '@/tests/support/refusal'
import { coordinator, ops, teamId, useStages } from '@/tests/support/scenes/case-stages'
import { referralSheet } from '@/tests/support/scenes/referral-sheet'
import { insert, makeActor, makeInstitution } from '@/tests/support/world'

useStages()

let school: string
let teacher: Actor
let head: Actor

beforeEach(async () => {
  school = await makeInstitution({ kind: 'szkola_podstawowa' })
  await insert('team_member', {
    team_id: teamId,
    institution_id: school,
    joined_on: '2024-01-01',
    signed_on: '2024-01-01',
  })
  teacher = await makeActor(
    school,
    { role: 'specjalista' },
    { givenName: 'Ewa', familyName: 'Nauczycielska' },
  )
  head = await makeActor(school, { role: 'decydent' })
})

const write = (change: object = {}) =>
  createReferral.execute(teacher, { ...referralSheet(teamId), ...change } as never)

describe('referrals of the own institution', () => {
  test('are seen by who decides in it, until the qualification as a sheet, then by their stage', async () => {
    const sent = await write()
    const draft = await write({ id: randomUUID(), submit: '' })
    const seen = async (actor: Actor) =>
      (await listReferrals.execute(actor, {})).sent.map((s) => [s.label, s.author, s.status])
    expect(await seen(head)).toEqual([['Rodzina Wrzosków', 'Ewa Nauczycielska', 'submitted']])
    expect(await seen(teacher)).toEqual([['Rodzina Wrzosków', null, 'submitted']])
    expect((await listReferrals.execute(head, {})).drafts).toEqual([])
    expect((await readReferral.execute(head, { id: sent.id })).familyLabel).toBe('Rodzina Wrzosków')
    expect(await refusal(readReferral.execute(head, { id: draft.id }))).toBe('notFound notFound')

    await asOwner().query(`update family_case set status = 'qualified' where id = $1`, [sent.caseId])
    expect(await seen(head)).toEqual([[null, null, 'qualified']])
    expect(await refusal(readReferral.execute(head, { id: sent.id }))).toBe('notFound notFound')
  })

  test('are nothing to a colleague without such a role, nor to who decides elsewhere', async () => {
    const { id } = await write()
    const colleague = await makeActor(school, { role: 'specjalista' })
    const stranger = await makeActor(await makeInstitution(), { role: 'decydent' })
    for (const actor of [colleague, stranger]) {
      expect((await listReferrals.execute(actor, {})).sent).toEqual([])
      expect(await refusal(readReferral.execute(actor, { id }))).toBe('notFound notFound')
    }
  })
})

describe('drafts of somebody who leaves', () => {
  const leave = (actor: Actor) =>
    endEmployment.execute(actor, {
      institutionId: school,
      userId: teacher.userId,
      endsOn: '23.11.2026',
      reason: 'Odejście',
      successors: {},
    } as never)

  test('pass to who decides, who is told without content', async () => {
    const { id } = await write({ submit: '' })
    await leave(head)
    expect((await listReferrals.execute(head, {})).drafts.map((d) => d.id)).toEqual([id])
    const told = await listNotifications.execute(head, { onlyUnread: '', cursor: '' } as never)
    expect(told.rows.map((r) => [r.kind, r.caseId, r.teamId])).toEqual([['referral.inherited', null, null]])
  })

  test('are deleted where nobody decides', async () => {
    const { id } = await write({ submit: '' })
    await asOwner().query('update role_assignment set ended_at = now() where user_id = $1', [head.userId])
    await leave(await makeActor(school, { role: 'admin_lokalny' }))
    const { rows } = await asOwner().query(
      `select (select count(*)::int from referral where id = $1) as sheets,
              (select count(*)::int from referral_person where referral_id = $1) as people`,
      [id],
    )
    expect(rows).toEqual([{ sheets: 0, people: 0 }])
  })
})

describe('the sheet of one person', () => {
  test('names one person', async () => {
    const sheet = referralSheet(teamId)
    expect(await refusal(write({ subject: 'person' }))).toBe('invalid invalid people.1.givenName')
    expect((await write({ subject: 'person', people: sheet.people.slice(0, 1) })).caseId).not.toBeNull()
  })
})

describe('the information clause (RODO art. 14)', () => {
  test('reaches who was named in a referral within a month, before and after the decision', async () => {
    const { caseId } = await write()
    const clauseId = randomUUID()
    await insert('information_clause', {
      id: clauseId,
      institution_id: ops,
      version_no: 1,
      body: 'Treść',
      valid_from: '2026-01-01',
    })
    await asOwner().query(`update family_case set opened_on = '2026-10-31' where id = $1`, [caseId])
    const view = await listConsents.execute(coordinator, { caseId: caseId ?? '' })
    expect([view.askable, view.tellable, view.clauseDue]).toEqual([false, true, '2026-11-30'])
    const [first, second, third] = view.persons.map((p) => p.personId)
    const deliver = (personId: string | undefined) =>
      deliverClauses.execute(coordinator, {
        caseId: caseId ?? '',
        personIds: [personId],
        deliveredOn: '24.11.2026',
        channel: 'paper',
      } as never)
    await deliver(first)
    await asOwner().query(`update family_case set status = 'rejected' where id = $1`, [caseId])
    await deliver(second)
    await asOwner().query(`update family_case set status = 'archived' where id = $1`, [caseId])
    expect(await refusal(deliver(third))).toBe('conflict wrongState')
    const { rows } = await asOwner().query(
      'select count(*)::int as n from clause_delivery where case_id = $1',
      [caseId],
    )
    expect(rows).toEqual([{ n: 2 }])
  })
})
