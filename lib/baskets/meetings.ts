import {
  type BasketFact,
  isAhead,
  overlap,
  pairKey,
  type Surroundings,
  sharePerson,
} from '@/lib/baskets/basket-fact'
import { minutesFor, roadKm } from '@/lib/baskets/distance'
import { restMinutes } from '@/lib/baskets/limits'
import { sameSpot, spotOf, visitMinutes } from '@/lib/baskets/visits'

const day = 24 * 60
const week = 7 * day

/** Minutes since Monday's midnight; null where day or hour are not agreed. */
const moment = ({ weekday, atTime }: BasketFact): number | null =>
  weekday === null || atTime === null
    ? null
    : (weekday - 1) * day + Number(atTime.slice(0, 2)) * 60 + Number(atTime.slice(3))

type Gap = {
  readonly first: BasketFact
  readonly second: BasketFact
  /** free minutes from the end of the first to the beginning of the second; negative: they overlap */
  readonly minutes: number
}

/** The shorter way round the week from one meeting to the other, also over midnight and from Sunday to Monday. */
const gapBetween = (a: BasketFact, b: BasketFact): Gap | null => {
  const [from, to] = [moment(a), moment(b)]
  if (from === null || to === null) return null
  const ahead = (to - from + week) % week
  const [first, second, apart] = ahead <= week / 2 ? [a, b, ahead] : [b, a, week - ahead]
  return { first, second, minutes: apart - visitMinutes(first) }
}

/** Both are to be attended by one person, in the same weeks of the year. */
const meet = (a: BasketFact, b: BasketFact): boolean =>
  a.id !== b.id && isAhead(a) && isAhead(b) && sharePerson(a, b) && overlap(a, b)

/** Lines that would have the same person in two places at once. */
export const clashing = (line: BasketFact, all: readonly BasketFact[]): BasketFact[] =>
  all.filter((other) => meet(line, other) && (gapBetween(line, other)?.minutes ?? 0) < 0)

/**
 * Lines that bring persons together who must not meet: at one provider on the same day and hour. The line itself where both
 * take part in it.
 */
export const meetingOf = (
  line: BasketFact,
  all: readonly BasketFact[],
  { apart, personIds }: Surroundings,
): BasketFact[] => {
  const who = (l: BasketFact) => (l.personIds.length > 0 ? l.personIds : personIds)
  const kept = (a: BasketFact, b: BasketFact) =>
    who(a).some((one) => who(b).some((other) => apart.has(pairKey(one, other))))
  if (apart.size === 0) return []
  return all.filter((other) => {
    if (other.id === line.id) return kept(line, line) && (line.personIds.length > 0 || moment(line) !== null)
    if (!isAhead(other) || other.providerId !== line.providerId || !overlap(line, other)) return false
    return kept(line, other) && (gapBetween(line, other)?.minutes ?? 0) < 0
  })
}

export type Tight =
  | { readonly kind: 'travel'; readonly otherId: string; readonly minutes: number; readonly needed: number }
  | { readonly kind: 'tooClose'; readonly otherId: string; readonly minutes: number }

const needed = (gap: Gap, around: Surroundings): number => {
  const [from, to] = [spotOf(gap.first, around), spotOf(gap.second, around)]
  return from && to ? minutesFor(roadKm(from, to)) : 0
}

/** Another meeting that leaves too little time: for the way, or simply to breathe. */
export const tight = (line: BasketFact, all: readonly BasketFact[], around: Surroundings): Tight[] =>
  all.flatMap((other): Tight[] => {
    const gap = meet(line, other) ? gapBetween(line, other) : null
    if (!gap || gap.minutes < 0 || sameSpot(line, other)) return []
    const way = needed(gap, around)
    const found = { otherId: other.id, minutes: gap.minutes }
    if (gap.minutes < way) return [{ kind: 'travel', ...found, needed: way }]
    return gap.minutes < restMinutes ? [{ kind: 'tooClose', ...found }] : []
  })
