export { addCalendarDays, addMonths, addYears, daysBetween, weekdayOf } from '@/lib/calendar/days'
export {
  addWorkingDays,
  deadline,
  isWorkingDay,
  nextWorkingDay,
  type Term,
  type TermUnit,
  termEnd,
  workingDaysBetween,
} from '@/lib/calendar/deadlines'
export { easterSunday, type Holiday, type HolidayKey, holidayOn, holidaysOf } from '@/lib/calendar/holidays'
export { type Week, type WindowState, weekOf, windowState } from '@/lib/calendar/weeks'
