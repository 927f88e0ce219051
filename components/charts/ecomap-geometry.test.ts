import { describe, expect, it, test } from 'vitest'
import { type Box, ecomapPhone, ecomapWide, wrapped } from '@/components/charts/ecomap-geometry'

test('one institution stands on the right, level with the family', () => {
  expect(ecomapWide(1)).toEqual({
    width: 1200,
    height: 124,
    family: { x: 500, y: 8, width: 200, height: 108 },
    spots: [
      {
        x: 860,
        y: 4,
        width: 340,
        height: 116,
        tie: 'M700 62C780 62 780 62 860 62',
        mark: { x: 780, y: 62 },
      },
    ],
  })
})

test('five stand clockwise from the top right, the ends of a side lean to the middle', () => {
  const { height, family, spots } = ecomapWide(5)
  expect(height).toBe(400)
  expect(family).toEqual({ x: 500, y: 146, width: 200, height: 108 })
  expect(spots.map(({ x, y, tie }) => ({ x, y, tie }))).toEqual([
    { x: 790, y: 4, tie: 'M700 200C745 200 745 62 790 62' },
    { x: 860, y: 142, tie: 'M700 200C780 200 780 200 860 200' },
    { x: 790, y: 280, tie: 'M700 200C745 200 745 338 790 338' },
    { x: 0, y: 211, tie: 'M500 200C420 200 420 269 340 269' },
    { x: 0, y: 73, tie: 'M500 200C420 200 420 131 340 131' },
  ])
})

describe('on a phone', () => {
  test('the family is on top and each institution hangs on the trunk', () => {
    expect(ecomapPhone(2)).toEqual({
      width: 312,
      height: 312,
      family: { x: 0, y: 0, width: 312, height: 56 },
      spots: [
        { x: 44, y: 70, width: 268, height: 112, tie: 'M12 126H44', mark: { x: 26, y: 126 } },
        { x: 44, y: 196, width: 268, height: 112, tie: 'M12 252H44', mark: { x: 26, y: 252 } },
      ],
    })
  })
})

const overlaps = (a: Box, b: Box) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height

it.each([1, 2, 3, 4, 5, 6, 7, 8, 11, 12, 20])(
  'with %i institutions nothing covers anything and all is on the sheet',
  (n) => {
    for (const map of [ecomapWide(n), ecomapPhone(n)]) {
      const boxes = [map.family, ...map.spots]
      expect(map.spots).toHaveLength(n)
      expect(boxes.flatMap((a, i) => boxes.slice(i + 1).filter((b) => overlaps(a, b)))).toEqual([])
      expect(
        boxes.filter((b) => b.x < 0 || b.y < 0 || b.x + b.width > map.width || b.y + b.height > map.height),
      ).toEqual([])
    }
  },
)

it.each<[string, number, number, string[]]>([
  ['Szkoła Podstawowa w Trzcianie', 34, 2, ['Szkoła Podstawowa w Trzcianie']],
  [
    'Poradnia Psychologiczno-Pedagogiczna w Rzeszowie',
    34,
    2,
    ['Poradnia', 'Psychologiczno-Pedagogiczna w'].map((row, i) => (i === 1 ? `${row}…` : row)),
  ],
  ['Gminny Ośrodek Pomocy Społecznej w Świlczy', 34, 2, ['Gminny Ośrodek Pomocy Społecznej w', 'Świlczy']],
  ['raz dwa trzy cztery', 8, 2, ['raz dwa', 'trzy…']],
  ['Konstantynopolitańczykowianeczka', 10, 1, ['Konstanty…']],
  ['', 10, 2, []],
])('%s in rows of %i', (text, most, rows, said) => {
  expect(wrapped(text, most, rows)).toEqual(said)
})
