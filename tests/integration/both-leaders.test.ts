import { beforeEach, describe, expect, it } from 'vitest'
import { asActor } from '@/lib/platform/db'
import type { Actor } from '@/lib/policy/actor'
import * as teams from '@/lib/teams'
import { asOwner, useDatabase } from '@/tests/support/database'
import { refusal } from '@/tests/support/refusal'
import { actorOf, giveRole, makeActor, makeCase, makeInstitution, makeTeam } from '@/tests/support/world'

useDatabase()

let teamId: string
let ops: string
let gmina: Actor
let powiat: Actor
let teacher: Actor

beforeEach(async () => {
  ops = await makeInstitution({ kind: 'ops' })
  const pcpr = await makeInstitution({ kind: 'pcpr', level: 'powiat' })
  const school = await makeInstitution({ kind: 'szkola_podstawowa' })
  teamId = await makeTeam({ lead: ops, members: [pcpr, school], variant: `v-${ops.slice(0, 8)}` })
  gmina = await makeActor(ops, { role: 'lider_gminny' })
  powiat = await makeActor(pcpr, { role: 'lider_powiatowy' })
  teacher = await makeActor(school, { role: 'decydent' })
})

const look = (actor: Actor) => teams.readTeam.execute(actor, { teamId })
const now = async () => ({ teamId, version: (await look(gmina)).version, reason: 'decyzja stron' })
const agree = async (actor: Actor) =>
  refusal(teams.agreeToProposal.execute(actor, { teamId, version: (await look(gmina)).version }))
const told = async (actor: Actor) =>
  (
    await asOwner().query<{ kind: string }>(
      'select kind from notification where user_id = $1 order by created_at',
      [actor.userId],
    )
  ).rows.map((r) => r.kind)

describe('both leaders', () => {
  it('decide together: one proposes with a reason, the other agrees, and then it happens', async () => {
    expect(await teams.suspendTeam.execute(gmina, await now())).toEqual({ decided: false })
    expect((await look(gmina)).status).toBe('active')
    expect(await told(powiat)).toEqual(['team.proposed'])
    expect((await look(powiat)).proposal).toMatchObject({
      action: 'team.suspend',
      reason: 'decyzja stron',
      mayAgree: true,
      mayDrop: true,
    })
    expect((await look(teacher)).proposal).toMatchObject({ mayAgree: false, mayDrop: false })
    expect(await refusal(teams.dissolveTeam.execute(powiat, { ...(await now()), finalReport: 'x' }))).toBe(
      'conflict proposalWaits',
    )
    expect(await agree(gmina)).toBe('conflict proposalOfOwnSide')
    expect(await agree(teacher)).toBe('forbidden forbidden')
    expect(await agree(powiat)).toBe('allowed')
    expect(await look(gmina)).toMatchObject({
      status: 'suspended',
      suspendedReason: 'decyzja stron',
      proposal: null,
    })
    expect(await agree(powiat)).toBe('notFound notFound')
  })

  it('dissolve only without open cases, asked at the proposal and again at the agreement', async () => {
    const dissolve = async () =>
      teams.dissolveTeam.execute(powiat, { ...(await now()), finalReport: 'Sprawozdanie' })
    const made = await makeCase({ teamId, owner: ops, status: 'closed' })
    await dissolve()
    const stage = (status: string) =>
      asOwner().query('update family_case set status = $2::case_status where id = $1', [made.caseId, status])
    await stage('diagnosis')
    expect(await agree(gmina)).toBe('conflict teamNotReady')
    await stage('closed')
    expect(await agree(gmina)).toBe('allowed')
    expect((await look(gmina)).dissolved).toMatchObject({ reason: 'decyzja stron', report: 'Sprawozdanie' })
  })

  it('may drop it; one person who leads both sides decides at once', async () => {
    await teams.suspendTeam.execute(gmina, await now())
    await teams.dropProposal.execute(powiat, { teamId })
    expect((await look(gmina)).proposal).toBeNull()
    expect(await told(gmina)).toEqual(['team.proposalDropped'])
    await giveRole(gmina.userId, ops, { role: 'lider_powiatowy' })
    expect(await teams.suspendTeam.execute(await actorOf(gmina.userId, ops), await now())).toEqual({
      decided: true,
    })
  })

  it('the database refuses the step of one of them, and an agreement with oneself', async () => {
    const past = (actor: Actor) =>
      asActor(actor, (tx) => tx.$executeRaw`update team set status = 'suspended' where id = ${teamId}::uuid`)
    await expect(past(gmina)).rejects.toThrow(/both leaders decide/u)
    await teams.suspendTeam.execute(gmina, await now())
    const second = await makeActor(ops, { role: 'lider_gminny' })
    const end = (actor: Actor) =>
      asActor(
        actor,
        (tx) => tx.$executeRaw`
          update team_proposal set ended_at = now(), agreed_by_id = ${actor.userId}::uuid where team_id = ${teamId}::uuid`,
      )
    await expect(end(gmina)).rejects.toThrow()
    await expect(end(second)).rejects.toThrow(/agreed by the other leader/u)
    await end(powiat)
    await expect(past(gmina)).rejects.toThrow(/both leaders decide/u)
  })
})
