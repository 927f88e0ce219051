import { createHash } from 'node:crypto'
import type { BasketFact } from '@/lib/baskets/basket-fact'

const sorted = (values: readonly string[]): string => [...values].sort().join(',')

/** Who does what for whom and when; app.contradictions writes the same in SQL (a test holds both together). */
const coreOf = (line: BasketFact): string =>
  [line.id, line.serviceKey, line.providerId, line.startsOn, line.endsOn ?? '', sorted(line.personIds)].join(
    '|',
  )

/** Day, hour, how often and where. */
const timingOf = (line: BasketFact): string =>
  [line.weekday, line.atTime, line.frequency, line.quantity, line.unit, line.place]
    .map((v) => v ?? '')
    .join('|')

type Told = {
  readonly kind: string
  readonly lines: readonly BasketFact[]
  readonly timing?: boolean
  /** what else the warning rests on: the person, the dates of the plan … */
  readonly more?: readonly (string | null)[]
}

/**
 * What a warning rests on. The same whichever of its lines it is read at, and another one as soon as a fact changes, so
 * that a settlement stops to count by itself.
 */
export const fingerprint = ({ kind, lines, timing = false, more = [] }: Told): string => {
  const facts = [...lines]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((line) => (timing ? `${coreOf(line)}|${timingOf(line)}` : coreOf(line)))
  return createHash('sha256')
    .update([kind, ...more.map((m) => m ?? ''), ...facts].join('\n'))
    .digest('hex')
}
