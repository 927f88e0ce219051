import { expect, test } from 'vitest'
import { earliestOpen, latest } from '@/lib/story/when'

test('the last contact is the latest day, if there was any', () => {
  expect(latest([])).toBe(null)
  expect(latest(['2026-11-20', '2026-11-24', '2026-11-02'])).toBe('2026-11-24')
})

test.each([
  // planned, last contact, next
  [[], null, null],
  [['2026-12-04', '2026-12-01'], null, '2026-12-01'],
  [['2026-11-20', '2026-12-01'], '2026-11-20', '2026-12-01'],
  [['2026-11-20'], '2026-11-21', null],
  // planned, and nobody came since: it stays, as late
  [['2026-11-10', '2026-12-01'], '2026-11-03', '2026-11-10'],
] as const)('of %j after %s the next one is %s', (planned, lastOn, next) => {
  expect(earliestOpen(planned, lastOn)).toBe(next)
})
