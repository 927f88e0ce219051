import { beforeAll, describe, expect, it } from 'vitest'
import { askPasswordReset, isResetOpen, resetPassword } from '@/lib/people/password-reset'
import { hashPassword } from '@/lib/people/passwords'
import { currentSession, signIn } from '@/lib/people/sessions'
import { asOwner, clockRuns, useDatabase } from '@/tests/support/database'
import { refusal } from '@/tests/support/refusal'
import { giveRole, insert, makeInstitution, makeUser } from '@/tests/support/world'

useDatabase()

const email = 'anna@gops.example'
const from = { email, address: '192.0.2.1', agent: 'test' }

beforeAll(async () => {
  await clockRuns()
  const ops = await makeInstitution()
  const userId = await makeUser(ops, { email })
  await giveRole(userId, ops, { role: 'wykonawca' })
  await insert('credential', { user_id: userId, password_hash: await hashPassword('stare hasło do konta') })
})

const tokens = async (): Promise<string[]> => {
  const { rows } = await asOwner().query<{ body: string }>(
    `select body from outgoing_mail where recipient = $1 order by created_at, id`,
    [email],
  )
  return rows.map(({ body }) => /logowanie\/haslo\/([\w-]+)/u.exec(body)?.[1] ?? '')
}

describe('a forgotten password', () => {
  it('brings a letter to an account only, at most three an hour, and tells nobody which it was', async () => {
    await askPasswordReset('nikt@gops.example')
    for (let n = 0; n < 5; n += 1) await askPasswordReset(' Anna@gops.example')
    const { rows } = await asOwner().query('select recipient from outgoing_mail')
    expect(rows).toEqual([{ recipient: email }, { recipient: email }, { recipient: email }])
  })

  it('is set once; sessions of before end and the other links stop working', async () => {
    const before = await signIn({ ...from, password: 'stare hasło do konta' })
    const [first = '', second = ''] = await tokens()
    expect(await isResetOpen(first)).toBe(true)
    await resetPassword(first, 'zupełnie nowe hasło')
    expect([await isResetOpen(first), await isResetOpen(second)]).toEqual([false, false])
    expect(await refusal(resetPassword(first, 'jeszcze inne hasło'))).toBe('notFound resetGone')
    expect(await currentSession(before)).toBeNull()
    expect(await refusal(signIn({ ...from, password: 'stare hasło do konta' }))).toContain('signInWrong')
    await signIn({ ...from, password: 'zupełnie nowe hasło' })
  })

  it('is not set by a link older than an hour or never sent', async () => {
    await asOwner().query(`update password_reset set created_at = now() - interval '2 hours'`)
    await askPasswordReset(email)
    const link = (await tokens()).at(-1) ?? ''
    expect(await isResetOpen(link)).toBe(true)
    await asOwner().query(`update password_reset set expires_at = now() - interval '1 minute'`)
    expect(await isResetOpen(link)).toBe(false)
    expect(await isResetOpen('zgadywany')).toBe(false)
  })
})
