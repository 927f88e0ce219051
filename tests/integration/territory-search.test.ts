import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/policy/actor'
import { searchTerritory } from '@/lib/territory'
import { useDatabase } from '@/tests/support/database'
import { makeActor, makeInstitution } from '@/tests/support/world'

useDatabase()

let reader: Actor
beforeAll(async () => {
  reader = await makeActor(await makeInstitution(), { role: 'wykonawca' })
})

const found = async (input: Parameters<typeof searchTerritory.execute>[1]) =>
  (await searchTerritory.execute(reader, input)).map(({ label }) => label)

describe('search of the territory', () => {
  it('without a word lists the level or the place that was asked for, and nothing when nothing was', async () => {
    const regions = await found({ text: '', level: 'wojewodztwo' })
    expect([regions.length, regions[0], regions.at(-1)]).toEqual([16, 'dolnośląskie', 'zachodniopomorskie'])
    expect(await found({ text: ' ', level: 'powiat', within: '16' })).toHaveLength(12)
    expect(await found({ text: '' })).toEqual([])
  })

  it('finds by name without Polish letters and by code', async () => {
    expect((await found({ text: 'swilcza' }))[0]).toBe('Świlcza')
    expect(await found({ text: '1816122' })).toEqual(['Świlcza'])
  })
})
