import { expect, test } from 'vitest'
import { formatNumber, plural, pluralForm } from '@/lib/format/plural'

const families = { one: 'rodzina', few: 'rodziny', many: 'rodzin' }

test.each([
  [0, '0 rodzin'],
  [1, '1 rodzina'],
  [2, '2 rodziny'],
  [4, '4 rodziny'],
  [5, '5 rodzin'],
  [11, '11 rodzin'],
  [12, '12 rodzin'],
  [14, '14 rodzin'],
  [21, '21 rodzin'],
  [22, '22 rodziny'],
  [112, '112 rodzin'],
  [1002, '1002 rodziny'],
  [12345, '12\u00a0345 rodzin'],
  [2.5, '2,5 rodziny'],
])('%d', (n, expected) => {
  expect(plural(n, families)).toBe(expected)
})

test('the noun alone', () => {
  expect(pluralForm(3, families)).toBe('rodziny')
})

test('numbers are grouped from five digits on', () => {
  expect(formatNumber(1234)).toBe('1234')
  expect(formatNumber(1234567)).toBe('1\u00a0234\u00a0567')
})
