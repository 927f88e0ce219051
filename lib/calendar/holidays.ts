import { addCalendarDays } from '@/lib/calendar/days'
import { dateParts, type IsoDate, isoDate } from '@/lib/format/dates'

export type HolidayKey =
  | 'newYear'
  | 'epiphany'
  | 'easterSunday'
  | 'easterMonday'
  | 'labourDay'
  | 'constitutionDay'
  | 'pentecost'
  | 'corpusChristi'
  | 'assumption'
  | 'allSaints'
  | 'independenceDay'
  | 'christmasEve'
  | 'christmasDay'
  | 'secondChristmasDay'

export type Holiday = { readonly key: HolidayKey; readonly on: IsoDate }

/**
 * Statutory days off (ustawa z 18.01.1951 o dniach wolnych od pracy), each with the first year it holds for:
 * a day that parliament adds must not move the deadlines of the years before.
 */
const rules: readonly {
  readonly key: HolidayKey
  readonly day: readonly [month: number, day: number] | { readonly afterEaster: number }
  readonly since: number
}[] = [
  { key: 'newYear', day: [1, 1], since: 1951 },
  { key: 'epiphany', day: [1, 6], since: 2011 },
  { key: 'easterSunday', day: { afterEaster: 0 }, since: 1951 },
  { key: 'easterMonday', day: { afterEaster: 1 }, since: 1951 },
  { key: 'labourDay', day: [5, 1], since: 1951 },
  { key: 'constitutionDay', day: [5, 3], since: 1990 },
  { key: 'pentecost', day: { afterEaster: 49 }, since: 1951 },
  { key: 'corpusChristi', day: { afterEaster: 60 }, since: 1951 },
  { key: 'assumption', day: [8, 15], since: 1989 },
  { key: 'allSaints', day: [11, 1], since: 1951 },
  { key: 'independenceDay', day: [11, 11], since: 1989 },
  { key: 'christmasEve', day: [12, 24], since: 2025 },
  { key: 'christmasDay', day: [12, 25], since: 1951 },
  { key: 'secondChristmasDay', day: [12, 26], since: 1951 },
]

/** Easter Sunday of the Gregorian calendar (the anonymous algorithm: Meeus, Jones, Butcher). */
export const easterSunday = (year: number): IsoDate => {
  const golden = year % 19
  const century = Math.floor(year / 100)
  const inCentury = year % 100
  const moonShift = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3)
  const epact = (19 * golden + century - Math.floor(century / 4) - moonShift + 15) % 30
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - epact - (inCentury % 4)) % 7
  const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451)
  const sum = epact + toSunday - 7 * late + 114
  return isoDate(year, Math.floor(sum / 31), (sum % 31) + 1)
}

/** The statutory holidays of a year, in the order of the calendar. */
export const holidaysOf = (year: number): readonly Holiday[] => {
  const known = cache.get(year)
  if (known) return known
  const easter = easterSunday(year)
  const list = rules
    .filter((rule) => rule.since <= year)
    .map(({ key, day }) => ({
      key,
      on: 'afterEaster' in day ? addCalendarDays(easter, day.afterEaster) : isoDate(year, day[0], day[1]),
    }))
    .sort((a, b) => (a.on < b.on ? -1 : 1))
  cache.set(year, list)
  return list
}

const cache = new Map<number, readonly Holiday[]>()

/** The holiday that falls on a date, if one does. Pentecost and 3 May can meet others; the first is given. */
export const holidayOn = (date: IsoDate): HolidayKey | undefined =>
  holidaysOf(dateParts(date).year).find((holiday) => holiday.on === date)?.key
