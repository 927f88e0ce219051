import { beforeEach, describe, expect, it } from 'vitest'
import { familyLedger } from '@/lib/audit'
import {
  answerByLink,
  answerLine,
  cancelLine,
  lineByLink,
  proveLink,
  readLine,
  sendLineLink,
  takeBackLineLink,
} from '@/lib/baskets'
import { passDeadlines } from '@/lib/cases/deadlines'
import { lineRow, makeLine, makePlan } from '@/tests/support/basket'
import { asOwner } from '@/tests/support/database'
import { linkTo, partner, proved } from '@/tests/support/line-link'
import { refusal } from '@/tests/support/refusal'
import {
  child,
  clinic,
  coordinator,
  head,
  leader,
  made,
  school,
  useScene,
} from '@/tests/support/scenes/basket'
import { consent, giveRole, makeActor, makePerson, makeUser } from '@/tests/support/world'

useScene()

let lineId: string

beforeEach(async () => {
  await asOwner().query('delete from sign_in_attempt')
  await consent(made, child, clinic, ['PODSTAWOWE', 'EDUKACJA'])
  lineId = await makeLine(made, { provider: clinic, createdBy: coordinator.userId, persons: [child] })
})

const told = async (userId: string) =>
  (
    await asOwner().query<{ kind: string }>(
      'select kind from notification where user_id = $1 and line_id = $2 order by created_at, id',
      [userId, lineId],
    )
  ).rows.map((r) => r.kind)

describe('a link to an institution in which nobody could answer', () => {
  it('goes out in a letter that names neither the family nor the service; the code is told once', async () => {
    const { token, code, letter } = await linkTo(coordinator, lineId)
    expect(code).toMatch(/^\d{8}$/u)
    expect(letter).toMatchObject({
      recipient: 'poradnia@example.pl',
      subject: 'Kooperacja: pytanie czeka na odpowiedź',
    })
    expect(letter.body).not.toMatch(/Staś|Wrzosek|Próbna|korepetycje|Korepetycje|Poradnia/u)
    expect(letter.body).not.toContain(code)
    const { rows } = await asOwner().query('select * from line_link_secret')
    expect(JSON.stringify(rows)).not.toContain(token)
    expect(JSON.stringify(rows)).not.toContain(code)
    expect((await readLine.execute(coordinator, { lineId })).link).toMatchObject({
      maySend: true,
      last: { recipient: 'poradnia@example.pl', openedAt: null, endedWhy: null },
    })
  })

  it('is not sent where somebody could sign in, nor for a line that waits for nobody', async () => {
    const email = 'poradnia@example.pl'
    const asked = await makeLine(made, { provider: school, createdBy: coordinator.userId, persons: [child] })
    expect(await refusal(sendLineLink.execute(coordinator, { lineId: asked, email }))).toBe(
      'conflict link.somebody',
    )
    const draft = await makeLine(made, {
      provider: clinic,
      createdBy: coordinator.userId,
      status: 'draft',
      persons: [child],
    })
    expect(await refusal(sendLineLink.execute(coordinator, { lineId: draft, email }))).toBe(
      'conflict link.closed',
    )
  })

  it('is sent at most five times a day, and only the last one opens', async () => {
    const first = await linkTo(coordinator, lineId)
    for (let n = 0; n < 4; n += 1) await linkTo(coordinator, lineId)
    expect(await refusal(linkTo(coordinator, lineId))).toBe('conflict link.often')
    expect(await refusal(proveLink({ ...first, address: '192.0.2.7' }))).toBe('invalid link.wrong')
  })
})

describe('behind the code', () => {
  it('stands this one line as its provider would see it', async () => {
    const { token, pass } = await proved(coordinator, lineId)
    expect(await lineByLink(token, pass)).toMatchObject({
      status: 'proposed',
      service: 'Pomoc w nauce (zajęcia wyrównawcze, korepetycje wolontariackie)',
      institution: 'Poradnia PP',
      persons: ['Staś Wrzosek'],
      hidden: 0,
      family: null,
      startsOn: '2026-12-01',
      endsOn: '2027-04-30',
      quantity: 100,
      asker: { name: `${coordinator.givenName} ${coordinator.familyName}`, institution: 'GOPS Świlcza' },
    })
  })

  it('stands no name of a person whose consent does not reach the institution', async () => {
    const sister = await makePerson(made, { givenName: 'Hania', familyName: 'Wrzosek' })
    const both = await makeLine(made, {
      provider: clinic,
      createdBy: coordinator.userId,
      persons: [child, sister],
    })
    const { token, pass } = await proved(coordinator, both)
    expect(await lineByLink(token, pass)).toMatchObject({ persons: ['Staś Wrzosek'], hidden: 1 })
  })
})

describe('the answer', () => {
  it('takes the line, with the name and function that were given, and tells the coordinator', async () => {
    const { token, pass } = await proved(coordinator, lineId)
    expect(await answerByLink(token, pass, { ...partner, version: 1, answer: 'accept' })).toBe('accept')
    expect(await lineRow(lineId)).toMatchObject({ status: 'accepted', answered_by_id: null, version: 2 })
    const page = await readLine.execute(coordinator, { lineId })
    expect(page.history[0]).toMatchObject({
      from: 'proposed',
      to: 'accepted',
      who: null,
      byLink: { name: 'Jan Sowa', function: 'sołtys' },
    })
    expect(page.link.last).toMatchObject({ endedWhy: 'answered' })
    expect(await told(coordinator.userId)).toEqual(['line.answered'])
    const { rows } = await asOwner().query(
      `select actor_id, institution_id, action, reason from audit_event where $1 = any (subject_ids) and action like '%ByLink' order by at`,
      [lineId],
    )
    const nobody = { actor_id: null, institution_id: clinic }
    expect(rows).toEqual([
      { ...nobody, action: 'line.readByLink', reason: null },
      { ...nobody, action: 'line.answerByLink', reason: 'Jan Sowa, sołtys' },
    ])
  })

  it('stands on the family’s sheet of who looked, beside people who signed in', async () => {
    const { token, pass } = await proved(coordinator, lineId)
    await answerByLink(token, pass, { ...partner, version: 1, answer: 'accept' })
    const sheet = await familyLedger.execute(coordinator, { caseId: made.caseId })
    const ofPartner = sheet.filter(({ actorId }) => actorId === null)
    expect(ofPartner.map((e) => [e.action, e.kind, e.institutionId, e.person, e.times])).toEqual([
      ['line.answerByLink', 'write', clinic, 'Jan Sowa, sołtys', 1],
      ['line.readByLink', 'read', clinic, null, 1],
    ])
  })

  it('refuses with a catalogued reason, and a plan that waited goes back', async () => {
    await makePlan(made, [lineId], 'approval')
    await asOwner().query(`update family_case set status = 'planApproval' where id = $1`, [made.caseId])
    const { token, pass } = await proved(coordinator, lineId)
    const decline = { ...partner, version: 1, answer: 'decline' as const }
    expect(await refusal(answerByLink(token, pass, decline))).toBe('invalid invalid reasonKey')
    expect(await refusal(answerByLink(token, pass, { ...decline, reasonKey: 'zmyslony' }))).toBe(
      'invalid invalid reasonKey',
    )
    await answerByLink(token, pass, { ...decline, reasonKey: 'brak_miejsc' })
    expect(await lineRow(lineId)).toMatchObject({ status: 'declined', decline_reason_key: 'brak_miejsc' })
    const { rows } = await asOwner().query(
      'select c.status as case, p.status as plan from family_case c join plan p on p.case_id = c.id where c.id = $1',
      [made.caseId],
    )
    expect(rows).toEqual([{ case: 'planning', plan: 'draft' }])
    expect(await told(coordinator.userId)).toEqual(['line.declined'])
  })

  it('puts on the waiting list; a later link takes it from there and offers the list no more', async () => {
    const first = await proved(coordinator, lineId)
    await answerByLink(first.token, first.pass, { ...partner, version: 1, answer: 'wait' })
    expect(await lineRow(lineId)).toMatchObject({ status: 'waitingList' })
    const later = await proved(coordinator, lineId)
    const wait = { ...partner, version: 2, answer: 'wait' as const }
    expect(await refusal(answerByLink(later.token, later.pass, wait))).toBe('conflict line.onWaitingList')
    await answerByLink(later.token, later.pass, { ...partner, version: 2, answer: 'accept' })
    expect(await lineRow(lineId)).toMatchObject({ status: 'accepted' })
  })

  it('counts once when two answer at once', async () => {
    const { token, pass } = await proved(coordinator, lineId)
    const answers = await Promise.allSettled([
      answerByLink(token, pass, { ...partner, version: 1, answer: 'accept' }),
      answerByLink(token, pass, { ...partner, version: 1, answer: 'wait' }),
    ])
    expect(answers.map((a) => a.status).sort()).toEqual(['fulfilled', 'rejected'])
    const { rows } = await asOwner().query(
      'select count(*)::int as n from line_transition where line_id = $1',
      [lineId],
    )
    expect(rows).toEqual([{ n: 1 }])
    expect(await lineRow(lineId)).toMatchObject({ version: 2 })
    expect(await told(coordinator.userId)).toHaveLength(1)
  })

  it('counts once when somebody of the institution got an account meanwhile and answers too', async () => {
    const { token, pass } = await proved(coordinator, lineId)
    const newcomer = await makeActor(clinic, { role: 'decydent' })
    const answers = await Promise.allSettled([
      answerByLink(token, pass, { ...partner, version: 1, answer: 'accept' }),
      answerLine.execute(newcomer, { lineId, version: 1, answer: 'wait', note: '' }),
    ])
    expect(answers.map((a) => a.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await lineRow(lineId)).toMatchObject({ version: 2 })
    await asOwner().query('update role_assignment set ended_at = now() where user_id = $1', [newcomer.userId])
  })

  it('does not count on a version that nobody shows any more', async () => {
    const { token, pass } = await proved(coordinator, lineId)
    await asOwner().query('update basket_line set version = 2 where id = $1', [lineId])
    expect(await refusal(answerByLink(token, pass, { ...partner, version: 1, answer: 'accept' }))).toBe(
      'conflict line.changed',
    )
  })
})

describe('the end of a link', () => {
  it('comes when the coordinator takes it back or the line is cancelled', async () => {
    const { token, pass } = await proved(coordinator, lineId)
    await takeBackLineLink.execute(coordinator, { lineId })
    expect(await lineByLink(token, pass)).toBeNull()
    const other = await proved(coordinator, lineId)
    await cancelLine.execute(coordinator, { lineId, version: 1, reason: 'Rodzina się przeprowadza' })
    expect(await lineByLink(other.token, other.pass)).toBeNull()
    expect((await readLine.execute(coordinator, { lineId })).link.last).toMatchObject({ endedWhy: 'moved' })
  })
})

describe('an overdue line that waits by link', () => {
  it('goes to the coordinator and, a week later, to the leader, as any other', async () => {
    await linkTo(coordinator, lineId)
    await asOwner().query(`update basket_line set answer_due_on = app.today() - 1 where id = $1`, [lineId])
    await passDeadlines()
    expect(await told(coordinator.userId)).toEqual(['line.overdue'])
    expect(await told(leader.userId)).toEqual([])
    await asOwner().query(`update basket_line set answer_due_on = app.today() - 8 where id = $1`, [lineId])
    await passDeadlines()
    expect(await told(leader.userId)).toEqual(['line.overdueLeader'])
  })

  it('goes to who decides for the institution once there is somebody', async () => {
    await linkTo(coordinator, lineId)
    const userId = await makeUser(clinic)
    const role = await giveRole(userId, clinic, { role: 'decydent' })
    await asOwner().query(`update basket_line set answer_due_on = app.today() - 1 where id = $1`, [lineId])
    await passDeadlines()
    expect(await told(userId)).toEqual(['line.overdueHere'])
    expect(await told(head.userId)).toEqual([])
    await asOwner().query('update role_assignment set ended_at = now() where id = $1', [role])
  })
})
