import { passwordMatches } from '@/lib/people/passwords'
import { now } from '@/lib/platform/clock'
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

/** From this many failures in a row on an account, each further try waits: 30 s, 1 min, 2 min … up to 15 min. */
export const slowFrom = 5
/** Failures from one address within 15 minutes after which it must wait. */
export const addressLimit = 50

/** Seconds that an account must wait after its n-th failure in a row. */
export const waitAfter = (failures: number): number =>
  failures < slowFrom ? 0 : Math.min(900, 30 * 2 ** (failures - slowFrom))

type Pressure = { by_account: number; by_address: number; last_failure: Date | null }

const refuseUnderPressure = async (email: string, address: string): Promise<void> => {
  const [pressure] = await asSystem(
    'sign-in',
    (tx) => tx.$queryRaw<Pressure[]>`select * from app.sign_in_pressure(${email}, ${address})`,
  )
  if (!pressure) return
  if (pressure.by_address >= addressLimit)
    throw new AppError('limited', 'signInAddressLimited', {}, { minutes: 15 })
  const wait = waitAfter(pressure.by_account)
  const left = wait - (now().getTime() - (pressure.last_failure?.getTime() ?? 0)) / 1000
  if (left > 0) throw new AppError('limited', 'signInLimited', {}, { seconds: Math.ceil(left) })
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
  await refuseUnderPressure(email, address)
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
      tx.$executeRaw`select app.record_sign_in(${email}, ${address}, ${ok}, ${user?.user_id ?? null}::uuid)`,
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
