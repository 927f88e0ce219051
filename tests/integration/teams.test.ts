import { beforeAll, describe, expect, it } from 'vitest'
import { AppError } from '@/lib/platform/errors'
import type { Actor } from '@/lib/policy/actor'
import * as teams from '@/lib/teams'
import { asOwner, useDatabase } from '@/tests/support/database'
import { testDay } from '@/tests/support/day'
import { refusal } from '@/tests/support/refusal'
import { actorOf, makeActor, makeInstitution } from '@/tests/support/world'

useDatabase()

const none = { lead: '', members: [], fresh: {} }
const named = (name: string, confirmed = false) => ({ name, confirmed })

const gmina = '2013072' // Nowe Piekuty, rural, powiat wysokomazowiecki

/** A ROPS of podlaskie with an animator who is assigned to no team yet. */
const animatorOf = async (): Promise<Actor> => {
  const rops = await makeInstitution({ kind: 'rops', level: 'wojewodztwo', seat: '2061011', name: 'ROPS' })
  return makeActor(rops, { role: 'animator' })
}

const again = (actor: Actor): Promise<Actor> => actorOf(actor.userId, actor.institutionId)

describe('an animator sets up a team', () => {
  let animator: Actor
  let teamId: string
  const view = () => teams.readTeam.execute(animator, { teamId })
  const versionNow = async () => ({ teamId, version: (await view()).version })

  beforeAll(async () => {
    animator = await animatorOf()
  })

  it('gets powiat, variant and missing kinds for the gmina', async () => {
    const ready = await teams.prepareTeam.execute(animator, { gmina })
    expect(ready.gmina).toMatchObject({
      name: 'Nowe Piekuty',
      powiatCode: '2013',
      powiatName: 'wysokomazowiecki',
    })
    expect(ready.suggestedVariant).toBe('I')
    expect(ready.asksPopulation).toBe(false)
    expect(ready.places.slice(0, 2).map((p) => [p.key, p.institutions.length])).toEqual([
      ['ops', 0],
      ['pcpr', 0],
    ])
  })

  it('is asked how large a town is, and gets a suggestion by the answer', async () => {
    const town = '2013011' // Wysokie Mazowieckie, town
    const asked = await teams.prepareTeam.execute(animator, { gmina: town })
    expect([asked.asksPopulation, asked.suggestedVariant]).toEqual([true, undefined])
    const large = await teams.prepareTeam.execute(animator, { gmina: town, over20k: true })
    expect(large.suggestedVariant).toBe('III')
  })

  it('creates it with new institutions of an empty gmina', async () => {
    const made = await teams.createTeam.execute(animator, {
      gmina,
      variant: 'I',
      lead: '',
      members: [],
      fresh: {
        ops: named('GOPS Nowe Piekuty'),
        szkola_podstawowa: named('Szkoła Podstawowa w Nowych Piekutach'),
        gkrpa: named(''),
      },
    })
    teamId = made.teamId
    animator = await again(animator)
    const team = await view()
    expect(team).toMatchObject({
      name: 'Zespół Nowe Piekuty',
      status: 'initiated',
      lead: 'GOPS Nowe Piekuty',
    })
    expect(team.parties.map((p) => p.name)).toEqual([
      'GOPS Nowe Piekuty',
      'Szkoła Podstawowa w Nowych Piekutach',
    ])
  })

  it('is told what is missing before the agreement can be sent', async () => {
    expect((await view()).next).toEqual({
      action: 'team.sendAgreement',
      may: true,
      missing: [{ key: 'powiatSide' }, { key: 'agreementDates' }],
    })
    expect(await refusal(teams.sendAgreement.execute(animator, await versionNow()))).toBe(
      'conflict teamNotReady',
    )
  })

  it('sees near-duplicates before a second institution is made', async () => {
    const add = async (confirmed: boolean) =>
      teams.addMembers.execute(animator, {
        ...(await versionNow()),
        members: [],
        fresh: { ops: named('Gminny Ośrodek Pomocy w Nowych Piekutach', confirmed) },
      })
    expect(await refusal(add(false))).toBe('invalid similarInstitutions fresh.ops.name')
    const error = await add(false).catch((e: AppError) => e)
    const like = error instanceof AppError ? error.alike['fresh.ops.name'] : []
    expect(like?.map((i) => i.name)).toEqual(['GOPS Nowe Piekuty'])
    // taking that one, which is a party already, makes no second institution
    const taken = { name: 'Gminny Ośrodek Pomocy', confirmed: false, known: like?.[0]?.id }
    expect(
      await teams.addMembers.execute(animator, {
        ...(await versionNow()),
        members: [],
        fresh: { ops: taken },
      }),
    ).toEqual({ added: 0 })
    const { rows } = await asOwner().query(
      `select count(*)::int as n from institution where kind_key = 'ops' and seat_code = $1`,
      [gmina],
    )
    expect(rows).toEqual([{ n: 1 }])
  })

  it('adds the powiat, whose whole area it serves', async () => {
    await teams.addMembers.execute(animator, {
      ...(await versionNow()),
      members: [],
      fresh: { pcpr: named('PCPR Wysokie') },
    })
    const { rows } = await asOwner().query(
      `select count(*)::int as n, bool_and(unit_code like '2013%') as within from institution_area a
       join institution i on i.id = a.institution_id where i.name = 'PCPR Wysokie'`,
    )
    expect(rows).toEqual([{ n: 10, within: true }])
  })

  it('names representatives; who is new is invited by mail', async () => {
    const parties = (await view()).parties
    const people = ['Teresa Lipa', 'Adam Wolny', 'Ewa Sosna'].map((name) => name.split(' '))
    const seats = parties.map((p, i) => ({
      memberId: p.memberId,
      representative: {
        givenName: people[i]?.[0] ?? '',
        familyName: people[i]?.[1] ?? '',
        email: `osoba${i}@piekuty.example`,
      },
    }))
    expect(await teams.nameRepresentatives.execute(animator, { teamId, seats })).toEqual({ named: 3 })
    expect((await view()).parties.map((p) => p.representative)).toEqual([
      'Teresa Lipa',
      'Adam Wolny',
      'Ewa Sosna',
    ])
    const { rows } = await asOwner().query(
      `select count(*)::int as letters, bool_and(body like '%/zaproszenie/%' and subject not like '%Lipa%') as fine
       from outgoing_mail where recipient like '%@piekuty.example'`,
    )
    expect(rows).toEqual([{ letters: 3, fine: true }])
  })

  it('writes the draft and sends it', async () => {
    const seen = await versionNow()
    const lead = (await view()).leadInstitutionId
    const draft = {
      ...seen,
      name: 'Zespół Nowe Piekuty',
      variant: 'I' as const,
      leadInstitutionId: lead ?? '',
      agreementFrom: '1.12.2026',
      agreementTo: '31.12.2028',
      minimumSignatures: '',
      agreementText: 'Strony współpracują.',
    }
    expect(await refusal(teams.mendTeam.execute(animator, { ...draft, agreementTo: '31.02.2028' }))).toBe(
      'invalid invalid agreementTo',
    )
    await teams.mendTeam.execute(animator, draft)
    expect(await refusal(teams.mendTeam.execute(animator, draft))).toBe('conflict stale')
    await teams.sendAgreement.execute(animator, await versionNow())
    expect((await view()).status).toBe('agreement')
    expect(await refusal(teams.mendTeam.execute(animator, { ...draft, ...(await versionNow()) }))).toBe(
      'conflict wrongState',
    )
  })

  it('records signatures, rules, leaders and the coordinator; the team becomes active', async () => {
    const { parties, next } = await view()
    expect(next?.missing).toEqual([
      { key: 'signatures', have: 0, need: 3 },
      { key: 'rules' },
      { key: 'coordinator' },
    ])
    const today = testDay
    const signatures = parties.map((p) => ({
      memberId: p.memberId,
      signed: true,
      signedByName: 'Kierownik',
    }))
    expect(await teams.recordSignatures.execute(animator, { teamId, signedOn: today, signatures })).toEqual({
      recorded: 3,
    })
    await teams.adoptRules.execute(animator, { ...(await versionNow()), rulesAdoptedOn: today })
    const office = (await view()).offices.map((o) => o.candidates[0]?.seat ?? '')
    const [liderGminny, liderPowiatowy, coordinator] = office
    await teams.appointOffices.execute(animator, {
      ...(await versionNow()),
      liderGminny,
      liderPowiatowy,
      coordinator,
    })
    expect((await view()).offices.map((o) => o.holder?.name)).toEqual([
      'Teresa Lipa',
      'Adam Wolny',
      'Teresa Lipa',
      undefined,
      `${animator.givenName} ${animator.familyName}`,
    ])
    await teams.activateTeam.execute(animator, await versionNow())
    expect((await view()).status).toBe('active')
    expect((await view()).history.map((h) => h.to)).toEqual(['active', 'agreement', 'initiated'])
  })

  it('cannot set up a second one of the same variant, and of another one may', async () => {
    const second = { gmina, variant: 'I', ...none } as const
    expect(await refusal(teams.createTeam.execute(animator, second))).toBe('conflict teamExists')
    expect(await refusal(teams.createTeam.execute(animator, { ...second, variant: 'II' }))).toBe('allowed')
  })

  it('leaves suspending to the leaders', async () => {
    const step = { ...(await versionNow()), reason: 'remont' }
    expect(await refusal(teams.suspendTeam.execute(animator, step))).toBe('forbidden forbidden')
  })
})

describe('strangers', () => {
  it('of another region find no team, and may not create one there', async () => {
    const owner = await animatorOf()
    const { teamId } = await teams.createTeam.execute(owner, {
      gmina: '2013082',
      variant: 'I',
      ...none,
    })
    const rops = await makeInstitution({ kind: 'rops', level: 'wojewodztwo', seat: '1863011' })
    const stranger = await makeActor(rops, { role: 'animator' })
    expect(await refusal(teams.readTeam.execute(stranger, { teamId }))).toBe('notFound notFound')
    expect(await refusal(teams.giveUpTeam.execute(stranger, { teamId, version: 1, reason: 'x' }))).toBe(
      'notFound notFound',
    )
    expect(await refusal(teams.createTeam.execute(stranger, { gmina, variant: 'I', ...none }))).toBe(
      'forbidden forbidden',
    )
    const colleague = await makeActor(owner.institutionId, { role: 'animator' })
    expect(await refusal(teams.readTeam.execute(colleague, { teamId }))).toBe('notFound notFound')
  })
})
