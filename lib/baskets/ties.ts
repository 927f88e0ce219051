import type { LineStatus } from '@/lib/baskets/state'

/**
 * How the tie between a family and one institution goes, in one word of the ecomap. late: an answer or a meeting is
 * overdue; asked: nobody answered or there is a queue; none: nothing was agreed.
 */
export const tieStates = ['late', 'going', 'promised', 'asked', 'paused', 'ended', 'none'] as const
export type TieState = (typeof tieStates)[number]

type Line = { readonly status: LineStatus; readonly late: boolean; readonly answerLate: boolean }

const stateOf = {
  draft: 'none',
  proposed: 'asked',
  counterProposed: 'asked',
  waitingList: 'asked',
  accepted: 'promised',
  scheduled: 'promised',
  inProgress: 'going',
  suspended: 'paused',
  delivered: 'ended',
  partlyDelivered: 'ended',
  notDelivered: 'ended',
  declined: 'none',
  cancelled: 'none',
} as const satisfies Record<LineStatus, TieState>

/** What one line makes of its tie. */
export const tieOfLine = (line: Line): TieState =>
  line.late || line.answerLate ? 'late' : stateOf[line.status]

/** The state that asks for somebody's hand comes first, then the liveliest. */
export const tieOf = (lines: readonly Line[]): TieState =>
  tieStates.find((state) => lines.some((line) => tieOfLine(line) === state)) ?? 'none'
