import type { NextAuthOptions } from 'next-auth'
import CredentialsProvider from 'next-auth/providers/credentials'
import { currentSession, signIn } from '@/lib/people/sessions'
import { env } from '@/lib/platform/env'

/** Twelve hours: the outer limit; the database ends a session after 15 idle minutes. */
export const sessionMaxAge = 12 * 60 * 60

const secure = env().PUBLIC_URL.startsWith('https://')

/** Name of next-auth's session cookie; `__Secure-` only where the address is https. */
export const sessionCookie = secure ? '__Secure-next-auth.session-token' : 'next-auth.session-token'
export const sessionCookieOptions = { httpOnly: true, sameSite: 'lax', path: '/', secure } as const

type Header = Record<string, string | string[] | undefined> | undefined

/** The peer's address as the reverse proxy gives it; without a proxy every client of one machine counts together. */
export const addressOf = (forwarded: string | null): string => forwarded?.split(',')[0]?.trim() || 'direct'

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
      authorize: async (credentials, request) => {
        if (!credentials?.email || !credentials.password) return null
        const id = await signIn({
          email: credentials.email,
          password: credentials.password,
          address: addressOf(header(request.headers, 'x-forwarded-for')),
          agent: header(request.headers, 'user-agent') ?? '',
        })
        return { id }
      },
    }),
  ],
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
