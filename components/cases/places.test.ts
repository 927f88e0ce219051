import { expect, test } from 'vitest'
import { type PlaceGroup, placeOf, shownGroups } from '@/components/cases/places'

const groups: PlaceGroup[] = [
  {
    label: 'Przegląd',
    places: [
      { href: '/sprawy/1', label: 'Stan sprawy', alone: 'Przegląd' },
      { href: '/sprawy/1/historia', label: 'Oś czasu' },
    ],
  },
  {
    label: 'Rodzina',
    places: [{ href: '/sprawy/1/zgody', label: 'Zgody', also: '/sprawy/1/kto-co-widzi' }],
  },
  { label: 'Bieżąca praca', places: [] },
]

test.each([
  ['/sprawy/1', 'Stan sprawy'],
  ['/sprawy/1/zespol', 'Stan sprawy'],
  ['/sprawy/1/historia/druk', 'Oś czasu'],
  ['/sprawy/1/kto-co-widzi', 'Zgody'],
  ['/sprawy/2', undefined],
])('%s belongs to %s', (path, label) => {
  expect(placeOf(groups, path)?.label).toBe(label)
})

test('a group with one place bears its name, an empty one is not shown', () => {
  expect(shownGroups(groups).map(({ label }) => label)).toEqual(['Przegląd', 'Zgody'])
  const first = groups[0] as PlaceGroup
  expect(
    shownGroups([
      { ...first, places: first.places.slice(0, 1) },
      { label: 'Plan', places: [] },
    ]).map(({ label }) => label),
  ).toEqual(['Przegląd'])
})
