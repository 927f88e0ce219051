import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { decode, encode } from 'next-auth/jwt'
import { cache } from 'react'
import {
  chooseContext,
  currentSession,
  endSession,
  type Session,
  sessionOwner,
  signIn,
} from '@/lib/people/sessions'
import { neededEnv } from '@/lib/platform/env'
import { AppError } from '@/lib/platform/errors'
import type { Actor } from '@/lib/policy/actor'
import { sessionCookie, sessionCookieOptions, sessionMaxAge } from '@/lib/web/auth'
import { paths } from '@/lib/web/paths'
import { addressOf } from '@/lib/web/request'

const secret = (): string => neededEnv('NEXTAUTH_SECRET')

/** Id that the cookie names, if its signature is ours; nothing is known yet of whether the session lives. */
export const namedSession = async (): Promise<string | null> => {
  const value = (await cookies()).get(sessionCookie)?.value
  if (!value) return null
  const token = await decode({ token: value, secret: secret() }).catch(() => null)
  return token?.sub ?? null
}

/** The live session of this request, asked once a request. */
export const getSession = cache(async (): Promise<Session | null> => {
  const id = await namedSession()
  return id ? currentSession(id) : null
})

/** The person in the working context; sends others to sign in or to choose a context. */
export const requireActor = async (): Promise<Actor> => {
  const session = await getSession()
  if (!session) redirect(await signInWithReturn())
  if (!session.actor) redirect(paths.context())
  return session.actor
}

/** The same for actions and machines: throws instead of leading away, so that typed text is not lost. */
export const actorOrThrow = async (): Promise<Actor> => {
  const session = await getSession()
  if (!session?.actor) throw new AppError('unauthenticated', 'unauthenticated')
  return session.actor
}

const signInWithReturn = async (): Promise<string> => {
  const from = (await headers()).get('x-path')
  return from && from !== '/' ? `${paths.signIn()}?powrot=${encodeURIComponent(from)}` : paths.signIn()
}

/**
 * Puts the session into next-auth's cookie (server actions and route handlers only). The session that the cookie named
 * before ends: nobody could sign it out any more.
 */
export const keepSession = async (sessionId: string): Promise<void> => {
  const replaced = await namedSession()
  if (replaced && replaced !== sessionId) await endSession(replaced)
  const token = await encode({ token: { sub: sessionId }, secret: secret(), maxAge: sessionMaxAge })
  ;(await cookies()).set(sessionCookie, token, { ...sessionCookieOptions, maxAge: sessionMaxAge })
}

export const dropSession = async (): Promise<void> => {
  ;(await cookies()).delete(sessionCookie)
}

/** Address and browser of the request, for slow-down and the session list. */
export const client = async (): Promise<{ address: string; agent: string }> => {
  const all = await headers()
  return { address: addressOf(all.get('x-forwarded-for')), agent: all.get('user-agent') ?? '' }
}

/**
 * Signs in over an ended session. True when it is the same person: the working context is taken up again and the page
 * may stay; anybody else starts from the first page. Throws like signIn.
 */
export const resumeSession = async (email: string, password: string): Promise<boolean> => {
  const ended = await namedSession()
  const before = ended ? await sessionOwner(ended) : null
  const sessionId = await signIn({ email, password, ...(await client()) })
  await keepSession(sessionId)
  const session = await currentSession(sessionId)
  const samePerson = before !== null && session?.userId === before.userId
  // the role there may have ended meanwhile: then the person chooses anew
  if (samePerson && before.institutionId)
    await chooseContext(sessionId, before.institutionId).catch(() => undefined)
  return samePerson
}
