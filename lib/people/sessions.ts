import type { IsoDate } from '@/lib/format/dates'
import { passwordMatches } from '@/lib/people/passwords'
import { fromDbDate } from '@/lib/platform/clock'
import { asSystem } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import type { Actor, Assignment } from '@/lib/policy/actor'

/** A signed-in person; `actor` is null until a working context is chosen. */
export type Session = {
  readonly id: string
  readonly userId: string
  readonly email: string
  readonly givenName: string
  readonly familyName: string
  readonly formOfAddress: 'pan' | 'pani'
  readonly actor: Actor | null
}

export type WorkingContext = {
  readonly institutionId: string
  readonly institutionName: string
  readonly roles: string[]
}

type Reserved = { attempt_id: string | null; refused_by: 'address' | 'account' | null; seconds: number }

/**
 * Reserves a try at signing in, counted as a failure until the password proves right. Throws `limited` when the
 * account or the address must wait (app.reserve_sign_in has the figures).
 */
const reserve = async (email: string, address: string): Promise<string> => {
  const [row] = await asSystem(
    'sign-in',
    (tx) => tx.$queryRaw<Reserved[]>`select * from app.reserve_sign_in(${email}, ${address})`,
  )
  if (row?.attempt_id) return row.attempt_id
  throw row?.refused_by === 'address'
    ? new AppError('limited', 'signInAddressLimited', {}, { minutes: 15 })
    : new AppError('limited', 'signInLimited', {}, { seconds: row?.seconds ?? 900 })
}

/**
 * Checks e-mail and password and opens a session. Throws `limited` under pressure and `invalid` for a wrong pair;
 * the message is the same for an unknown account and a wrong password.
 */
export const signIn = async (input: {
  email: string
  password: string
  address: string
  agent: string
}): Promise<string> => {
  const { email, password, address, agent } = input
  const attempt = await reserve(email, address)
  const [user] = await asSystem(
    'sign-in',
    (tx) =>
      tx.$queryRaw<
        { user_id: string; password_hash: string }[]
      >`select * from app.user_for_sign_in(${email})`,
  )
  const ok = await passwordMatches(user?.password_hash ?? null, password)
  await asSystem(
    'sign-in',
    (tx) =>
      tx.$executeRaw`select app.finish_sign_in(${attempt}::uuid, ${ok}, ${user?.user_id ?? null}::uuid)`,
  )
  if (!ok || !user) throw new AppError('invalid', 'signInWrong')
  const [opened] = await asSystem(
    'sign-in',
    (tx) =>
      tx.$queryRaw<
        { id: string }[]
      >`select app.open_session(${user.user_id}::uuid, ${address}, ${agent}) as id`,
  )
  if (!opened) throw new Error('no session was opened')
  return opened.id
}

type SessionRow = {
  session_id: string
  user_id: string
  email: string
  given_name: string
  family_name: string
  form_of_address: string
  institution_id: string | null
  institution_name: string
  institution_kind: string
  wojewodztwo_code: string
  assignments: Assignment[]
}

/** The live session of this id, or null when it ended, was revoked or stood idle for 15 minutes. Counts as activity. */
export const currentSession = async (sessionId: string): Promise<Session | null> => {
  const [row] = await asSystem(
    'session',
    (tx) => tx.$queryRaw<SessionRow[]>`select * from app.session(${sessionId}::uuid)`,
  )
  if (!row) return null
  const person = {
    userId: row.user_id,
    email: row.email,
    givenName: row.given_name,
    familyName: row.family_name,
    formOfAddress: row.form_of_address === 'pan' ? ('pan' as const) : ('pani' as const),
  }
  const actor: Actor | null =
    row.institution_id === null
      ? null
      : {
          ...person,
          institutionId: row.institution_id,
          institutionName: row.institution_name,
          institutionKind: row.institution_kind,
          wojewodztwoCode: row.wojewodztwo_code,
          assignments: row.assignments,
        }
  return { id: row.session_id, ...person, actor }
}

/** Institutions in which the person may work, each with the roles held there. */
export const workingContexts = async (userId: string): Promise<WorkingContext[]> => {
  const rows = await asSystem(
    'session',
    (tx) =>
      tx.$queryRaw<
        { institution_id: string; institution_name: string; roles: string[] }[]
      >`select * from app.contexts(${userId}::uuid)`,
  )
  return rows.map((r) => ({
    institutionId: r.institution_id,
    institutionName: r.institution_name,
    roles: r.roles,
  }))
}

export type ExpiredContext = {
  readonly institutionName: string
  readonly expiredOn: IsoDate
  /** Who renews the authorisation there; null when nobody of the institution can. */
  readonly renewers: string | null
}

/** Institutions in which only the expired authorisation keeps the person from working. */
export const expiredContexts = async (userId: string): Promise<ExpiredContext[]> => {
  const rows = await asSystem(
    'session',
    (tx) => tx.$queryRaw<{ institution_name: string; expired_on: Date; renewers: string | null }[]>`
      select * from app.expired_contexts(${userId}::uuid)`,
  )
  return rows.map((r) => ({
    institutionName: r.institution_name,
    expiredOn: fromDbDate(r.expired_on),
    renewers: r.renewers,
  }))
}

/** Switches the working context. Throws notFound when the person holds no live role there. */
export const chooseContext = async (sessionId: string, institutionId: string): Promise<void> => {
  const [row] = await asSystem(
    'session',
    (tx) =>
      tx.$queryRaw<
        { ok: boolean }[]
      >`select app.choose_context(${sessionId}::uuid, ${institutionId}::uuid) as ok`,
  )
  if (!row?.ok) throw new AppError('notFound', 'notFound')
}

/** Whose session this was and where it worked, also after its end. */
export const sessionOwner = async (
  sessionId: string,
): Promise<{ userId: string; institutionId: string | null } | null> => {
  const [row] = await asSystem(
    'session',
    (tx) => tx.$queryRaw<{ user_id: string; institution_id: string | null }[]>`
      select * from app.session_owner(${sessionId}::uuid)`,
  )
  return row ? { userId: row.user_id, institutionId: row.institution_id } : null
}

export const endSession = async (sessionId: string): Promise<void> => {
  await asSystem('session', (tx) => tx.$executeRaw`select app.end_session(${sessionId}::uuid)`)
}

/** Signs the person out everywhere; gives the number of sessions ended. */
export const endAllSessions = async (userId: string): Promise<number> => {
  const [row] = await asSystem(
    'session',
    (tx) => tx.$queryRaw<{ n: number }[]>`select app.end_sessions(${userId}::uuid) as n`,
  )
  return row?.n ?? 0
}
