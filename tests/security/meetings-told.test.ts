import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { restrictCase } from '@/lib/cases'
import { protectPerson } from '@/lib/families'
import * as meetings from '@/lib/meetings'
import { asActor } from '@/lib/platform/db'
import type { Actor } from '@/lib/policy/actor'
import { asOwner, useDatabase } from '@/tests/support/database'
import { refusal } from '@/tests/support/refusal'
import {
  consent,
  joinCase,
  makeActor,
  makeCase,
  makeInstitution,
  makePerson,
  makeTeam,
  withdraw,
} from '@/tests/support/world'

useDatabase()

let ops: string
let school: string
let clinic: string
let made: Awaited<ReturnType<typeof makeCase>>
let mother: string
let consentId: string
const who = {} as Record<'family' | 'team' | 'leader' | 'assistant' | 'teacher' | 'head' | 'therapist', Actor>

beforeAll(async () => {
  ops = await makeInstitution({ name: 'GOPS' })
  school = await makeInstitution({ kind: 'szkola_podstawowa', name: 'Szkoła' })
  clinic = await makeInstitution({ kind: 'ppp', name: 'Poradnia' })
})

beforeEach(async () => {
  await asOwner().query('delete from outgoing_mail')
  const teamId = await makeTeam({ lead: ops, members: [school, clinic] })
  made = await makeCase({ teamId, owner: ops, status: 'inProgress' })
  mother = await makePerson(made)
  await joinCase(made, school)
  await joinCase(made, clinic)
  consentId = await consent(made, mother, school, ['PODSTAWOWE', 'EDUKACJA'])
  await consent(made, mother, clinic, ['PODSTAWOWE', 'EDUKACJA', 'ZDROWIE'])
  const onCase = { caseId: made.caseId }
  who.family = await makeActor(ops, { role: 'koordynator_rodziny', ...onCase })
  who.team = await makeActor(ops, { role: 'koordynator_zespolu', teamId })
  who.leader = await makeActor(ops, { role: 'lider_gminny' })
  who.assistant = await makeActor(ops, { role: 'asystent_rodziny', ...onCase })
  who.teacher = await makeActor(school, { role: 'specjalista', ...onCase })
  who.head = await makeActor(school, { role: 'decydent' })
  who.therapist = await makeActor(clinic, { role: 'specjalista', ...onCase })
})

const called = async (category: 'EDUKACJA' | 'ZDROWIE', withFamily = 'on'): Promise<string> => {
  const { meetingId } = await meetings.planCaseMeeting.execute(who.family, {
    caseId: made.caseId,
    category,
    agenda: 'Frekwencja',
    invitedIds: [school],
    withFamily,
    heldOn: '24.11.2026',
    startsAt: '9:00',
    place: 'GOPS',
    link: '',
  })
  await meetings.callCaseMeeting.execute(who.family, { meetingId, version: 1, shortNoticeReason: 'Pilne' })
  return meetingId
}
const read = (actor: Actor, meetingId: string) =>
  refusal(meetings.readCaseMeeting.execute(actor, { meetingId }))
const feed = async (actor: Actor): Promise<() => Promise<string>> => {
  const { token } = await meetings.makeFeed.execute(actor, {})
  return async () => ((await meetings.feedOf(token)).includes('BEGIN:VEVENT') ? 'told' : 'nothing')
}
const heard = async (actor: Actor) => {
  const { rows: bells } = await asOwner().query(
    `select kind from notification where user_id = $1 and kind = 'caseMeeting.called'`,
    [actor.userId],
  )
  const { rows: letters } = await asOwner().query(
    `select 1 from outgoing_mail m join user_account u on u.email = m.recipient where u.id = $1`,
    [actor.userId],
  )
  return [bells.length, letters.length]
}
const restrict = () =>
  restrictCase.execute(who.team, {
    caseId: made.caseId,
    reason: 'Rodzina asystentki',
    people: [who.team.userId, who.family.userId],
  })
const protect = (safeIds = '') =>
  protectPerson.execute(who.family, {
    caseId: made.caseId,
    personId: mother,
    startsOn: '23.11.2026',
    endsOn: '',
    safeIds,
    closeIds: who.assistant.userId,
    suspectedId: '',
    reason: 'Sprawa w toku',
  } as never)

describe('the calendar under a secret address', () => {
  it('tells who is left out of a restricted case no meeting any more', async () => {
    await called('EDUKACJA')
    const [left, named] = [await feed(who.assistant), await feed(who.family)]
    expect([await left(), await named()]).toEqual(['told', 'told'])
    await restrict()
    expect([await left(), await named()]).toEqual(['nothing', 'told'])
    expect(await read(who.assistant, await called('EDUKACJA'))).toBe('notFound notFound')
    expect(await heard(who.leader)).toEqual([1, 1])
  })

  it('stops with a withdrawn consent, and with the end of a participation', async () => {
    const meetingId = await called('EDUKACJA')
    const teacher = await feed(who.teacher)
    expect(await teacher()).toBe('told')
    await asOwner().query(
      `update case_participant set ends_on = '2026-11-22' where case_id = $1 and institution_id = $2`,
      [made.caseId, school],
    )
    expect([await teacher(), await read(who.teacher, meetingId)]).toEqual(['nothing', 'notFound notFound'])
    await asOwner().query(
      `update case_participant set ends_on = null where case_id = $1 and institution_id = $2`,
      [made.caseId, school],
    )
    expect(await teacher()).toBe('told')
    await withdraw(consentId)
    expect(await teacher()).toBe('nothing')
  })

  it('and tells nobody of a meeting under a category that is closed to them', async () => {
    const meetingId = await called('ZDROWIE')
    const [teacher, assistant] = [await feed(who.teacher), await feed(who.assistant)]
    expect([await read(who.teacher, meetingId), await teacher(), await heard(who.teacher)]).toEqual([
      'notFound notFound',
      'nothing',
      [0, 0],
    ])
    expect([await assistant(), await heard(who.head), await heard(who.leader)]).toEqual([
      'nothing',
      [0, 0],
      [0, 0],
    ])
  })
})

describe('a meeting with a protected person', () => {
  it('is hidden from who is close to the suspected one and from a house that is not named safe', async () => {
    await protect(school)
    const meetingId = await called('EDUKACJA')
    expect([
      await read(who.assistant, meetingId),
      await heard(who.assistant),
      await (await feed(who.assistant))(),
    ]).toEqual(['notFound notFound', [0, 0], 'nothing'])
    expect(await read(who.therapist, meetingId)).toBe('notFound notFound')
    expect([await read(who.teacher, meetingId), await heard(who.teacher)]).toEqual(['allowed', [1, 1]])
    const rows = await asActor(who.assistant, async (tx) => [
      await tx.caseMeeting.count(),
      await tx.caseMeetingAgenda.count(),
      await tx.caseMeetingParty.count(),
    ])
    expect(rows).toEqual([0, 0, 0])
  })

  it('and is seen when the family does not come', async () => {
    await protect()
    expect(await read(who.assistant, await called('EDUKACJA', ''))).toBe('allowed')
  })
})
