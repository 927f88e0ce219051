import { expect, test } from 'vitest'
import { labelsCollide, scaleEnd } from '@/components/charts/help-geometry'

test('the scale leaves a little air', () => {
  expect(scaleEnd([36, 41, 52])).toBe(57)
  expect(scaleEnd([0])).toBe(1)
  expect(scaleEnd([])).toBe(1)
})

const usual = [
  { label: 'kwalifikacja', days: 3 },
  { label: 'zgoda', days: 5 },
  { label: 'spotkanie', days: 7 },
  { label: 'plan', days: 16 },
  { label: 'usługa', days: 5 },
]

test('the usual times have room on an office screen, not on half of it', () => {
  expect(labelsCollide(usual, 57, 980)).toBe(false)
  expect(labelsCollide(usual, 57, 400)).toBe(true)
})

test('days that follow at once need the upright thread', () => {
  expect(
    labelsCollide(
      usual.map((segment) => ({ ...segment, days: 1 })),
      60,
      980,
    ),
  ).toBe(true)
})
