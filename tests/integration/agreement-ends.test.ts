import { beforeEach, describe, expect, it } from 'vitest'
import { passDeadlines } from '@/lib/cases/deadlines'
import type { Actor } from '@/lib/policy/actor'
import { closedTeams, teamsForReferral } from '@/lib/referrals'
import { asOwner, useDatabase } from '@/tests/support/database'
import { makeActor, makeInstitution, makeTeam } from '@/tests/support/world'

useDatabase()

let ops: string
let pcpr: string
let school: string
let teamId: string

beforeEach(async () => {
  ops = await makeInstitution({ name: 'GOPS Świlcza' })
  pcpr = await makeInstitution({ kind: 'pcpr', level: 'powiat' })
  school = await makeInstitution({ kind: 'szkola_podstawowa' })
  teamId = await makeTeam({ lead: ops, members: [pcpr, school] })
})

const endsIn = (days: number) =>
  asOwner().query('update team set agreement_to = app.today() + $2::int where id = $1', [teamId, days])
const told = async (actor: Actor): Promise<string[]> => {
  const { rows } = await asOwner().query<{ kind: string }>(
    `select kind from notification where user_id = $1 and kind like 'team.agreementEnds%' order by created_at, kind`,
    [actor.userId],
  )
  return rows.map((r) => r.kind)
}

describe('the end of an agreement', () => {
  it('is told 90, 60 and 30 days ahead, once each, to both leaders and the animator alone', async () => {
    const rops = await makeInstitution({ kind: 'rops', level: 'wojewodztwo' })
    const people = {
      leader: await makeActor(ops, { role: 'lider_gminny' }),
      powiat: await makeActor(pcpr, { role: 'lider_powiatowy' }),
      animator: await makeActor(rops, { role: 'animator', teamId }),
    }
    const others = [
      await makeActor(school, { role: 'decydent' }),
      await makeActor(ops, { role: 'koordynator_zespolu', teamId }),
      await makeActor(await makeInstitution({ seat: '1816142' }), { role: 'lider_gminny' }),
      await makeActor(rops, { role: 'animator' }),
    ]
    await endsIn(91)
    await passDeadlines()
    expect(await told(people.leader)).toEqual([])
    for (const days of [90, 90, 61, 60, 45, 30, 30, 0]) {
      await endsIn(days)
      // a last day is one last day: as it comes nearer here by being moved, what was told of it moves along
      await asOwner().query(
        'update agreement_reminder set agreement_to = app.today() + $2::int where team_id = $1',
        [teamId, days],
      )
      await passDeadlines()
    }
    const all = ['team.agreementEnds90', 'team.agreementEnds60', 'team.agreementEnds30']
    expect(await told(people.leader)).toEqual(all)
    expect(await told(people.powiat)).toEqual(all)
    expect(await told(people.animator)).toEqual(all)
    for (const other of others) expect(await told(other)).toEqual([])
  })

  it('that was near while nobody looked is told once, not three times; a longer agreement begins anew', async () => {
    const leader = await makeActor(ops, { role: 'lider_gminny' })
    await endsIn(12)
    await passDeadlines()
    expect(await told(leader)).toEqual(['team.agreementEnds30'])
    await endsIn(80)
    await passDeadlines()
    expect(await told(leader)).toEqual(['team.agreementEnds30', 'team.agreementEnds90'])
  })

  it('closes the form to new families, and says why; nobody else learns of it', async () => {
    const teacher = await makeActor(school, { role: 'decydent' })
    const state = async (actor: Actor) => ({
      open: (await teamsForReferral.execute(actor, {})).map((t) => t.id),
      closed: (await closedTeams.execute(actor, {})).map((t) => [t.id, t.why]),
    })
    expect(await state(teacher)).toEqual({ open: [teamId], closed: [] })
    await endsIn(-1)
    expect(await state(teacher)).toEqual({ open: [], closed: [[teamId, 'expired']] })
    await endsIn(10)
    await asOwner().query(`update team set status = 'suspended' where id = $1`, [teamId])
    expect(await state(teacher)).toEqual({ open: [], closed: [[teamId, 'suspended']] })
    const stranger = await makeActor(await makeInstitution({ kind: 'ngo' }), { role: 'decydent' })
    expect(await state(stranger)).toEqual({ open: [], closed: [] })
  })
})
