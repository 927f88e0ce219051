import { describe, expect, it } from 'vitest'
import { freeze } from '@/lib/platform/clock'
import type { Actor } from '@/lib/policy/actor'
import * as teams from '@/lib/teams'
import { asOwner, useDatabase } from '@/tests/support/database'
import { refusal } from '@/tests/support/refusal'
import { makeActor, makeInstitution, makeTeam } from '@/tests/support/world'

useDatabase()

const running = async (agreementTo = '2030-12-31') => {
  const ops = await makeInstitution({ kind: 'ops' })
  const pcpr = await makeInstitution({ kind: 'pcpr', level: 'powiat' })
  const school = await makeInstitution({ kind: 'szkola_podstawowa' })
  const teamId = await makeTeam({ lead: ops, members: [pcpr, school] })
  await asOwner().query(`update team set agreement_to = $2, activated_on = '2024-02-01' where id = $1`, [
    teamId,
    agreementTo,
  ])
  return { ops, pcpr, school, teamId, leader: await makeActor(ops, { role: 'lider_gminny' }) }
}

const viewOf = (actor: Actor, teamId: string) => teams.readTeam.execute(actor, { teamId })

describe('extending an agreement', () => {
  const extension = async (actor: Actor, teamId: string, over: Record<string, string> = {}) => ({
    teamId,
    version: (await viewOf(actor, teamId)).version,
    agreementTo: '31.12.2032',
    signedOn: '2.11.2026',
    signedByName: 'Wójt i starosta',
    number: '',
    note: '',
    ...over,
  })

  it('opens an expired one again for families, and tells how', async () => {
    freeze('2026-11-25T10:00:00Z')
    const { school, teamId, leader } = await running('2026-10-31')
    const teacher = await makeActor(school, { role: 'decydent' })
    await asOwner().query(
      `update team_member set representative_id = $1 where team_id = $2 and institution_id = $3`,
      [teacher.userId, teamId, school],
    )
    expect((await viewOf(leader, teamId)).agreement.expired).toBe(true)
    await teams.extendAgreement.execute(leader, await extension(leader, teamId, { note: 'Bez innych zmian' }))
    const view = await viewOf(leader, teamId)
    expect(view.agreement).toMatchObject({ to: '2032-12-31', expired: false })
    expect(view.annexes).toMatchObject([
      {
        kind: 'extension',
        number: '1',
        signedOn: '2026-11-02',
        signedByName: 'Wójt i starosta',
        effectiveOn: '2032-12-31',
        note: 'Bez innych zmian',
        party: null,
      },
    ])
    const { rows } = await asOwner().query('select kind from notification where user_id = $1', [
      teacher.userId,
    ])
    expect(rows).toEqual([{ kind: 'team.agreementExtended' }])
  })

  it('refuses an end that is not later, a day before the team, and a number that is taken', async () => {
    freeze('2026-11-25T10:00:00Z')
    const { teamId, leader } = await running('2027-06-30')
    const attempt = async (over: Record<string, string>) =>
      refusal(teams.extendAgreement.execute(leader, await extension(leader, teamId, over)))
    expect(await attempt({ agreementTo: '30.06.2027' })).toBe('invalid invalid agreementTo')
    expect(await attempt({ signedOn: '26.11.2026' })).toBe('invalid invalid signedOn')
    expect(await attempt({ signedOn: '31.01.2024' })).toBe('invalid invalid signedOn')
    expect(await attempt({ number: '2/2026' })).toBe('allowed')
    expect(await attempt({ number: '2/2026', agreementTo: '1.01.2033' })).toBe('invalid invalid number')
  })

  it('is not for a member who only reads', async () => {
    const { school, teamId } = await running()
    const teacher = await makeActor(school, { role: 'decydent' })
    expect(await refusal(teams.extendAgreement.execute(teacher, await extension(teacher, teamId)))).toBe(
      'forbidden forbidden',
    )
  })
})

describe('days of an annex', () => {
  it('a party neither leaves before it joined nor comes back before it left', async () => {
    const { school, teamId, leader } = await running()
    const base = async () => ({
      teamId,
      version: (await viewOf(leader, teamId)).version,
      number: '',
      note: '',
    })
    const memberId = (await viewOf(leader, teamId)).parties.find((p) => p.institutionId === school)?.memberId
    const leave = async (leftOn: string) =>
      refusal(
        teams.withdrawParty.execute(leader, {
          ...(await base()),
          memberId: memberId ?? '',
          leftOn,
          reason: 'likwidacja',
        }),
      )
    const back = async (signedOn: string) =>
      refusal(
        teams.accession.execute(leader, {
          ...(await base()),
          institutionId: school,
          signedOn,
          signedByName: 'Dyrektor',
        }),
      )
    expect(await leave('2023-12-31')).toBe('invalid invalid leftOn')
    expect(await leave('2025-06-30')).toBe('allowed')
    expect(await back('2025-06-29')).toBe('invalid invalid signedOn')
    expect(await back('2024-01-15')).toBe('invalid invalid signedOn')
    expect(await back('2025-07-01')).toBe('allowed')
  })

  it('no ministry, operator or interdisciplinary team becomes a party', async () => {
    const { teamId, leader } = await running()
    const join = async (kind: string) =>
      refusal(
        teams.accession.execute(leader, {
          teamId,
          version: (await viewOf(leader, teamId)).version,
          institutionId: await makeInstitution({ kind }),
          signedOn: '2026-10-01',
          signedByName: 'Kierownik',
          number: '',
          note: '',
        }),
      )
    expect(await join('ministerstwo')).toBe('invalid invalid institutionId')
    expect(await join('operator')).toBe('invalid invalid institutionId')
    expect(await join('zi')).toBe('invalid invalid institutionId')
    expect(await join('parafia')).toBe('allowed')
  })
})

describe('mistakes while the agreement is being signed', () => {
  const signing = async () => {
    const made = await running()
    await asOwner().query(
      `update team set status = 'agreement', agreement_text = 'Strony współpracują.', agreement_sent_at = '2024-01-01',
         activated_on = null where id = $1`,
      [made.teamId],
    )
    return made
  }

  it('takes one signature back, with a reason in the log', async () => {
    const { pcpr, school, teamId, leader } = await signing()
    const view = await viewOf(leader, teamId)
    const memberOf = (id: string) => view.parties.find((p) => p.institutionId === id)?.memberId ?? ''
    const powiat = await makeActor(pcpr, { role: 'lider_powiatowy' })
    const undo = (actor: Actor, institutionId: string) =>
      refusal(
        teams.unrecordSignature.execute(actor, {
          teamId,
          memberId: memberOf(institutionId),
          reason: 'pomyłka w wierszu',
        }),
      )
    expect((await viewOf(powiat, teamId)).unsignable).toEqual([memberOf(pcpr)])
    expect(await undo(powiat, school)).toBe('forbidden forbidden')
    expect(await undo(powiat, pcpr)).toBe('allowed')
    expect(await undo(leader, school)).toBe('allowed')
    expect(await undo(leader, school)).toBe('conflict stale')
    const after = await viewOf(leader, teamId)
    expect(after.agreement.signatures).toEqual({ have: 1, need: 3 })
    expect(after.parties.find((p) => p.institutionId === pcpr)).toMatchObject({
      signedOn: null,
      signedByName: null,
    })
    const { rows } = await asOwner().query(
      `select reason from audit_event where action = 'team.unrecordSignature' and kind = 'write' and actor_id = $1`,
      [leader.userId],
    )
    expect(rows).toEqual([{ reason: 'pomyłka w wierszu' }])
  })

  it('lets the head of the PCPR sign for it without being its decydent, and for nobody else', async () => {
    freeze('2026-11-25T10:00:00Z')
    const { pcpr, school, teamId } = await signing()
    await asOwner().query(`update team_member set signed_on = null where team_id = $1`, [teamId])
    const powiat = await makeActor(pcpr, { role: 'lider_powiatowy' })
    const view = await viewOf(powiat, teamId)
    const sign = (institutionId: string) =>
      refusal(
        teams.recordSignatures.execute(powiat, {
          teamId,
          signedOn: '2026-10-02',
          signatures: [
            {
              memberId: view.parties.find((p) => p.institutionId === institutionId)?.memberId ?? '',
              signed: true,
              signedByName: 'Dyrektor PCPR',
            },
          ],
        }),
      )
    expect(await sign(school)).toBe('forbidden forbidden')
    expect(await sign(pcpr)).toBe('allowed')
  })

  it('takes the whole agreement back: signatures go, the draft may be mended, the variant too', async () => {
    const { ops, teamId, leader } = await signing()
    const now = async () => ({ teamId, version: (await viewOf(leader, teamId)).version })
    await teams.takeBackAgreement.execute(leader, { ...(await now()), reason: 'zły okres' })
    const view = await viewOf(leader, teamId)
    expect(view).toMatchObject({
      status: 'initiated',
      agreement: { sentOn: null, signatures: { have: 0, need: 3 } },
    })
    expect(view.history[0]).toMatchObject({ from: 'agreement', to: 'initiated', reason: 'zły okres' })
    const draft = {
      name: 'Zespół Świlcza',
      leadInstitutionId: ops,
      agreementFrom: '1.12.2026',
      agreementTo: '31.12.2028',
      minimumSignatures: '',
      agreementText: 'Strony współpracują.',
    }
    const mend = async (variant: 'I' | 'II' | 'III') =>
      refusal(teams.mendTeam.execute(leader, { ...(await now()), ...draft, variant }))
    await makeTeam({ lead: ops, gmina: '1816122', variant: 'II' })
    expect(await mend('II')).toBe('conflict teamExists')
    expect(await mend('III')).toBe('allowed')
    expect((await viewOf(leader, teamId)).variant.key).toBe('III')
  })
})

describe('founding by a leader', () => {
  it('reaches the gminas that the own institution serves', async () => {
    const ops = await makeInstitution({ kind: 'ops', seat: '2013072' })
    const leader = await makeActor(ops, { role: 'lider_gminny' })
    const found = (gmina: string) =>
      refusal(teams.createTeam.execute(leader, { gmina, variant: 'II', lead: '', members: [], fresh: {} }))
    expect(await found('2013082')).toBe('forbidden forbidden')
    expect(await refusal(teams.prepareTeam.execute(leader, { gmina: '2013082' }))).toBe('forbidden forbidden')
    expect(await found('2013072')).toBe('allowed')
  })

  it('takes a party that was found in the registry, wherever it serves, but no ministry', async () => {
    const ops = await makeInstitution({ kind: 'ops', seat: '2013082' })
    const leader = await makeActor(ops, { role: 'lider_gminny' })
    const ngo = await makeInstitution({ kind: 'ngo', seat: '1816122', name: 'Fundacja z daleka' })
    const ministry = await makeInstitution({ kind: 'ministerstwo' })
    const input = { gmina: '2013082', variant: 'I' as const, lead: '', members: [], fresh: {} }
    expect(await refusal(teams.createTeam.execute(leader, { ...input, more: [ministry] }))).toBe(
      'invalid invalid members',
    )
    const { teamId } = await teams.createTeam.execute(leader, { ...input, more: ['', ngo] })
    const parties = (await viewOf(leader, teamId)).parties.map((p) => p.institutionId)
    expect([...parties].sort()).toEqual([ops, ngo].sort())
  })
})
