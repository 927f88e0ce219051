import { expect, test } from 'vitest'
import { sparkPoints } from '@/components/charts/sparkline-geometry'

test('low values lie low', () => {
  expect(sparkPoints([10, 30, 20])).toEqual([
    { x: 4, y: 28 },
    { x: 56, y: 4 },
    { x: 108, y: 16 },
  ])
})

test('a flat line lies in the middle', () => {
  expect(sparkPoints([5, 5])).toEqual([
    { x: 4, y: 16 },
    { x: 108, y: 16 },
  ])
  expect(sparkPoints([7])).toEqual([{ x: 4, y: 16 }])
  expect(sparkPoints([])).toEqual([])
})
