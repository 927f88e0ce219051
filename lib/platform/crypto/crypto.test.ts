import { describe, expect, it } from 'vitest'
import { derivedKey, type KeyRing, open, parseKeyRing, seal, searchHash } from '@/lib/platform/crypto'

const key = (letter: string): string => Buffer.from(letter.repeat(32)).toString('base64')
const ring: KeyRing = { current: 'k1', keys: { k1: key('a') }, search: key('s') }
const rotated: KeyRing = { current: 'k2', keys: { k1: key('a'), k2: key('b') }, search: key('s') }

/** The seal with the first character of a part (2 iv, 3 tag, 4 text) replaced by another one. */
const changed = (sealed: string, part: number): string =>
  sealed
    .split('.')
    .map((text, i) => (i === part ? `${text.startsWith('A') ? 'B' : 'A'}${text.slice(1)}` : text))
    .join('.')

/** The seal with its tag of 16 bytes cut to the first four. */
const cutTag = (sealed: string): string =>
  sealed
    .split('.')
    .map((text, i) => (i === 3 ? Buffer.from(text, 'base64url').subarray(0, 4).toString('base64url') : text))
    .join('.')

describe('sealed numbers', () => {
  it('opens what it sealed and shows nothing of it', () => {
    const sealed = seal('02070803628', 'pesel', ring)
    expect(sealed).toMatch(/^v1\.k1\.[\w-]{16}\.[\w-]{22}\.[\w-]{15}$/)
    expect(sealed).not.toContain('02070803628')
    expect(open(sealed, 'pesel', ring)).toBe('02070803628')
  })

  it('never seals twice alike', () => {
    expect(seal('02070803628', 'pesel', ring)).not.toBe(seal('02070803628', 'pesel', ring))
  })

  it('opens an older key after rotation and seals with the new one', () => {
    expect(open(seal('02070803628', 'pesel', ring), 'pesel', rotated)).toBe('02070803628')
    expect(seal('1', 'pesel', rotated)).toMatch(/^v1\.k2\./)
  })

  it('refuses another purpose, a foreign key, a changed text', () => {
    const sealed = seal('02070803628', 'pesel', ring)
    expect(() => open(sealed, 'bank', ring)).toThrow()
    expect(() => open(sealed, 'pesel', { ...ring, keys: { k1: key('x') } })).toThrow()
    expect(() => open(sealed, 'pesel', { ...ring, current: 'k9', keys: { k9: key('a') } })).toThrow(
      'no key k1',
    )
    expect(() => open(changed(sealed, 4), 'pesel', ring)).toThrow()
    expect(() => open(changed(sealed, 3), 'pesel', ring)).toThrow()
    expect(() => open(changed(sealed, 2), 'pesel', ring)).toThrow()
    expect(() => open(cutTag(sealed), 'pesel', ring)).toThrow()
    expect(() => open('02070803628', 'pesel', ring)).toThrow('not a sealed value')
  })

  it('finds by a keyed hash that differs by purpose and key', () => {
    expect(searchHash('02070803628', 'pesel', ring)).toBe(searchHash('02070803628', 'pesel', rotated))
    expect(searchHash('02070803628', 'pesel', ring)).not.toBe(searchHash('02070803628', 'document', ring))
    expect(searchHash('1', 'pesel', ring)).not.toBe(searchHash('1', 'pesel', { ...ring, search: key('t') }))
  })

  it('derives a key of 32 bytes that differs by what it is for and by the installation', () => {
    const hex = (of: string, from: KeyRing) => Buffer.from(derivedKey(of, 'typed', from)).toString('hex')
    expect(hex('a', ring)).toMatch(/^[0-9a-f]{64}$/)
    expect(hex('a', ring)).toBe(hex('a', rotated))
    expect(hex('a', ring)).not.toBe(hex('b', ring))
    expect(hex('a', ring)).not.toBe(hex('a', { ...ring, search: key('t') }))
  })

  it.each([
    [undefined, 'KOOPERACJA_KEYS is not set'],
    ['', 'KOOPERACJA_KEYS is not set'],
    ['abc', 'KOOPERACJA_KEYS is not JSON'],
    ['{}', 'KOOPERACJA_KEYS is malformed at current'],
    [JSON.stringify({ ...ring, search: 'short' }), 'KOOPERACJA_KEYS is malformed at search'],
    [JSON.stringify({ ...ring, current: 'k7' }), 'KOOPERACJA_KEYS names a current key that it does not hold'],
  ])('says what is wrong with %s', (text, message) => {
    expect(() => parseKeyRing(text)).toThrow(message)
  })
})
