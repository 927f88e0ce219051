import { describe, expect, it } from 'vitest'
import { endEmployment, readPerson } from '@/lib/people'
import { asActor } from '@/lib/platform/db'
import type { Actor } from '@/lib/policy/actor'
import * as teams from '@/lib/teams'
import { asOwner, useDatabase } from '@/tests/support/database'
import { refusal } from '@/tests/support/refusal'
import { actorOf, giveRole, makeActor, makeInstitution, makeTeam, makeUser } from '@/tests/support/world'

useDatabase()

const setting = async () => {
  const ops = await makeInstitution()
  const pcpr = await makeInstitution({ kind: 'pcpr', level: 'powiat' })
  const school = await makeInstitution({ kind: 'szkola_podstawowa' })
  const teamId = await makeTeam({ lead: ops, members: [pcpr, school] })
  const leader = await makeActor(ops, { role: 'lider_gminny' })
  return { ops, pcpr, school, teamId, leader }
}

const read = (actor: Actor, teamId: string) => teams.readTeam.execute(actor, { teamId })
const day = (shift: number) => {
  const at = new Date(Date.now() + shift * 86_400_000)
  return at.toISOString().slice(0, 10)
}

describe('a deputy of the coordinator', () => {
  const appoint = async (actor: Actor, teamId: string, over: Record<string, string>) =>
    refusal(
      teams.appointOffices.execute(actor, {
        teamId,
        version: (await read(actor, teamId)).version,
        liderGminny: '',
        liderPowiatowy: '',
        coordinator: '',
        ...over,
      }),
    )
  const live = async (teamId: string) => {
    const { rows } = await asOwner().query<{ user_id: string; dated: boolean }>(
      `select user_id, ends_on is not null as dated from role_assignment
       where team_id = $1 and role = 'koordynator_zespolu' and ended_at is null order by dated`,
      [teamId],
    )
    return rows.map((r) => [r.user_id, r.dated])
  }

  it('works beside the coordinator until a day, and a new coordinator does not send them away', async () => {
    const { ops, teamId, leader } = await setting()
    const [main, deputy, next] = [await makeUser(ops), await makeUser(ops), await makeUser(ops)]
    expect(await appoint(leader, teamId, { coordinator: `${main}@${ops}` })).toBe('allowed')
    const seat = `${deputy}@${ops}`
    expect(await appoint(leader, teamId, { deputyCoordinator: seat })).toBe('invalid invalid deputyUntil')
    expect(
      await appoint(leader, teamId, { deputyCoordinator: seat, deputyFrom: day(9), deputyUntil: day(8) }),
    ).toBe('invalid invalid deputyUntil')
    expect(await appoint(leader, teamId, { deputyCoordinator: `${main}@${ops}`, deputyUntil: day(9) })).toBe(
      'invalid invalid deputyCoordinator',
    )
    expect(await appoint(leader, teamId, { deputyCoordinator: seat, deputyUntil: day(9) })).toBe('allowed')
    expect(await live(teamId)).toEqual([
      [main, false],
      [deputy, true],
    ])
    const acting = await actorOf(deputy, ops)
    expect((await read(acting, teamId)).steps['team.setDeadlines'].may).toBe(true)
    expect(await appoint(leader, teamId, { coordinator: `${next}@${ops}` })).toBe('allowed')
    expect(await live(teamId)).toEqual([
      [next, false],
      [deputy, true],
    ])
    const offices = (await read(leader, teamId)).offices.map((o) => [o.field, o.holder?.seat ?? null])
    expect(offices).toContainEqual(['coordinator', `${next}@${ops}`])
    expect(offices).toContainEqual(['deputyCoordinator', seat])
    expect(await appoint(leader, teamId, { deputyCoordinator: 'none' })).toBe('allowed')
    expect(await live(teamId)).toEqual([[next, false]])
  })

  it('leaves nothing to hand over: the coordinator is there', async () => {
    const { ops, teamId, leader } = await setting()
    const [main, deputy] = [await makeUser(ops), await makeUser(ops)]
    await appoint(leader, teamId, { coordinator: `${main}@${ops}` })
    await appoint(leader, teamId, { deputyCoordinator: `${deputy}@${ops}`, deputyUntil: day(9) })
    const holdings = async (userId: string) =>
      (await readPerson.execute(leader, { institutionId: ops, userId })).holdings.map((h) => h.kind)
    expect(await holdings(main)).toEqual(['koordynator_zespolu'])
    expect(await holdings(deputy)).toEqual([])
  })

  it('who takes the coordination over is a deputy no longer', async () => {
    const { ops, teamId, leader } = await setting()
    const [main, deputy] = [await makeUser(ops), await makeUser(ops)]
    await appoint(leader, teamId, { coordinator: `${main}@${ops}` })
    await appoint(leader, teamId, { deputyCoordinator: `${deputy}@${ops}`, deputyUntil: day(9) })
    await endEmployment.execute(leader, {
      institutionId: ops,
      userId: main,
      endsOn: '2026-11-20',
      reason: 'emerytura',
      successors: { [`koordynator_zespolu:${teamId}`]: deputy },
    })
    expect(await live(teamId)).toEqual([[deputy, false]])
  })

  it('does not stand for a coordinator when the team is to start', async () => {
    const { ops, teamId, leader } = await setting()
    await asOwner().query(
      `update team set status = 'agreement', rules_adopted_on = '2026-01-01' where id = $1`,
      [teamId],
    )
    const deputy = await makeUser(ops)
    await appoint(leader, teamId, { deputyCoordinator: `${deputy}@${ops}`, deputyUntil: day(9) })
    expect((await read(leader, teamId)).next?.missing).toEqual([{ key: 'coordinator' }])
    await appoint(leader, teamId, { coordinator: `${deputy}@${ops}` })
    expect((await read(leader, teamId)).next?.missing).toEqual([])
  })

  it('who becomes the coordinator is no longer a deputy', async () => {
    const { ops, teamId, leader } = await setting()
    const [main, deputy] = [await makeUser(ops), await makeUser(ops)]
    await appoint(leader, teamId, { coordinator: `${main}@${ops}` })
    await appoint(leader, teamId, { deputyCoordinator: `${deputy}@${ops}`, deputyUntil: day(9) })
    await appoint(leader, teamId, { coordinator: `${deputy}@${ops}` })
    expect(await live(teamId)).toEqual([[deputy, false]])
  })
})

describe('the animator of a team that is there', () => {
  it('is chosen by the ROPS of the region, out of its own', async () => {
    const { ops, teamId, leader } = await setting()
    const rops = await makeInstitution({ kind: 'rops', level: 'wojewodztwo', seat: '1863011' })
    const coordinator = await makeActor(rops, { role: 'rops_koordynator' })
    const first = await makeActor(rops, { role: 'animator', teamId })
    const second = await makeActor(rops, { role: 'animator' })
    const clerk = await makeUser(rops)
    const choose = async (actor: Actor, seat: string) =>
      refusal(
        teams.appointOffices.execute(actor, {
          teamId,
          version: (await read(actor, teamId)).version,
          liderGminny: '',
          liderPowiatowy: '',
          coordinator: '',
          animator: seat,
        }),
      )
    expect(await choose(leader, `${second.userId}@${rops}`)).toBe('forbidden forbidden')
    expect(await choose(first, `${second.userId}@${rops}`)).toBe('forbidden forbidden')
    expect(await choose(coordinator, `${clerk}@${rops}`)).toBe('invalid invalid animator')
    expect(await choose(coordinator, `${leader.userId}@${ops}`)).toBe('invalid invalid animator')
    expect(await choose(coordinator, `${second.userId}@${rops}`)).toBe('allowed')
    const now = await actorOf(second.userId, rops)
    expect((await read(now, teamId)).offices.find((o) => o.field === 'animator')?.holder?.seat).toBe(
      `${second.userId}@${rops}`,
    )
    expect(await refusal(read(await actorOf(first.userId, rops), teamId))).toBe('notFound notFound')
    const { rows } = await asOwner().query('select kind from notification where user_id = $1', [
      second.userId,
    ])
    expect(rows).toEqual([{ kind: 'team.animator' }])
  })
})

describe('representatives and deputies', () => {
  const rolesOf = async (userId: string) => {
    const { rows } = await asOwner().query<{ role: string }>(
      `select role from role_assignment where user_id = $1 and ended_at is null`,
      [userId],
    )
    return rows.map((r) => r.role)
  }
  const name = async (
    actor: Actor,
    teamId: string,
    institutionId: string,
    people: Record<string, unknown>,
  ) => {
    const view = await read(actor, teamId)
    const memberId = view.parties.find((p) => p.institutionId === institutionId)?.memberId ?? ''
    return teams.nameRepresentatives.execute(actor, { teamId, seats: [{ memberId, ...people }] })
  }

  it('a deputy can be taken out, and the role that came with the seat ends', async () => {
    const { school, teamId, leader } = await setting()
    const [head, deputy] = [await makeUser(school), await makeUser(school)]
    await name(leader, teamId, school, { representative: { userId: head }, deputy: { userId: deputy } })
    expect([await rolesOf(head), await rolesOf(deputy)]).toEqual([['decydent'], ['decydent']])
    const { rows } = await asOwner().query(`select kind from notification where user_id = $1`, [deputy])
    expect(rows).toEqual([{ kind: 'team.seat' }])
    expect(await name(leader, teamId, school, { deputy: { userId: 'none' } })).toEqual({ named: 1 })
    expect([await rolesOf(head), await rolesOf(deputy)]).toEqual([['decydent'], []])
    expect((await read(leader, teamId)).parties.find((p) => p.institutionId === school)?.deputy).toBeNull()
    expect(await refusal(name(leader, teamId, school, { representative: { userId: 'none' } }))).toBe(
      'invalid invalid seats.0.representative.userId',
    )
  })

  it('who is replaced keeps the role with a seat elsewhere, or when the own head gave it', async () => {
    const { ops, school, teamId, leader } = await setting()
    const other = await makeTeam({ lead: ops, members: [school] })
    const [first, second] = [await makeUser(school), await makeUser(school)]
    await name(leader, teamId, school, { representative: { userId: first } })
    await name(leader, other, school, { representative: { userId: first } })
    await name(leader, teamId, school, { representative: { userId: second } })
    expect(await rolesOf(first)).toEqual(['decydent'])
    await name(leader, other, school, { representative: { userId: second } })
    expect(await rolesOf(first)).toEqual([])

    const director = await makeUser(school)
    const own = await giveRole(director, school, { role: 'decydent' })
    await asOwner().query(`update role_assignment set granted_by_id = $2 where id = $1`, [own, second])
    await name(leader, teamId, school, { representative: { userId: director } })
    await name(leader, teamId, school, { representative: { userId: second } })
    expect(await rolesOf(director)).toEqual(['decydent'])
  })

  it('nobody ends such a role from outside the team', async () => {
    const { school, teamId, leader } = await setting()
    const head = await makeUser(school)
    await name(leader, teamId, school, { representative: { userId: head } })
    const stranger = await makeActor(await makeInstitution({ seat: '2013072' }), { role: 'lider_gminny' })
    await expect(
      asActor(
        stranger,
        (tx) => tx.$executeRaw`select app.end_seat_role(${teamId}::uuid, ${school}::uuid, ${head}::uuid)`,
      ),
    ).rejects.toThrow(/not a party/u)
  })
})

describe('who joins while the agreement is being signed', () => {
  it('is told, like those who were there when it was sent', async () => {
    const { teamId, leader } = await setting()
    await asOwner().query(`update team set status = 'agreement' where id = $1`, [teamId])
    const poz = await makeInstitution({ kind: 'poz' })
    const head = await makeActor(poz, { role: 'decydent' })
    await teams.addMembers.execute(leader, {
      teamId,
      version: (await read(leader, teamId)).version,
      members: [poz],
      fresh: {},
    })
    const { rows } = await asOwner().query(`select kind from notification where user_id = $1`, [head.userId])
    expect(rows).toEqual([{ kind: 'team.agreementSent' }])
  })
})
