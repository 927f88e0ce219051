import { describe, expect, it } from 'vitest'
import { weekOf, windowState } from '@/lib/calendar/weeks'

describe('a look is planned for a week', () => {
  it.each([
    ['2026-11-23', '2026-11-23', '2026-11-29'],
    ['2026-11-26', '2026-11-23', '2026-11-29'],
    ['2026-11-29', '2026-11-23', '2026-11-29'],
    ['2027-01-01', '2026-12-28', '2027-01-03'],
  ] as const)('%s lies in %s to %s', (day, from, to) => {
    expect(weekOf(day)).toEqual({ from, to })
  })

  it.each([
    ['2026-11-22', 'early'],
    ['2026-11-23', 'now'],
    ['2026-11-25', 'now'],
    ['2026-11-29', 'now'],
    ['2026-11-30', 'after'],
  ] as const)('planned for 25 November, on %s it is %s', (today, state) => {
    expect(windowState('2026-11-25', today)).toBe(state)
  })
})
