import { beforeAll, describe, expect, it } from 'vitest'
import { createInstitution, mendInstitution } from '@/lib/institutions'
import { appoint, rolesToGive } from '@/lib/people'
import { asActor } from '@/lib/platform/db'
import type { Actor } from '@/lib/policy/actor'
import { asOwner, useDatabase } from '@/tests/support/database'
import { refusal } from '@/tests/support/refusal'
import { makeActor, makeInstitution, makeTeam, makeUser } from '@/tests/support/world'

useDatabase()

let charity: string
let rops: string
let clerk: Actor
let animator: Actor
let operator: Actor

beforeAll(async () => {
  charity = await makeInstitution({ name: 'Fundacja Próbna', kind: 'ngo', level: 'gmina_powiat' })
  clerk = await makeActor(charity, { role: 'admin_lokalny' })
  rops = await makeInstitution({ kind: 'rops', level: 'wojewodztwo' })
  animator = await makeActor(rops, { role: 'animator' })
  operator = await makeActor(await makeInstitution({ kind: 'uczelnia' }), { role: 'operator' })
})

const kindOf = async (id: string): Promise<unknown> =>
  (await asOwner().query('select kind_key, wojewodztwo_code, version from institution where id = $1', [id]))
    .rows[0]

const mend = (actor: Actor, institutionId: string, change: object) =>
  refusal(
    mendInstitution.execute(actor, {
      institutionId,
      version: 1,
      name: 'Fundacja Próbna',
      seatCode: '1816122',
      areaCodes: ['1816122'],
      confirmed: 'on',
      ...change,
    } as never),
  )

/** Straight at the table, past the first lock. */
const write = (actor: Actor, id: string, data: object) =>
  asActor(actor, (tx) => tx.institution.updateMany({ where: { id }, data }))

describe('the kind of an institution', () => {
  it('does not make a region’s coordinator out of a charity’s clerk', async () => {
    expect(await mend(clerk, charity, { kindKey: 'rops' })).toBe('invalid invalid kindKey')
    await expect(write(clerk, charity, { kindKey: 'rops' })).rejects.toMatchObject({ code: 'P2039' })
    expect(rolesToGive(clerk, placeOf(charity, 'ngo'))).not.toContain('rops_koordynator')
    for (const role of ['rops_koordynator', 'animator', 'ekspert', 'lider_gminny']) {
      const userId = await makeUser(charity)
      expect(
        await refusal(appoint.execute(clerk, { institutionId: charity, userId, role, endsOn: '' })),
      ).toBe('forbidden roleNotYours')
      const past = asActor(clerk, (tx) =>
        tx.roleAssignment.createMany({
          data: [
            {
              userId,
              institutionId: charity,
              role: role as 'animator',
              startsOn: new Date('2026-01-01'),
              grantedById: clerk.userId,
            },
          ],
        }),
      )
      await expect(past, role).rejects.toMatchObject({ code: 'P2039' })
    }
    expect(await kindOf(charity)).toEqual({ kind_key: 'ngo', wojewodztwo_code: '18', version: 1 })
  })

  it('is not the own institution’s to change, nor its voivodeship; its other data is', async () => {
    for (const role of ['admin_lokalny', 'decydent'] as const) {
      const own = await makeActor(charity, { role })
      expect(await mend(own, charity, { kindKey: 'ops' })).toBe('forbidden kindNotYours')
      expect(await mend(own, charity, { seatCode: '1465011' })).toBe('forbidden kindNotYours')
      await expect(write(own, charity, { kindKey: 'ops' })).rejects.toMatchObject({ code: 'P2039' })
      await expect(write(own, charity, { wojewodztwoCode: '14' })).rejects.toMatchObject({ code: 'P2039' })
    }
    const leader = await makeActor(await makeInstitution(), { role: 'lider_gminny' })
    expect(await mend(leader, charity, { kindKey: 'ops' })).toBe('forbidden kindNotYours')
    await expect(write(leader, charity, { replacesOps: true })).rejects.toMatchObject({ code: 'P2039' })
    expect(await mend(clerk, charity, { name: 'Fundacja Nowa' })).toBe('allowed')
    expect(await kindOf(charity)).toEqual({ kind_key: 'ngo', wojewodztwo_code: '18', version: 2 })
  })

  it('is changed by the region within the region, never to or from a ROPS', async () => {
    const other = await makeInstitution({ kind: 'ppp' })
    expect(await mend(animator, other, { kindKey: 'rops' })).toBe('invalid invalid kindKey')
    await expect(write(animator, other, { kindKey: 'rops' })).rejects.toMatchObject({ code: 'P2039' })
    expect(await mend(operator, rops, { kindKey: 'ppp' })).toBe('invalid invalid kindKey')
    await expect(write(operator, rops, { kindKey: 'ppp' })).rejects.toMatchObject({ code: 'P2039' })
    await expect(write(operator, rops, { wojewodztwoCode: '20' })).rejects.toMatchObject({ code: 'P2039' })
    expect(await mend(animator, other, { kindKey: 'ppp', seatCode: '1465011' })).toBe(
      'invalid invalid seatCode',
    )
    const far = await makeInstitution({ kind: 'ppp', seat: '2013072' })
    expect(await mend(animator, far, { kindKey: 'ngo', seatCode: '2013072' })).toBe('forbidden forbidden')
    expect(await mend(animator, other, { kindKey: 'szkola_podstawowa' })).toBe('allowed')
    expect(await kindOf(other)).toEqual({
      kind_key: 'szkola_podstawowa',
      wojewodztwo_code: '18',
      version: 2,
    })
  })

  it('stays while a team stands on it or people hold its roles', async () => {
    const ops = await makeInstitution()
    const pcpr = await makeInstitution({ kind: 'pcpr', level: 'powiat' })
    const school = await makeInstitution({ kind: 'szkola_podstawowa' })
    await makeTeam({ lead: ops, members: [pcpr, school] })
    expect(await mend(animator, ops, { kindKey: 'ngo' })).toBe('conflict kindBreaksTeam')
    expect(await mend(animator, pcpr, { kindKey: 'ngo' })).toBe('conflict kindBreaksTeam')
    await expect(write(animator, pcpr, { kindKey: 'ngo' })).rejects.toThrow()
    expect(await mend(animator, school, { kindKey: 'przedszkole' })).toBe('allowed')
    const alone = await makeInstitution()
    await makeActor(alone, { role: 'lider_gminny' })
    expect(await mend(animator, alone, { kindKey: 'pcpr' })).toBe('conflict kindBreaksRoles')
    await expect(write(animator, alone, { kindKey: 'pcpr' })).rejects.toThrow()
  })

  it('of a region or of the platform is registered by nobody', async () => {
    const leader = await makeActor(await makeInstitution(), { role: 'lider_gminny' })
    for (const kindKey of ['rops', 'operator', 'ministerstwo'])
      expect(
        await refusal(
          createInstitution.execute(leader, { name: 'Nowa', kindKey, seatCode: '1816122' } as never),
        ),
      ).toBe('invalid invalid kindKey')
    const past = (kindKey: string) =>
      asActor(leader, (tx) =>
        tx.institution.createMany({
          data: [
            {
              name: 'Nowa',
              nameFolded: 'nowa',
              kindKey,
              level: 'kraj',
              seatCode: '1816122',
              wojewodztwoCode: '18',
            },
          ],
        }),
      )
    await expect(past('rops')).rejects.toMatchObject({ code: 'P2039' })
    await expect(past('ministerstwo')).rejects.toMatchObject({ code: 'P2039' })
    expect((await past('ngo')).count).toBe(1)
  })
})

const placeOf = (institutionId: string, kindKey: string) => ({
  institutionId,
  kindKey,
  wojewodztwoCode: '18',
  inCoordinatedTeam: false,
})
