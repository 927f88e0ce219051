import { z } from 'zod'
import type { IsoDate } from '@/lib/format/dates'
import { type AuditEntry, type AuditSubject, writeAudit } from '@/lib/platform/audit'
import { now, today } from '@/lib/platform/clock'
import { asActor, asReader, type Tx } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import { AppError, forbidden, fromDatabase } from '@/lib/platform/errors'
import { withoutControlsIn } from '@/lib/platform/input'
import { log } from '@/lib/platform/log'
import type { Actor } from '@/lib/policy/actor'
import { decide, type Facts } from '@/lib/policy/decide'
import type { Permission } from '@/lib/policy/permissions'

/** What a use case works with: the actor-bound transaction, the person, the instant and Warsaw's date. */
export type Context = {
  readonly tx: Tx
  readonly actor: Actor
  readonly now: Date
  readonly today: IsoDate
  /** The use case that runs: a state machine takes a step only for the permission that the step needs. */
  readonly useCase?: Permission
  /** Set where nothing can change until the transaction ends: what was loaded for one query serves the next. */
  readonly loaded?: Map<string, Promise<unknown>>
}

/** What is known once is not asked again in the same reading. */
export const loadedOnce = <T>({ loaded }: Context, key: string, ask: () => Promise<T>): Promise<T> => {
  const known = loaded?.get(key) as Promise<T> | undefined
  const answer = known ?? ask()
  loaded?.set(key, answer)
  return answer
}

/** The transaction of a page, and what its queries showed so far. */
type Reading = {
  readonly tx: Tx
  readonly actor: Actor
  readonly loaded: Map<string, Promise<unknown>>
  readonly shown: AuditEntry[]
  readonly refusals: Refusal[]
}

/** Reads that show no person and no case leave no row in the access log. */
type Audit<I, F, R> = 'notPersonal' | ((result: R, input: I, facts: F) => AuditSubject | null)

type Definition<N extends Permission, S extends z.ZodType, F extends Facts, R> = {
  /** Name = permission = audit event = message key. */
  readonly name: N
  readonly input: S
  /** Loads the subject through row-level security; throws notFound when hidden or absent. */
  readonly subject: (ctx: Context, input: z.output<S>) => Promise<F> | F
  readonly run: (ctx: Context, input: z.output<S>, facts: F) => Promise<R>
  readonly audit: Audit<z.output<S>, F, R>
}

export type UseCase<I = unknown, R = unknown> = {
  readonly name: Permission
  readonly kind: 'query' | 'command'
  readonly input: z.ZodType
  readonly execute: (actor: Actor, input: I) => Promise<R>
}

/** A use case that only reads: several of them may share the one transaction of a page (`readTogether`). */
export type Query<I = unknown, R = unknown> = UseCase<I, R> & {
  readonly kind: 'query'
  readonly within: (reading: Reading, input: I) => Promise<R>
}

const registry = new Map<string, UseCase>()

/** Every use case that was defined, for the security tests and `npm run list:usecases`. */
export const registeredUseCases = (): readonly UseCase[] => [...registry.values()]

const fieldErrors = (error: z.ZodError): Record<string, string> => {
  const fields: Record<string, string> = {}
  for (const issue of error.issues) {
    const path = issue.path.join('.')
    fields[path] ??= issue.message
  }
  return fields
}

const refused = async (actor: Actor, name: Permission, input: unknown, error: AppError): Promise<void> => {
  const ids = z.record(z.string(), z.unknown()).safeParse(input)
  const subjectIds = Object.values(ids.success ? ids.data : {}).filter(
    (v): v is string => typeof v === 'string' && z.uuid().safeParse(v).success,
  )
  const subject = { subjectKind: 'unknown', subjectIds, reason: error.code }
  await asActor(actor, (tx) => writeAudit(tx, actor, [{ action: name, kind: 'denied', subject }]))
}

type Refusal = { readonly name: Permission; readonly input: unknown; readonly error: AppError }

/** What a database error means; row-level security refusing what policy allowed is logged loudly. */
const understood = (actor: Actor, name: Permission, error: unknown): unknown => {
  const known = fromDatabase(error)
  if (known instanceof AppError && known.key === 'refusedByDatabase')
    log.error(
      { name, actor: actor.userId },
      'row-level security refused what policy allowed: a bug in our policy',
    )
  return known
}

const isRefusal = (error: unknown): error is AppError =>
  error instanceof AppError && (error.code === 'forbidden' || error.code === 'notFound')

const validated = <S extends z.ZodType>(schema: S, raw: z.input<S>): z.output<S> => {
  const parsed = schema.safeParse(withoutControlsIn(raw))
  if (!parsed.success) throw new AppError('invalid', 'invalid', fieldErrors(parsed.error))
  return parsed.data
}

const steps = async <N extends Permission, S extends z.ZodType, F extends Facts, R>(
  { name, subject, run, audit }: Definition<N, S, F, R>,
  ctx: Context,
  input: z.output<S>,
): Promise<{ result: R; touched: AuditSubject | null }> => {
  const facts = await subject(ctx, input)
  const decision = decide(ctx.actor, name, facts)
  if (!decision.allowed) throw forbidden(decision.reason === 'consent' ? 'noConsent' : 'forbidden')
  const result = await run(ctx, input, facts)
  return { result, touched: audit === 'notPersonal' ? null : audit(result, input, facts) }
}

const registered = <U extends UseCase<never, unknown>>(useCase: U): U => {
  if (registry.has(useCase.name) && env().NODE_ENV === 'test')
    throw new Error(`use case ${useCase.name} is defined twice`)
  registry.set(useCase.name, useCase as unknown as UseCase)
  return useCase
}

/** Runs one query in the transaction of the page; the same question twice is answered once. */
export type Read = <I, R>(query: Query<I, R>, input: I) => Promise<R>

const reader =
  (reading: Reading): Read =>
  <I, R>(query: Query<I, R>, input: I): Promise<R> => {
    const key = `${query.name} ${JSON.stringify(input)}`
    const known = reading.loaded.get(key) as Promise<R> | undefined
    const answer = known ?? query.within(reading, input)
    reading.loaded.set(key, answer)
    return answer
  }

type Work = (read: Read) => Promise<unknown>

/** A refusal is one work's own; anything else leaves no transaction to go on in. */
const settled = async (work: Promise<unknown>): Promise<PromiseSettledResult<unknown>> => {
  try {
    return { status: 'fulfilled', value: await work }
  } catch (reason) {
    if (reason instanceof AppError && reason.key !== 'refusedByDatabase')
      return { status: 'rejected', reason }
    throw reason
  }
}

/**
 * Works that only read, one after the other in one transaction: one actor, one set of rights (architecture 3: one
 * short transaction per page load). Each query validates, decides and is logged by itself. Nothing of what they found
 * leaves before the transaction, and with it the access log, is committed.
 */
export const readAll = async (
  actor: Actor,
  works: readonly Work[],
): Promise<PromiseSettledResult<unknown>[]> => {
  const refusals: Refusal[] = []
  try {
    return await asReader(actor, async (tx) => {
      const reading: Reading = { tx, actor, loaded: new Map(), shown: [], refusals }
      const results: PromiseSettledResult<unknown>[] = []
      for (const work of works) results.push(await settled(work(reader(reading))))
      if (reading.shown.length > 0) await writeAudit(tx, actor, reading.shown)
      return results
    })
  } finally {
    for (const { name, input, error } of refusals) await refused(actor, name, input, error)
  }
}

/** One work of several queries in a transaction of its own. */
export const readTogether = async <T>(actor: Actor, work: (read: Read) => Promise<T>): Promise<T> => {
  const [outcome] = await readAll(actor, [work])
  if (outcome?.status === 'fulfilled') return outcome.value as T
  throw outcome?.reason
}

/** A read: validate, begin, set actor, load subject, decide, run, audit, commit. */
export const defineQuery = <N extends Permission, S extends z.ZodType, F extends Facts, R>(
  definition: Definition<N, S, F, R>,
): Query<z.input<S>, R> & { readonly name: N } => {
  const { name, input: schema } = definition
  const within = async ({ tx, actor, loaded, shown, refusals }: Reading, raw: z.input<S>): Promise<R> => {
    const input = validated(schema, raw)
    try {
      const ctx: Context = { tx, actor, now: now(), today: today(), useCase: name, loaded }
      const { result, touched } = await steps(definition, ctx, input)
      if (touched) shown.push({ action: name, kind: 'read', subject: touched })
      return result
    } catch (error) {
      const known = understood(actor, name, error)
      if (isRefusal(known)) refusals.push({ name, input, error: known })
      throw known
    }
  }
  const query: Query<z.input<S>, R> & { readonly name: N } = {
    name,
    kind: 'query',
    input: schema,
    within,
    execute: async (actor, raw) => {
      validated(schema, raw)
      return readTogether(actor, (read) => read(query, raw))
    },
  }
  return registered(query)
}

/** A change: the same, and its audit row always stands in the transaction of the change. */
export const defineCommand = <N extends Permission, S extends z.ZodType, F extends Facts, R>(
  definition: Definition<N, S, F, R>,
): UseCase<z.input<S>, R> & { readonly name: N } => {
  const { name, input: schema } = definition
  const execute = async (actor: Actor, raw: z.input<S>): Promise<R> => {
    const input = validated(schema, raw)
    try {
      return await asActor(actor, async (tx) => {
        const ctx: Context = { tx, actor, now: now(), today: today(), useCase: name }
        const { result, touched } = await steps(definition, ctx, input)
        await writeAudit(tx, actor, [{ action: name, kind: 'write', subject: touched }])
        return result
      })
    } catch (error) {
      const known = understood(actor, name, error)
      if (isRefusal(known)) await refused(actor, name, input, known)
      throw known
    }
  }
  return registered({ name, kind: 'command', input: schema, execute })
}

/** For subjects that no fact narrows (own lists, national dictionaries). */
export const anySubject = (): Facts => ({})
