import { describe, expect, it } from 'vitest'
import type { LineStatus } from '@/lib/baskets/state'
import { type TieState, tieOf } from '@/lib/baskets/ties'

const line = (status: LineStatus, overdue?: 'late' | 'answerLate') => ({
  status,
  late: overdue === 'late',
  answerLate: overdue === 'answerLate',
})

describe('how a tie goes', () => {
  it.each<[string, ReturnType<typeof line>[], TieState]>([
    ['nothing was agreed', [], 'none'],
    ['only a draft, nobody was asked', [line('draft')], 'none'],
    ['a refusal is no tie', [line('declined')], 'none'],
    ['cancelled', [line('cancelled'), line('declined')], 'none'],
    ['a question without an answer', [line('proposed')], 'asked'],
    ['another proposal', [line('counterProposed')], 'asked'],
    ['a queue', [line('waitingList')], 'asked'],
    ['a promise', [line('accepted')], 'promised'],
    ['a promise with a day', [line('scheduled')], 'promised'],
    ['it goes on', [line('inProgress')], 'going'],
    ['it rests', [line('suspended')], 'paused'],
    ['it ended', [line('delivered')], 'ended'],
    ['it ended in part', [line('partlyDelivered')], 'ended'],
    ['it ended without result', [line('notDelivered')], 'ended'],
    ['an answer is overdue', [line('proposed', 'answerLate')], 'late'],
    ['a meeting is overdue', [line('inProgress', 'late')], 'late'],
    ['one of two is overdue', [line('inProgress'), line('scheduled', 'late')], 'late'],
    ['one goes on, one is promised', [line('accepted'), line('inProgress')], 'going'],
    ['one is promised, one was asked', [line('proposed'), line('accepted')], 'promised'],
    ['one ended, one rests', [line('delivered'), line('suspended')], 'paused'],
    ['one ended, one was refused', [line('declined'), line('delivered')], 'ended'],
    ['one ended, a draft of the next', [line('draft'), line('delivered')], 'ended'],
  ])('%s', (_name, lines, state) => {
    expect(tieOf(lines)).toBe(state)
  })
})
