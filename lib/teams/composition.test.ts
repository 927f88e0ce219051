import { expect, it } from 'vitest'
import { compositionByLevel, fillSlots } from '@/lib/teams/composition'

it('a team is seen by level and sector, with what is missing of the core and of what is usual', () => {
  const places = compositionByLevel(
    fillSlots([
      { kindKey: 'ops', name: 'GOPS Świlcza' },
      { kindKey: 'szkola_podstawowa', name: 'SP Trzciana' },
    ]),
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
  const [gmina, powiat] = compositionByLevel(fillSlots([{ kindKey: 'mopr', name: 'MOPS Tychy' }]))
  expect([gmina?.level, gmina?.present, powiat?.level, powiat?.present]).toEqual([
    'gmina',
    ['MOPS Tychy'],
    'powiat',
    ['MOPS Tychy'],
  ])
})
