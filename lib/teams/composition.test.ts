import { expect, it } from 'vitest'
import { compositionByLevel, fillSlots, missingKinds, suggested, teamSlots } from '@/lib/teams/composition'
import { nationalBody } from '@/lib/variants'

const national = nationalBody('I')

it('a team is seen by level and sector, with what is missing of the core and of what is usual', () => {
  const places = compositionByLevel(
    fillSlots(
      [
        { kindKey: 'ops', name: 'GOPS Świlcza' },
        { kindKey: 'szkola_podstawowa', name: 'SP Trzciana' },
      ],
      national,
    ),
  )
  expect(places.slice(0, 2)).toEqual([
    { level: 'gmina', sector: 'pomoc_spoleczna', present: ['GOPS Świlcza'], missing: [] },
    {
      level: 'powiat',
      sector: 'pomoc_spoleczna',
      present: [],
      missing: [{ name: 'Powiatowe centrum pomocy rodzinie', required: true }],
    },
  ])
  expect(places).toContainEqual({ level: 'gmina', sector: 'oswiata', present: ['SP Trzciana'], missing: [] })
  expect(places.some((place) => place.level === 'wojewodztwo')).toBe(false)
})

it('a MOPR stands on both levels', () => {
  const [gmina, powiat] = compositionByLevel(fillSlots([{ kindKey: 'mopr', name: 'MOPS Tychy' }], national))
  expect([gmina?.level, gmina?.present, powiat?.level, powiat?.present]).toEqual([
    'gmina',
    ['MOPS Tychy'],
    'powiat',
    ['MOPS Tychy'],
  ])
})

/** The library is optional by the reference, the school usual. */
const asked = { requiredKinds: ['biblioteka'], recommendedKinds: ['kgw'] }

it('places follow the version of the variant: core, required, recommended, the rest by the reference', () => {
  const slots = teamSlots(asked)
  const groupOf = (key: string) => slots.find((slot) => slot.key === key)?.group
  expect(slots.slice(0, 4).map(({ key, group }) => [key, group])).toEqual([
    ['ops', 'core'],
    ['pcpr', 'core'],
    ['biblioteka', 'required'],
    ['kgw', 'frequent'],
  ])
  expect(groupOf('szkola_podstawowa')).toBe('optional')
  expect(slots.length).toBe(teamSlots(national).length)
  expect(teamSlots(national).some(({ group }) => group === 'required')).toBe(false)
})

it('a required kind that is not there is marked as required, and ticked beforehand where one is known', () => {
  const [library] = fillSlots([{ kindKey: 'biblioteka', name: 'GBP' }], asked).filter(
    ({ key }) => key === 'biblioteka',
  )
  expect(library && suggested(library)).toBe(true)
  expect(
    compositionByLevel(fillSlots([{ kindKey: 'ops', name: 'GOPS' }], asked)).flatMap((p) => p.missing),
  ).toEqual([
    { name: 'Powiatowe centrum pomocy rodzinie', required: true },
    { name: 'Biblioteka publiczna', required: true },
    { name: 'Koło gospodyń wiejskich', required: false },
  ])
  expect(missingKinds(['biblioteka', 'kgw'], [{ kindKey: 'kgw' }])).toEqual(['biblioteka'])
})
