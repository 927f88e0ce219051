import { expect, test } from 'vitest'
import {
  type Axis,
  dayNumber,
  monthMarks,
  noteSpot,
  place,
  shorten,
  todaySide,
  yearSpot,
} from '@/components/charts/timeline-geometry'

const year: Axis = { from: '2026-01-01', to: '2027-01-01', left: 330, right: 1060 }

test('days are counted over the change of the clock', () => {
  expect(dayNumber('1970-01-01')).toBe(0)
  expect(dayNumber('2026-03-30') - dayNumber('2026-03-28')).toBe(2)
})

test.each([
  ['2026-01-01', 330],
  ['2026-07-02', 694],
  ['2027-01-01', 1060],
  ['2025-06-01', 330],
  ['2028-06-01', 1060],
] as const)('%s stands at %d', (date, x) => {
  expect(place(date, year)).toBe(x)
})

test('every month of a year', () => {
  const marks = monthMarks({ ...year, to: '2026-12-31' }, 14)
  expect(marks.map((mark) => mark.month)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
  expect(marks.map((mark) => mark.opensYear).filter(Boolean)).toHaveLength(1)
})

test('few marks on a narrow picture, each year opened once', () => {
  expect(monthMarks({ from: '2026-04-15', to: '2027-04-14', left: 0, right: 304 }, 5)).toEqual([
    { x: 13.4, month: 5, year: 2026, opensYear: true },
    { x: 90.2, month: 8, year: 2026, opensYear: false },
    { x: 167, month: 11, year: 2026, opensYear: false },
    { x: 243.9, month: 2, year: 2027, opensYear: true },
  ])
})

test('words stand after a bar, inside or before it near the edge, or not at all', () => {
  const axis = { left: 330, right: 1190 }
  expect(noteSpot({ start: 400, end: 500 }, 100, axis)).toEqual({ x: 508, anchor: 'start' })
  expect(noteSpot({ start: 900, end: 1150 }, 100, axis)).toEqual({ x: 908, anchor: 'start' })
  expect(noteSpot({ start: 1100, end: 1150 }, 100, axis)).toEqual({ x: 1092, anchor: 'end' })
  expect(noteSpot({ start: 340, end: 1180 }, 900, axis)).toBeNull()
})

test('the words of today do not cover a year', () => {
  expect(todaySide(845, [330, 930], 80, 330)).toBe('end')
  expect(todaySide(960, [330, 930], 80, 330)).toBe('start')
  expect(todaySide(350, [330], 80, 330)).toBe('start')
})

test('a year stands beside its line, or after the words of today that would cover it', () => {
  expect(yearSpot(930, { x: 845, side: 'end', width: 80 })).toBe(936)
  expect(yearSpot(345, { x: 330, side: 'start', width: 80 })).toBe(428)
  expect(yearSpot(520, { x: 330, side: 'start', width: 80 })).toBe(526)
})

test('labels are cut at the end', () => {
  expect(shorten('Badanie logopedyczne', 20)).toBe('Badanie logopedyczne')
  expect(shorten('Nieodpłatne poradnictwo obywatelskie', 20)).toBe('Nieodpłatne poradni…')
})
