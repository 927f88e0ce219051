import { describe, expect, it } from 'vitest'
import { asActor } from '@/lib/platform/db'
import type { Actor } from '@/lib/policy/actor'
import * as teams from '@/lib/teams'
import { asOwner, useDatabase } from '@/tests/support/database'
import { refusal } from '@/tests/support/refusal'
import { actorOf, makeActor, makeInstitution, makeTeam } from '@/tests/support/world'

useDatabase()

const piekuty = '2013072' // Nowe Piekuty
const sokoly = '2013082' // Sokoły, the same powiat
const swilcza = '1816122' // Świlcza, another voivodeship

const view = (actor: Actor, teamId: string) => teams.readTeam.execute(actor, { teamId })

const founded = async (actor: Actor) => {
  const { teamId } = await teams.createTeam.execute(actor, {
    gmina: piekuty,
    variant: 'I',
    lead: '',
    members: [],
    fresh: {},
  })
  const who = await actorOf(actor.userId, actor.institutionId)
  const mend = async (fields: Partial<Parameters<typeof teams.mendTeam.execute>[1]>, by = who) => {
    const team = await view(by, teamId)
    return teams.mendTeam.execute(by, {
      teamId,
      version: team.version,
      name: team.name,
      variant: 'I',
      leadInstitutionId: '',
      agreementFrom: '1.12.2026',
      agreementTo: '31.12.2028',
      minimumSignatures: '',
      agreementText: team.agreement.text ?? '',
      ...fields,
    })
  }
  return { teamId, who, mend }
}

const animator = async () =>
  makeActor(await makeInstitution({ kind: 'rops', level: 'wojewodztwo', seat: '2061011' }), {
    role: 'animator',
  })

const placeOf = async (teamId: string) => {
  const { rows } = await asOwner().query(
    'select gmina_code, powiat_code, wojewodztwo_code, name, name_folded from team where id = $1',
    [teamId],
  )
  return rows[0]
}

describe('the gmina of a team', () => {
  it('is corrected before the agreement is sent; name and draft follow while nobody changed them', async () => {
    const { teamId, who, mend } = await founded(await animator())
    expect((await view(who, teamId)).gminaChoice).toEqual({ within: '20', own: [] })
    await mend({ gmina: sokoly })
    expect(await placeOf(teamId)).toEqual({
      gmina_code: sokoly,
      powiat_code: '2013',
      wojewodztwo_code: '20',
      name: 'Zespół Sokoły',
      name_folded: 'zespol sokoly',
    })
    expect((await view(who, teamId)).agreement.text).toContain('gmina Sokoły')
    await mend({ name: 'Zespół nad Śliną', agreementText: 'Własna treść.' })
    await mend({ gmina: piekuty })
    expect(await placeOf(teamId)).toMatchObject({ gmina_code: piekuty, name: 'Zespół nad Śliną' })
    expect((await view(who, teamId)).agreement.text).toBe('Własna treść.')
  })

  it('is one where a team could be founded: in force, of the own voivodeship, without such a team', async () => {
    const { teamId, mend } = await founded(await animator())
    expect(await refusal(mend({ gmina: '2013999' }))).toBe('invalid invalid gmina')
    expect(await refusal(mend({ gmina: '' }))).toBe('invalid invalid gmina')
    expect(await refusal(mend({ gmina: swilcza }))).toBe('invalid invalid gmina')
    await makeTeam({ lead: await makeInstitution({ seat: sokoly }), gmina: sokoly, variant: 'I' })
    expect(await refusal(mend({ gmina: sokoly }))).toBe('conflict teamExists')
    expect(await placeOf(teamId)).toMatchObject({ gmina_code: piekuty, name: 'Zespół Nowe Piekuty' })
  })

  it('of a leader’s team is one that the own institution serves, and no coordinator changes it', async () => {
    const ops = await makeInstitution({ seat: piekuty })
    const { teamId, who, mend } = await founded(await makeActor(ops, { role: 'lider_gminny' }))
    expect((await view(who, teamId)).gminaChoice).toEqual({
      within: null,
      own: [{ code: piekuty, name: 'Nowe Piekuty' }],
    })
    expect(await refusal(mend({ gmina: '2013042' }))).toBe('invalid invalid gmina')
    const coordinator = await makeActor(ops, { role: 'koordynator_zespolu', teamId })
    expect((await view(coordinator, teamId)).gminaChoice).toBeNull()
    await asOwner().query('insert into institution_area (institution_id, unit_code) values ($1, $2)', [
      ops,
      '2013042',
    ])
    expect(await refusal(mend({ gmina: '2013042' }, coordinator))).toBe('invalid invalid gmina')
    expect(await refusal(mend({ gmina: '2013042' }))).toBe('allowed')
  })

  it('is kept by the database: from the sending of the agreement on, and in the own area always', async () => {
    const { teamId, who } = await founded(await animator())
    const move = (data: { gminaCode: string; powiatCode: string; wojewodztwoCode: string }) =>
      asActor(who, (tx) => tx.team.updateMany({ where: { id: teamId }, data }))
    const there = { gminaCode: '2013042', powiatCode: '2013', wojewodztwoCode: '20' }
    await expect(
      move({ gminaCode: swilcza, powiatCode: '1816', wojewodztwoCode: '18' }),
    ).rejects.toMatchObject({ meta: { driverAdapterError: { cause: { originalCode: '42501' } } } })
    await expect(move({ ...there, powiatCode: '2001' })).rejects.toThrow()
    expect(await move(there)).toEqual({ count: 1 })
    await asOwner().query(`update team set status = 'agreement' where id = $1`, [teamId])
    await expect(move({ ...there, gminaCode: piekuty })).rejects.toThrow()
    expect(await placeOf(teamId)).toMatchObject({ gmina_code: '2013042' })
  })
})
