import { expect, test } from 'vitest'
import { boundsOf } from '@/lib/dashboards/outline'

test('the box around a square that is drawn by relative steps', () => {
  expect(boundsOf(['M10 20l30 0 0 40-30 0z'], 0)).toEqual({ x: 10, y: 20, width: 30, height: 40 })
})

test('two outlines, the second in two parts, with a margin', () => {
  expect(boundsOf(['M10 20l5 5z', 'M100 10l-4 2zM0 60l1 1z'], 2)).toEqual({
    x: -2,
    y: 8,
    width: 104,
    height: 55,
  })
})
