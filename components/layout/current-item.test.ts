import { expect, test } from 'vitest'
import { currentItem } from '@/components/layout/current-item'

const items = [{ href: '/' }, { href: '/sprawy' }, { href: '/sprawy/zakonczone' }, { href: '/zespoly' }]

test.each([
  ['/', '/'],
  ['/sprawy', '/sprawy'],
  ['/sprawy/123/koszyk', '/sprawy'],
  ['/sprawy/zakonczone', '/sprawy/zakonczone'],
  ['/sprawyy', undefined],
  ['/pomoc', undefined],
])('%s belongs to %s', (path, href) => {
  expect(currentItem(items, path)).toBe(href)
})

test('a page beside the item’s own address belongs to it when it lies under the same place', () => {
  const own = [
    { href: '/zespoly/1/sprawy', under: '/zespoly/1' },
    { href: '/zespoly/1/liczby' },
    { href: '/zespoly' },
  ]
  expect(currentItem(own, '/zespoly/1/sklad')).toBe('/zespoly/1/sprawy')
  expect(currentItem(own, '/zespoly/1/liczby')).toBe('/zespoly/1/liczby')
  expect(currentItem(own, '/zespoly/2')).toBe('/zespoly')
})
