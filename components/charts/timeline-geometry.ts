import { dateParts, type IsoDate } from '@/lib/format/dates'

/** Days since 1.01.1970 of a calendar date; calendar days have no zone, so UTC is only a ruler here. */
export const dayNumber = (date: IsoDate): number => {
  const { year, month, day } = dateParts(date)
  return Math.round(Date.UTC(year, month - 1, day) / 86_400_000)
}

export type Axis = { from: IsoDate; to: IsoDate; left: number; right: number }

/** Where a date stands on the axis, one decimal; dates outside stand at its ends. */
export const place = (date: IsoDate, { from, to, left, right }: Axis): number => {
  const length = Math.max(1, dayNumber(to) - dayNumber(from))
  const share = (dayNumber(date) - dayNumber(from)) / length
  return Math.round((left + Math.min(1, Math.max(0, share)) * (right - left)) * 10) / 10
}

export type MonthMark = { x: number; month: number; year: number; opensYear: boolean }

const steps = [1, 2, 3, 6, 12, 24]

/**
 * First days of months on the axis, thinned so that at most `most` remain; the first mark of each
 * calendar year opens it.
 */
export const monthMarks = (axis: Axis, most: number): MonthMark[] => {
  const start = dateParts(axis.from)
  const end = dateParts(axis.to)
  const count = (end.year - start.year) * 12 + end.month - start.month + 1
  const step = steps.find((months) => Math.ceil(count / months) <= most) ?? 60
  const marks: MonthMark[] = []
  for (let i = start.day === 1 ? 0 : 1; i < count; i += step) {
    const month = ((start.month - 1 + i) % 12) + 1
    const year = start.year + Math.floor((start.month - 1 + i) / 12)
    const date = `${year}-${month < 10 ? '0' : ''}${month}-01` as IsoDate
    marks.push({ x: place(date, axis), month, year, opensYear: marks.at(-1)?.year !== year })
  }
  return marks
}

/** Where the words of a bar go: after it, inside it near the edge, before it, or nowhere. */
export const noteSpot = (
  bar: { start: number; end: number },
  width: number,
  axis: { left: number; right: number },
): { x: number; anchor: 'start' | 'end' } | null => {
  if (bar.end + 8 + width <= axis.right) return { x: bar.end + 8, anchor: 'start' }
  if (bar.end - bar.start >= width + 16) return { x: bar.start + 8, anchor: 'start' }
  if (bar.start - 8 - width >= axis.left) return { x: bar.start - 8, anchor: 'end' }
  return null
}

/** The side of the today line on which its words do not cover a year's: before it when nothing stands there. */
export const todaySide = (
  today: number,
  years: readonly number[],
  width: number,
  left: number,
): 'start' | 'end' =>
  today - width < left || years.some((x) => x < today && x + 48 > today - width) ? 'start' : 'end'

/** Where a year is written: beside its line, or after the words of today where these would cover it. */
export const yearSpot = (year: number, today: { x: number; side: 'start' | 'end'; width: number }): number =>
  today.side === 'start' && year + 6 > today.x - 48 && year < today.x + today.width + 12
    ? today.x + today.width + 18
    : year + 6

/** A label of at most `most` signs; the whole text stays in the table below the picture. */
export const shorten = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`
