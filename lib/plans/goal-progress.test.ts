import { expect, test } from 'vitest'
import { attainmentOf, missingMeasures, numberIn, progress } from '@/lib/plans/goal-progress'

test.each([
  ['15', 15],
  ['0,5', 0.5],
  ['1 200', 1200],
  ['−3', -3],
  ['0 rat', null],
  ['4 z 11', null],
  ['brak', null],
  ['', null],
  [null, null],
])('%j holds the number %j', (text, number) => {
  expect(numberIn(text)).toBe(number)
})

test.each([
  // fewer hours of truancy: from 15 down to 2
  ['15', '2', '15', 0],
  ['15', '2', '9', 46],
  ['15', '2', '2', 100],
  ['15', '2', '0', 115],
  ['0', '6', '-1', -17],
  ['2', '2', '2', null],
  ['nie czyta', 'czyta', 'sylabizuje', null],
  ['0', '6', null, null],
] as const)('from %j to %j, now %j: %j', (baseline, target, value, share) => {
  expect(progress({ baseline, target }, value)).toBe(share)
})

test('what nobody has said yet is named', () => {
  const whole = { indicator: 'godziny', baseline: '15', target: '2', dueOn: '2027-06-30' }
  expect(missingMeasures(whole)).toEqual([])
  expect(missingMeasures({ ...whole, indicator: null, dueOn: null })).toEqual(['indicator', 'dueOn'])
  expect(missingMeasures({ indicator: '', baseline: '', target: '', dueOn: '' })).toEqual([
    'indicator',
    'baseline',
    'target',
    'dueOn',
  ])
})

test.each([
  [-2, 'not'],
  [-1, 'partly'],
  [0, 'achieved'],
  [1, 'achieved'],
  [2, 'achieved'],
] as const)('level %j amounts to %j', (level, result) => {
  expect(attainmentOf(level)).toBe(result)
})
