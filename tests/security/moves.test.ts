import { beforeEach, describe, expect, it } from 'vitest'
import { caseFacts } from '@/lib/cases/facts'
import { now, today } from '@/lib/platform/clock'
import { asActor, asReader } from '@/lib/platform/db'
import type { Actor } from '@/lib/policy/actor'
import { decide } from '@/lib/policy/decide'
import type { Permission } from '@/lib/policy/permissions'
import { asOwner } from '@/tests/support/database'
import {
  accept,
  coordinator,
  coordinatorThere,
  gops,
  leader,
  leaderThere,
  made,
  mother,
  request,
  school,
  specialist,
  teamCoordinator,
  teamHere,
  teamThere,
  there,
  transferRow,
  useScene,
} from '@/tests/support/scenes/transfer'
import { consent, insert, makeActor, makeInstitution, makeTeam } from '@/tests/support/world'

useScene()

/** What the first lock says of the case; hidden is no. */
const says = (actor: Actor, permission: Permission): Promise<boolean> =>
  asActor(actor, async (tx) => {
    const ctx = { tx, actor, now: now(), today: today() }
    return caseFacts(ctx, made.caseId).then(
      (facts) => decide(actor, permission, facts).allowed,
      () => false,
    )
  })

/** What the second lock shows. */
const rows = (actor: Actor) =>
  asReader(actor, async (tx) => ({
    transfers: await tx.caseTransfer.count({ where: { caseId: made.caseId } }),
    talks: await tx.closingTalk.count({ where: { caseId: made.caseId } }),
  }))

const refused = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    () => 'refused',
  )

beforeEach(async () => {
  await request()
  await insert('closing_talk', {
    case_id: made.caseId,
    team_id: teamHere,
    owner_institution_id: gops,
    held_on: '2026-11-20',
    category: 'RELACJE',
    helped: 'rozmowy',
    recorded_by_id: coordinator.userId,
  })
})

describe('an offer and a talk', () => {
  it('are read by the owner’s people, both locks alike', async () => {
    for (const who of [coordinator, teamCoordinator, leader]) {
      expect([await says(who, 'transfer.read'), await says(who, 'talk.read')]).toEqual([true, true])
      expect(await rows(who)).toEqual({ transfers: 1, talks: 1 })
    }
  })

  it('are not there for the other team, whoever it is, before and after its yes', async () => {
    for (const step of ['before', 'after']) {
      if (step === 'after') await accept()
      for (const who of [coordinatorThere, leaderThere]) {
        expect([await says(who, 'transfer.read'), await says(who, 'talk.read')]).toEqual([false, false])
        expect(await rows(who)).toEqual({ transfers: 0, talks: 0 })
      }
    }
  })

  it('of an institution of the family team: the offer never, the talk by its category', async () => {
    expect(await rows(specialist)).toEqual({ transfers: 0, talks: 0 })
    await consent(made, mother, school, ['PODSTAWOWE'])
    expect(await rows(specialist)).toEqual({ transfers: 0, talks: 0 })
    await asOwner().query(
      `update case_person set takes_part = false where case_id = $1 and person_id <> $2`,
      [made.caseId, mother],
    )
    await consent(made, mother, school, ['PODSTAWOWE', 'RELACJE'])
    expect(await rows(specialist)).toEqual({ transfers: 0, talks: 1 })
  })
})

describe('past the use cases', () => {
  const offer = (who: Actor, toTeamId: string, toInstitutionId: string) =>
    asActor(who, (tx) =>
      tx.caseTransfer.createMany({
        data: [
          {
            caseId: made.caseId,
            teamId: teamHere,
            ownerInstitutionId: gops,
            toTeamId,
            toInstitutionId,
            movedOn: new Date('2026-12-01'),
            note: 'x',
            dueOn: new Date('2026-12-01'),
            requestedById: who.userId,
          },
        ],
      }),
    )
  const change = (who: Actor, data: object) =>
    asActor(who, (tx) => tx.caseTransfer.updateMany({ where: { caseId: made.caseId }, data })).then(
      ({ count }) => count,
      () => 'refused',
    )

  it('the database refuses an offer of somebody else, to a team that is not open, or to another unit’s name', async () => {
    await asOwner().query(`delete from case_transfer where case_id = $1`, [made.caseId])
    const forming = await makeTeam({ lead: there, gmina: '1816132', status: 'initiated' })
    for (const [who, team, unit] of [
      [leader, teamThere, there],
      [coordinatorThere, teamThere, there],
      [coordinator, forming, there],
      [coordinator, teamThere, school],
      [coordinator, teamHere, gops],
    ] as const)
      expect(await refused(offer(who, team, unit))).toBe('refused')
    expect(await refused(offer(coordinator, teamThere, there))).toBe('done')
    expect(await refused(offer(coordinator, teamThere, there))).toBe('refused')
  })

  it('nobody accepts, passes or rewrites an offer by an update', async () => {
    const by = { endedById: coordinator.userId, endedAt: new Date() }
    expect(await change(coordinator, { status: 'accepted', answeredById: coordinator.userId })).toBe(
      'refused',
    )
    expect(await change(coordinator, { status: 'passed', newCaseId: made.caseId, ...by })).toBe('refused')
    expect(await change(coordinator, { status: 'withdrawn', endReason: 'x', note: 'y', ...by })).toBe(
      'refused',
    )
    expect(await change(leader, { status: 'withdrawn', endReason: 'x', ...by })).toBe(0)
    expect(await change(coordinatorThere, { status: 'withdrawn', endReason: 'x', ...by })).toBe(0)
    expect(await transferRow()).toMatchObject({ status: 'offered', version: 1 })
  })

  it('the functions of each side are closed to the other and to strangers', async () => {
    const { id, version } = await transferRow()
    const far = await makeInstitution({ seat: '2013072' })
    const stranger = await makeActor(far, { role: 'lider_gminny' })
    const answer = (who: Actor) =>
      asActor(
        who,
        (tx) => tx.$queryRaw<{ o: string | null }[]>`
          select app.answer_transfer(${id}::uuid, ${version}::int, true, null) as o`,
      ).then(([row]) => row?.o ?? null)
    for (const who of [coordinator, teamCoordinator, leader, stranger]) expect(await answer(who)).toBe(null)
    for (const who of [coordinator, leader, coordinatorThere, leaderThere, stranger])
      expect(
        await refused(
          asActor(who, (tx) => tx.$queryRaw`select app.pass_transfer(${id}::uuid, null, '{}')::text`),
        ),
      ).toBe('refused')
    for (const who of [coordinatorThere, leaderThere, stranger]) {
      const [scope] = await asActor(
        who,
        (tx) => tx.$queryRaw<{ n: number }[]>`
          select count(*)::int as n from app.transfer_scope(${made.caseId}::uuid, ${there}::uuid)`,
      )
      const [teams] = await asActor(
        who,
        (tx) => tx.$queryRaw<{ n: number }[]>`
          select count(*)::int as n from app.transfer_teams(${made.caseId}::uuid, null)`,
      )
      expect([scope?.n, teams?.n]).toEqual([0, 0])
    }
    expect(
      await refused(
        asActor(stranger, (tx) => tx.$executeRaw`select app.tell_transfer(${id}::uuid, 'transfer.accepted')`),
      ),
    ).toBe('refused')
    expect(await answer(coordinatorThere)).toBe('ok')
  })
})
