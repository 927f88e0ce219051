import { expect, test } from 'vitest'
import { checkPesel, maskPesel } from '@/lib/identifiers'

test.each([
  ['02070803628', '02070803628', '1902-07-08', 'female'],
  ['85031412347', '85031412347', '1985-03-14', 'female'],
  ['12250943217', '12250943217', '2012-05-09', 'male'],
  ['99923100014', '99923100014', '1899-12-31', 'male'],
  [' 850314 12347 ', '85031412347', '1985-03-14', 'female'],
  ['850314-12347', '85031412347', '1985-03-14', 'female'],
  ['\u202a85031412347\u202c', '85031412347', '1985-03-14', 'female'],
])('%j is %s, born %s, %s', (text, pesel, birthOn, sex) => {
  expect(checkPesel(text)).toEqual({ ok: true, value: { pesel, birthOn, sex } })
})

test.each([
  ['', 'empty'],
  [' - ', 'empty'],
  ['20070803628', 'checksum'],
  ['85031412346', 'checksum'],
  ['85031412374', 'checksum'],
  ['00000000000', 'date'],
  ['85023112343', 'date'],
  ['01222900013', 'date'],
  ['8503141234', 'length'],
  ['850314123477', 'length'],
  ['8'.repeat(100_000), 'length'],
  ['8503141234x', 'shape'],
  ['😀5031412347', 'shape'],
  ['٨٥٠٣١٤١٢٣٤٧', 'shape'],
  ['עברית', 'shape'],
])('%.20j: %s', (text, reason) => {
  expect(checkPesel(text)).toEqual({ ok: false, reason })
})

test('a list shows the last three digits only', () => {
  expect(maskPesel('85031412347')).toBe('••••••••347')
})
