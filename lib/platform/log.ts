import { randomUUID } from 'node:crypto'
import pino from 'pino'
import { env } from '@/lib/platform/env'

/** Structured log on standard error. Names, numbers and texts of persons never go in: ids only. */
export const log = pino({ base: undefined, level: env().LOG_LEVEL }, pino.destination(2))

/** Logs a fault once and returns the id that the user sees. */
export const logFault = (error: unknown, where: string): string => {
  const id = randomUUID().slice(0, 8)
  log.error(
    {
      id,
      where,
      err: error instanceof Error ? { message: error.message, stack: error.stack } : String(error),
    },
    'fault',
  )
  return id
}
