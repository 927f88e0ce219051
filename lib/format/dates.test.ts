import { expect, test } from 'vitest'
import {
  ageOn,
  dateInWarsaw,
  daysInMonth,
  formatDate,
  formatDayMonth,
  formatInstant,
  formatLongDate,
  formatLongDateIn,
  formatMonth,
  formatMonthName,
  formatTime,
  formatWeekday,
  isIsoDate,
  isoDate,
  parseDate,
  startOfDayInWarsaw,
  todayInWarsaw,
} from '@/lib/format/dates'

test.each([
  ['2026-11-22', '2026-11-22'],
  ['22.11.2026', '2026-11-22'],
  ['9.1.2026', '2026-01-09'],
  [' 22 . 11 . 2026 ', '2026-11-22'],
  ['22.11.2026 r.', '2026-11-22'],
  ['22-11-2026', '2026-11-22'],
  ['22/11/2026', '2026-11-22'],
  ['29.02.2024', '2024-02-29'],
])('reads %j', (text, value) => {
  expect(parseDate(text)).toEqual({ ok: true, value })
})

test.each([
  ['', 'empty'],
  ['   ', 'empty'],
  ['31.02.2026', 'noSuchDay'],
  ['2026-02-31', 'noSuchDay'],
  ['29.02.2026', 'noSuchDay'],
  ['29.02.1900', 'noSuchDay'],
  ['31.04.2026', 'noSuchDay'],
  ['00.01.2026', 'noSuchDay'],
  ['1.13.2026', 'noSuchDay'],
  ['1.1.0026', 'noSuchDay'],
  ['1.1.9999', 'noSuchDay'],
  ['22.11.26', 'shape'],
  ['jutro', 'shape'],
  ['😀', 'shape'],
  ['٢٢.١١.٢٠٢٦', 'shape'],
  ['1'.repeat(100_000), 'shape'],
])('refuses %.20j', (text, reason) => {
  expect(parseDate(text)).toEqual({ ok: false, reason })
})

test('shows a date', () => {
  expect(formatDate('2026-11-22')).toBe('22.11.2026')
  expect(formatDate('2026-11-09')).toBe('9.11.2026')
  expect(formatDayMonth('2026-04-03')).toBe('3.04')
  expect(formatLongDate('2026-11-22')).toBe('22 listopada 2026')
  expect(formatLongDateIn('2026-11-22', 'pl')).toBe('22 listopada 2026')
  expect(formatLongDateIn('2026-11-22', 'uk')).toBe('22 листопада 2026\u00a0р.')
  expect(formatLongDateIn('2026-11-22', 'en')).toBe('22 November 2026')
  expect(formatWeekday('2026-11-22')).toBe('niedziela')
  expect(formatMonth('2026-11-22')).toBe('listopad 2026')
  expect(formatMonthName('2026-09-01')).toBe('wrzesień')
})

test('an instant is shown and dated in Poland, in summer and in winter', () => {
  expect(formatInstant(new Date('2026-07-01T22:30:00Z'))).toBe('2.07.2026, 0:30')
  expect(formatInstant(new Date('2026-12-31T22:59:00Z'))).toBe('31.12.2026, 23:59')
  expect(formatTime(new Date('2026-11-09T08:05:00Z'))).toBe('9:05')
  expect(dateInWarsaw(new Date('2026-12-31T23:00:00Z'))).toBe('2027-01-01')
  expect(todayInWarsaw(new Date('2026-10-25T00:30:00Z'))).toBe('2026-10-25')
})

test.each([
  ['2008-11-22', '2026-11-21', 17],
  ['2008-11-22', '2026-11-22', 18],
  ['2008-02-29', '2026-02-27', 17],
  ['2008-02-29', '2026-02-28', 18],
  ['2008-02-29', '2028-02-28', 19],
  ['2008-02-29', '2028-02-29', 20],
  ['2026-11-22', '2026-11-22', 0],
] as const)('born %s is on %s %d years old', (birth, on, age) => {
  expect(ageOn(birth, on)).toBe(age)
})

test('only days that exist are dates', () => {
  expect(isIsoDate('2026-02-28')).toBe(true)
  expect(isIsoDate('2026-02-29')).toBe(false)
  expect(isIsoDate('2026-2-8')).toBe(false)
  expect(() => isoDate(2026, 2, 29)).toThrow(RangeError)
  expect(daysInMonth(2000, 2)).toBe(29)
  expect(daysInMonth(2100, 2)).toBe(28)
})

test('a day begins in Poland an hour or two before it does in London', () => {
  expect(startOfDayInWarsaw('2026-11-25').toISOString()).toBe('2026-11-24T23:00:00.000Z')
  expect(startOfDayInWarsaw('2026-07-01').toISOString()).toBe('2026-06-30T22:00:00.000Z')
  expect(startOfDayInWarsaw('2026-03-29').toISOString()).toBe('2026-03-28T23:00:00.000Z')
  expect(startOfDayInWarsaw('2026-10-25').toISOString()).toBe('2026-10-24T22:00:00.000Z')
})
