import { beforeAll, describe, expect, it } from 'vitest'
import { createInstitution, mendInstitution, readInstitution } from '@/lib/institutions'
import { asActor } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import type { Actor } from '@/lib/policy/actor'
import { asOwner, useDatabase } from '@/tests/support/database'
import { refusal } from '@/tests/support/refusal'
import { makeActor, makeInstitution } from '@/tests/support/world'

useDatabase()

let ops: string
let leader: Actor
let animator: Actor

beforeAll(async () => {
  ops = await makeInstitution({ name: 'GOPS w Świlczy' })
  leader = await makeActor(ops, { role: 'lider_gminny' })
  animator = await makeActor(await makeInstitution({ kind: 'rops' }), { role: 'animator' })
})

const school = (over: object) =>
  ({ name: 'Szkoła', kindKey: 'szkola_podstawowa', seatCode: '1816122', areaCodes: [], ...over }) as never

const mend = (actor: Actor, institutionId: string, over: object) =>
  mendInstitution.execute(actor, {
    institutionId,
    version: 1,
    seatCode: '1816122',
    areaCodes: [],
    ...over,
  } as never)

const areasOf = async (institutionId: string): Promise<string[]> =>
  (
    await asOwner().query<{ unit_code: string }>(
      'select unit_code from institution_area where institution_id = $1 order by 1',
      [institutionId],
    )
  ).rows.map((r) => r.unit_code)

describe('a corrected entry', () => {
  it('is compared with the registry like a new one, and leads to what is like it', async () => {
    const first = await makeInstitution({ name: 'Biblioteka w Trzcianie', kind: 'biblioteka' })
    const second = await makeInstitution({ name: 'Dom Kultury', kind: 'dom_kultury' })
    const error = await mend(animator, second, { name: 'Biblioteka w Trzcianie' }).catch((e: unknown) => e)
    expect(error).toBeInstanceOf(AppError)
    expect((error as AppError).key).toBe('similarInstitutions')
    expect((error as AppError).alike).toEqual({
      name: [{ id: first, name: 'Biblioteka w Trzcianie', seat: 'Świlcza' }],
    })
    const said = { name: 'Biblioteka w Trzcianie', confirmed: 'on' }
    expect(await refusal(mend(animator, second, said))).toBe('allowed')
    // what was said once is not asked again when only the phone changes
    expect(
      await refusal(mend(animator, second, { name: said.name, version: 2, phone: '17 856 10 10' })),
    ).toBe('allowed')
  })

  it('never takes the REGON of another that is live, nor does a new one', async () => {
    const numbers = { name: 'Przedszkole nr 1', kindKey: 'przedszkole', regon: '180193953' }
    await createInstitution.execute(leader, school(numbers))
    const again = { ...numbers, name: 'Żłobek całkiem inny', confirmed: 'on' }
    expect(await refusal(createInstitution.execute(leader, school(again)))).toBe('invalid invalid regon')
    const other = await makeInstitution({ name: 'Klub Seniora', kind: 'dzienny_dom' })
    const taken = { name: 'Klub Seniora', regon: '180193953', confirmed: 'on' }
    expect(await refusal(mend(animator, other, taken))).toBe('invalid invalid regon')
    const past = asActor(animator, (tx) =>
      tx.institution.updateMany({ where: { id: other }, data: { regon: '180193953' } }),
    )
    await expect(past).rejects.toMatchObject({ code: 'P2002' })
  })
})

describe('where an institution works', () => {
  it('is its seat when nothing is ticked', async () => {
    const poz = await makeInstitution({ name: 'Przychodnia', kind: 'poz' })
    await mend(animator, poz, { name: 'Przychodnia', areaCodes: ['1816122', '1863'] })
    expect(await areasOf(poz)).toEqual(['1816122', '1863011'])
    await mend(animator, poz, { name: 'Przychodnia', version: 2 })
    expect(await areasOf(poz)).toEqual(['1816122'])
  })

  it('is not extended by the centre that leads teams there, but by the region', async () => {
    expect((await readInstitution.execute(leader, { institutionId: ops })).areasKept).toBe(true)
    const wider = { name: 'GOPS w Świlczy', areaCodes: ['1816122', '1816082'] }
    expect(await refusal(mend(leader, ops, wider))).toBe('invalid invalid areaCodes')
    expect(await refusal(mend(leader, ops, { name: 'GOPS w Świlczy' }))).toBe('allowed')
    const past = asActor(leader, (tx) =>
      tx.institutionArea.createMany({ data: [{ institutionId: ops, unitCode: '1816082' }] }),
    )
    await expect(past).rejects.toMatchObject({ code: 'P2039' })
    expect(await areasOf(ops)).toEqual(['1816122'])
    await mend(animator, ops, { ...wider, version: 2 })
    expect(await areasOf(ops)).toEqual(['1816082', '1816122'])
  })

  it('is not written by strangers', async () => {
    const clerk = await makeActor(await makeInstitution({ kind: 'ngo' }), { role: 'decydent' })
    const past = asActor(clerk, (tx) =>
      tx.institutionArea.createMany({ data: [{ institutionId: ops, unitCode: '1816032' }] }),
    )
    await expect(past).rejects.toMatchObject({ code: 'P2039' })
  })
})
