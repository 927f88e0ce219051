import { beforeAll, describe, expect, it } from 'vitest'
import { listCases, readCase } from '@/lib/cases'
import { passDeadlines } from '@/lib/cases/deadlines'
import { moveMonitoring, readEnding, recordMonitoring } from '@/lib/plans'
import { asActor } from '@/lib/platform/db'
import type { Actor } from '@/lib/policy/actor'
import { asOwner, useDatabase } from '@/tests/support/database'
import { refusal, refusedFields } from '@/tests/support/refusal'
import { makeActor, makeCase, makeInstitution, makePerson, makeTeam } from '@/tests/support/world'

useDatabase()

let made: Awaited<ReturnType<typeof makeCase>>
let worker: Actor
let leader: Actor
let stranger: Actor

beforeAll(async () => {
  const ops = await makeInstitution({ name: 'GOPS Świlcza' })
  const teamId = await makeTeam({ lead: ops })
  made = await makeCase({ teamId, owner: ops, status: 'inProgress' })
  await makePerson(made)
  worker = await makeActor(ops, { role: 'koordynator_rodziny', caseId: made.caseId })
  leader = await makeActor(ops, { role: 'lider_gminny' })
  stranger = await makeActor(ops, { role: 'koordynator_rodziny' })
  await recordMonitoring.execute(worker, {
    caseId: made.caseId,
    heldOn: '2026-10-20',
    summary: 'idzie dobrze',
    category: 'RELACJE',
    nextOn: '2026-11-28',
  } as never)
})

/** Today is Tuesday, 24 November 2026. */
const planFor = (day: string) =>
  asOwner().query('update monitoring_card set next_on = $2, reminded_on = null where case_id = $1', [
    made.caseId,
    day,
  ])

const card = async () => (await readEnding.execute(worker, { caseId: made.caseId })).monitoring[0]

const listed = async (actor: Actor) => {
  const { all } = await listCases.execute(actor, { stage: 'open', order: 'changed' })
  const row = all.find(({ id }) => id === made.caseId)
  return [row?.monitorDue, row?.reviewNow]
}

const move = async (actor: Actor, toOn: string, reason = 'family') =>
  moveMonitoring.execute(actor, {
    monitoringId: (await card())?.id ?? '',
    version: (await card())?.version ?? 0,
    toOn,
    reason,
  } as never)

describe('a planned look at the work belongs to a week', () => {
  it.each([
    ['2026-12-02', 'early', '2026-11-30', '2026-12-06', null, null],
    ['2026-11-28', 'now', '2026-11-23', '2026-11-29', null, '2026-11-28'],
    ['2026-11-23', 'now', '2026-11-23', '2026-11-29', null, '2026-11-23'],
    ['2026-11-22', 'after', '2026-11-16', '2026-11-22', '2026-11-22', null],
  ] as const)('planned for %s it is %s', async (day, state, from, to, due, now) => {
    await planFor(day)
    expect((await card())?.week).toEqual({ from, to, state })
    expect(await listed(worker)).toEqual([due, now])
    // whose look it is not sees that it went by, and is not asked for it
    expect(await listed(leader)).toEqual([due, null])
    const { next } = await readCase.execute(worker, { caseId: made.caseId })
    expect(next.monitorWeek).toEqual({ from, to })
  })

  it('is told when its week begins', async () => {
    const told = async () =>
      (
        await asOwner().query(`select from notification where kind = 'case.monitoringDue' and user_id = $1`, [
          worker.userId,
        ])
      ).rowCount
    await planFor('2026-11-30')
    await passDeadlines()
    expect(await told()).toBe(0)
    await planFor('2026-11-29')
    await passDeadlines()
    expect(await told()).toBe(1)
  })
})

describe('a look that did not take place', () => {
  it('is moved to another week with a reason, and nobody is late by that', async () => {
    await planFor('2026-11-10')
    expect(await listed(worker)).toEqual(['2026-11-10', null])
    await move(worker, '3.12.2026')
    expect(await card()).toMatchObject({
      nextOn: '2026-12-03',
      week: { from: '2026-11-30', to: '2026-12-06', state: 'early' },
      moves: [
        {
          from: { from: '2026-11-09', to: '2026-11-15' },
          to: { from: '2026-11-30', to: '2026-12-06' },
          reason: 'family',
        },
      ],
    })
    expect(await listed(worker)).toEqual([null, null])
  })

  it('goes to a week that is not over, with a reason out of the list, by who works with the family', async () => {
    expect(await refusedFields(move(worker, '20.11.2026'))).toEqual({ toOn: 'datePast' })
    expect(await refusedFields(move(worker, '1.12.2026', 'bo tak'))).toEqual({ reason: 'choose' })
    expect(await refusal(move(leader, '1.12.2026'))).toBe('forbidden forbidden')
    expect(await refusal(move(stranger, '1.12.2026'))).toBe('notFound notFound')
    expect(await asActor(stranger, (tx) => tx.reviewMove.count())).toBe(0)
    const past = asActor(leader, async (tx) => {
      const row = await tx.monitoringCard.findFirstOrThrow({ where: { caseId: made.caseId } })
      return tx.reviewMove.createMany({
        data: [
          {
            monitoringId: row.id,
            caseId: made.caseId,
            teamId: made.teamId,
            fromOn: row.heldOn,
            toOn: row.heldOn,
            reasonKey: 'ours',
            movedById: leader.userId,
          },
        ],
      })
    })
    await expect(past).rejects.toThrow(/row-level security/u)
  })

  it('takes place on any later day: the card is written and the plan is over', async () => {
    await planFor('2026-11-10')
    await recordMonitoring.execute(worker, {
      caseId: made.caseId,
      heldOn: '2026-11-24',
      summary: 'spotkanie po przerwie',
      category: 'RELACJE',
      nextOn: '',
    } as never)
    const { monitoring } = await readEnding.execute(worker, { caseId: made.caseId })
    expect(monitoring.map((one) => one.week)).toEqual([null, null])
    expect(await listed(worker)).toEqual([null, null])
  })
})
