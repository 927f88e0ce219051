import { beforeEach, describe, expect, test } from 'vitest'
import { asActor, throughEyesOf } from '@/lib/platform/db'
import type { Actor } from '@/lib/policy/actor'
import { type EyesView, lookAs } from '@/lib/sight'
import { makeLine } from '@/tests/support/basket'
import { asOwner } from '@/tests/support/database'
import { refusal } from '@/tests/support/refusal'
import {
  clinic,
  coordinator,
  made,
  mother,
  ops,
  record,
  said,
  school,
  stranger,
  teacher,
  useScene,
  withdraw,
} from '@/tests/support/scenes/consents'
import { insert, makeActor } from '@/tests/support/world'

useScene()

beforeEach(async () => {
  for (const [needKey, category] of [
    ['szkola', 'EDUKACJA'],
    ['zdrowie', 'ZDROWIE'],
  ])
    await insert('need', {
      case_id: made.caseId,
      team_id: made.teamId,
      owner_institution_id: ops,
      person_id: mother,
      need_key: needKey,
      category,
      created_by_id: mother,
    })
})

const look = (actor: Actor = coordinator, change: Record<string, string> = {}) =>
  lookAs.execute(actor, { caseId: made.caseId, institutionId: school, role: 'specjalista', ...change })
const words = (view: EyesView) =>
  view.kinds.flatMap(({ kind, things }) =>
    things.map((t) => `${t.seen ? '+' : '-'} ${kind} ${kind === 'need' ? t.name : ''}`.trim()),
  )

describe('through the eyes of the school', () => {
  test('before a consent nothing, then exactly what it opened, after its withdrawal nothing again', async () => {
    expect(words(await look())).toEqual([
      '- case',
      '- family',
      '- person',
      '- identity',
      '- need szkola',
      '- need zdrowie',
    ])
    const { consentIds } = await record([said()])
    expect(words(await look())).toEqual([
      '+ case',
      '+ family',
      '+ person',
      '+ identity',
      '+ need szkola',
      '- need zdrowie',
      '- consent',
    ])
    await withdraw(consentIds[0])
    expect(words(await look()).filter((w) => w.startsWith('+'))).toEqual([])
  })

  test("a worker who delivers sees the own line and nobody's needs", async () => {
    await record([said()])
    const worker = await makeActor(school, { role: 'wykonawca' })
    const spec = { provider: school, createdBy: coordinator.userId, persons: [mother], status: 'accepted' }
    await makeLine(made, { ...spec, status: 'accepted', responsible: worker.userId })
    await makeLine(made, { ...spec, status: 'accepted', responsible: teacher.userId })
    const seen = words(await look(coordinator, { role: 'wykonawca' }))
    expect(seen.filter((w) => w.endsWith('line'))).toEqual(['+ line', '- line'])
    expect(seen.filter((w) => w.includes('need'))).toEqual(['- need szkola', '- need zdrowie'])
  })

  test('where nobody holds the role, it says so and shows nothing as seen', async () => {
    await record([said()])
    const view = await look(coordinator, { role: 'decydent' })
    expect(view.nobody).toBe(true)
    expect(words(view).some((w) => w.startsWith('+'))).toBe(false)
  })

  test('shows who looks nothing that they may not see themselves', async () => {
    await record([said()], [`${clinic}:PODSTAWOWE`, `${clinic}:ZDROWIE`])
    const leader = await makeActor(ops, { role: 'lider_gminny' })
    const seen = words(await look(leader, { institutionId: clinic }))
    expect(seen).toContain('- need szkola')
    expect(seen.some((w) => w.includes('zdrowie'))).toBe(false)
    expect(words(await look(coordinator, { institutionId: clinic }))).toContain('+ need zdrowie')
  })

  test("leaves nothing behind: the transaction is the coordinator's own again, and the log names the coordinator", async () => {
    await record([said()])
    await look()
    const { rows } = await asOwner().query(
      `select actor_id, institution_id, kind, reason from audit_event where case_id = $1 and action = 'sight.lookAs'`,
      [made.caseId],
    )
    expect(rows).toEqual([
      {
        actor_id: coordinator.userId,
        institution_id: ops,
        kind: 'read',
        reason: 'SP Trzciana: Członek zespołu rodziny',
      },
    ])
    const theirs = await asOwner().query('select from audit_event where actor_id = $1', [teacher.userId])
    expect(theirs.rows).toEqual([])
  })
})

test('a look cannot write, and after it the transaction goes on as its own actor', async () => {
  const outcome = await asActor(coordinator, async (tx) => {
    const wrote = await throughEyesOf(tx, teacher, (theirs) =>
      theirs.auditEvent.createMany({
        data: [{ actorId: teacher.userId, institutionId: school, action: 'x', kind: 'read' }],
      }),
    ).then(
      () => 'written',
      () => 'refused',
    )
    const [row] = await tx.$queryRaw<{ actor: string }[]>`select app.actor_id()::text as actor`
    return { wrote, actor: row?.actor, needs: await tx.need.count({ where: { caseId: made.caseId } }) }
  })
  expect(outcome).toEqual({ wrote: 'refused', actor: coordinator.userId, needs: 2 })
})

describe('nobody else looks', () => {
  test('specialists, strangers and other leaders are refused; the database names no eyes to them', async () => {
    await record([said()])
    const powiat = await makeActor(school, { role: 'lider_powiatowy' })
    expect(await refusal(look(teacher))).toBe('forbidden forbidden')
    expect(await refusal(look(powiat))).toBe('forbidden forbidden')
    expect(await refusal(look(stranger))).toBe('notFound notFound')
    const eyes = (actor: Actor, institutionId: string) =>
      asActor(
        actor,
        (tx) =>
          tx.$queryRaw`select user_id from app.eyes_of(${made.caseId}::uuid, ${institutionId}::uuid, 'specjalista')`,
      )
    expect(await eyes(coordinator, school)).toEqual([{ user_id: teacher.userId }])
    for (const actor of [teacher, powiat, stranger]) expect(await eyes(actor, school)).toEqual([])
    // an institution that has nothing to do with the case
    expect(await eyes(coordinator, stranger.institutionId)).toEqual([])
  })
})
