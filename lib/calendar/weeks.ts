import { addCalendarDays, weekdayOf } from '@/lib/calendar/days'
import type { IsoDate } from '@/lib/format/dates'

export type Week = { readonly from: IsoDate; readonly to: IsoDate }

/** Monday to Sunday around this day. */
export const weekOf = (day: IsoDate): Week => {
  const from = addCalendarDays(day, 1 - weekdayOf(day))
  return { from, to: addCalendarDays(from, 6) }
}

/** early: the week is still to come; now: any day of it is in time; after: it went by. */
export type WindowState = 'early' | 'now' | 'after'

/** A thing planned for a day belongs to the week of that day [default]. */
export const windowState = (planned: IsoDate, today: IsoDate): WindowState => {
  const { from, to } = weekOf(planned)
  if (today < from) return 'early'
  return today > to ? 'after' : 'now'
}
