import { isFrequency } from '@/lib/baskets/schedule'
import { addCalendarDays, addMonths, daysBetween, weekdayOf } from '@/lib/calendar'
import type { IsoDate } from '@/lib/format/dates'

type Rhythm = {
  readonly frequency: string
  /** 1 = Monday; null: the day of the week of the start */
  readonly weekday: number | null
  readonly startsOn: IsoDate
  readonly endsOn: IsoDate | null
}

const everyDays: Readonly<Record<string, number>> = { weekly: 7, fortnightly: 14 }

const onWeekday = (from: IsoDate, weekday: number | null): IsoDate =>
  weekday === null ? from : addCalendarDays(from, (weekday - weekdayOf(from) + 7) % 7)

/** The n-th time; null where the agreed rhythm names no day (twice a week, when needed). */
const nth = (line: Rhythm, n: number): IsoDate | null => {
  if (!isFrequency(line.frequency)) return null
  const days = everyDays[line.frequency]
  if (days) return addCalendarDays(onWeekday(line.startsOn, line.weekday), n * days)
  if (line.frequency === 'monthly') return onWeekday(addMonths(line.startsOn, n), line.weekday)
  return line.frequency === 'once' && n === 0 ? line.startsOn : null
}

// more than the longest plan has weeks: a slip in a year must not make an endless list
const most = 200

/** Days on which the service is to take place, both ends counted. */
export const occurrences = (line: Rhythm, from: IsoDate, to: IsoDate): IsoDate[] => {
  const last = line.endsOn && line.endsOn < to ? line.endsOn : to
  const days: IsoDate[] = []
  for (let n = 0; n < most; n += 1) {
    const day = nth(line, n)
    if (day === null || day > last) break
    if (day >= from) days.push(day)
  }
  return days
}

/**
 * The next day on which it is to take place, today counted; null where it is over, or where nobody agreed a day of the
 * week and it has begun: a family would wait on a day that nobody promised.
 */
export const nextTime = (line: Rhythm, today: IsoDate): IsoDate | null => {
  if (line.weekday === null && line.frequency !== 'once' && line.startsOn < today) return null
  const from = line.startsOn > today ? line.startsOn : today
  return occurrences(line, from, addMonths(from, 2))[0] ?? null
}

type Noted = { readonly id: string; readonly on: IsoDate; readonly cancelled: boolean }

export type Occurrence = {
  readonly on: IsoDate
  /** what was noted for it: the deliveries that lie nearest to this day */
  readonly deliveryIds: readonly string[]
  /** still to come */
  readonly ahead: boolean
}

const nearest = (days: readonly IsoDate[], on: IsoDate): IsoDate | undefined =>
  days.reduce<IsoDate | undefined>(
    (best, day) =>
      best === undefined || Math.abs(daysBetween(day, on)) < Math.abs(daysBetween(best, on)) ? day : best,
    undefined,
  )

/** Planned days with what took place for them; a meeting moved by a day or two is still that meeting. */
export const planned = (
  days: readonly IsoDate[],
  deliveries: readonly Noted[],
  today: IsoDate,
): Occurrence[] => {
  const live = deliveries.filter((d) => !d.cancelled).map((d) => ({ id: d.id, day: nearest(days, d.on) }))
  return days.map((on) => ({
    on,
    deliveryIds: live.filter((d) => d.day === on).map((d) => d.id),
    ahead: on > today,
  }))
}

/** Of the planned days those that passed and for which nothing was noted. */
export const unnoted = (all: readonly Occurrence[]): IsoDate[] =>
  all.filter((o) => !o.ahead && o.deliveryIds.length === 0).map((o) => o.on)
