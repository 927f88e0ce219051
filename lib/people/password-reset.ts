import { passwordLetter } from '@/lib/messages/pl/letters'
import { hashPassword } from '@/lib/people/passwords'
import { asSystem } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import { AppError } from '@/lib/platform/errors'
import { hashToken, newToken } from '@/lib/platform/tokens'

/** Sends a one-time link to this address when it has an account; says nothing about whether it has one. */
export const askPasswordReset = async (email: string): Promise<void> => {
  const { token, tokenHash } = newToken()
  const { subject, body } = passwordLetter(`${env().PUBLIC_URL}/logowanie/haslo/${token}`)
  await asSystem(
    'password-reset',
    (tx) => tx.$executeRaw`select app.ask_password_reset(${email}, ${tokenHash}, ${subject}, ${body})`,
  )
}

/** Does the link still work: not used, not older than an hour? */
export const isResetOpen = async (token: string): Promise<boolean> => {
  const [row] = await asSystem(
    'password-reset',
    (tx) => tx.$queryRaw<{ open: boolean }[]>`select app.password_reset_open(${hashToken(token)}) as open`,
  )
  return row?.open ?? false
}

/** Sets the new password and ends all sessions of the account. Throws notFound when the link no longer works. */
export const resetPassword = async (token: string, password: string): Promise<void> => {
  const passwordHash = await hashPassword(password)
  const [row] = await asSystem(
    'password-reset',
    (tx) =>
      tx.$queryRaw<
        { done: boolean }[]
      >`select app.reset_password(${hashToken(token)}, ${passwordHash}) as done`,
  )
  if (!row?.done) throw new AppError('notFound', 'resetGone')
}
