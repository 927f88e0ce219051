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
