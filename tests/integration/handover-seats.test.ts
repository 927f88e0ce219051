import { beforeEach, describe, expect, it } from 'vitest'
import { giveWork, prepareHandover, readHandover } from '@/lib/handover'
import type { Actor } from '@/lib/policy/actor'
import { asOwner, useDatabase } from '@/tests/support/database'
import { refusal } from '@/tests/support/refusal'
import { actorOf, giveRole, insert, makeActor, makeInstitution, makeTeam } from '@/tests/support/world'

useDatabase()

let head: Actor
let worker: Actor
let colleague: Actor
let officer: Actor
let coordinator: Actor
let teamId: string
let ops: string

beforeEach(async () => {
  ops = await makeInstitution({ name: 'GOPS Świlcza' })
  teamId = await makeTeam({ lead: ops, members: [await makeInstitution({ kind: 'pcpr', level: 'powiat' })] })
  head = await makeActor(ops, { role: 'lider_gminny' })
  worker = await makeActor(
    ops,
    { role: 'koordynator_zespolu', teamId },
    { givenName: 'Marta', familyName: 'Kędzior' },
  )
  await giveRole(worker.userId, ops, { role: 'decydent' })
  worker = await actorOf(worker.userId, ops)
  colleague = await makeActor(ops, { role: 'specjalista' })
  officer = await makeActor(ops, { role: 'iod' })
  coordinator = await makeActor(ops, { role: 'koordynator_zespolu', teamId })
  await asOwner().query(
    'update team_member set representative_id = $1 where team_id = $2 and institution_id = $3',
    [worker.userId, teamId, ops],
  )
})

const look = (actor: Actor, to: Actor | null = null) =>
  prepareHandover.execute(actor, { from: worker.userId, to: to?.userId ?? null })
const give = (actor: Actor, to: Actor, seats: string[]) =>
  giveWork.execute(actor, { from: worker.userId, to: to.userId, reason: 'leaving', things: [], seats })
const keys = () => [`koordynator_zespolu:${teamId}`, `representative:${teamId}`]

it('open tasks of the person are listed with the work, and are the house’s when the employment ends without a successor', async () => {
  const task = (title: string, more: object = {}) =>
    insert('task', {
      id: crypto.randomUUID(),
      team_id: teamId,
      title,
      due_on: '2026-12-01',
      to_user_id: worker.userId,
      to_institution_id: ops,
      created_by_id: head.userId,
      created_institution_id: ops,
      ...more,
    })
  await task('Zaprosić szkołę')
  await task('Pilne', { due_on: '2026-11-25', team_id: null })
  await task('Skończone', { status: 'done', ended_by_id: worker.userId, ended_at: '2026-11-20' })
  await task('Cudze', { to_user_id: colleague.userId })
  expect((await look(head)).tasks.map((t) => [t.title, t.dueOn])).toEqual([
    ['Pilne', '2026-11-25'],
    ['Zaprosić szkołę', '2026-12-01'],
  ])
  await asOwner().query('update employment set ends_on = app.today() where user_id = $1', [worker.userId])
  const { rows } = await asOwner().query(
    `select count(*)::int as n from task where to_institution_id = $1 and to_user_id is null and status = 'open'`,
    [ops],
  )
  expect(rows).toEqual([{ n: 2 }])
})

describe('places in teams', () => {
  it('are listed with the work, also of somebody who has no case', async () => {
    const view = await look(head)
    expect(view.people.find((one) => one.userId === worker.userId)).toMatchObject({
      name: 'Marta Kędzior',
      cases: 0,
      services: 0,
      seats: 2,
    })
    expect(view.seats.map((s) => s.key)).toEqual(keys())
    expect((await look(head, officer)).seats.map((s) => s.refusal)).toEqual(['keptApart', 'keptApart'])
  })

  it('go in one step, with a record; the role of the seat comes along', async () => {
    const { handoverId, given } = await give(head, colleague, keys())
    expect(given).toBe(2)
    const done = await readHandover.execute(head, { handoverId })
    expect(done.seats.map((s) => [s.kind, s.refusal])).toEqual([
      ['koordynator_zespolu', null],
      ['representative', null],
    ])
    const roles = async (actor: Actor) =>
      (await actorOf(actor.userId, ops)).assignments.map((a) => a.role).sort()
    expect(await roles(colleague)).toEqual(['decydent', 'koordynator_zespolu', 'specjalista'])
    expect(await roles(worker)).toEqual(['decydent'])
    const { rows } = await asOwner().query(
      'select representative_id as id from team_member where team_id = $1 and institution_id = $2',
      [teamId, ops],
    )
    expect(rows).toEqual([{ id: colleague.userId }])
  })

  it('are given by the head of the house alone, never to a role kept apart, and never somebody else’s', async () => {
    expect(await refusal(look(coordinator))).toBe('notFound notFound')
    expect(await refusal(give(coordinator, colleague, keys()))).toBe('notFound notFound')
    expect(await refusal(give(head, colleague, [`lider_gminny:${teamId}`]))).toBe('conflict stale')
    expect(await give(head, officer, keys())).toMatchObject({ given: 0 })
    const stranger = await makeActor(await makeInstitution({ seat: '1816142' }), { role: 'lider_gminny' })
    expect(await refusal(give(stranger, colleague, keys()))).toBe('notFound notFound')
  })
})
