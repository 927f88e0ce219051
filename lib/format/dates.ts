/**
 * Dates as the product keeps them: `IsoDate` is a calendar day without a zone (DATE in the
 * database), an instant is a `Date`. Europe/Warsaw is known here and nowhere else.
 */
export type IsoDate = `${number}-${number}-${number}`

export type DateParse =
  | { readonly ok: true; readonly value: IsoDate }
  | { readonly ok: false; readonly reason: 'empty' | 'shape' | 'noSuchDay' }

const zone = 'Europe/Warsaw'
const isoShape = /^(\d{4})-(\d{2})-(\d{2})$/
const polishShape = /^(\d{1,2})[.\-/](\d{1,2})[.\-/](\d{4})$/

const pad = (n: number, width: number): string => String(n).padStart(width, '0')

/** Days in a month of the Gregorian calendar; `month` is 1–12. */
export const daysInMonth = (year: number, month: number): number =>
  month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

const isDay = (year: number, month: number, day: number): boolean =>
  year >= 1800 && year <= 2299 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)

/** Builds the date of three numbers. Throws a RangeError for a day that does not exist. */
export const isoDate = (year: number, month: number, day: number): IsoDate => {
  if (!isDay(year, month, day)) throw new RangeError(`no such day: ${year}-${month}-${day}`)
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}` as IsoDate
}

/** Whether the text is `YYYY-MM-DD` and such a day exists (years 1800–2299, those that a PESEL can hold). */
export const isIsoDate = (text: string): text is IsoDate => {
  const match = isoShape.exec(text)
  return match !== null && isDay(Number(match[1]), Number(match[2]), Number(match[3]))
}

/** Year, month (1–12) and day of a date. */
export const dateParts = (date: IsoDate): { year: number; month: number; day: number } => {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  return { year, month, day }
}

/** Reads what a person typed: 2026-11-22, 22.11.2026, 22-11-2026 or 22/11/2026, with stray spaces. */
export const parseDate = (text: string): DateParse => {
  const tight = text.replace(/\s+/gu, '')
  if (tight === '') return { ok: false, reason: 'empty' }
  const iso = isoShape.exec(tight)
  const polish = polishShape.exec(tight.replace(/r\.?$/u, ''))
  const [year, month, day] = iso
    ? [Number(iso[1]), Number(iso[2]), Number(iso[3])]
    : [Number(polish?.[3]), Number(polish?.[2]), Number(polish?.[1])]
  if (!iso && !polish) return { ok: false, reason: 'shape' }
  return isDay(year, month, day)
    ? { ok: true, value: isoDate(year, month, day) }
    : { ok: false, reason: 'noSuchDay' }
}

/** 2026-11-22 → 22.11.2026; a single-digit day keeps no zero: 9.11.2026. */
export const formatDate = (date: IsoDate): string => {
  const { year, month, day } = dateParts(date)
  return `${day}.${pad(month, 2)}.${year}`
}

/** 2026-11-22 → 22.11, for places where the year is plain from the context. */
export const formatDayMonth = (date: IsoDate): string => {
  const { month, day } = dateParts(date)
  return `${day}.${pad(month, 2)}`
}

const longDate = new Intl.DateTimeFormat('pl-PL', { dateStyle: 'long', timeZone: 'UTC' })
const weekday = new Intl.DateTimeFormat('pl-PL', { weekday: 'long', timeZone: 'UTC' })
const warsaw = new Intl.DateTimeFormat('en-CA', {
  timeZone: zone,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

const monthName = new Intl.DateTimeFormat('pl-PL', { month: 'long', timeZone: 'UTC' })
const monthYear = new Intl.DateTimeFormat('pl-PL', { month: 'long', year: 'numeric', timeZone: 'UTC' })

const utc = (date: IsoDate): Date => new Date(`${date}T00:00:00Z`)

/** 2026-11-22 → 22 listopada 2026, for documents and read-aloud labels. */
export const formatLongDate = (date: IsoDate): string => longDate.format(utc(date))

const longDates = {
  pl: longDate,
  uk: new Intl.DateTimeFormat('uk-UA', { dateStyle: 'long', timeZone: 'UTC' }),
  en: new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }),
} as const

/** 2026-11-22 → 22 листопада 2026 р., 22 November 2026: for a reader of that language. */
export const formatLongDateIn = (date: IsoDate, language: keyof typeof longDates): string =>
  longDates[language].format(utc(date)).replace(/ (?=р\.$)/u, '\u00a0')

/** 2026-11-22 → listopad 2026. */
export const formatMonth = (date: IsoDate): string => monthYear.format(utc(date))

/** 2026-11-22 → listopad, where the year stands beside it. */
export const formatMonthName = (date: IsoDate): string => monthName.format(utc(date))

/** 2026-11-22 → niedziela. */
export const formatWeekday = (date: IsoDate): string => weekday.format(utc(date))

const warsawParts = (instant: Date): Record<string, string> =>
  Object.fromEntries(warsaw.formatToParts(instant).map((part) => [part.type, part.value]))

/** The calendar day in Poland at an instant. */
export const dateInWarsaw = (instant: Date): IsoDate => {
  const parts = warsawParts(instant)
  return isoDate(Number(parts.year), Number(parts.month), Number(parts.day))
}

/** The instant at which a day begins in Poland: midnight there is 22:00 or 23:00 UTC of the day before. */
export const startOfDayInWarsaw = (date: IsoDate): Date => {
  const summer = new Date(utc(date).getTime() - 2 * 3_600_000)
  return dateInWarsaw(summer) === date ? summer : new Date(summer.getTime() + 3_600_000)
}

/** Today in Poland. The clock is passed in, so a test can stand on the midnight of a time change. */
export const todayInWarsaw = (now: Date): IsoDate => dateInWarsaw(now)

/** The time of day in Poland: 9:05. */
export const formatTime = (instant: Date): string => {
  const parts = warsawParts(instant)
  return `${Number(parts.hour)}:${parts.minute}`
}

/** Day and time in Poland: 22.11.2026, 9:05. */
export const formatInstant = (instant: Date): string =>
  `${formatDate(dateInWarsaw(instant))}, ${formatTime(instant)}`

/**
 * Completed years on a day. A person born on 29 February completes a year on 28 February of a common year:
 * where the last month has no such day the term ends on its last one, and age is complete when that day
 * begins (art. 112 KC).
 */
export const ageOn = (birth: IsoDate, on: IsoDate): number => {
  const from = dateParts(birth)
  const to = dateParts(on)
  const birthday = Math.min(from.day, daysInMonth(to.year, from.month))
  const before = to.month < from.month || (to.month === from.month && to.day < birthday)
  return to.year - from.year - (before ? 1 : 0)
}
