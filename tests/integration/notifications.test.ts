import { beforeAll, describe, expect, it } from 'vitest'
import { countUnread, listNotifications, readNotifications } from '@/lib/notifications'
import type { Actor } from '@/lib/policy/actor'
import { useDatabase } from '@/tests/support/database'
import { actorOf, giveRole, insert, makeActor, makeInstitution, makeTeam } from '@/tests/support/world'

useDatabase()

let teacher: Actor
let stranger: Actor
let elsewhere: Actor
let teamId: string

beforeAll(async () => {
  const school = await makeInstitution({ kind: 'szkola_podstawowa' })
  const clinic = await makeInstitution({ kind: 'poz' })
  teamId = await makeTeam({ lead: await makeInstitution(), members: [school] })
  teacher = await makeActor(school, { role: 'wykonawca' })
  stranger = await makeActor(school, { role: 'wykonawca' })
  await insert('employment', {
    user_id: teacher.userId,
    institution_id: clinic,
    job_title: 'psycholog',
    starts_on: '2024-01-01',
  })
  await giveRole(teacher.userId, clinic, { role: 'wykonawca' })
  elsewhere = await actorOf(teacher.userId, clinic)
  for (const [kind, at] of [
    ['team.activated', '2026-11-20T08:00:00Z'],
    ['line.asked', '2026-11-21T08:00:00Z'],
  ])
    await insert('notification', {
      user_id: teacher.userId,
      institution_id: school,
      kind,
      team_id: teamId,
      created_at: at,
    })
})

const list = async (actor: Actor, onlyUnread = false) =>
  (await listNotifications.execute(actor, { onlyUnread, cursor: '' })).rows.map((n) => [n.kind, n.unread])

describe('notifications', () => {
  it('are listed newest first, for one person in one working context', async () => {
    expect(await list(teacher)).toEqual([
      ['line.asked', true],
      ['team.activated', true],
    ])
    expect([await list(stranger), await list(elsewhere)]).toEqual([[], []])
    expect([
      await countUnread.execute(teacher, {}),
      await countUnread.execute(stranger, {}),
      await countUnread.execute(elsewhere, {}),
    ]).toEqual([2, 0, 0])
  })

  it('are marked as read by their reader alone', async () => {
    expect(await readNotifications.execute(stranger, {})).toEqual({ count: 0 })
    expect(await readNotifications.execute(elsewhere, {})).toEqual({ count: 0 })
    expect(await countUnread.execute(teacher, {})).toBe(2)
    expect(await readNotifications.execute(teacher, {})).toEqual({ count: 2 })
    expect(await list(teacher, true)).toEqual([])
    expect(await list(teacher)).toEqual([
      ['line.asked', false],
      ['team.activated', false],
    ])
  })
})
