import { expect, test } from 'vitest'
import { areaChange } from '@/components/charts/area-geometry'

test.each([
  [0, 1, { kind: 'better', by: 1 }],
  [1, 3, { kind: 'better', by: 2 }],
  [2, 1, { kind: 'worse', by: 1 }],
  [0, 0, { kind: 'same' }],
  [2, null, { kind: 'once' }],
  [null, 0, { kind: 'once' }],
  [null, null, { kind: 'none' }],
] as const)('from %j to %j', (start, now, change) => {
  expect(areaChange(start, now)).toEqual(change)
})
