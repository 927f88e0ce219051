import { z } from 'zod'
import type { IsoDate } from '@/lib/format/dates'
import { type AuditSubject, writeAudit } from '@/lib/platform/audit'
import { now, today } from '@/lib/platform/clock'
import { asActor, type Tx } from '@/lib/platform/db'
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
  await asActor(actor, (tx) =>
    writeAudit(tx, actor, name, 'denied', { subjectKind: 'unknown', subjectIds, reason: error.code }),
  )
}

const define = <N extends Permission, S extends z.ZodType, F extends Facts, R>(
  kind: 'query' | 'command',
  definition: Definition<N, S, F, R>,
): UseCase<z.input<S>, R> & { readonly name: N } => {
  const { name, input: schema, subject, run, audit } = definition

  const execute = async (actor: Actor, raw: z.input<S>): Promise<R> => {
    const parsed = schema.safeParse(withoutControlsIn(raw))
    if (!parsed.success) throw new AppError('invalid', 'invalid', fieldErrors(parsed.error))
    try {
      return await asActor(actor, async (tx) => {
        const ctx: Context = { tx, actor, now: now(), today: today(), useCase: name }
        const facts = await subject(ctx, parsed.data)
        const decision = decide(actor, name, facts)
        if (!decision.allowed) throw forbidden(decision.reason === 'consent' ? 'noConsent' : 'forbidden')
        const result = await run(ctx, parsed.data, facts)
        const touched = audit === 'notPersonal' ? null : audit(result, parsed.data, facts)
        if (touched || kind === 'command')
          await writeAudit(tx, actor, name, kind === 'query' ? 'read' : 'write', touched)
        return result
      })
    } catch (error) {
      const known = fromDatabase(error)
      if (known instanceof AppError) {
        if (known.key === 'refusedByDatabase')
          log.error(
            { name, actor: actor.userId },
            'row-level security refused what policy allowed: a bug in our policy',
          )
        if (known.code === 'forbidden' || known.code === 'notFound')
          await refused(actor, name, parsed.data, known)
      }
      throw known
    }
  }

  const useCase = { name, kind, input: schema, execute }
  if (registry.has(name) && env().NODE_ENV === 'test') throw new Error(`use case ${name} is defined twice`)
  registry.set(name, useCase as UseCase)
  return useCase
}

/** A read: validate, begin, set actor, load subject, decide, run, audit, commit. */
export const defineQuery = <N extends Permission, S extends z.ZodType, F extends Facts, R>(
  definition: Definition<N, S, F, R>,
) => define('query', definition)

/** A change: the same, and its audit row always stands in the transaction of the change. */
export const defineCommand = <N extends Permission, S extends z.ZodType, F extends Facts, R>(
  definition: Definition<N, S, F, R>,
) => define('command', definition)

/** For subjects that no fact narrows (own lists, national dictionaries). */
export const anySubject = (): Facts => ({})
