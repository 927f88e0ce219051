import { describe, expect, test } from 'vitest'
import { cellOf, readShown, shareOf } from '@/lib/dashboards/figures'

describe('a suppressed cell', () => {
  test.each([
    ['0', { kind: 'count', value: 0 }],
    ['17', { kind: 'count', value: 17 }],
    ['<5', { kind: 'few' }],
    ['hidden', { kind: 'hidden' }],
  ])('%s', (text, shown) => {
    expect(readShown(text)).toEqual(shown)
  })

  test('that is not there is 0', () => {
    expect(cellOf(new Map(), 'PL', 'all')).toEqual({ kind: 'count', value: 0 })
  })
})

describe('a share', () => {
  const count = (value: number) => ({ kind: 'count', value }) as const
  test.each([
    [count(140), count(172), 81],
    [count(0), count(5), 0],
    [count(0), count(4), null],
    [{ kind: 'few' } as const, count(20), null],
    [count(6), { kind: 'hidden' } as const, null],
  ])('%o of %o', (part, whole, share) => {
    expect(shareOf(part, whole)).toBe(share)
  })
})
