import { describe, expect, test } from 'vitest'
import {
  addCalendarDays,
  addMonths,
  addWorkingDays,
  addYears,
  daysBetween,
  deadline,
  isWorkingDay,
  nextWorkingDay,
  type TermUnit,
  weekdayOf,
  workingDaysBetween,
} from '@/lib/calendar'
import type { IsoDate } from '@/lib/format/dates'

type TermRow = [from: IsoDate, count: number, end: IsoDate, why: string]

test.each<[IsoDate, boolean, string]>([
  ['2026-11-23', true, 'a Monday'],
  ['2026-11-21', false, 'a Saturday'],
  ['2026-11-22', false, 'a Sunday'],
  ['2026-11-11', false, 'Independence Day, a Wednesday'],
  ['2026-06-04', false, 'Corpus Christi, a Thursday'],
  ['2026-06-05', true, 'the Friday after it'],
  ['2026-04-06', false, 'Easter Monday'],
  ['2026-05-01', false, '1 May, a Friday'],
  ['2027-05-03', false, '3 May, a Monday'],
  ['2024-12-24', true, 'Christmas Eve before it became free'],
  ['2025-12-24', false, 'Christmas Eve since 2025'],
  ['2026-12-31', true, "New Year's Eve"],
])('%s works: %s (%s)', (date, works) => {
  expect(isWorkingDay(date)).toBe(works)
})

describe('calendar days (KPA art. 57 § 1 and 4)', () => {
  test.each<TermRow>([
    ['2026-11-16', 7, '2026-11-23', 'the day of the event is not counted'],
    ['2026-11-14', 7, '2026-11-23', 'Saturday moves over Sunday to Monday'],
    ['2026-11-15', 7, '2026-11-23', 'Sunday moves to Monday'],
    ['2026-11-04', 7, '2026-11-12', 'Independence Day moves by one'],
    ['2026-05-28', 7, '2026-06-05', 'Corpus Christi moves to Friday'],
    ['2026-04-24', 7, '2026-05-04', '1 May, Saturday, 3 May on a Sunday'],
    ['2027-04-26', 7, '2027-05-04', '3 May on a Monday'],
    ['2026-03-29', 7, '2026-04-07', 'Easter Sunday and Monday'],
    ['2024-12-17', 7, '2024-12-24', '24 December 2024 is a working day'],
    ['2025-12-17', 7, '2025-12-29', '24 to 26 December 2025, then a weekend'],
    ['2026-12-17', 7, '2026-12-28', '24 to 27 December 2026'],
    ['2026-12-25', 7, '2027-01-04', 'New Year on a Friday, then a weekend'],
    ['2026-12-30', 7, '2027-01-07', 'Epiphany'],
    ['2026-02-14', 14, '2026-03-02', 'February, then a weekend'],
    ['2028-02-15', 14, '2028-02-29', 'a leap day'],
    ['2027-05-20', 7, '2027-05-28', 'Corpus Christi 2027'],
    ['2028-06-08', 7, '2028-06-16', 'Corpus Christi 2028'],
    ['2027-03-22', 7, '2027-03-30', 'Easter Monday 2027'],
    ['2028-04-10', 7, '2028-04-18', 'Easter Monday 2028'],
    ['2027-12-17', 7, '2027-12-27', 'Christmas Eve on a Friday, then the weekend'],
    ['2026-11-21', 0, '2026-11-23', 'an empty term still ends on a working day'],
  ])('%s + %d days = %s: %s', (from, count, end) => {
    expect(deadline(from, { unit: 'calendar', count })).toBe(end)
  })
})

describe('business days', () => {
  test.each<TermRow>([
    ['2026-11-20', 1, '2026-11-23', 'Friday to Monday'],
    ['2026-11-20', 3, '2026-11-25', 'over a weekend'],
    ['2026-11-21', 1, '2026-11-23', 'an event on a Saturday'],
    ['2026-11-09', 3, '2026-11-13', 'over Independence Day'],
    ['2026-06-02', 3, '2026-06-08', 'over Corpus Christi'],
    ['2024-12-23', 1, '2024-12-24', 'before 2025'],
    ['2025-12-23', 1, '2025-12-29', 'since 2025'],
    ['2026-04-30', 3, '2026-05-06', 'over 1 May and the weekend of 3 May'],
    ['2027-04-30', 1, '2027-05-04', '1 May on a Saturday, 3 May on a Monday'],
    ['2026-04-02', 2, '2026-04-07', 'over Easter; Good Friday is worked'],
    ['2026-12-31', 2, '2027-01-05', 'over New Year and a weekend'],
  ])('%s + %d = %s: %s', (from, count, end) => {
    expect(deadline(from, { unit: 'business', count })).toBe(end)
  })
})

describe('weeks and months (KPA art. 57 § 2 and 3)', () => {
  test.each<[IsoDate, TermUnit, number, IsoDate, string]>([
    ['2026-11-10', 'week', 1, '2026-11-17', 'Tuesday to Tuesday'],
    ['2026-11-04', 'week', 1, '2026-11-12', 'Wednesday that is a holiday'],
    ['2026-11-14', 'week', 2, '2026-11-30', 'Saturday to Monday'],
    ['2026-01-31', 'month', 1, '2026-03-02', '28 February is a Saturday'],
    ['2027-01-31', 'month', 1, '2027-03-01', '28 February is a Sunday'],
    ['2028-01-31', 'month', 1, '2028-02-29', 'last day of a leap February'],
    ['2026-03-31', 'month', 1, '2026-04-30', 'last day of April'],
    ['2026-08-31', 'month', 1, '2026-09-30', 'last day of September'],
    ['2026-02-28', 'month', 1, '2026-03-30', 'same number, not last day; 28 March is a Saturday'],
    ['2026-04-24', 'month', 1, '2026-05-25', '24 May is Pentecost'],
    ['2026-10-01', 'month', 1, '2026-11-02', 'All Saints on a Sunday'],
    ['2026-10-11', 'month', 1, '2026-11-12', 'Independence Day'],
    ['2026-11-30', 'month', 3, '2027-03-01', 'over the end of a year'],
    ['2026-11-24', 'month', 1, '2026-12-28', 'Christmas Eve since 2025'],
    ['2024-11-24', 'month', 1, '2024-12-24', 'Christmas Eve before'],
    ['2026-12-31', 'month', 2, '2027-03-01', 'last day of February, a Sunday'],
    ['2027-10-31', 'month', 1, '2027-11-30', 'last day of November'],
    ['2026-04-03', 'month', 1, '2026-05-04', '3 May on a Sunday'],
    ['2026-11-22', 'month', 12, '2027-11-22', 'a year'],
  ])('%s + %s × %d = %s: %s', (from, unit, count, end) => {
    expect(deadline(from, { unit, count })).toBe(end)
  })
})

test('what is not a term is refused', () => {
  expect(() => deadline('2026-11-22', { unit: 'calendar', count: -1 })).toThrow(RangeError)
  expect(() => deadline('2026-11-22', { unit: 'business', count: 1.5 })).toThrow(RangeError)
  expect(() => addWorkingDays('2026-11-22', Number.NaN)).toThrow(RangeError)
})

test('plain arithmetic', () => {
  expect(addCalendarDays('2026-03-28', 2)).toBe('2026-03-30')
  expect(addCalendarDays('2026-01-01', -1)).toBe('2025-12-31')
  expect(addMonths('2026-03-31', -1)).toBe('2026-02-28')
  expect(addMonths('2026-01-15', -1)).toBe('2025-12-15')
  expect(addYears('2008-02-29', 18)).toBe('2026-02-28')
  expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2)
  expect(daysBetween('2026-03-30', '2026-03-28')).toBe(-2)
  expect(weekdayOf('2026-11-22')).toBe(7)
  expect(weekdayOf('1899-12-31')).toBe(7)
  expect(nextWorkingDay('2026-11-23')).toBe('2026-11-23')
  expect(addWorkingDays('2026-11-23', -1)).toBe('2026-11-20')
  expect(addWorkingDays('2026-11-22', 0)).toBe('2026-11-22')
})

test.each<[IsoDate, IsoDate, number]>([
  ['2026-11-20', '2026-11-23', 1],
  ['2026-11-09', '2026-11-13', 3],
  ['2026-12-23', '2026-12-28', 1],
  ['2024-12-23', '2024-12-27', 2],
  ['2026-11-23', '2026-11-23', 0],
  ['2026-11-25', '2026-11-20', -3],
  ['2025-12-31', '2026-12-31', 253],
])('from %s to %s: %d working days', (from, to, count) => {
  expect(workingDaysBetween(from, to)).toBe(count)
})
