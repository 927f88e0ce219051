import { beforeAll, describe, expect, it } from 'vitest'
import { createInstitution, endInstitution, mendInstitution, readInstitution } from '@/lib/institutions'
import type { Actor } from '@/lib/policy/actor'
import { useDatabase } from '@/tests/support/database'
import { refusal } from '@/tests/support/refusal'
import { makeActor, makeInstitution } from '@/tests/support/world'

useDatabase()

/** What a form sends: fields that were left empty may be missing. */
const sent = (fields: object) => fields as never

let leader: Actor
let animator: Actor

beforeAll(async () => {
  const ops = await makeInstitution({ name: 'GOPS w Świlczy', kind: 'ops' })
  leader = await makeActor(ops, { role: 'lider_gminny' })
  const rops = await makeInstitution({ name: 'ROPS w Rzeszowie', kind: 'rops' })
  animator = await makeActor(rops, { role: 'animator' })
})

const school = { name: 'Szkoła Podstawowa w Bratkowicach', kindKey: 'szkola_podstawowa', seatCode: '1816122' }

describe('a new institution', () => {
  it('is added with its gminas, numbers read with their checksums', async () => {
    const { institutionId } = await createInstitution.execute(
      leader,
      sent({
        ...school,
        areaCodes: ['', '1816122', '1863'],
        nip: '526-10-40-828',
        phone: '17 856 10 10',
      }),
    )
    const view = await readInstitution.execute(leader, { institutionId })
    expect(view).toMatchObject({ nip: '5261040828', phone: '+48178561010', level: 'gmina' })
    expect(view.areas.map((a) => a.name)).toEqual(['Świlcza', 'Rzeszów'])
  })

  it('shows the like one first, and again until it is said to be another', async () => {
    const again = { ...school, name: 'SZKOŁA podstawowa w Bratkowicach', areaCodes: [] }
    expect(await refusal(createInstitution.execute(leader, sent(again)))).toBe(
      'invalid similarInstitutions name',
    )
    expect(await refusal(createInstitution.execute(leader, sent({ ...again, confirmed: 'on' })))).toBe(
      'allowed',
    )
  })

  it('is no duplicate of its namesake in the next gmina, unless the whole name is the same', async () => {
    const krasne = { ...school, seatCode: '1816082', areaCodes: [] }
    const add = (name: string) => refusal(createInstitution.execute(leader, sent({ ...krasne, name })))
    expect(await add('Szkoła Podstawowa w Krasnem')).toBe('allowed')
    expect(await add('Szkoła Podstawowa w Bratkowicach')).toBe('invalid similarInstitutions name')
  })

  it.each([
    ['a wrong NIP and REGON', { nip: '5261040827', regon: '123' }, 'invalid invalid regon nip'],
    ['a gmina that does not exist', { seatCode: '9999999' }, 'forbidden forbidden'],
    ['a kind that does not exist', { kindKey: 'hurtownia' }, 'invalid invalid kindKey'],
    ['another voivodeship', { seatCode: '1465011' }, 'forbidden forbidden'],
  ])('is refused to an animator with %s', async (_name, change, expected) => {
    const input = { ...school, name: 'Inna placówka całkiem', areaCodes: [], ...change }
    expect(await refusal(createInstitution.execute(animator, sent(input)))).toBe(expected)
  })
})

describe('the registry kept true', () => {
  it('is mended by who saw the newest version', async () => {
    const institutionId = await makeInstitution({ name: 'Poradnia', kind: 'ppp' })
    const mended = { ...school, institutionId, version: 1, name: 'Poradnia nr 1', areaCodes: ['1816'] }
    expect(await refusal(mendInstitution.execute(animator, sent(mended)))).toBe('allowed')
    expect(await refusal(mendInstitution.execute(animator, sent(mended)))).toBe('conflict stale')
    const { name, areas, version } = await readInstitution.execute(animator, { institutionId })
    expect({ name, areas, version }).toEqual({
      name: 'Poradnia nr 1',
      areas: [{ code: '1816', name: 'rzeszowski', wholePowiat: true }],
      version: 2,
    })
  })

  it('ends an institution only when nobody works in it', async () => {
    const head = await makeActor(animator.institutionId, { role: 'rops_koordynator' })
    const end = (institutionId: string, endedOn = '1.11.2025') =>
      refusal(endInstitution.execute(head, { institutionId, version: 1, endedOn }))
    expect(await end(leader.institutionId)).toBe('conflict institutionHasPeople')
    const empty = await makeInstitution({ name: 'Fundacja Dawna', kind: 'ngo' })
    expect(await end(empty, '1.11.2999')).toBe('invalid invalid endedOn')
    expect(await end(empty)).toBe('allowed')
    expect((await readInstitution.execute(head, { institutionId: empty })).endedOn).toBe('2025-11-01')
    expect(await end(empty)).toBe('conflict stale')
  })
})
