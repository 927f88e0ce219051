import { beforeEach, describe, expect, it } from 'vitest'
import { passDeadlines } from '@/lib/cases/deadlines'
import { keepForm, takeForm } from '@/lib/people/kept-forms'
import { chooseContext, endSession } from '@/lib/people/sessions'
import { asSystem } from '@/lib/platform/db'
import { asOwner, useDatabase } from '@/tests/support/database'
import { giveRole, makeInstitution, makeUser } from '@/tests/support/world'

useDatabase()

const page = '/zgloszenia/nowe'
const kept = { form: 'Karta zgłoszenia', values: { situation: 'Tekst o rodzinie', reasonKeys: ['a', 'b'] } }

let anna: string
let other: string
let school: string
let ops: string

/** A session of this person in this institution. */
const session = async (userId: string, institutionId: string): Promise<string> => {
  const [row] = await asSystem(
    'session',
    (tx) => tx.$queryRaw<{ id: string }[]>`select app.open_session(${userId}::uuid, 'a', 'b') as id`,
  )
  await chooseContext(row?.id ?? '', institutionId)
  return row?.id ?? ''
}

/** A session that stood idle, and what was typed in it. */
const endedWith = async (userId: string, institutionId: string): Promise<string> => {
  const id = await session(userId, institutionId)
  await asOwner().query(
    `update user_session set last_seen_at = now() - interval '16 minutes' where id = $1`,
    [id],
  )
  expect(await keepForm(id, page, kept)).toBe(true)
  return id
}

beforeEach(async () => {
  ops = await makeInstitution()
  school = await makeInstitution({ kind: 'szkola_podstawowa' })
  anna = await makeUser(ops)
  other = await makeUser(ops)
  await giveRole(anna, ops, { role: 'koordynator_rodziny' })
  await giveRole(anna, school, { role: 'wykonawca' })
  await giveRole(other, ops, { role: 'koordynator_rodziny' })
})

describe('a form that was sent after its session had ended', () => {
  it('comes back once, to the same person in the same institution on the same page', async () => {
    await endedWith(anna, ops)
    expect(await takeForm(await session(other, ops), page)).toBeNull()
    expect(await takeForm(await session(anna, school), page)).toBeNull()
    const back = await session(anna, ops)
    expect(await takeForm(back, '/zgloszenia')).toBeNull()
    expect(await takeForm(back, page)).toEqual(kept)
    expect(await takeForm(back, page)).toBeNull()
  })

  it('is sealed, and nobody takes it with an ended session', async () => {
    const id = await endedWith(anna, ops)
    const { rows } = await asOwner().query<{ kept_sealed: string }>(
      'select kept_sealed from user_session where id = $1',
      [id],
    )
    expect(rows[0]?.kept_sealed).toMatch(/^v1\.k1\./u)
    expect(rows[0]?.kept_sealed).not.toContain('rodzinie')
    expect(await takeForm(id, page)).toBeNull()
    const ended = await session(anna, ops)
    await endSession(ended)
    expect(await takeForm(ended, page)).toBeNull()
  })

  it('is not kept while the session lives, nor when it is huge, nor longer than an hour', async () => {
    const live = await session(anna, ops)
    expect(await keepForm(live, page, kept)).toBe(false)
    await endSession(live)
    expect(await keepForm(live, page, { form: 'x', values: { text: 'ą'.repeat(400_000) } })).toBe(false)
    expect(await keepForm(live, page, kept)).toBe(true)
    await asOwner().query(`update user_session set kept_at = now() - interval '61 minutes' where id = $1`, [
      live,
    ])
    expect(await takeForm(await session(anna, ops), page)).toBeNull()
    await passDeadlines()
    const { rows } = await asOwner().query('select kept_sealed, kept_path from user_session where id = $1', [
      live,
    ])
    expect(rows).toEqual([{ kept_sealed: null, kept_path: null }])
  })
})
