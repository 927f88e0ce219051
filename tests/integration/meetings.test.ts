import { beforeAll, describe, expect, it } from 'vitest'
import { renderPaper } from '@/lib/documents'
import * as meetings from '@/lib/meetings'
import { freeze } from '@/lib/platform/clock'
import type { Actor } from '@/lib/policy/actor'
import { asOwner, useDatabase } from '@/tests/support/database'
import { openDocx } from '@/tests/support/papers'
import { refusal } from '@/tests/support/refusal'
import { makeActor, makeCase, makeInstitution, makeTeam } from '@/tests/support/world'

useDatabase()

let ops: string
let school: string
let teamId: string
let caseId: string
const who = {} as Record<'team' | 'leader' | 'head' | 'radny' | 'rops' | 'far', Actor>

beforeAll(async () => {
  ops = await makeInstitution({ name: 'GOPS' })
  school = await makeInstitution({ kind: 'szkola_podstawowa', name: 'Szkoła' })
  const council = await makeInstitution({ kind: 'rada_gminy', name: 'Rada Gminy' })
  const centre = await makeInstitution({ kind: 'rops' })
  const elsewhere = await makeInstitution({ seat: '2013072' })
  teamId = await makeTeam({ lead: ops, members: [school, council] })
  caseId = (await makeCase({ teamId, owner: ops, status: 'submitted' })).caseId
  who.team = await makeActor(ops, { role: 'koordynator_zespolu', teamId })
  who.leader = await makeActor(ops, { role: 'lider_gminny' })
  who.head = await makeActor(school, { role: 'decydent' }, { givenName: 'Ewa', familyName: 'Szkolna' })
  who.radny = await makeActor(council, { role: 'radny' })
  who.rops = await makeActor(centre, { role: 'rops_koordynator' })
  who.far = await makeActor(elsewhere, { role: 'lider_gminny' })
  await asOwner().query('update team_member set representative_id = $1 where institution_id = $2', [
    who.head.userId,
    school,
  ])
})

const read = (actor: Actor, meetingId: string) => meetings.readMeeting.execute(actor, { meetingId })
const planned = async (heldOn: string): Promise<string> =>
  (
    await meetings.planMeeting.execute(who.team, {
      teamId,
      heldOn,
      startsAt: '10.30',
      place: 'Urząd Gminy, sala 3',
      link: '',
      quorumShare: '',
    })
  ).meetingId
const withVersion = async (meetingId: string) => ({
  meetingId,
  version: (await read(who.team, meetingId)).version,
})

/** Held, with the school and the leader's house there. */
const held = async (): Promise<string> => {
  const meetingId = await planned('24.11.2026')
  await meetings.addToAgenda.execute(who.team, { meetingId, title: 'Półkolonie', chosen: [] })
  await meetings.callMeeting.execute(who.team, {
    ...(await withVersion(meetingId)),
    shortNoticeReason: 'Zgoda wszystkich stron',
  })
  const { parties } = await read(who.team, meetingId)
  await meetings.recordAttendance.execute(who.team, {
    meetingId,
    parties: parties.map((p) =>
      p.institution === 'Rada Gminy'
        ? { id: p.id, came: 'nobody' as const, name: '' }
        : p.institution === 'Szkoła'
          ? { id: p.id, came: 'representative' as const, name: '' }
          : { id: p.id, came: 'other' as const, name: 'Anna Zastępcza' },
    ),
  })
  return meetingId
}

describe('a meeting is planned and called', () => {
  it('with an agenda out of what waits, so many days before as the team set', async () => {
    freeze('2026-11-24T10:00:00Z')
    const meetingId = await planned('30.11.2026')
    const call = async (reason: string) =>
      refusal(
        meetings.callMeeting.execute(who.team, {
          ...(await withVersion(meetingId)),
          shortNoticeReason: reason,
        }),
      )
    expect(await call('')).toBe('conflict meeting.noAgenda')
    const { proposals } = await read(who.team, meetingId)
    expect(proposals.map((p) => (p.kind === 'team' ? p.title : p.reason))).toEqual([
      'Zgłoszenia: 1 nowe zgłoszenie',
      'Zadania z poprzedniego spotkania',
      'Sprawy różne i termin następnego spotkania',
      'referral',
    ])
    const ending = async (day: string) => {
      await asOwner().query('update team set agreement_to = $2 where id = $1', [teamId, day])
      const titles = (await read(who.team, meetingId)).proposals.map((p) =>
        p.kind === 'team' ? p.title : '',
      )
      return titles.filter((title) => title.startsWith('Porozumienie'))
    }
    // 90 days, as everywhere
    expect(await ending('2027-02-23')).toEqual([])
    expect(await ending('2027-02-22')).toEqual(['Porozumienie kończy się 22.02.2027: przedłużenie'])
    await ending('2030-12-31')
    await meetings.addToAgenda.execute(who.team, { meetingId, title: '', chosen: ['referrals', caseId] })
    expect(await call('')).toBe('conflict meeting.tooSoon')
    expect(await call('Pilne')).toBe('allowed')
    const { rows } = await asOwner().query<{ kind: string; user_id: string }>(
      `select kind, user_id from notification where kind like 'meeting.%' order by kind`,
    )
    expect(rows.map((r) => r.user_id).sort()).toEqual([who.head.userId, who.leader.userId].sort())
    const mail = await asOwner().query<{ subject: string; body: string }>(
      'select subject, body from outgoing_mail',
    )
    expect(mail.rows[0]?.subject).toMatch(/^Kooperacja: spotkanie zespołu – /)
    expect(mail.rows.map((r) => r.body).join()).not.toMatch(/1816122\//)
  })

  it('an item that names a case is read by who works on it, and each opening is logged', async () => {
    const [meeting] = (await meetings.listMeetings.execute(who.radny, { teamId })).rows
    const seen = async (actor: Actor) => (await read(actor, meeting?.id ?? '')).items.map((i) => i.kind)
    expect(await seen(who.team)).toEqual(['team', 'case'])
    expect(await seen(who.leader)).toEqual(['team', 'case'])
    for (const actor of [who.radny, who.head, who.rops]) expect(await seen(actor)).toEqual(['team'])
    const item = (await read(who.team, meeting?.id ?? '')).items.find((i) => i.kind === 'case')
    const itemId = item?.id ?? ''
    expect(await refusal(meetings.openItem.execute(who.head, { itemId }))).toBe('notFound notFound')
    expect((await meetings.openItem.execute(who.leader, { itemId })).reason).toBe('referral')
    const { rows } = await asOwner().query(
      `select actor_id from audit_event where action = 'meeting.openItem' and kind = 'read' and case_id = $1`,
      [caseId],
    )
    expect(rows).toEqual([{ actor_id: who.leader.userId }])
  })

  it('the number of a case is no word for everybody', async () => {
    const meetingId = await planned('15.12.2026')
    expect(
      await refusal(
        meetings.addToAgenda.execute(who.team, { meetingId, title: 'Sprawa 1816122/2026/1', chosen: [] }),
      ),
    ).toBe('invalid invalid title')
  })

  it('a stranger sees none of it', async () => {
    const meetingId = await planned('16.12.2026')
    expect(await refusal(read(who.far, meetingId))).toBe('notFound notFound')
  })
})

describe('a meeting writes its own minutes', () => {
  it('from who came and what was decided to the approval, which locks it for everybody', async () => {
    const meetingId = await held()
    const [item] = (await read(who.team, meetingId)).items
    await meetings.decideAtMeeting.execute(who.team, {
      meetingId,
      itemId: item?.id ?? '',
      body: 'Szkoła zgłasza dzieci na półkolonie.',
      to: `${who.head.userId}:${school}`,
      dueOn: '',
      days: '3',
    })
    await meetings.holdMeeting.execute(who.team, await withVersion(meetingId))
    expect(await refusal(meetings.sendMinutes.execute(who.team, await withVersion(meetingId)))).toBe(
      'conflict meeting.noMinutes',
    )
    await meetings.writeMinutes.execute(who.team, {
      meetingId,
      minutesVersion: 1,
      body: 'Omówiono ferie.',
    })
    // a draft is its writers' until it is sent
    expect((await read(who.radny, meetingId)).minutes).toBeNull()
    await meetings.sendMinutes.execute(who.team, await withVersion(meetingId))
    expect((await read(who.radny, meetingId)).minutes?.remarksUntil).toBe('2026-12-01')
    await meetings.remarkOnMinutes.execute(who.radny, { meetingId, body: 'Proszę dopisać kwotę.' })
    const approve = async (actor: Actor) =>
      refusal(meetings.approveMinutes.execute(actor, await withVersion(meetingId)))
    expect(await approve(who.team)).toBe('conflict meeting.remarksOpen')
    const [remark] = (await read(who.team, meetingId)).remarks
    await meetings.answerRemark.execute(who.team, {
      meetingId,
      entryId: remark?.id ?? '',
      answer: 'Kwoty nie ustalono.',
    })
    expect(await approve(who.radny)).toBe('forbidden forbidden')
    expect(await approve(who.leader)).toBe('allowed')
    const { minutes, quorum } = await read(who.radny, meetingId)
    expect(quorum).toEqual({ present: 2, all: 3, needed: 2, reached: true })
    expect(minutes?.content).toContain('- Szkoła: Ewa Szkolna (przedstawiciel)')
    expect(minutes?.content).toContain('- GOPS: Anna Zastępcza (w zastępstwie)')
    expect(minutes?.content).toContain(
      '- Szkoła zgłasza dzieci na półkolonie. Odpowiada: Ewa Szkolna, Szkoła, do 27.11.2026.',
    )
    expect(minutes?.contentHash).toMatch(/^[0-9a-f]{64}$/)
    const paper = openDocx(
      await renderPaper(
        'protokol',
        await meetings.fillMeetingDocument.execute(who.radny, { meetingId, key: 'protokol' }),
        'docx',
      ),
    )
    for (const words of [
      'Protokół spotkania',
      'Omówiono ferie.',
      'Anna Zastępcza',
      'Ewa Szkolna, Szkoła',
      '27.11.2026',
      'Kwoty nie ustalono.',
    ])
      expect(paper.text).toContain(words)
    for (const sql of [
      `update team_meeting set place = 'inne' where id = $1`,
      `update meeting_minutes set body = 'inne' where meeting_id = $1`,
      `update meeting_party set came = null, came_name = null where meeting_id = $1`,
      `update meeting_item set title = 'inne' where meeting_id = $1`,
      `update meeting_decision set body = 'inne' where meeting_id = $1`,
      `update meeting_entry set answer = 'inne' where meeting_id = $1`,
      `delete from meeting_minutes where meeting_id = $1`,
      `delete from meeting_decision where meeting_id = $1`,
      `delete from meeting_entry where meeting_id = $1`,
      `insert into meeting_item (meeting_id, team_id, position, title) select id, team_id, 9, 'x' from team_meeting where id = $1`,
      `insert into meeting_entry (meeting_id, team_id, kind, body, author_id, institution_id)
         select id, team_id, 'remark', 'x', id, id from team_meeting where id = $1`,
    ])
      await expect(asOwner().query(sql, [meetingId]), sql).rejects.toThrow(/annex/)
    await meetings.addAnnex.execute(who.leader, { meetingId, body: 'Sprostowanie: sala 4.' })
    expect((await read(who.radny, meetingId)).annexes.map((a) => a.body)).toEqual(['Sprostowanie: sala 4.'])
  })

  it('when the next is due: three months after the last that took place', async () => {
    const list = await meetings.listMeetings.execute(who.rops, { teamId })
    expect([list.lastOn, list.nextBy, list.mayPlan]).toEqual(['2026-11-24', '2027-02-24', false])
  })
})

describe('the own calendar under a secret address', () => {
  it('tells gmina, day, hour and place, until it is revoked', async () => {
    const { token } = await meetings.makeFeed.execute(who.head, {})
    const file = await meetings.feedOf(token)
    expect(file).toContain('SUMMARY:Spotkanie zespołu')
    expect(file).toContain('DTSTART;TZID=Europe/Warsaw:20261130T103000')
    expect(file).toContain('LOCATION:Urząd Gminy\\, sala 3')
    expect(file).not.toMatch(/Szkolna|Półkolonie|1816122/)
    const again = await meetings.makeFeed.execute(who.head, {})
    expect(await refusal(meetings.feedOf(token))).toBe('notFound notFound')
    await meetings.revokeFeed.execute(who.head, {})
    expect(await refusal(meetings.feedOf(again.token))).toBe('notFound notFound')
    expect(await refusal(meetings.feedOf('nieznany'))).toBe('notFound notFound')
  })
})
