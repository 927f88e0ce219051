import { createHash } from 'node:crypto'
import { PrismaPg } from '@prisma/adapter-pg'
import { neededEnv } from '@/lib/platform/env'
import { type Prisma, PrismaClient } from '@/lib/platform/generated/prisma/client'

export type Tx = Prisma.TransactionClient

/** Who acts and in which institution: all that the database needs to know. */
export type ActorRef = { readonly userId: string; readonly institutionId: string | null }

const globals = globalThis as { kooperacjaClient?: PrismaClient }

/**
 * A statement that comes back is kept prepared on its connection: planning what row-level security adds to it costs
 * more than running it. Only so many, and only from the third time on: lists of ids make a new text for each length.
 */
const keptStatements = 500
const knownTexts = 5_000
const times = new Map<string, number>()
const names = new Map<string, string>()

/** Name under which a statement is kept; empty: it is not. */
const statementName = ({ sql }: { sql: string }): string => {
  const name = names.get(sql)
  if (name) return name
  const seen = (times.get(sql) ?? 0) + 1
  if (times.size >= knownTexts) times.clear()
  times.set(sql, seen)
  if (seen < 3 || names.size >= keptStatements) return ''
  // of the text itself: behind a pooler two processes meet on one connection
  const next = createHash('sha256').update(sql).digest('base64url')
  names.set(sql, next)
  return next
}

const client = (): PrismaClient => {
  if (!globals.kooperacjaClient) {
    const connectionString = neededEnv('DATABASE_URL')
    const adapter = new PrismaPg({ connectionString, max: 12 }, { statementNameGenerator: statementName })
    globals.kooperacjaClient = new PrismaClient({ adapter })
  }
  return globals.kooperacjaClient
}

const options = { maxWait: 5_000, timeout: 20_000 }

/**
 * `reading`: a kept statement and the bodies of the policies' functions keep their plan too. Left to choose, PostgreSQL
 * plans the large questions of a page anew each time, which takes a fifth of its work there.
 */
const bound = <T>(actor: ActorRef, reading: 'on' | '', work: (tx: Tx) => Promise<T>): Promise<T> =>
  client().$transaction(async (tx) => {
    const plans = reading ? 'force_generic_plan' : 'auto'
    await tx.$executeRaw`select set_config('app.actor_id', ${actor.userId}, true),
                                set_config('app.institution_id', ${actor.institutionId ?? ''}, true),
                                set_config('app.reading', ${reading}, true),
                                set_config('plan_cache_mode', ${plans}, true)`
    return work(tx)
  }, options)

/**
 * The one way to the data: a short transaction in which row-level security sees this actor and this institution.
 * The settings are local to the transaction; nothing of them survives in the pooled connection.
 */
export const asActor = <T>(actor: ActorRef, work: (tx: Tx) => Promise<T>): Promise<T> =>
  bound(actor, '', work)

/**
 * The same for work that changes nothing but the access log: the database asks once what this actor may see and keeps
 * the answer until the transaction ends (docs/decisions/0012). Work that changes rights would see them as they were.
 */
export const asReader = <T>(actor: ActorRef, work: (tx: Tx) => Promise<T>): Promise<T> =>
  bound(actor, 'on', work)

/**
 * Reads what another person sees, inside this transaction: the policies of the database answer for them, in a savepoint
 * that cannot write and is rolled back whatever happens, so neither their settings nor anything else outlives the look.
 * Only for a use case that asked app.eyes_of who it may be, and that is audited in the name of who looks.
 */
export const throughEyesOf = async <T>(tx: Tx, other: ActorRef, work: (tx: Tx) => Promise<T>): Promise<T> => {
  await tx.$executeRaw`savepoint other_eyes`
  await tx.$executeRaw`set local transaction_read_only = on`
  await tx.$executeRaw`select set_config('app.actor_id', ${other.userId}, true),
                              set_config('app.institution_id', ${other.institutionId ?? ''}, true)`
  try {
    return await work(tx)
  } finally {
    await tx.$executeRaw`rollback to savepoint other_eyes`
  }
}

/** Why code may run without an actor. Who may give which reason stands on the list of tests/security/entry-points.test.ts. */
export type SystemReason =
  | 'deadlines'
  | 'password-reset'
  | 'sign-in'
  | 'session'
  | 'invitation'
  | 'mail'
  | 'declarations'
  | 'line-link'
  | 'calendar'
  | 'model-link'
  | 'health'

/**
 * No actor is set, so no table gives rows directly: only the narrow definer functions of schema `app` answer. Each
 * of them is one statement and a transaction of its own.
 */
export const asSystem = <T>(_reason: SystemReason, work: (tx: Tx) => Promise<T>): Promise<T> => work(client())

/** Ends the pool (tests and scripts). */
export const disconnect = async (): Promise<void> => {
  await globals.kooperacjaClient?.$disconnect()
  globals.kooperacjaClient = undefined
}
