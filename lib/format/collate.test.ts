import { expect, test } from 'vitest'
import { comparePolish, sortPolish } from '@/lib/format/collate'

test('the Polish alphabet', () => {
  const names = ['Żak', 'Zając', 'Łoś', 'Lis', 'Mak', 'Ćma', 'Cis', 'Dąb', 'Źdźbło', 'Ósmy', 'Osa', 'Puk']
  expect(sortPolish(names, (name) => name)).toEqual([
    'Cis',
    'Ćma',
    'Dąb',
    'Lis',
    'Łoś',
    'Mak',
    'Osa',
    'Ósmy',
    'Puk',
    'Zając',
    'Źdźbło',
    'Żak',
  ])
})

test('numbers in names count', () => {
  expect(comparePolish('Szkoła nr 2', 'Szkoła nr 10')).toBeLessThan(0)
})

test('the list that was passed in stays as it was', () => {
  const given = ['b', 'a']
  sortPolish(given, (name) => name)
  expect(given).toEqual(['b', 'a'])
})
