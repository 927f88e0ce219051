import { expect, test } from 'vitest'
import { grouped, runs, ties } from '@/components/charts/coverage-geometry'

test.each([
  [
    [true, true, false],
    ['tie-l', 'tie-r', ''],
  ],
  [
    [false, true, false, true, false],
    ['', 'tie-l', 'tie', 'tie-r', ''],
  ],
  [
    [true, false, true, true],
    ['tie-l', 'tie', 'tie', 'tie-r'],
  ],
  [
    [false, true, false],
    ['', '', ''],
  ],
  [[], []],
])('%j is tied as %j', (doubled, expected) => {
  expect(ties(doubled)).toEqual(expected)
})

test('runs of the same sector', () => {
  expect(runs(['P1', 'P2', 'O1', 'P3'], (name) => name.slice(0, 1))).toEqual([
    { first: 'P1', length: 2 },
    { first: 'O1', length: 1 },
    { first: 'P3', length: 1 },
  ])
})

test('the same sector comes together, sectors keep their order', () => {
  expect(grouped(['P1', 'O1', 'P2', 'Z1', 'O2'], (name) => name.slice(0, 1))).toEqual([
    'P1',
    'P2',
    'O1',
    'O2',
    'Z1',
  ])
})
