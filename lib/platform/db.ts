import { PrismaPg } from '@prisma/adapter-pg'
import { neededEnv } from '@/lib/platform/env'
import { type Prisma, PrismaClient } from '@/lib/platform/generated/prisma/client'

export type Tx = Prisma.TransactionClient

/** Who acts and in which institution: all that the database needs to know. */
export type ActorRef = { readonly userId: string; readonly institutionId: string | null }

const globals = globalThis as { kooperacjaClient?: PrismaClient }

const client = (): PrismaClient => {
  if (!globals.kooperacjaClient) {
    const connectionString = neededEnv('DATABASE_URL')
    globals.kooperacjaClient = new PrismaClient({ adapter: new PrismaPg({ connectionString, max: 12 }) })
  }
  return globals.kooperacjaClient
}

const options = { maxWait: 5_000, timeout: 20_000 }

/**
 * The one way to the data: a short transaction in which row-level security sees this actor and this institution.
 * The settings are local to the transaction; nothing of them survives in the pooled connection.
 */
export const asActor = <T>(actor: ActorRef, work: (tx: Tx) => Promise<T>): Promise<T> =>
  client().$transaction(async (tx) => {
    await tx.$executeRaw`select set_config('app.actor_id', ${actor.userId}, true),
                                set_config('app.institution_id', ${actor.institutionId ?? ''}, true)`
    return work(tx)
  }, options)

/** Why code may run without an actor. Who may give which reason stands on the list of tests/security/entry-points.test.ts. */
export type SystemReason =
  | 'deadlines'
  | 'password-reset'
  | 'sign-in'
  | 'session'
  | 'invitation'
  | 'mail'
  | 'declarations'
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
