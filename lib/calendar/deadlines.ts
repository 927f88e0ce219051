import { addCalendarDays, addMonths, weekdayOf } from '@/lib/calendar/days'
import { holidayOn } from '@/lib/calendar/holidays'
import type { IsoDate } from '@/lib/format/dates'

export type TermUnit = 'calendar' | 'business' | 'week' | 'month'
export type Term = { readonly unit: TermUnit; readonly count: number }

/** Monday to Friday without the statutory holidays. */
export const isWorkingDay = (date: IsoDate): boolean => weekdayOf(date) <= 5 && holidayOn(date) === undefined

/** The date itself when people work on it, else the next day on which they do (KPA art. 57 § 4). */
export const nextWorkingDay = (date: IsoDate): IsoDate => {
  let day = date
  while (!isWorkingDay(day)) day = addCalendarDays(day, 1)
  return day
}

/** The nth working day after `from` (before it when negative); 0 gives `from` as it is. */
export const addWorkingDays = (from: IsoDate, n: number): IsoDate => {
  if (!Number.isSafeInteger(n)) throw new RangeError(`not a whole number: ${n}`)
  const step = Math.sign(n)
  let day = from
  for (let left = Math.abs(n); left > 0; ) {
    day = addCalendarDays(day, step)
    if (isWorkingDay(day)) left -= 1
  }
  return day
}

/** Working days after `from` up to and including `to`; negative when `to` is earlier. */
export const workingDaysBetween = (from: IsoDate, to: IsoDate): number => {
  if (to < from) return -workingDaysBetween(to, from)
  let count = 0
  for (let day = from; day < to; ) {
    day = addCalendarDays(day, 1)
    if (isWorkingDay(day)) count += 1
  }
  return count
}

/**
 * The last day of a term that begins with an event on `from` (KPA art. 57): the day of the event is not
 * counted; weeks and months end on the day of the same name or number, or on the last day of the month; an
 * end on a Saturday, a Sunday or a statutory holiday moves to the next working day.
 */
export const deadline = (from: IsoDate, term: Term): IsoDate => nextWorkingDay(termEnd(from, term))

/** The last day of a longest time, which a day off does not lengthen. */
export const termEnd = (from: IsoDate, term: Term): IsoDate => {
  if (!Number.isSafeInteger(term.count) || term.count < 0) throw new RangeError(`not a term: ${term.count}`)
  return ends[term.unit](from, term.count)
}

const ends = {
  calendar: addCalendarDays,
  business: addWorkingDays,
  week: (from: IsoDate, count: number) => addCalendarDays(from, 7 * count),
  month: addMonths,
} satisfies Record<TermUnit, (from: IsoDate, count: number) => IsoDate>
