import { describe, expect, it, test } from 'vitest'
import { dueDay } from '@/lib/tasks/due'

describe('the last day of a task', () => {
  it.each([
    ['2026-11-24', '2026-11-27', '2026-11-27', 'a Friday stays'],
    ['2026-11-24', '2026-11-28', '2026-11-30', 'Saturday moves to Monday'],
    ['2026-11-24', '2026-12-24', '2026-12-28', 'Christmas Eve moves over the holidays and the weekend'],
    ['2027-05-20', '2027-05-27', '2027-05-28', 'Corpus Christi moves to Friday'],
  ] as const)('on %s, typed %s: %s (%s)', (today, dueOn, due, _why) => {
    expect(dueDay(today, { dueOn, days: null })).toBe(due)
  })

  it.each([
    ['2026-11-24', 3, '2026-11-27'],
    ['2026-12-23', 1, '2026-12-28'],
    ['2026-04-30', 2, '2026-05-05'],
  ] as const)('on %s, in %d working days: %s', (today, days, due) => {
    expect(dueDay(today, { dueOn: null, days })).toBe(due)
  })
})

test('a day that has gone by, or none at all, is refused', () => {
  expect(() => dueDay('2026-11-24', { dueOn: '2026-11-23', days: null })).toThrow('invalid')
  expect(() => dueDay('2026-11-24', { dueOn: null, days: null })).toThrow('invalid')
})
