import { expect, test } from 'vitest'
import { fold } from '@/lib/format/fold'

test.each([
  ['Świlcza', 'swilcza'],
  ['Łódź', 'lodz'],
  ['ŁÓDŹ', 'lodz'],
  ['Zażółć gęślą jaźń', 'zazolc gesla jazn'],
  ['zażółć'.normalize('NFD'), 'zazolc'],
  ['  Nowak –   Kowalska ', 'nowak – kowalska'],
  ['Đorđević Müller Strauß', 'dordevic muller strauss'],
  ['', ''],
  ['😀 Ala', '😀 ala'],
  ['بيت', 'بيت'],
])('%j folds to %j', (text, expected) => {
  expect(fold(text)).toBe(expected)
})
