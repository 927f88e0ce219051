import { describe, expect, it } from 'vitest'
import { moneyOf } from '@/lib/baskets/money'
import type { LineStatus } from '@/lib/baskets/state'

const order = ['budzet_gminy', 'pfron', 'rodzina']
type Cost = number | null
const line = (
  fundingKey: string | null,
  costPlanned: Cost,
  costActual: Cost = null,
  coPayment: Cost = null,
  status: LineStatus = 'inProgress',
) => ({ fundingKey, costPlanned, costActual, coPayment, status })

describe('the money of a basket', () => {
  it('is nothing in an empty one', () => {
    expect(moneyOf([], order)).toEqual({
      rows: [],
      total: { lines: 0, planned: 0, actual: 0, coPayment: 0 },
      unpriced: 0,
    })
  })

  it('is summed by who pays, in the order of the dictionary, with what nobody assigned last', () => {
    const money = moneyOf(
      [
        line(null, 5_000),
        line('pfron', 120_050, 118_000, 2_000),
        line('budzet_gminy', 40_000, null, 1_500),
        line('pfron', 9_950, 10_000),
      ],
      order,
    )
    expect(money.rows).toEqual([
      { fundingKey: 'budzet_gminy', lines: 1, planned: 40_000, actual: 0, coPayment: 1_500 },
      { fundingKey: 'pfron', lines: 2, planned: 130_000, actual: 128_000, coPayment: 2_000 },
      { fundingKey: null, lines: 1, planned: 5_000, actual: 0, coPayment: 0 },
    ])
    expect(money.total).toEqual({ lines: 4, planned: 175_000, actual: 128_000, coPayment: 3_500 })
    expect(money.unpriced).toBe(0)
  })

  it.each<[LineStatus, number, number]>([
    ['draft', 10_000, 3_000],
    ['proposed', 10_000, 3_000],
    ['waitingList', 10_000, 3_000],
    ['suspended', 10_000, 3_000],
    ['delivered', 10_000, 3_000],
    ['declined', 0, 3_000],
    ['cancelled', 0, 3_000],
    ['notDelivered', 0, 3_000],
  ])('%s: planned %i, actual %i', (status, planned, actual) => {
    expect(moneyOf([line('pfron', 10_000, 3_000, 500, status)], order).total).toMatchObject({
      planned,
      actual,
      coPayment: planned === 0 ? 0 : 500,
    })
  })

  it('leaves out what was refused before it cost anything', () => {
    expect(moneyOf([line('pfron', 10_000, null, 500, 'declined')], order).rows).toEqual([])
  })

  it('says how many lines nobody priced; what is free has its price, nothing', () => {
    expect(moneyOf([line('pfron', null), line('pfron', 0), line(null, null, 700)], order).unpriced).toBe(2)
  })
})
