import { describe, expect, it } from 'vitest'
import { isLate, nextExpectedOn, plannedTotal } from '@/lib/baskets/schedule'
import type { IsoDate } from '@/lib/format/dates'

const plan = (frequency: string, quantity: number | null, endsOn: IsoDate | null) => ({
  frequency,
  quantity,
  startsOn: '2026-12-01' as IsoDate,
  endsOn,
})

describe('planned quantity of a service', () => {
  it.each([
    ['weekly', 100, '2026-12-01', 100],
    ['weekly', 100, '2026-12-07', 100],
    ['weekly', 100, '2026-12-08', 200],
    ['weekly', 150, '2027-04-30', 3300],
    ['twiceWeekly', 100, '2026-12-08', 400],
    ['fortnightly', 100, '2026-12-15', 200],
    ['monthly', 100, '2027-01-31', 200],
    ['monthly', 100, '2027-02-01', 300],
    ['once', 200, '2027-01-31', 200],
  ] as const)('%s, %i hundredths each time until %s: %i', (frequency, quantity, endsOn, total) => {
    expect(plannedTotal(plan(frequency, quantity, endsOn))).toBe(total)
  })

  it('is not known without an end, a number or a rhythm', () => {
    expect(plannedTotal(plan('weekly', 100, null))).toBeNull()
    expect(plannedTotal(plan('weekly', null, '2027-01-31'))).toBeNull()
    expect(plannedTotal(plan('asNeeded', 100, '2027-01-31'))).toBeNull()
    expect(plannedTotal(plan('once', 200, null))).toBe(200)
  })
})

describe('the next delivery', () => {
  const line = (status: string, frequency: string, lastDeliveryOn: IsoDate | null) => ({
    ...plan(frequency, 100, '2027-06-30'),
    status,
    lastDeliveryOn,
  })

  it.each([
    ['accepted', 'weekly', null, '2026-12-01'],
    ['inProgress', 'weekly', null, '2026-12-01'],
    ['inProgress', 'weekly', '2026-12-03', '2026-12-10'],
    ['inProgress', 'monthly', '2026-12-03', '2027-01-03'],
    ['inProgress', 'once', null, '2027-06-30'],
    ['suspended', 'weekly', '2026-12-03', null],
    ['delivered', 'weekly', '2026-12-03', null],
  ] as const)('of a line %s, %s, last on %s is expected on %s', (status, frequency, last, expected) => {
    expect(nextExpectedOn(line(status, frequency, last))).toBe(expected)
  })

  it('is late from the day after', () => {
    expect(isLate(line('inProgress', 'weekly', '2026-12-03'), '2026-12-10')).toBe(false)
    expect(isLate(line('inProgress', 'weekly', '2026-12-03'), '2026-12-11')).toBe(true)
  })
})
