import { type BasketFact, isAhead, type Surroundings } from '@/lib/baskets/basket-fact'
import { roadKm } from '@/lib/baskets/distance'
import { travel, weeklyVisits } from '@/lib/baskets/limits'
import { spotOf, visitsAWeek } from '@/lib/baskets/visits'
import type { IsoDate } from '@/lib/format/dates'

export type Burden = {
  readonly kind: 'overburdened' | 'farAWeek'
  /** null: the household together */
  readonly personId: string | null
  readonly lineIds: readonly string[]
  /** visits, or whole kilometres, a week */
  readonly amount: number
  readonly limit: number
}

/** Who stands still or waits for a place takes nobody's time this week. */
const takesTime = (line: BasketFact): boolean =>
  isAhead(line) && line.status !== 'suspended' && line.status !== 'waitingList'

const runsOn = (line: BasketFact, on: IsoDate): boolean =>
  line.startsOn <= on && (line.endsOn === null || line.endsOn >= on)

type Weight = (line: BasketFact) => number

/** The heaviest week: it can only begin on a day on which a line begins. */
const heaviest = (lines: readonly BasketFact[], weight: Weight) => {
  const borne = lines.filter((line) => weight(line) > 0)
  const days = [...new Set(borne.map((line) => line.startsOn))].sort()
  const weeks = days.map((on) => {
    const running = borne.filter((line) => runsOn(line, on))
    return { lines: running, amount: running.reduce((sum, line) => sum + weight(line), 0) }
  })
  return weeks.reduce((most, one) => (one.amount > most.amount ? one : most), {
    lines: [] as BasketFact[],
    amount: 0,
  })
}

const rounded = (amount: number): number => Math.round(amount * 100) / 100

const overVisits = (
  lines: readonly BasketFact[],
  personId: string | null,
  limit: number,
): Omit<Burden, 'kind'>[] => {
  const week = heaviest(lines, visitsAWeek)
  const amount = rounded(week.amount)
  return amount > limit ? [{ personId, lineIds: week.lines.map((l) => l.id), amount, limit }] : []
}

/** There and back from home, each visit a way of its own: nobody knows which of them share one. */
const kmOf =
  (around: Surroundings): Weight =>
  (line) => {
    const spot = spotOf(line, around)
    return spot && around.home ? visitsAWeek(line) * 2 * roadKm(around.home, spot) : 0
  }

const overWay = (lines: readonly BasketFact[], personId: string, around: Surroundings): Burden[] => {
  const week = heaviest(lines, kmOf(around))
  const amount = Math.round(week.amount)
  return amount > travel.weeklyKm
    ? [
        {
          kind: 'farAWeek',
          personId,
          lineIds: week.lines.map((l) => l.id),
          amount,
          limit: travel.weeklyKm,
        },
      ]
    : []
}

/** Too many visits, or too many kilometres, in one week of one person; too many visits of a household of several. */
export const burdens = (all: readonly BasketFact[], around: Surroundings): Burden[] => {
  if (around.environment) return []
  const lines = all.filter(takesTime)
  const each = around.personIds.flatMap((personId): Burden[] => {
    const own = lines.filter((l) => l.personIds.length === 0 || l.personIds.includes(personId))
    return [
      ...overVisits(own, personId, weeklyVisits.person).map((b) => ({ kind: 'overburdened' as const, ...b })),
      ...overWay(own, personId, around),
    ]
  })
  if (around.personIds.length < 2) return each
  const together = overVisits(lines, null, weeklyVisits.household)
  return [...each, ...together.map((b) => ({ kind: 'overburdened' as const, ...b }))]
}
