import { describe, expect, test } from 'vitest'
import { catalogueOf } from '@/lib/catalogue/here'

const day = (text: string) => new Date(`${text}T00:00:00Z`)
const entry = (kind: string, serviceKey: string, name: string | null, from: string, ended?: string) => ({
  id: `${kind}-${serviceKey}`,
  kind,
  serviceKey,
  name,
  startsOn: day(from),
  endedOn: ended ? day(ended) : null,
})

const entries = [
  entry('renamed', 'teleopieka', 'Opaska', '2026-05-01', '2026-09-01'),
  entry('added', 'teleopieka', 'Opaska dla dziecka', '2026-06-01'),
  entry('retired', 'klub_seniora', null, '2026-07-01'),
]
const on = (today: string) => {
  const here = catalogueOf(entries, today)
  return [
    here.among(['teleopieka', 'klub_seniora']).map((s) => s.name),
    here.nameOf('teleopieka'),
    here.nameOf('teleopieka', 'added-teleopieka'),
    here.nameOf('klub_seniora'),
  ]
}
const national = 'Teleopieka (opaska, przycisk życia)'
const club = 'Klub seniora / klub samopomocy'

describe('the catalogue of a voivodeship', () => {
  test.each([
    ['2026-04-30', [national, club], national],
    ['2026-05-01', ['Opaska', club], 'Opaska'],
    ['2026-06-01', ['Opaska', 'Opaska dla dziecka', club], 'Opaska'],
    ['2026-07-01', ['Opaska', 'Opaska dla dziecka'], 'Opaska'],
    ['2026-09-01', [national, 'Opaska dla dziecka'], national],
  ])('on %s', (today, offered, name) => {
    expect(on(today)).toEqual([offered, name, 'Opaska dla dziecka', club])
  })

  test('what was once chosen is known, and what nobody ever offered is not', () => {
    const here = catalogueOf(entries, '2026-10-01')
    expect([here.find('klub_seniora'), here.known('klub_seniora')?.name]).toEqual([undefined, club])
    expect([here.known('czary'), here.known('renamed-teleopieka')]).toEqual([undefined, undefined])
    expect(here.known('added-teleopieka')?.nationalKey).toBe('teleopieka')
    expect(here.offered).toHaveLength(125)
  })
})
