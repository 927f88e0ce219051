import { describe, expect, it, test } from 'vitest'
import { meetingStatuses, stepFrom } from '@/lib/meetings/state'

describe('a meeting goes its way (domain 4.5)', () => {
  it.each([
    ['planned', 'call', 'called'],
    ['planned', 'cancel', 'cancelled'],
    ['called', 'hold', 'held'],
    ['called', 'cancel', 'cancelled'],
    ['held', 'sendMinutes', 'minutes'],
    ['minutes', 'approve', 'approved'],
  ] as const)('%s, %s: %s', (from, action, to) => {
    expect(stepFrom(from, action)).toBe(to)
  })

  it.each([
    ['planned', 'hold'],
    ['planned', 'sendMinutes'],
    ['called', 'call'],
    ['held', 'cancel'],
    ['held', 'approve'],
    ['minutes', 'decide'],
    ['minutes', 'attend'],
    ['approved', 'writeMinutes'],
    ['approved', 'remark'],
    ['cancelled', 'call'],
  ] as const)('%s, %s: refused', (from, action) => {
    expect(stepFrom(from, action)).toBeNull()
  })
})

test('an annex follows the approval, never before it', () => {
  expect(meetingStatuses.filter((status) => stepFrom(status, 'annex'))).toEqual(['approved'])
})
