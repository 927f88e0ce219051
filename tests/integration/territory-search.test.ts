import { beforeAll, describe, expect, it } from 'vitest'
import { createInstitution, listInstitutions, readInstitution } from '@/lib/institutions'
import type { Actor } from '@/lib/policy/actor'
import { readSource, searchTerritory } from '@/lib/territory'
import { asOwner, useDatabase } from '@/tests/support/database'
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

  it('leads a code and a name of old to the unit that followed', async () => {
    await asOwner().query(`insert into territory_unit
      (code, level, name, name_folded, kind, parent_code, wojewodztwo_code, valid_from, valid_to, successor_code)
      values ('1816999', 'gmina', 'Dąbrówka Stara', 'dabrowka stara', 2, '1816', '18', '2020-01-01', '2025-12-31', '1816122')`)
    await asOwner().query(
      `update territory_unit set former_names = array['Nowa Łękawica'] where code = '1816082'`,
    )
    expect(await found({ text: '1816999', level: 'gmina' })).toEqual(['Świlcza'])
    expect(await found({ text: 'dabrowka stara' })).toEqual(['Świlcza'])
    expect(await found({ text: 'nowa lekawica' })).toEqual(['Kamień'])
    expect(await found({ text: '1816999', within: '14' })).toEqual([])
  })

  it('says of which day the register is, also after an import', async () => {
    expect(await readSource.execute(reader, {})).toEqual({ statedOn: '2026-01-01' })
    await asOwner().query(`insert into territory_import (stated_on, report) values ('2027-01-01', '{}')`)
    expect(await readSource.execute(reader, {})).toEqual({ statedOn: '2027-01-01' })
  })
})

describe('the registry', () => {
  it('is narrowed by level and by where an institution works, also by a code of old', async () => {
    const leader = await makeActor(await makeInstitution({ name: 'GOPS w Kamieniu', seat: '1816082' }), {
      role: 'lider_gminny',
    })
    const { institutionId } = await createInstitution.execute(leader, {
      name: 'Szpital Powiatowy',
      kindKey: 'szpital',
      seatCode: '1816122',
      areaCodes: ['1816'],
      rspo: '',
      rpwdl: '0000 0001 2345',
      confirmed: 'on',
    } as never)
    expect(await readInstitution.execute(leader, { institutionId })).toMatchObject({
      rspo: null,
      rpwdl: '000000012345',
      level: 'powiat',
    })
    const names = async (filter: object) =>
      (await listInstitutions.execute(leader, { text: '', cursor: '', ...filter })).rows.map((r) => r.name)
    expect(await names({ level: 'powiat' })).toEqual(['Szpital Powiatowy'])
    expect(await names({ unit: '1816082' })).toEqual(['GOPS w Kamieniu', 'Szpital Powiatowy'])
    expect(await names({ unit: '1816999', level: 'powiat' })).toEqual(['Szpital Powiatowy'])
    expect(await names({ unit: '14' })).toEqual([])
  })
})
