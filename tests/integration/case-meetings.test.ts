import { beforeAll, describe, expect, it } from 'vitest'
import { createLine } from '@/lib/baskets'
import { suspendCase } from '@/lib/cases'
import * as meetings from '@/lib/meetings'
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

let ops: string
let school: string
let made: Awaited<ReturnType<typeof makeCase>>
let child: string
let need: string
let consentId: string
const who = {} as Record<'family' | 'team' | 'leader' | 'teacher' | 'decydent' | 'radny', Actor>

beforeAll(async () => {
  ops = await makeInstitution({ name: 'GOPS' })
  school = await makeInstitution({ kind: 'szkola_podstawowa', name: 'Szkoła' })
  const council = await makeInstitution({ kind: 'rada_gminy' })
  const teamId = await makeTeam({ lead: ops, members: [school, council] })
  made = await makeCase({ teamId, owner: ops, status: 'inProgress' })
  child = await makePerson(made)
  await joinCase(made, school)
  consentId = await consent(made, child, school, ['PODSTAWOWE', 'EDUKACJA', 'ZDROWIE'])
  who.family = await makeActor(ops, { role: 'koordynator_rodziny', caseId: made.caseId })
  who.team = await makeActor(ops, { role: 'koordynator_zespolu', teamId })
  who.leader = await makeActor(ops, { role: 'lider_gminny' })
  who.teacher = await makeActor(school, { role: 'specjalista', caseId: made.caseId })
  who.decydent = await makeActor(school, { role: 'decydent' })
  who.radny = await makeActor(council, { role: 'radny' })
  need = crypto.randomUUID()
  await insert('need', {
    id: need,
    case_id: made.caseId,
    team_id: made.teamId,
    owner_institution_id: ops,
    person_id: child,
    need_key: 'nauka_absencja',
    category: 'EDUKACJA',
    created_by_id: who.family.userId,
  })
})

const read = (actor: Actor, meetingId: string) => meetings.readCaseMeeting.execute(actor, { meetingId })
const withVersion = async (meetingId: string) => ({
  meetingId,
  version: (await read(who.family, meetingId)).version,
})

const called = async (category: 'EDUKACJA' | 'ZDROWIE'): Promise<string> => {
  const { meetingId } = await meetings.planCaseMeeting.execute(who.family, {
    caseId: made.caseId,
    category,
    agenda: 'Frekwencja\nDojazd',
    invitedIds: [school],
    withFamily: 'on',
    heldOn: '24.11.2026',
    startsAt: '9:00',
    place: 'GOPS',
    link: '',
  })
  await meetings.callCaseMeeting.execute(who.family, {
    ...(await withVersion(meetingId)),
    shortNoticeReason: 'Prosi rodzina',
  })
  return meetingId
}

const none = { stepKey: '', to: '', dueOn: '', days: '' }

describe('a meeting around a family', () => {
  it('turns one decision into a task, one into a line, one into a step; its minutes are approved and locked', async () => {
    const meetingId = await called('EDUKACJA')
    const decide = (input: object) =>
      meetings.decideAroundCase.execute(who.family, { meetingId, ...none, ...input } as never)
    const to = `${who.teacher.userId}:${school}`
    await decide({ body: 'Szkoła przyśle frekwencję.', becomes: 'task', to, days: '5' })
    await decide({ body: 'Korepetycje z matematyki.', becomes: 'line' })
    await decide({ body: 'Rodzina wyjeżdża na dwa tygodnie.', becomes: 'step', stepKey: 'case.suspend' })
    expect((await listMyTasks.execute(who.teacher, {})).mine.map((t) => [t.title, t.dueOn])).toEqual([
      ['Szkoła przyśle frekwencję.', '2026-12-01'],
    ])
    const [, forLine] = (await read(who.family, meetingId)).decisions
    const line = (decisionId: string) =>
      createLine.execute(who.family, {
        caseId: made.caseId,
        decisionId,
        needIds: [need],
        goalIds: [],
        serviceKey: 'korepetycje',
        providerId: school,
        personIds: [child],
        startsOn: '1.12.2026',
        scope: 'Korepetycje z matematyki.',
        coProviderIds: [],
      } as never)
    const { lineId } = await line(forLine?.id ?? '')
    expect(await refusal(line(forLine?.id ?? ''))).toBe('invalid invalid decisionId')
    const { rows } = await asOwner().query('select version from family_case where id = $1', [made.caseId])
    await suspendCase.execute(who.team, {
      caseId: made.caseId,
      version: rows[0]?.version,
      note: 'Rodzina wyjeżdża na dwa tygodnie.',
      reviewOn: '8.12.2026',
    })
    const became = (await read(who.family, meetingId)).decisions
    expect(became.map((d) => [d.becomes, d.task?.status ?? null, d.lineId, d.stepTaken])).toEqual([
      ['task', 'open', null, false],
      ['line', null, lineId, false],
      ['step', null, null, true],
    ])
    const { parties } = await read(who.family, meetingId)
    await meetings.holdCaseMeeting.execute(who.family, {
      ...(await withVersion(meetingId)),
      familyCame: 'on',
      parties: parties.map((p) => ({ id: p.id, name: 'Anna Obecna' })),
    })
    await meetings.writeCaseMinutes.execute(who.family, {
      ...(await withVersion(meetingId)),
      body: 'Matka opowiedziała o porankach.',
      summary: '',
    })
    expect((await read(who.teacher, meetingId)).minutes).toBeNull()
    await meetings.sendCaseMinutes.execute(who.family, await withVersion(meetingId))
    await meetings.remarkOnCaseMinutes.execute(who.teacher, { meetingId, body: 'Frekwencja od września.' })
    const [remark] = (await read(who.family, meetingId)).remarks
    await meetings.answerCaseRemark.execute(who.family, {
      meetingId,
      entryId: remark?.id ?? '',
      answer: 'Tak.',
    })
    const approve = async (actor: Actor) =>
      refusal(meetings.approveCaseMinutes.execute(actor, await withVersion(meetingId)))
    expect(await approve(who.family)).toBe('forbidden forbidden')
    expect(await approve(who.team)).toBe('allowed')
    const { minutes } = await read(who.teacher, meetingId)
    expect(minutes?.content).toContain('- Korepetycje z matematyki. (pozycja koszyka)')
    expect(minutes?.content).toContain('- Rodzina: obecna')
    for (const sql of [
      `update case_meeting set place = 'inne' where id = $1`,
      `update case_meeting_minutes set body = 'inne' where meeting_id = $1`,
      `update case_meeting_party set came_name = null where meeting_id = $1`,
      `update case_meeting_agenda set body = 'inne' where meeting_id = $1`,
    ])
      await expect(asOwner().query(sql, [meetingId]), sql).rejects.toThrow(/annex/)
  })

  it('is read by level: of art. 9 another institution reads day and summary, not the words', async () => {
    const meetingId = await called('ZDROWIE')
    const seen = await read(who.teacher, meetingId)
    expect([seen.place, seen.agenda, seen.decisions]).toEqual(['GOPS', null, []])
    // the leader of the owner needs a consent for it as well
    expect(await refusal(read(who.leader, meetingId))).toBe('notFound notFound')
    for (const actor of [who.decydent, who.radny])
      expect(await refusal(read(actor, meetingId))).toBe('notFound notFound')
  })

  it('is gone for the school when the family withdraws', async () => {
    const list = async () =>
      (await meetings.listCaseMeetings.execute(who.teacher, { caseId: made.caseId })).rows.length
    expect(await list()).toBe(2)
    await withdraw(consentId)
    expect(await refusal(list())).toBe('notFound notFound')
  })

  it('goes with its destroyed case', async () => {
    await asOwner().query(`update family_case set status = 'erased' where id = $1`, [made.caseId])
    const { rows } = await asOwner().query(
      `select (select count(*)::int from case_meeting) + (select count(*)::int from case_meeting_minutes)
         + (select count(*)::int from case_decision) + (select count(*)::int from case_task) as n`,
    )
    expect(rows).toEqual([{ n: 0 }])
  })
})
