import { cache } from 'react'
import { type Read, readAll } from '@/lib/policy/usecase'
import { requireActor } from '@/lib/web/session'

type Waiting = {
  readonly work: (read: Read) => Promise<unknown>
  readonly resolve: (value: unknown) => void
  readonly reject: (reason: unknown) => void
}

const waitingOf = cache((): Waiting[] => [])

/**
 * What the frame, the folder and the page of one request want to read, in one transaction: each of them asks before any
 * is answered, and `setImmediate` comes when all have asked. What is asked later has a transaction of its own.
 */
export const readPage = async <T>(work: (read: Read) => Promise<T>): Promise<T> => {
  const actor = await requireActor()
  const waiting = waitingOf()
  const start = async () => {
    const all = waiting.splice(0)
    const outcomes = await readAll(
      actor,
      all.map((one) => one.work),
    ).catch((reason: unknown) => all.map(() => ({ status: 'rejected', reason }) as const))
    for (const [i, outcome] of outcomes.entries()) {
      if (outcome.status === 'fulfilled') all[i]?.resolve(outcome.value)
      else all[i]?.reject(outcome.reason)
    }
  }
  return new Promise<T>((resolve, reject) => {
    waiting.push({ work, resolve: resolve as Waiting['resolve'], reject })
    if (waiting.length === 1) setImmediate(() => void start())
  })
}
