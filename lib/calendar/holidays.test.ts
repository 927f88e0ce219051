import { expect, test } from 'vitest'
import { easterSunday, type HolidayKey, holidayOn, holidaysOf } from '@/lib/calendar'
import { holidayNames } from '@/lib/messages/pl/calendar'

holidayNames satisfies Record<HolidayKey, string>

test.each([
  [2024, '2024-03-31'],
  [2025, '2025-04-20'],
  [2026, '2026-04-05'],
  [2027, '2027-03-28'],
  [2028, '2028-04-16'],
  [1954, '1954-04-18'],
  [1981, '1981-04-19'],
  [2011, '2011-04-24'],
  [2038, '2038-04-25'],
  [2285, '2285-03-22'],
])('Easter of %d is %s', (year, date) => {
  expect(easterSunday(year)).toBe(date)
})

test('2026 has fourteen holidays', () => {
  expect(holidaysOf(2026).map((holiday) => `${holiday.on} ${holiday.key}`)).toEqual([
    '2026-01-01 newYear',
    '2026-01-06 epiphany',
    '2026-04-05 easterSunday',
    '2026-04-06 easterMonday',
    '2026-05-01 labourDay',
    '2026-05-03 constitutionDay',
    '2026-05-24 pentecost',
    '2026-06-04 corpusChristi',
    '2026-08-15 assumption',
    '2026-11-01 allSaints',
    '2026-11-11 independenceDay',
    '2026-12-24 christmasEve',
    '2026-12-25 christmasDay',
    '2026-12-26 secondChristmasDay',
  ])
})

test.each([
  ['2026-06-04', 'corpusChristi'],
  ['2027-05-27', 'corpusChristi'],
  ['2028-06-15', 'corpusChristi'],
  ['2025-12-24', 'christmasEve'],
  ['2024-12-24', undefined],
  ['2011-01-06', 'epiphany'],
  ['2010-01-06', undefined],
  ['2026-05-02', undefined],
  ['2026-11-02', undefined],
] as const)('%s: %s', (date, key) => {
  expect(holidayOn(date)).toBe(key)
})

test('years before a day was made free keep fewer holidays', () => {
  expect(holidaysOf(2024)).toHaveLength(13)
  expect(holidaysOf(2010)).toHaveLength(12)
})
