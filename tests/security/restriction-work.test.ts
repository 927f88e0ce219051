import { beforeAll, describe, expect, it } from 'vitest'
import { restrictCase } from '@/lib/cases'
import { joinFamily } from '@/lib/families'
import { endEmployment } from '@/lib/people'
import type { Actor } from '@/lib/policy/actor'
import { asOwner, useDatabase } from '@/tests/support/database'
import { refusal } from '@/tests/support/refusal'
import { rowsSeen } from '@/tests/support/scenes/rows-seen'
import { makeActor, makeCase, makeInstitution, makePerson, makeTeam } from '@/tests/support/world'

useDatabase()

let made: Awaited<ReturnType<typeof makeCase>>
let ops: string
let leader: Actor
let coordinator: Actor
let worker: Actor

beforeAll(async () => {
  ops = await makeInstitution({ name: 'GOPS Świlcza' })
  const teamId = await makeTeam({ lead: ops })
  made = await makeCase({ teamId, owner: ops, status: 'inProgress' })
  leader = await makeActor(ops, { role: 'lider_gminny' })
  coordinator = await makeActor(ops, { role: 'koordynator_zespolu', teamId })
  worker = await makeActor(ops, { role: 'koordynator_rodziny', caseId: made.caseId })
  await restrictCase.execute(coordinator, {
    caseId: made.caseId,
    reason: 'Rodzina liderki',
    people: [coordinator.userId, worker.userId],
  })
})

describe('a leader who is kept away from a restricted case', () => {
  it('names nobody in it by ending an employment, and least of all herself', async () => {
    const ended = endEmployment.execute(leader, {
      institutionId: ops,
      userId: worker.userId,
      endsOn: '23.11.2026',
      reason: 'koniec umowy',
      successors: { [`koordynator_rodziny:${made.teamId}`]: leader.userId },
    })
    expect(await refusal(ended)).toBe('allowed')
    const { rows } = await asOwner().query('select user_id from case_restriction_person where case_id = $1', [
      made.caseId,
    ])
    expect(rows.map((row) => row.user_id)).not.toContain(leader.userId)
    expect(await rowsSeen(leader, made.caseId)).toEqual({})
    expect((await rowsSeen(coordinator, made.caseId)).family_case).toBe(1)
  })
})

describe('a person known from a restricted case alone', () => {
  it('is not put into another family by a colleague who is not named, and is by who is', async () => {
    await makePerson(made, {
      givenName: 'Irena',
      familyName: 'Odosobniona',
      relation: 'head',
      bornOn: '1980-03-03',
    })
    const beside = await makeCase({ teamId: made.teamId, owner: ops, status: 'inProgress' })
    const colleague = await makeActor(ops, { role: 'koordynator_rodziny', caseId: beside.caseId })
    const join = (actor: Actor) =>
      joinFamily.execute(actor, {
        caseId: beside.caseId,
        pesel: '',
        familyName: 'Odosobniona',
        bornOn: '3.03.1980',
        relationKey: 'otherRelative',
        livesTogether: '',
        since: '',
      })
    expect(await join(colleague)).toEqual({ known: 0, personIds: [] })
    await asOwner().query(
      `insert into case_restriction_person (restriction_id, case_id, team_id, user_id)
       select id, case_id, team_id, $1 from case_restriction where case_id = $2 and ended_at is null`,
      [colleague.userId, made.caseId],
    )
    expect((await join(colleague)).known).toBe(1)
  })
})
