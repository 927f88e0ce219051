import { expect, test } from 'vitest'
import { lookMarks, lookPlace } from '@/components/charts/goal-geometry'

test.each([
  [0, 12],
  [50, 46],
  [100, 80],
  [115, 90],
  [400, 98],
  [-17, 2],
])('%d of a hundred stands at %d %%', (share, x) => {
  expect(lookPlace(share)).toBe(x)
})

test('looks in words leave no mark, the last one that was counted is full', () => {
  expect(
    lookMarks([
      { id: 'a', share: 0 },
      { id: 'b', share: null },
      { id: 'c', share: 50 },
      { id: 'd', share: null },
    ]),
  ).toEqual([
    { id: 'a', x: 12, last: false },
    { id: 'c', x: 46, last: true },
  ])
})
