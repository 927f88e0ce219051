import { expect, test } from 'vitest'
import {
  formatMoney,
  formatQuantity,
  moneyInput,
  parseMoney,
  parseQuantity,
  quantityFromDecimal,
  quantityToDecimal,
} from '@/lib/format/money'

test.each([
  [123450, '1\u00a0234,50\u00a0zł'],
  [0, '0,00\u00a0zł'],
  [5, '0,05\u00a0zł'],
  [99999, '999,99\u00a0zł'],
  [123456789, '1\u00a0234\u00a0567,89\u00a0zł'],
  [-1050, '−10,50\u00a0zł'],
])('%d grosze', (grosze, text) => {
  expect(formatMoney(grosze)).toBe(text)
})

test('a part of a grosz is a mistake of the caller', () => {
  expect(() => formatMoney(1.5)).toThrow(RangeError)
  expect(moneyInput(123450)).toBe('1234,50')
})

test.each([
  ['1 234,50 zł', 123450],
  ['1\u00a0234,50\u00a0zł', 123450],
  ['1234.5', 123450],
  ['1.234,50', 123450],
  ['12', 1200],
  ['0,05', 5],
  ['0,1', 10],
  ['19,99', 1999],
  ['1234,50 PLN', 123450],
  ['9999999,99', 999999999],
])('reads %j', (text, value) => {
  expect(parseMoney(text)).toEqual({ ok: true, value })
})

test.each([
  ['', 'empty'],
  ['zł', 'empty'],
  ['-5', 'shape'],
  ['1,2,3', 'shape'],
  ['sto', 'shape'],
  ['1e9', 'shape'],
  ['١٢', 'shape'],
  ['💰', 'shape'],
  ['1.234', 'tooManyDecimals'],
  ['12,345', 'tooManyDecimals'],
  ['10000000', 'tooLarge'],
  ['9'.repeat(50_000), 'tooLarge'],
])('refuses %.20j', (text, reason) => {
  expect(parseMoney(text)).toEqual({ ok: false, reason })
})

test('quantities are hundredths of decimal(8,2)', () => {
  expect(parseQuantity('1,5')).toEqual({ ok: true, value: 150 })
  expect(parseQuantity('999999,99')).toEqual({ ok: true, value: 99999999 })
  expect(parseQuantity('1000000')).toEqual({ ok: false, reason: 'tooLarge' })
  expect(formatQuantity(150)).toBe('1,5')
  expect(formatQuantity(25)).toBe('0,25')
  expect(formatQuantity(200)).toBe('2')
  expect(formatQuantity(1234500)).toBe('12\u00a0345')
  expect(quantityFromDecimal('1.5')).toBe(150)
  expect(quantityFromDecimal('12')).toBe(1200)
  expect(quantityFromDecimal('0.29')).toBe(29)
  expect(quantityToDecimal(150)).toBe('1.50')
  expect(() => quantityFromDecimal('1.234')).toThrow(RangeError)
})
