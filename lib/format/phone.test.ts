import { expect, test } from 'vitest'
import { formatPhone, parsePhone } from '@/lib/format/phone'

test.each([
  ['17 850 12 34', '+48178501234'],
  ['(17) 850-12-34', '+48178501234'],
  ['+48 601 602 603', '+48601602603'],
  ['0048601602603', '+48601602603'],
  ['48601602603', '+48601602603'],
  ['481602603', '+48481602603'],
  ['+380 44 123 45 67', '+380441234567'],
])('reads %j', (text, value) => {
  expect(parsePhone(text)).toEqual({ ok: true, value })
})

test.each([
  ['', 'empty'],
  ['12345678', 'length'],
  ['6016026033', 'length'],
  ['+48 12', 'length'],
  ['+1', 'length'],
  ['9'.repeat(9_000), 'length'],
  ['012345678', 'shape'],
  ['601 602 6o3', 'shape'],
  ['☎️', 'shape'],
  ['٦٠١٦٠٢٦٠٣', 'shape'],
])('refuses %.20j', (text, reason) => {
  expect(parsePhone(text)).toEqual({ ok: false, reason })
})

test('shows a number in the groups people read it in', () => {
  expect(formatPhone('+48601602603')).toBe('601\u00a0602\u00a0603')
  expect(formatPhone('+48178501234')).toBe('17\u00a0850\u00a012\u00a034')
  expect(formatPhone('+380441234567')).toBe('+380441234567')
})
