import type { LineStatus } from '@/lib/baskets'
import { daysBetween } from '@/lib/calendar'
import { needTypes } from '@/lib/catalogue'
import type { IsoDate } from '@/lib/format/dates'

/** A line of a basket as far as a pattern may know it: codes and dates, no words. */
export type LineFact = {
  readonly id: string
  readonly serviceKey: string
  readonly regionalServiceId: string | null
  readonly kindKey: string
  readonly frequency: string
  readonly quantity: string | null
  readonly fundingKey: string | null
  readonly startsOn: IsoDate
  readonly endsOn: IsoDate | null
  /** Types of the needs that it answers. */
  readonly needKeys: readonly string[]
  /** Types of the needs that its goals belong to. */
  readonly goalNeedKeys: readonly string[]
}

/** What of a line goes into a pattern. Nothing here was typed by anybody, and no day stands in it. */
export type CodedLine = {
  readonly serviceKey: string
  readonly regionalServiceId: string | null
  readonly needKeys: string[]
  readonly areaKeys: string[]
  readonly kindKey: string
  readonly frequency: string
  readonly quantity: string | null
  readonly startWeek: number
  readonly lengthWeeks: number | null
  readonly fundingKey: string | null
}

/** Agreed with the institution and not without effect: what was refused or dropped is no pattern for anybody. */
export const worthKeeping: readonly LineStatus[] = [
  'accepted',
  'scheduled',
  'inProgress',
  'suspended',
  'delivered',
  'partlyDelivered',
]

const sorted = (keys: readonly string[]): string[] => [...new Set(keys)].sort()

const areasOf = (needKeys: readonly string[]): string[] =>
  sorted(needTypes().flatMap((need) => (needKeys.includes(need.key) ? need.areaKeys : [])))

/** Whole weeks, so that no day can be told from a pattern. */
const weeks = (from: IsoDate, to: IsoDate): number => Math.floor(daysBetween(from, to) / 7)

/** What begins first stands first. */
const inOrder = (lines: readonly LineFact[]): LineFact[] =>
  [...lines].sort((a, b) => a.startsOn.localeCompare(b.startsOn) || a.serviceKey.localeCompare(b.serviceKey))

const codedFrom = (first: IsoDate, l: LineFact): CodedLine => ({
  serviceKey: l.serviceKey,
  regionalServiceId: l.regionalServiceId,
  needKeys: sorted(l.needKeys),
  areaKeys: areasOf(l.goalNeedKeys),
  kindKey: l.kindKey,
  frequency: l.frequency,
  quantity: l.quantity,
  startWeek: weeks(first, l.startsOn),
  lengthWeeks: l.endsOn ? weeks(l.startsOn, l.endsOn) + 1 : null,
  fundingKey: l.fundingKey,
})

/** The lines in order, each dated from the first of them, with the id that it had. */
export const coded = (lines: readonly LineFact[]): { id: string; line: CodedLine }[] => {
  const [first, ...rest] = inOrder(lines)
  return first ? [first, ...rest].map((l) => ({ id: l.id, line: codedFrom(first.startsOn, l) })) : []
}
