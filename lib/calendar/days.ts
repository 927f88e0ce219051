import { dateParts, daysInMonth, type IsoDate, isoDate } from '@/lib/format/dates'

const dayMs = 86_400_000

const toDayNumber = (date: IsoDate): number => Date.parse(`${date}T00:00:00Z`) / dayMs

const fromDayNumber = (day: number): IsoDate => {
  const at = new Date(day * dayMs)
  return isoDate(at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate())
}

const wholeNumber = (n: number): number => {
  if (!Number.isSafeInteger(n)) throw new RangeError(`not a whole number: ${n}`)
  return n
}

/** The date `n` days later (earlier when negative); the day of `from` itself is not counted. */
export const addCalendarDays = (from: IsoDate, n: number): IsoDate =>
  fromDayNumber(toDayNumber(from) + wholeNumber(n))

/** The same-numbered day `n` months on, or the last day of that month when it has no such day. */
export const addMonths = (from: IsoDate, n: number): IsoDate => {
  const { year, month, day } = dateParts(from)
  const months = year * 12 + (month - 1) + wholeNumber(n)
  const [y, m] = [Math.floor(months / 12), (months % 12) + 1]
  return isoDate(y, m, Math.min(day, daysInMonth(y, m)))
}

/** The same day `n` years on; 29 February falls on 28 February of a common year. */
export const addYears = (from: IsoDate, n: number): IsoDate => addMonths(from, 12 * wholeNumber(n))

/** Whole days from one date to another, negative when `to` is earlier. */
export const daysBetween = (from: IsoDate, to: IsoDate): number => toDayNumber(to) - toDayNumber(from)

/** 1 Monday … 7 Sunday. */
export const weekdayOf = (date: IsoDate): number => ((((toDayNumber(date) + 3) % 7) + 7) % 7) + 1
