import { beforeAll, describe, expect, it } from 'vitest'
import { restrictCase } from '@/lib/cases'
import { asActor } from '@/lib/platform/db'
import type { Actor } from '@/lib/policy/actor'
import { listOffers } from '@/lib/transfers'
import { asOwner, useDatabase } from '@/tests/support/database'
import { rowsSeen } from '@/tests/support/scenes/rows-seen'
import { insert, makeActor, makeCase, makeInstitution, makePerson, makeTeam } from '@/tests/support/world'

useDatabase()

let made: Awaited<ReturnType<typeof makeCase>>
let leader: Actor
let coordinator: Actor
let coordinatorThere: Actor
const transfer = crypto.randomUUID()

beforeAll(async () => {
  // one centre leads the teams of two gminas
  const ops = await makeInstitution({ name: 'CUS Świlcza' })
  const teamId = await makeTeam({ lead: ops })
  const toTeamId = await makeTeam({ lead: ops, gmina: '1816132' })
  made = await makeCase({ teamId, owner: ops, status: 'inProgress', label: 'Rodzina Zawadów' })
  await makePerson(made, { givenName: 'Ewa', familyName: 'Zawada' })
  leader = await makeActor(ops, { role: 'lider_gminny' })
  coordinator = await makeActor(ops, { role: 'koordynator_zespolu', teamId })
  coordinatorThere = await makeActor(ops, { role: 'koordynator_zespolu', teamId: toTeamId })
  await restrictCase.execute(coordinator, {
    caseId: made.caseId,
    reason: 'Rodzina liderki',
    people: [coordinator.userId],
  })
  await insert('case_transfer', {
    id: transfer,
    case_id: made.caseId,
    team_id: teamId,
    owner_institution_id: ops,
    to_team_id: toTeamId,
    to_institution_id: ops,
    status: 'accepted',
    moved_on: '2026-12-01',
    note: 'Przeprowadzka',
    due_on: '2026-12-08',
    requested_by_id: coordinator.userId,
    answered_by_id: coordinatorThere.userId,
    answered_at: '2026-11-20T10:00:00Z',
  })
})

const offers = async (who: Actor): Promise<number> => (await listOffers.execute(who, {})).length

describe('a restricted case that moves to another team of the same unit', () => {
  it('is offered to the coordinators of that team, not to who is kept away', async () => {
    expect([await offers(coordinatorThere), await offers(leader)]).toEqual([1, 0])
  })

  it('stays restricted there, for the same people and the coordinators of the new team', async () => {
    await asActor(
      coordinator,
      (tx) => tx.$queryRaw`select app.pass_transfer(${transfer}::uuid, null, '{}')::text`,
    )
    const { rows } = await asOwner().query<{ id: string }>(
      'select new_case_id as id from case_transfer where id = $1',
      [transfer],
    )
    const passed = rows[0]?.id ?? ''
    expect(await rowsSeen(leader, passed)).toEqual({})
    expect((await rowsSeen(coordinator, passed)).family_case).toBe(undefined)
    expect((await rowsSeen(coordinatorThere, passed)).family_case).toBe(1)
  })
})
