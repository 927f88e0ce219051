import { describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/policy/actor'
import * as teams from '@/lib/teams'
import { asOwner, useDatabase } from '@/tests/support/database'
import { refusal } from '@/tests/support/refusal'
import {
  actorOf,
  giveRole,
  makeActor,
  makeCase,
  makeInstitution,
  makeTeam,
  makeUser,
} from '@/tests/support/world'

useDatabase()

describe('an active team', () => {
  const active = async () => {
    const ops = await makeInstitution({ kind: 'ops' })
    const pcpr = await makeInstitution({ kind: 'pcpr', level: 'powiat' })
    const school = await makeInstitution({ kind: 'szkola_podstawowa' })
    const teamId = await makeTeam({ lead: ops, members: [pcpr, school], variant: `v-${ops.slice(0, 8)}` })
    return { ops, pcpr, school, teamId, leader: await makeActor(ops, { role: 'lider_gminny' }) }
  }
  const memberOf = async (leader: Actor, teamId: string, institutionId: string) => {
    const view = await teams.readTeam.execute(leader, { teamId })
    const party = view.parties.find((p) => p.institutionId === institutionId)
    return { teamId, version: view.version, memberId: party?.memberId ?? '' }
  }

  it('takes a party by an annex and lets one go, but never the lead nor the last of the powiat', async () => {
    const { ops, pcpr, school, teamId, leader } = await active()
    const ngo = await makeInstitution({ kind: 'ngo' })
    const { version } = await teams.readTeam.execute(leader, { teamId })
    await teams.accession.execute(leader, {
      teamId,
      version,
      institutionId: ngo,
      signedOn: '2026-10-01',
      signedByName: 'Prezes',
      number: '',
      note: '',
    })
    const leave = async (institutionId: string) =>
      refusal(
        teams.withdrawParty.execute(leader, {
          ...(await memberOf(leader, teamId, institutionId)),
          leftOn: '2026-11-01',
          reason: 'likwidacja',
          number: '7/2026',
          note: '',
        }),
      )
    expect(await leave(ops)).toBe('conflict leadStays')
    expect(await leave(pcpr)).toBe('conflict powiatSideStays')
    expect(await leave(school)).toBe('allowed')
    const view = await teams.readTeam.execute(leader, { teamId })
    expect(view.parties.map((p) => [p.kindKey, p.founding])).toContainEqual(['ngo', false])
    expect(view.former.map((p) => p.kindKey)).toEqual(['szkola_podstawowa'])
    expect(view.annexes.map((a) => [a.kind, a.number, a.signedOn, a.signedByName, a.note])).toEqual([
      ['withdrawal', '7/2026', '2026-11-01', null, 'likwidacja'],
      ['accession', '1', '2026-10-01', 'Prezes', null],
    ])
  })

  it('is suspended, resumed, and dissolved only without open cases', async () => {
    const { ops, teamId, leader } = await active()
    const made = await makeCase({ teamId, owner: ops, status: 'diagnosis' })
    const now = async () => ({
      teamId,
      version: (await teams.readTeam.execute(leader, { teamId })).version,
      reason: 'decyzja stron',
    })
    await teams.suspendTeam.execute(leader, await now())
    await teams.resumeTeam.execute(leader, await now())
    const dissolve = async () =>
      teams.dissolveTeam.execute(leader, { ...(await now()), finalReport: 'Sprawozdanie' })
    expect(await refusal(dissolve())).toBe('conflict teamNotReady')
    await asOwner().query(`update family_case set status = 'closed' where id = $1`, [made.caseId])
    await dissolve()
    expect((await teams.readTeam.execute(leader, { teamId })).dissolved).toMatchObject({
      report: 'Sprawozdanie',
    })
  })

  it('shows itself to a member who reads and no more', async () => {
    const { school, teamId } = await active()
    const teacher = await makeUser(school)
    await giveRole(teacher, school, { role: 'decydent' })
    const actor = await actorOf(teacher, school)
    const view = await teams.readTeam.execute(actor, { teamId })
    expect(
      Object.entries(view.steps)
        .filter(([, s]) => s.may)
        .map(([a]) => a),
    ).toEqual([])
    expect(view.signable).toEqual([])
    const list = await teams.listTeams.execute(actor, { sort: 'nazwa', cursor: '' })
    expect(list.rows.map((r) => r.id)).toEqual([teamId])
  })

  it('lets the head of a party sign for the own party only', async () => {
    const { ops, school, teamId } = await active()
    await asOwner().query(`update team set status = 'agreement' where id = $1`, [teamId])
    await asOwner().query(`update team_member set signed_on = null where team_id = $1`, [teamId])
    const actor = await makeActor(school, { role: 'decydent' })
    const view = await teams.readTeam.execute(actor, { teamId })
    const own = view.parties.find((p) => p.institutionId === school)?.memberId ?? ''
    const lead = view.parties.find((p) => p.institutionId === ops)?.memberId ?? ''
    expect(view.signable).toEqual([own])
    const sign = (...ids: string[]) =>
      refusal(
        teams.recordSignatures.execute(actor, {
          teamId,
          signedOn: '2026-10-02',
          signatures: ids.map((memberId) => ({ memberId, signed: true, signedByName: 'Dyrektor' })),
        }),
      )
    expect(await sign(lead)).toBe('forbidden forbidden')
    expect(await sign(own, lead)).toBe('forbidden forbidden')
    expect(await sign(own)).toBe('allowed')
  })
})
