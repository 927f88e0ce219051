import type { NextAuthOptions } from 'next-auth'
import CredentialsProvider from 'next-auth/providers/credentials'
import { z } from 'zod'
import { currentSession, endSession, signIn } from '@/lib/people/sessions'
import { env } from '@/lib/platform/env'
import { AppError } from '@/lib/platform/errors'
import { withoutControls } from '@/lib/platform/input'
import { logFault } from '@/lib/platform/log'
import { addressOf } from '@/lib/web/request'

/** Twelve hours: the outer limit; the database ends a session after 15 idle minutes. */
export const sessionMaxAge = 12 * 60 * 60

const secure = env().PUBLIC_URL.startsWith('https://')

/** Name of next-auth's session cookie; `__Secure-` only where the address is https. */
export const sessionCookie = secure ? '__Secure-next-auth.session-token' : 'next-auth.session-token'
export const sessionCookieOptions = { httpOnly: true, sameSite: 'lax', path: '/', secure } as const

type Header = Record<string, string | string[] | undefined> | undefined

/** What every way in asks for; one shape, so that none is looser than the others. */
export const credentials = z.strictObject({
  email: z.string().transform(withoutControls).pipe(z.string().trim().min(1, 'required').max(254, 'tooLong')),
  password: z.string().min(1, 'required').max(1000, 'tooLong'),
})

const header = (headers: Header, name: string): string | null => {
  const value = headers?.[name]
  return typeof value === 'string' ? value : null
}

/**
 * The cookie is a signed token that only names a session of the database; whether it still lives is asked there on
 * every request, so a session can be revoked at once.
 */
export const authOptions: NextAuthOptions = {
  session: { strategy: 'jwt', maxAge: sessionMaxAge },
  pages: { signIn: '/logowanie', error: '/logowanie' },
  cookies: { sessionToken: { name: sessionCookie, options: sessionCookieOptions } },
  providers: [
    CredentialsProvider({
      credentials: { email: { type: 'email' }, password: { type: 'password' } },
      authorize: async (given, request) => {
        const { email, password } = given ?? {}
        const parsed = credentials.safeParse({ email, password })
        if (!parsed.success) return null
        const address = addressOf(header(request.headers, 'x-forwarded-for'))
        const agent = header(request.headers, 'user-agent') ?? ''
        try {
          return { id: await signIn({ ...parsed.data, address, agent }) }
        } catch (error) {
          // next-auth puts the text of what is thrown here into the address bar
          if (!(error instanceof AppError)) logFault(error, 'session.signIn')
          return null
        }
      },
    }),
  ],
  // next-auth's own way out drops the cookie only; the session itself must end too
  events: {
    signOut: async ({ token }) => {
      if (token?.sub) await endSession(token.sub)
    },
  },
  callbacks: {
    jwt: ({ token, user }) => (user ? { sub: user.id } : token),
    session: async ({ session, token }) => {
      const live = token.sub ? await currentSession(token.sub) : null
      return {
        ...session,
        user: live ? { name: live.givenName, email: live.email } : undefined,
        sid: live ? token.sub : undefined,
      }
    },
  },
}
