import { describe, expect, it } from 'vitest'
import type { BasketFact, Surroundings } from '@/lib/baskets/basket-fact'
import { lineWarnings } from '@/lib/baskets/warnings'
import { around, lineOf, warned } from '@/tests/support/basket-notation'

const keysOf = (lines: readonly BasketFact[], here: Surroundings = around): Set<string> =>
  new Set(lineWarnings(lines, here).map((w) => w.key))

/** The warnings of the basket as it is now, when everything was settled in the basket as it was before. */
const thenNow = (before: readonly string[], now: readonly string[], here: Surroundings = around): string[] =>
  warned(now, { ...around, settled: keysOf(before.map(lineOf), here) })

describe('a settled warning', () => {
  const basket = [
    'a mediacje_rodzinne pcpr ewa,jan weekly*1 2@16:00',
    'b wsparcie_przemoc fundacja ewa weekly*1 2@16:30',
  ]

  it('holds nothing up any more and says that it is settled', () => {
    expect(warned(basket)).toEqual(['a+b opposite !', 'a+b clash'])
    expect(thenNow(basket, basket)).toEqual(['a+b opposite ok', 'a+b clash ok'])
  })

  it('is one and the same at both of its lines, whatever the order of the basket', () => {
    const [first, second] = lineWarnings(basket.map(lineOf), around).filter((w) => w.kind === 'opposite')
    expect(first?.key).toBe(second?.key)
    expect(thenNow(basket, [...basket].reverse())).toEqual(['a+b opposite ok', 'a+b clash ok'])
  })

  it.each<[what: string, now: readonly string[], expected: readonly string[]]>([
    [
      'other dates bring both back',
      ['a mediacje_rodzinne pcpr ewa,jan weekly*1 2@16:00 2026-12-01..2027-04-30', basket[1] ?? ''],
      ['a+b opposite !', 'a+b clash'],
    ],
    [
      'another institution brings both back',
      ['a mediacje_rodzinne gops ewa,jan weekly*1 2@16:00', basket[1] ?? ''],
      ['a+b opposite !', 'a+b clash'],
    ],
    [
      'other persons bring both back',
      ['a mediacje_rodzinne pcpr ewa weekly*1 2@16:00', basket[1] ?? ''],
      ['a+b opposite !', 'a+b clash'],
    ],
    [
      'another hour brings the clash back alone',
      ['a mediacje_rodzinne pcpr ewa,jan weekly*1 2@16:10', basket[1] ?? ''],
      ['a+b opposite ok', 'a+b clash'],
    ],
    [
      'a step of a line changes nothing',
      [basket[0] ?? '', `${basket[1]} inProgress`],
      ['a+b opposite ok', 'a+b clash ok'],
    ],
    ['a line that is gone takes it away', [basket[0] ?? '', `${basket[1]} cancelled`], []],
    [
      'persons in another order are the same persons',
      ['a mediacje_rodzinne pcpr jan,ewa weekly*1 2@16:00', basket[1] ?? ''],
      ['a+b opposite ok', 'a+b clash ok'],
    ],
  ])('%s', (_what, now, expected) => {
    expect(thenNow(basket, now)).toEqual(expected)
  })

  it('of a full week comes back with one visit more', () => {
    const full = ['a psychoterapia poradnia ewa weekly*6']
    expect(thenNow(full, full)).toEqual(['a overburdened ewa 6/5 ok'])
    expect(thenNow(full, ['a psychoterapia poradnia ewa weekly*7'])).toEqual(['a overburdened ewa 7/5'])
    expect(thenNow(full, [...full, 'b grupa_wsparcia fundacja ewa weekly*1'])).toEqual([
      'a+b overburdened ewa 7/5',
    ])
  })

  it('of one person is not settled for another', () => {
    const both = ['a psychoterapia poradnia ewa,jan weekly*6']
    const two: Surroundings = { ...around, personIds: ['ewa', 'jan'] }
    const [ewa] = lineWarnings(both.map(lineOf), two)
    expect(warned(both, { ...two, settled: new Set([ewa?.key ?? '']) })).toEqual([
      'a overburdened ewa 6/5 ok',
      'a overburdened jan 6/5',
    ])
  })

  it('outside the plan comes back when the plan moves', () => {
    const line = ['a korepetycje szkola staś 2026-12-01..2027-06-30']
    const until = (to: `${number}-${string}-${string}`): Surroundings => ({
      ...around,
      plan: { from: '2026-12-01', to: to as '2027-05-31' },
    })
    const settled = keysOf(line.map(lineOf), until('2027-05-31'))
    expect(warned(line, { ...until('2027-05-31'), settled })).toEqual(['a outsidePlan ok'])
    expect(warned(line, { ...until('2027-04-30'), settled })).toEqual(['a outsidePlan'])
    expect(warned(line, { ...until('2027-06-30'), settled })).toEqual([])
  })
})

describe('what cannot be settled this way', () => {
  it('a duplicate is explained on its line, a missing consent is asked for', () => {
    const twins = ['a korepetycje szkola staś', 'b korepetycje szkola staś']
    expect(thenNow(twins, twins)).toEqual(['a+b duplicate !'])
    const closed = { ...around, grants: new Set<string>() }
    const settled = keysOf(['a korepetycje szkola staś'].map(lineOf), closed)
    expect(warned(['a korepetycje szkola staś'], { ...closed, settled })).toEqual(['a noConsent !'])
  })
})
