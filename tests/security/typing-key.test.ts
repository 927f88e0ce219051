import { beforeAll, describe, expect, test } from 'vitest'
import { hashPassword } from '@/lib/people/passwords'
import { endAllSessions, endSession, signIn } from '@/lib/people/sessions'
import { typingKey } from '@/lib/people/typing-key'
import { asOwner, useDatabase } from '@/tests/support/database'
import { giveRole, insert, makeInstitution, makeUser } from '@/tests/support/world'

useDatabase()

const password = 'bardzo dobre hasło'
const people = { anna: '', ewa: '' }

beforeAll(async () => {
  const ops = await makeInstitution()
  for (const name of ['anna', 'ewa'] as const) {
    people[name] = await makeUser(ops, { email: `${name}@gops.example` })
    await giveRole(people[name], ops, { role: 'wykonawca' })
    await insert('credential', { user_id: people[name], password_hash: await hashPassword(password) })
  }
})

const open = (name: keyof typeof people) =>
  signIn({ email: `${name}@gops.example`, password, address: '192.0.2.1', agent: 'test' })

const hex = async (session: string) => Buffer.from((await typingKey(session)) ?? []).toString('hex')

describe('the key for what is typed without a connection', () => {
  test('is one for a session, and another one for the next session and for another person', async () => {
    const [first, next, other] = [await open('anna'), await open('anna'), await open('ewa')]
    expect(await hex(first)).toMatch(/^[0-9a-f]{64}$/u)
    expect(await hex(first)).toBe(await hex(first))
    expect(new Set([await hex(first), await hex(next), await hex(other)]).size).toBe(3)
  })

  test('is refused to nobody’s session and to one that ended, was ended everywhere or stood idle', async () => {
    expect(await typingKey('00000000-0000-4000-8000-000000000000')).toBe(null)
    const signedOut = await open('anna')
    await endSession(signedOut)
    expect(await typingKey(signedOut)).toBe(null)
    const everywhere = await open('anna')
    await endAllSessions(people.anna)
    expect(await typingKey(everywhere)).toBe(null)
    const idle = await open('ewa')
    await asOwner().query(
      `update user_session set last_seen_at = now() - interval '16 minutes' where id = $1`,
      [idle],
    )
    expect(await typingKey(idle)).toBe(null)
  })

  test('does not stand on the row of its session', async () => {
    const session = await open('anna')
    const key = await typingKey(session)
    const { rows } = await asOwner().query('select s::text as row from user_session s where s.id = $1', [
      session,
    ])
    expect(rows[0]?.row).toContain(session)
    for (const as of ['hex', 'base64', 'base64url'] as const)
      expect(rows[0]?.row).not.toContain(Buffer.from(key ?? []).toString(as))
  })
})
