import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { listLines } from '@/lib/baskets'
import { teamFigures } from '@/lib/dashboards'
import { asActor } from '@/lib/platform/db'
import type { Actor } from '@/lib/policy/actor'
import { useDatabase } from '@/tests/support/database'
import { insert, makeActor, makeCase, makeInstitution, makeTeam } from '@/tests/support/world'

useDatabase()

let ops: string
let teamId: string
let leader: Actor
let councillor: Actor
let cases: Awaited<ReturnType<typeof makeCase>>[]

beforeAll(async () => {
  ops = await makeInstitution()
})
beforeEach(async () => {
  const council = await makeInstitution({ kind: 'rada_gminy' })
  teamId = await makeTeam({ lead: ops, members: [council] })
  leader = await makeActor(ops, { role: 'lider_gminny' })
  councillor = await makeActor(council, { role: 'radny', teamId })
  cases = []
  for (let n = 0; n < 8; n += 1) cases.push(await makeCase({ teamId, owner: ops, status: 'inProgress' }))
})

type Cost = { planned?: number; actual?: number; coPayment?: number }
/** One line in each of these cases (numbered from 0), paid by this source. */
const pay = async (numbers: readonly number[], funding: string | null, cost: Cost, more: object = {}) => {
  for (const n of numbers)
    await insert('basket_line', {
      case_id: cases[n]?.caseId,
      team_id: teamId,
      owner_institution_id: ops,
      service_key: 'praca_socjalna',
      category: 'RELACJE',
      provider_institution_id: ops,
      starts_on: '2026-10-01',
      status: 'inProgress',
      status_since: '2026-10-01',
      funding_key: funding,
      cost_planned: cost.planned ?? null,
      cost_actual: cost.actual ?? null,
      co_payment: cost.coPayment ?? null,
      created_by_id: leader.userId,
      ...more,
    })
}

const money = async (who = leader) => {
  const { rows, total } = (await teamFigures.execute(who, { teamId })).money
  const told = rows.map((r) => `${r.fundingKey} ${r.planned} ${r.actual} ${r.coPayment}`).sort()
  return [...told, `all ${total.planned} ${total.actual} ${total.coPayment}`]
}

describe('what the baskets of a team cost', () => {
  it('is nothing where nothing was priced', async () => {
    await pay([0, 1, 2, 3, 4], 'budzet_gminy', { planned: 0 })
    expect(await money()).toEqual(['all 0 0 0'])
  })

  it('is shown of five families, to leader and councillor alike', async () => {
    await pay([0, 1, 2, 3, 4], 'budzet_gminy', { planned: 10_000, actual: 9_000, coPayment: 500 })
    const expected = ['budzet_gminy 50000 45000 2500', 'all 50000 45000 2500']
    expect(await money()).toEqual(expected)
    expect(await money(councillor)).toEqual(expected)
  })

  it('is hidden of four, each kind by its own families', async () => {
    await pay([0, 1, 2, 3, 4], 'budzet_gminy', { planned: 10_000 })
    await pay([0, 1, 2, 3], 'budzet_gminy', { actual: 9_000 })
    expect(await money()).toEqual(['budzet_gminy 50000 hidden 0', 'all 50000 hidden 0'])
  })

  it('counts families, not lines: ten lines of one family stay hidden', async () => {
    await pay([0, 0, 0, 0, 0, 0, 0, 0, 0, 0], 'nfz', { planned: 10_000 })
    expect(await money()).toEqual(['nfz hidden 0 0', 'all hidden 0 0'])
  })

  it('hides the next smallest source, so that no total gives the small one away', async () => {
    await pay([0, 1, 2, 3, 4, 5], 'budzet_gminy', { planned: 10_000 })
    await pay([0, 1, 2, 3, 4], 'pfron', { planned: 20_000 })
    await pay([7], 'nfz', { planned: 99_900 })
    expect(await money()).toEqual([
      'budzet_gminy 60000 0 0',
      'nfz hidden 0 0',
      'pfron hidden 0 0',
      'all 259900 0 0',
    ])
  })

  it('hides more where the hidden ones are fewer than five families together', async () => {
    await pay([0, 1, 2, 3, 4, 5], 'budzet_gminy', { planned: 10_000 })
    await pay([0, 1], 'ngo', { planned: 5_000 })
    await pay([0, 1], 'nfz', { planned: 7_000 })
    await pay([0, 1, 2, 3, 4, 5, 6], 'pfron', { planned: 1_000 })
    expect(await money()).toEqual([
      'budzet_gminy hidden 0 0',
      'nfz hidden 0 0',
      'ngo hidden 0 0',
      'pfron 7000 0 0',
      'all 91000 0 0',
    ])
  })

  it('free services do not hide behind them who alone is paid for', async () => {
    await pay([0, 1, 2, 3, 4], 'nfz', { planned: 0 })
    await pay([0], 'nfz', { planned: 99_900 })
    expect(await money()).toEqual(['nfz hidden 0 0', 'all hidden 0 0'])
  })

  it('has a line for what nobody assigned', async () => {
    await pay([0, 1, 2, 3, 4], null, { planned: 1_000 })
    expect(await money()).toEqual(['null 5000 0 0', 'all 5000 0 0'])
  })

  it.each<[string, object]>([
    ['a draft', { status: 'draft' }],
    ['two years ago', { starts_on: '2024-10-01' }],
  ])('leaves out %s', async (_what, more) => {
    await pay([0, 1, 2, 3, 4], 'pfron', { planned: 1_000 })
    await pay([0, 1, 2, 3, 4], 'pfron', { planned: 500, actual: 500, coPayment: 500 }, more)
    expect(await money()).toEqual(['pfron 5000 0 0', 'all 5000 0 0'])
  })

  it.each(['declined', 'cancelled', 'notDelivered'])('of %s only what was paid', async (status) => {
    await pay([0, 1, 2, 3, 4], 'pfron', { planned: 500, actual: 300, coPayment: 200 }, { status })
    expect(await money()).toEqual(['pfron 0 1500 0', 'all 0 1500 0'])
  })

  it('is for who reads the figures of the team, and refused to anybody else', async () => {
    const coordinator = await makeActor(ops, { role: 'koordynator_rodziny', caseId: cases[0]?.caseId })
    for (const who of [coordinator, await makeActor(await makeInstitution(), { role: 'lider_gminny' })])
      await expect(
        asActor(who, (tx) => tx.$queryRaw`select * from app.team_money(${teamId}::uuid)`),
      ).rejects.toThrow(/not for this actor/)
  })
})

describe('what the basket of one family costs', () => {
  it('is told to who sees all of it, by who pays', async () => {
    const caseId = cases[0]?.caseId ?? ''
    await pay([0], 'nfz', { planned: 99_900, actual: 50_000 })
    await pay([0], 'budzet_gminy', { planned: 10_000, coPayment: 2_000 })
    await pay([0], null, {})
    const coordinator = await makeActor(ops, { role: 'koordynator_rodziny', caseId })
    expect((await listLines.execute(coordinator, { caseId })).money).toEqual({
      rows: [
        { fundingKey: 'budzet_gminy', lines: 1, planned: 10_000, actual: 0, coPayment: 2_000 },
        { fundingKey: 'nfz', lines: 1, planned: 99_900, actual: 50_000, coPayment: 0 },
        { fundingKey: null, lines: 1, planned: 0, actual: 0, coPayment: 0 },
      ],
      total: { lines: 3, planned: 109_900, actual: 50_000, coPayment: 2_000 },
      unpriced: 1,
    })
  })
})
