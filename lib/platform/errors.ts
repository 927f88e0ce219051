/** The closed list of what can go wrong by design. Everything else is a fault: logged once, shown with an id. */
export type ErrorCode = 'invalid' | 'unauthenticated' | 'forbidden' | 'notFound' | 'conflict' | 'limited'

/** An institution that the registry has already. */
export type Alike = { readonly id: string; readonly name: string; readonly seat: string }

/**
 * An expected refusal. `key` names a text of the message catalogue (never shown raw); `fields` maps input paths
 * (`people.0.pesel`) to keys of field messages.
 */
export class AppError extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly key: string,
    readonly fields: Readonly<Record<string, string>> = {},
    readonly params: Readonly<Record<string, string | number>> = {},
    /** what somebody else saved meanwhile, by field, so that both texts can be shown */
    readonly theirs: Readonly<Record<string, string>> = {},
    /** institutions of the registry that are like what was typed, by field, so that the form can lead to them */
    readonly alike: Readonly<Record<string, readonly Alike[]>> = {},
  ) {
    super(`${code}: ${key}`)
    this.name = 'AppError'
  }
}

/** Hidden and absent look the same to a stranger. */
export const notFound = (key = 'notFound') => new AppError('notFound', key)
/** Visible, but not permitted. */
export const forbidden = (key = 'forbidden') => new AppError('forbidden', key)
/** Stale version or wrong state. */
export const conflict = (key: string, params: Record<string, string | number> = {}) =>
  new AppError('conflict', key, {}, params)
/** Stale version of a text: what is stored now comes back beside what was typed; `version` lets the person decide. */
export const staleWith = (theirs: Record<string, string>) => new AppError('conflict', 'stale', {}, {}, theirs)
/** Bad input: keys of messages by field path. */
export const invalid = (fields: Record<string, string>, key = 'invalid') =>
  new AppError('invalid', key, fields)

type Coded = {
  code?: unknown
  cause?: unknown
  meta?: { driverAdapterError?: { cause?: { originalCode?: string } } }
}

/** SQLSTATE of a database error under Prisma's driver adapter, or undefined. */
export const sqlState = (error: unknown): string | undefined =>
  (error as Coded)?.meta?.driverAdapterError?.cause?.originalCode

/**
 * Turns what the database refuses into the closed list; other errors come back as they are and are faults. Forbidden is
 * SQLSTATE 42501 alone: Prisma's P2039 stands for every error that it has no name for, and a failed check or a timeout
 * that called itself "not your role" would hide our own mistake.
 */
export const fromDatabase = (error: unknown): unknown => {
  const code = (error as Coded)?.code
  const state = sqlState(error)
  if (code === 'P2025') return notFound()
  if (code === 'P2002' || state === '23505') return conflict('alreadyExists')
  if (code === 'P2003' || state === '23503') return notFound()
  if (code === 'P2034' || state === '40001' || state === '40P01') return conflict('stale')
  if (state === 'KP001') return conflict('openLinesLeft')
  if (state === 'KP002') return conflict('uploadsAtOnce')
  if (state === '42501') return forbidden('refusedByDatabase')
  return error
}
