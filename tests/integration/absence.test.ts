import { beforeEach, describe, expect, it } from 'vitest'
import { endAbsence, noteAbsence, readAbsence } from '@/lib/absence'
import { answerLine, listMyServices, readMyService, sendLines } from '@/lib/baskets'
import { readCase } from '@/lib/cases'
import { asActor } from '@/lib/platform/db'
import type { Actor } from '@/lib/policy/actor'
import { readTeam } from '@/lib/teams'
import { makeLine } from '@/tests/support/basket'
import { asOwner } from '@/tests/support/database'
import { refusal } from '@/tests/support/refusal'
import {
  child,
  coordinator,
  head,
  leader,
  made,
  ops,
  school,
  team,
  useScene,
} from '@/tests/support/scenes/basket'
import { makeActor } from '@/tests/support/world'

useScene()

let teacher: Actor
let substitute: Actor
let cleaner: Actor
let lineId: string

beforeEach(async () => {
  await asOwner().query('delete from absence')
  await asOwner().query('delete from notification')
  teacher = await makeActor(school, { role: 'wykonawca' }, { givenName: 'Bogumiła', familyName: 'Zych' })
  substitute = await makeActor(school, { role: 'wykonawca' }, { givenName: 'Ewa', familyName: 'Kowal' })
  cleaner = await makeActor(school, { role: 'admin_lokalny' })
  lineId = await makeLine(made, {
    provider: school,
    createdBy: coordinator.userId,
    responsible: teacher.userId,
    persons: [child],
  })
})

/** The database's own day; the clock of the use cases stands on 23 November 2026. */
const shifted = async (days: number): Promise<string> =>
  (await asOwner().query<{ d: string }>(`select (app.today() + $1::int)::text as d`, [days])).rows[0]?.d ?? ''
const away = async (
  actor: Actor,
  {
    to = substitute,
    userId = '',
    from = -1,
    until = 5,
  }: { to?: Actor; userId?: string; from?: number; until?: number } = {},
) =>
  noteAbsence.execute(actor, {
    userId,
    startsOn: await shifted(from),
    endsOn: await shifted(until),
    substituteId: to.userId,
  })
const toAnswer = async (actor: Actor) =>
  (await listMyServices.execute(actor, {})).toAnswer.map((l) => [l.id, l.forAnother])
const rows = (actor: Actor) => asActor(actor, (tx) => tx.basketLine.count({ where: { id: lineId } }))
const answer = (actor: Actor) => answerLine.execute(actor, { lineId, version: 1, answer: 'accept' })

describe('while somebody is away', () => {
  it('what waits for them is seen and answered by who stands in, by both locks, and by nobody else', async () => {
    expect(await rows(substitute)).toBe(0)
    expect(await toAnswer(substitute)).toEqual([])
    await away(teacher)
    expect(await rows(substitute)).toBe(1)
    expect(await toAnswer(substitute)).toEqual([[lineId, true]])
    expect(await toAnswer(teacher)).toEqual([[lineId, false]])
    expect((await readMyService.execute(substitute, { lineId })).line).toMatchObject({
      responsible: 'Bogumiła Zych',
      can: expect.arrayContaining(['accept', 'decline']),
    })
    const other = await makeActor(school, { role: 'wykonawca' })
    expect(await rows(other)).toBe(0)
    expect(await refusal(answer(other))).toBe('notFound notFound')
    expect(await refusal(answer(substitute))).toBe('allowed')
  })

  it('gives no role: who may deliver nothing sees nothing of it, and the cases stay closed', async () => {
    await away(teacher, { to: cleaner })
    expect(await rows(cleaner)).toBe(0)
    expect(await refusal(answer(cleaner))).toBe('notFound notFound')
    const worker = await makeActor(ops, { role: 'wykonawca' })
    await away(coordinator, { to: worker })
    expect(await refusal(readCase.execute(worker, { caseId: made.caseId }))).toBe('notFound notFound')
    expect((await readAbsence.execute(worker, { userId: null })).covers).toMatchObject([
      { toAnswer: 0, running: 0, cases: 1, seats: 0 },
    ])
  })

  it('ends with the day, when it is taken back, and when the family withdraws', async () => {
    await away(teacher, { from: 2, until: 5 })
    expect(await rows(substitute)).toBe(0)
    await asOwner().query('update absence set starts_on = app.today(), ends_on = app.today()')
    expect(await rows(substitute)).toBe(1)
    await asOwner().query('update absence set starts_on = app.today() - 9, ends_on = app.today() - 1')
    expect(await rows(substitute)).toBe(0)
    await asOwner().query('update absence set ends_on = app.today()')
    await asOwner().query('update case_grant set ended_at = now() where case_id = $1', [made.caseId])
    expect(await rows(substitute)).toBe(0)
    await asOwner().query('update case_grant set ended_at = null where case_id = $1', [made.caseId])
    expect(await rows(substitute)).toBe(1)
    const [one] = (await readAbsence.execute(teacher, { userId: null })).absences
    expect(await refusal(endAbsence.execute(substitute, { absenceId: one?.id ?? '' }))).toBe(
      'forbidden forbidden',
    )
    await endAbsence.execute(teacher, { absenceId: one?.id ?? '' })
    expect(await rows(substitute)).toBe(0)
  })

  it('is noted by the person or a head of the house, once a day, with somebody of the house who is there', async () => {
    expect(await refusal(away(substitute, { userId: teacher.userId, to: cleaner }))).toBe(
      'forbidden forbidden',
    )
    expect(await refusal(away(leader, { userId: teacher.userId }))).toBe('notFound notFound')
    expect(await refusal(away(teacher, { to: leader }))).toBe('invalid invalid substituteId')
    expect(await refusal(away(teacher, { to: teacher }))).toBe('invalid invalid substituteId')
    expect(await refusal(away(head, { userId: teacher.userId }))).toBe('allowed')
    expect(await refusal(away(teacher))).toBe('invalid invalid startsOn')
    expect(await refusal(away(cleaner, { to: teacher }))).toBe('invalid invalid substituteId')
    const direct = (actor: Actor) =>
      asActor(
        actor,
        (tx) => tx.$executeRaw`
          insert into absence (user_id, institution_id, starts_on, ends_on, substitute_id, recorded_by_id)
          values (${cleaner.userId}::uuid, ${school}::uuid, app.today(), app.today(), ${substitute.userId}::uuid, ${actor.userId}::uuid)`,
      )
    await expect(direct(teacher)).rejects.toThrow()
    await direct(head)
  })

  it('is told to who stands in, with every new question, and to everybody who sees the team', async () => {
    await asOwner().query(
      'update team_member set representative_id = $1 where team_id = $2 and institution_id = $3',
      [teacher.userId, team, school],
    )
    await away(teacher)
    await asOwner().query(`update basket_line set status = 'draft', sent_at = null where id = $1`, [lineId])
    await sendLines.execute(coordinator, { caseId: made.caseId, lineIds: [lineId] })
    const { rows: told } = await asOwner().query(
      'select kind from notification where user_id = $1 order by kind',
      [substitute.userId],
    )
    expect(told.map((r) => r.kind)).toEqual(['absence.substitute', 'line.asked'])
    const party = (await readTeam.execute(leader, { teamId: team })).parties.find(
      (p) => p.institutionId === school,
    )
    expect(party?.away).toMatchObject([{ name: 'Bogumiła Zych', substitute: 'Ewa Kowal' }])
  })
})
