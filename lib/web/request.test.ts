import { describe, expect, it } from 'vitest'
import { addressOf, isSameOrigin, safeReturn } from '@/lib/web/request'

describe('the address of a client', () => {
  it.each([
    ['no proxy: what the client sent is not believed', '203.0.113.9', 0, 'direct'],
    ['one proxy: the hop that it added', '203.0.113.9', 1, '203.0.113.9'],
    [
      'one proxy: a hop invented by the client stands left and is passed over',
      '10.0.0.1, 203.0.113.9',
      1,
      '203.0.113.9',
    ],
    ['two proxies: the hop that the outer one added', 'x, 203.0.113.9, 192.0.2.1', 2, '203.0.113.9'],
    ['a list shorter than the proxies', '203.0.113.9', 2, 'direct'],
    ['an empty list', '', 1, 'direct'],
    ['no list', null, 1, 'direct'],
  ])('%s', (_what, forwarded, proxies, address) => {
    expect(addressOf(forwarded, proxies)).toBe(address)
  })
})

describe('a fetch of our own page', () => {
  it.each([
    ['same host', { origin: 'http://localhost:3000', host: 'localhost:3000' }, true],
    ['another host', { origin: 'https://evil.example', host: 'localhost:3000' }, false],
    ['no origin', { host: 'localhost:3000' }, false],
    [
      'a proxy that speaks to us by another name',
      { origin: 'https://koop.example', host: 'app:3000', 'x-forwarded-host': 'koop.example' },
      true,
    ],
    [
      'another page behind the same proxy',
      { origin: 'https://evil.example', host: 'app:3000', 'x-forwarded-host': 'koop.example' },
      false,
    ],
    ['an origin that is none', { origin: 'null', host: 'localhost:3000' }, false],
  ])('%s', (_what, headers, same) => {
    expect(isSameOrigin(new Headers(headers as Record<string, string>))).toBe(same)
  })
})

describe('the way back', () => {
  it.each([
    ['/szukaj?q=anna+nowak', '/szukaj?q=anna+nowak'],
    ['/szukaj?q=a%2Bb~c@d,e:f', '/szukaj?q=a%2Bb~c@d,e:f'],
    ['/zespoly/nowy?gmina=1816122', '/zespoly/nowy?gmina=1816122'],
    ['//evil.example/', '/'],
    ['/\\evil.example', '/'],
    ['/.//evil.example', '/'],
    ['/a/..//evil.example', '/'],
    ['/\t/evil.example', '/'],
    ['https://evil.example', '/'],
    ['javascript:alert(1)', '/'],
    ['', '/'],
    [null, '/'],
  ])('%s → %s', (value, path) => {
    expect(safeReturn(value)).toBe(path)
  })
})
