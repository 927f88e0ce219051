import { addCalendarDays, addMonths, daysBetween } from '@/lib/calendar'
import type { IsoDate } from '@/lib/format/dates'

/** How often a service takes place. */
export const frequencies = ['once', 'weekly', 'twiceWeekly', 'fortnightly', 'monthly', 'asNeeded'] as const
export type Frequency = (typeof frequencies)[number]

export const isFrequency = (value: string): value is Frequency =>
  (frequencies as readonly string[]).includes(value)

/** Days after which the next meeting is expected; null where nobody expects a rhythm. */
const rhythm: Record<Frequency, number | null> = {
  once: null,
  weekly: 7,
  twiceWeekly: 4,
  fortnightly: 14,
  monthly: 31,
  asNeeded: null,
}

type Planned = {
  readonly frequency: string
  /** hundredths, each time */
  readonly quantity: number | null
  readonly startsOn: IsoDate
  readonly endsOn: IsoDate | null
}

/** How many times between two dates, both counted. */
const times = (frequency: Frequency, from: IsoDate, to: IsoDate): number | null => {
  if (frequency === 'asNeeded') return null
  if (frequency === 'once') return 1
  if (frequency === 'monthly') {
    let count = 0
    while (addMonths(from, count) <= to) count += 1
    return count
  }
  const weeks = Math.floor(daysBetween(from, to) / 7) + 1
  if (frequency === 'twiceWeekly') return weeks * 2
  return frequency === 'fortnightly' ? Math.ceil(weeks / 2) : weeks
}

/** The whole planned quantity in hundredths; null when no end or no number is agreed. */
export const plannedTotal = ({ frequency, quantity, startsOn, endsOn }: Planned): number | null => {
  if (quantity === null || !isFrequency(frequency)) return null
  if (frequency === 'once') return quantity
  if (endsOn === null) return null
  const count = times(frequency, startsOn, endsOn)
  return count === null ? null : count * quantity
}

type Expected = Planned & { readonly status: string; readonly lastDeliveryOn: IsoDate | null }

/** When the next delivery (or the beginning) should be noted at the latest; null when none is expected. */
export const nextExpectedOn = (line: Expected): IsoDate | null => {
  if (line.status === 'accepted' || line.status === 'scheduled') return line.startsOn
  if (line.status !== 'inProgress' || !isFrequency(line.frequency)) return null
  const days = rhythm[line.frequency]
  if (days === null) return line.endsOn
  return line.lastDeliveryOn ? addCalendarDays(line.lastDeliveryOn, days) : line.startsOn
}

/** Somebody should have been helped by now and nothing is noted. */
export const isLate = (line: Expected, today: IsoDate): boolean => {
  const expected = nextExpectedOn(line)
  return expected !== null && expected < today
}
