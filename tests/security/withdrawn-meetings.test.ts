import { beforeAll, describe, expect, it } from 'vitest'
import * as meetings from '@/lib/meetings'
import { listNotifications } from '@/lib/notifications'
import type { Actor } from '@/lib/policy/actor'
import { listMyTasks } from '@/lib/tasks'
import { asOwner, useDatabase } from '@/tests/support/database'
import { refusal } from '@/tests/support/refusal'
import {
  consent,
  insert,
  joinCase,
  makeActor,
  makeCase,
  makeInstitution,
  makePerson,
  makeTeam,
  withdraw,
} from '@/tests/support/world'

useDatabase()

let school: string
let made: Awaited<ReturnType<typeof makeCase>>
let meetingId: string
let teamMeetingId: string
let number: string
const consents: Record<string, string> = {}
const tokens: Record<string, string> = {}
const who = {} as Record<'family' | 'assistant' | 'teacher', Actor>

const none = { stepKey: '', to: '', dueOn: '', days: '' }
const when = { heldOn: '26.11.2026', startsAt: '9:00', place: 'GOPS', link: '' }
const read = () => meetings.readCaseMeeting.execute(who.family, { meetingId })

/** A school that takes part, invited to a meeting around the family, with a task from it and the calendar of its teacher. */
beforeAll(async () => {
  const ops = await makeInstitution({ name: 'GOPS' })
  school = await makeInstitution({ kind: 'szkola_podstawowa', name: 'Szkoła' })
  const teamId = await makeTeam({ lead: ops, members: [school] })
  made = await makeCase({ teamId, owner: ops, status: 'inProgress' })
  const child = await makePerson(made)
  await joinCase(made, school)
  consents.basic = await consent(made, child, school, ['PODSTAWOWE'])
  consents.school = await consent(made, child, school, ['EDUKACJA'])
  who.family = await makeActor(ops, { role: 'koordynator_rodziny', caseId: made.caseId })
  who.assistant = await makeActor(ops, { role: 'asystent_rodziny', caseId: made.caseId })
  who.teacher = await makeActor(school, { role: 'specjalista', caseId: made.caseId })
  const planned = await meetings.planCaseMeeting.execute(who.family, {
    caseId: made.caseId,
    category: 'EDUKACJA',
    agenda: 'Frekwencja',
    invitedIds: [school],
    withFamily: 'on',
    ...when,
  })
  meetingId = planned.meetingId
  await meetings.callCaseMeeting.execute(who.family, {
    meetingId,
    version: (await read()).version,
    shortNoticeReason: 'Prosi rodzina',
  })
  await meetings.decideAroundCase.execute(who.family, {
    meetingId,
    ...none,
    body: 'Szkoła przyśle frekwencję.',
    becomes: 'task',
    to: `${who.teacher.userId}:${school}`,
    days: '5',
  } as never)
  number =
    (await asOwner().query('select number from family_case where id = $1', [made.caseId])).rows[0]?.number ??
    ''
  teamMeetingId = crypto.randomUUID()
  await insert('team_meeting', {
    id: teamMeetingId,
    team_id: teamId,
    held_on: '2026-11-26',
    starts_at: '12:00',
    place: 'sala',
    status: 'called',
    called_at: '2026-11-20T10:00:00Z',
    created_by_id: who.family.userId,
    created_institution_id: ops,
  })
  await insert('meeting_case_item', {
    meeting_id: teamMeetingId,
    team_id: teamId,
    case_id: made.caseId,
    position: 1,
    reason: 'late',
  })
  for (const [name, actor] of Object.entries(who))
    tokens[name] = (await meetings.makeFeed.execute(actor, {})).token
})

const inFeed = async (name: string) => (await meetings.feedOf(tokens[name] ?? '')).includes(meetingId)
const bells = async () => {
  const list = await listNotifications.execute(who.teacher, { onlyUnread: undefined, cursor: '' })
  return JSON.stringify(list).includes(made.caseId)
}
const mailed = async () =>
  (
    await asOwner().query<{ n: number }>(
      `select count(*)::int as n from outgoing_mail m join user_account u on u.email = m.recipient where u.id = $1`,
      [who.teacher.userId],
    )
  ).rows[0]?.n

/** What the school's teacher is told of meeting, task, calendar, bell, and of the case at a meeting of the team. */
const told = async () => {
  const list = await refusal(meetings.listCaseMeetings.execute(who.teacher, { caseId: made.caseId }))
  const one = await refusal(meetings.readCaseMeeting.execute(who.teacher, { meetingId }))
  const tasks = (await listMyTasks.execute(who.teacher, {})).mine.length
  const team = await meetings.readMeeting.execute(who.teacher, { meetingId: teamMeetingId })
  const paper = await meetings.fillMeetingDocument.execute(who.teacher, {
    meetingId: teamMeetingId,
    key: 'porzadek',
  })
  const ics = await meetings.meetingCalendar.execute(who.teacher, { meetingId: teamMeetingId })
  const named = JSON.stringify([paper.data, team.items]).includes(number)
  return {
    list,
    one,
    tasks,
    feed: await inFeed('teacher'),
    bells: await bells(),
    named,
    ics: /Szkoła|frekwenc/i.test(ics),
  }
}

describe('a withdrawal and the meetings around the family', () => {
  it('before it the school is told of meeting, task and item', async () => {
    expect(await told()).toEqual({
      list: 'allowed',
      one: 'allowed',
      tasks: 1,
      feed: true,
      bells: true,
      named: true,
      ics: false,
    })
    expect([await inFeed('family'), await inFeed('assistant')]).toEqual([true, true])
  })

  it('of the category alone: meeting, task and hour are gone, the case stays', async () => {
    await withdraw(consents.school ?? '')
    expect(await told()).toMatchObject({ list: 'allowed', one: 'notFound notFound', tasks: 0, feed: false })
    const before = await mailed()
    await meetings.mendCaseMeeting.execute(who.family, {
      meetingId,
      version: (await read()).version,
      agenda: 'Frekwencja',
      ...when,
      startsAt: '10:00',
    })
    expect(await mailed()).toBe(before)
    expect(await inFeed('family')).toBe(true)
  })

  it('of everything: nothing of the case is left in any of them', async () => {
    await withdraw(consents.basic ?? '')
    expect(await told()).toEqual({
      list: 'notFound notFound',
      one: 'notFound notFound',
      tasks: 0,
      feed: false,
      bells: false,
      named: false,
      ics: false,
    })
  })
})

describe('a restricted case', () => {
  it('is in the calendar of who is named, and of nobody else', async () => {
    const id = crypto.randomUUID()
    const of = { case_id: made.caseId, team_id: made.teamId }
    await insert('case_restriction', {
      id,
      ...of,
      owner_institution_id: made.owner,
      reason: 'rodzina pracownicy',
      recorded_by_id: who.family.userId,
    })
    await insert('case_restriction_person', { restriction_id: id, user_id: who.family.userId, ...of })
    expect([await inFeed('family'), await inFeed('assistant')]).toEqual([true, false])
  })
})
