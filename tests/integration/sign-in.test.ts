import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { hashPassword } from '@/lib/people/passwords'
import { currentSession, signIn } from '@/lib/people/sessions'
import { disconnect } from '@/lib/platform/db'
import { authOptions } from '@/lib/web/auth'
import { asOwner, useDatabase } from '@/tests/support/database'
import { refusal } from '@/tests/support/refusal'
import { giveRole, insert, makeInstitution, makeUser } from '@/tests/support/world'

useDatabase()

const email = 'anna@gops.example'
const password = 'bardzo dobre hasło'
const from = { email, address: '192.0.2.1', agent: 'test' }

beforeAll(async () => {
  const ops = await makeInstitution()
  const userId = await makeUser(ops, { email })
  await giveRole(userId, ops, { role: 'wykonawca' })
  await insert('credential', { user_id: userId, password_hash: await hashPassword(password) })
})

beforeEach(() => asOwner().query('delete from sign_in_attempt'))

const times = async (count: number, work: () => Promise<unknown>): Promise<Record<string, number>> => {
  const answers = await Promise.all(Array.from({ length: count }, () => refusal(work())))
  const counts: Record<string, number> = {}
  for (const answer of answers) counts[answer] = (counts[answer] ?? 0) + 1
  return counts
}

describe('slow-down of sign-in', () => {
  it('judges five of sixteen wrong passwords that are sent at once', async () => {
    expect(await times(16, () => signIn({ ...from, password: 'złe' }))).toEqual({
      'invalid signInWrong': 5,
      'limited signInLimited': 11,
    })
    expect(await refusal(signIn({ ...from, password })), 'the right one waits as well').toBe(
      'limited signInLimited',
    )
  })

  it('lets one more try through after 30 seconds, then asks for a minute', async () => {
    await times(5, () => signIn({ ...from, password: 'złe' }))
    await asOwner().query(`update sign_in_attempt set at = at - interval '31 seconds'`)
    expect(await refusal(signIn({ ...from, password: 'złe' }))).toBe('invalid signInWrong')
    await asOwner().query(`update sign_in_attempt set at = at - interval '31 seconds'`)
    expect(await refusal(signIn({ ...from, password }))).toBe('limited signInLimited')
    await asOwner().query(`update sign_in_attempt set at = at - interval '30 seconds'`)
    expect(await refusal(signIn({ ...from, password }))).toBe('allowed')
  })

  it('forgets failures at the next success, and does not slow down another account', async () => {
    await times(4, () => signIn({ ...from, password: 'złe' }))
    await signIn({ ...from, password })
    expect(await times(3, () => signIn({ ...from, password: 'złe' }))).toEqual({ 'invalid signInWrong': 3 })
    await times(3, () => signIn({ ...from, password: 'złe' }))
    expect(await refusal(signIn({ ...from, email: 'nikt@gops.example', password }))).toBe(
      'invalid signInWrong',
    )
  })

  it('stops an address after fifty failures, whoever it tries', async () => {
    await asOwner().query(
      `insert into sign_in_attempt (email, address, ok) select 'x' || n, '192.0.2.1', false from generate_series(1, 50) n`,
    )
    expect(await refusal(signIn({ ...from, password }))).toBe('limited signInAddressLimited')
    expect(await refusal(signIn({ ...from, address: '192.0.2.2', password }))).toBe('allowed')
  })

  it('leaves one line in the access log for each judged try', async () => {
    await refusal(signIn({ ...from, address: '192.0.2.7', password: 'złe' }))
    await signIn({ ...from, address: '192.0.2.7', password })
    const { rows } = await asOwner().query(
      `select kind, actor_id is not null as known from audit_event
       where action = 'session.signIn' and reason = '192.0.2.7' order by kind`,
    )
    expect(rows).toEqual([
      { kind: 'denied', known: true },
      { kind: 'signIn', known: true },
    ])
  })
})

type Authorize = (given: unknown, request: { headers: Record<string, string> }) => Promise<unknown>
const { authorize } = (authOptions.providers[0] as unknown as { options: { authorize: Authorize } }).options
const asked = { headers: { 'x-forwarded-for': '192.0.2.1' } }

describe("next-auth's own way in and out", () => {
  it('says nothing about why: a wrong pair, bad input and a fault are all null', async () => {
    expect(await authorize({ email, password: 'złe' }, asked)).toBeNull()
    expect(await authorize({ email: 'a\u0000@gops.example', password: 'złe' }, asked)).toBeNull()
    expect(await authorize({ email: '', password }, asked)).toBeNull()
    const url = process.env.DATABASE_URL
    await disconnect()
    process.env.DATABASE_URL = 'postgresql://nobody:nothing@127.0.0.1:1/gone'
    try {
      expect(await authorize({ email, password }, asked)).toBeNull()
    } finally {
      await disconnect()
      process.env.DATABASE_URL = url
    }
  })

  it('ends the session in the database when it signs out', async () => {
    const user = (await authorize({ email: ` ${email}\u0000`, password }, asked)) as { id: string }
    expect((await currentSession(user.id))?.email).toBe(email)
    await authOptions.events?.signOut?.({ token: { sub: user.id }, session: {} as never })
    expect(await currentSession(user.id)).toBeNull()
  })
})
