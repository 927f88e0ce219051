import { beforeEach, describe, expect, test } from 'vitest'
import {
  answerInvitation,
  assignToCase,
  endParticipation,
  familyTeam,
  inviteInstitution,
  listInvitations,
  readCase,
} from '@/lib/cases'
import { listNotifications } from '@/lib/notifications'
import type { Actor } from '@/lib/policy/actor'
import { listWorkers } from '@/lib/story'
import { asOwner } from '@/tests/support/database'
import { refusal } from '@/tests/support/refusal'
import { caseAt, coordinator, ops, teamId, useStages, workerOf } from '@/tests/support/scenes/case-stages'
import { giveRole, insert, joinCase, makeActor, makeInstitution, makeUser } from '@/tests/support/world'

useStages()

let made: Awaited<ReturnType<typeof caseAt>>
let school: string
let head: Actor
let worker: Actor
let teacherId: string

const joinTeam = (institution_id: string) =>
  insert('team_member', { team_id: teamId, institution_id, joined_on: '2024-01-01', signed_on: '2024-01-01' })

beforeEach(async () => {
  school = await makeInstitution({ name: 'SP Trzciana', kind: 'szkola_podstawowa' })
  await joinTeam(school)
  head = await makeActor(school, { role: 'decydent' })
  teacherId = await makeUser(school, { givenName: 'Ewa', familyName: 'Modrzew' })
  made = await caseAt('awaitingConsent')
  worker = await workerOf(made.caseId)
})

const kinds = async (actor: Actor) =>
  (await listNotifications.execute(actor, { onlyUnread: false, cursor: '' })).rows.map((n) => n.kind)
const invite = () =>
  inviteInstitution.execute(worker, {
    caseId: made.caseId,
    institutionIds: [school],
    purpose: 'nauka i frekwencja',
  })
const invited = async () => (await listInvitations.execute(head, {})).invitations
const answer = (actor: Actor, participantId: string, change: object) =>
  answerInvitation.execute(actor, { participantId, answer: 'accept', userId: '', reason: '', ...change })
const accept = async (actor = head) => answer(actor, (await invited())[0]?.id ?? '', { userId: teacherId })
const team = () => familyTeam.execute(worker, { caseId: made.caseId })
const people = () => listWorkers.execute(worker, { caseId: made.caseId })

describe('an institution answers for itself', () => {
  test('it is told, reads number and purpose, accepts and names who comes', async () => {
    await invite()
    expect(await kinds(head)).toEqual(['participant.invited'])
    const [invitation] = await invited()
    expect(Object.keys(invitation ?? {})).toEqual(['id', 'number', 'teamName', 'purpose', 'invitedOn'])
    expect(invitation?.purpose).toBe('nauka i frekwencja')
    expect(invitation?.number).toMatch(/^1816122\/2026\/\d+$/u)
    expect(await refusal(readCase.execute(head, { caseId: made.caseId }))).toBe('notFound notFound')
    expect(await refusal(answer(head, invitation?.id ?? '', {}))).toBe('invalid invalid userId')
    await accept()
    expect(await invited()).toEqual([])
    const { institutions } = await team()
    expect(institutions.map((i) => [i.name, i.accepted])).toEqual([['SP Trzciana', true]])
    expect((await people()).map((p) => [p.name, p.role])).toContainEqual(['Ewa Modrzew', 'specjalista'])
    expect(await kinds(worker)).toEqual(['participant.accepted'])
    expect(await kinds(coordinator)).toEqual(['participant.accepted'])
  })

  test('it declines with a reason, and then it takes no part', async () => {
    await invite()
    const id = (await invited())[0]?.id ?? ''
    expect(await refusal(answer(head, id, { answer: 'decline' }))).toBe('invalid invalid reason')
    await answer(head, id, { answer: 'decline', reason: 'Dziecko zmieniło szkołę' })
    const { institutions, declined, invitable } = await team()
    expect([institutions, declined.map((d) => [d.name, d.reason])]).toEqual([
      [],
      [['SP Trzciana', 'Dziecko zmieniło szkołę']],
    ])
    expect(invitable.map(({ name }) => name)).toContain('SP Trzciana')
    expect(await kinds(worker)).toEqual(['participant.declined'])
    expect(await invite()).toEqual({ invited: 1, unheard: false })
  })

  test('only its own decision-maker, only once', async () => {
    await invite()
    const id = (await invited())[0]?.id ?? ''
    const elsewhere = await makeActor(await makeInstitution(), { role: 'decydent' })
    expect(await refusal(answer(elsewhere, id, { userId: teacherId }))).toBe('notFound notFound')
    const teacher = await makeActor(school, { role: 'wykonawca' })
    expect(await refusal(answer(teacher, id, { userId: teacherId }))).toBe('notFound notFound')
    expect(await refusal(listInvitations.execute(teacher, {}))).toBe('forbidden forbidden')
    const stranger = await makeUser(await makeInstitution())
    expect(await refusal(answer(head, id, { userId: stranger }))).toBe('notFound notFound')
    await answer(head, id, { userId: teacherId })
    expect(await refusal(answer(head, id, { userId: teacherId }))).toBe('conflict stale')
  })
})

describe('who works with the family', () => {
  const assign = (userId: string, institutionId: string, role: string, caseId = made.caseId) =>
    assignToCase.execute(coordinator, { caseId, userId, institutionId, role: role as never })

  test('with the institution its people leave too; the owner stays', async () => {
    await invite()
    await accept()
    await joinCase(made, ops)
    const idOf = async (name: string) =>
      (await team()).institutions.find((i) => i.name === name)?.participantId ?? ''
    const end = async (name: string) =>
      endParticipation.execute(worker, { caseId: made.caseId, participantId: await idOf(name) })
    expect(await refusal(end('GOPS Świlcza'))).toBe('conflict wrongState')
    await end('SP Trzciana')
    expect((await people()).map((p) => p.role)).toEqual(['koordynator_rodziny'])
    await invite()
    expect((await people()).map((p) => p.role)).toEqual(['koordynator_rodziny'])
  })

  test('an assistant may come from an institution that takes part, the coordinator only from the owner', async () => {
    const ngo = await makeInstitution({ name: 'Fundacja', kind: 'ngo' })
    await joinTeam(ngo)
    const userId = await makeUser(ngo)
    expect(await refusal(assign(userId, ngo, 'asystent_rodziny'))).toBe('notFound notFound')
    await joinCase(made, ngo)
    expect(await refusal(assign(userId, ngo, 'koordynator_rodziny'))).toBe('invalid invalid institutionId')
    expect(await assign(userId, ngo, 'asystent_rodziny')).toEqual({ manyFamilies: false })
  })

  test('the data protection officer and the local administrator are neither offered nor taken', async () => {
    const officer = await makeActor(ops, { role: 'iod' }, { familyName: 'Inspektor' })
    const admin = await makeActor(ops, { role: 'admin_lokalny' }, { familyName: 'Admin' })
    const offered = (await team()).staff.map((s) => s.userId)
    expect([offered.includes(officer.userId), offered.includes(admin.userId)]).toEqual([false, false])
    expect(await refusal(assign(officer.userId, ops, 'specjalista'))).toBe('invalid invalid userId')
    expect(await refusal(assign(admin.userId, ops, 'specjalista'))).toBe('invalid invalid userId')
    await giveRole(admin.userId, ops, { role: 'lider_gminny' })
    expect((await team()).staff.map((s) => s.userId)).toContain(admin.userId)
  })

  test('nobody is named where nobody works; a closed case may get its coordinator before it opens again', async () => {
    const userId = await makeUser(ops)
    for (const status of ['rejected', 'redirected'] as const)
      expect(await refusal(assign(userId, ops, 'koordynator_rodziny', (await caseAt(status)).caseId))).toBe(
        'conflict wrongState',
      )
    const closed = await caseAt('closed')
    expect(await refusal(assign(userId, ops, 'specjalista', closed.caseId))).toBe('conflict wrongState')
    await assign(userId, ops, 'koordynator_rodziny', closed.caseId)
  })

  test('families of closed cases do not count for an assistant', async () => {
    const userId = await makeUser(ops)
    for (let n = 0; n < 16; n += 1)
      await giveRole(userId, ops, {
        role: 'asystent_rodziny',
        caseId: (await caseAt(n < 14 ? 'diagnosis' : 'closed')).caseId,
      })
    expect(await assign(userId, ops, 'asystent_rodziny')).toEqual({ manyFamilies: false })
    const { rows } = await asOwner().query<{ kind: string }>(
      'select kind from notification where user_id = $1',
      [userId],
    )
    expect(rows).toEqual([{ kind: 'case.assigned' }])
  })
})
