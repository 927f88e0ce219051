import { z } from 'zod'
import { bySubject, ofCase } from '@/lib/cases'
import { uuid } from '@/lib/platform/input'
import { type Context, defineQuery } from '@/lib/policy/usecase'

export type Look = {
  readonly id: string
  readonly at: Date
  readonly action: string
  readonly kind: string
  readonly person: string | null
  readonly institution: string | null
  readonly caseId: string | null
  readonly caseNumber: string | null
  readonly reason: string | null
}

type Row = {
  id: string
  at: Date
  action: string
  kind: string
  actorId: string | null
  institutionId: string | null
  caseId: string | null
  reason: string | null
}

const pageSize = 100

/** Names of people and institutions as far as this reader may know them; case numbers without names of families. */
const withNames = async ({ tx }: Context, rows: readonly Row[]): Promise<Look[]> => {
  const ids = (pick: (r: Row) => string | null): string[] => [
    ...new Set(rows.map(pick).filter((v): v is string => v !== null)),
  ]
  const users = await tx.userAccount.findMany({
    where: { id: { in: ids((r) => r.actorId) } },
    select: { id: true, givenName: true, familyName: true },
  })
  const places = await tx.institution.findMany({
    where: { id: { in: ids((r) => r.institutionId) } },
    select: { id: true, name: true },
  })
  const numbers = await tx.$queryRaw<
    { id: string; number: string }[]
  >`select * from app.case_numbers(${ids((r) => r.caseId)}::uuid[])`
  return rows.map((r) => {
    const user = users.find(({ id }) => id === r.actorId)
    return {
      id: r.id,
      at: r.at,
      action: r.action,
      kind: r.kind,
      person: user ? `${user.givenName} ${user.familyName}` : null,
      institution: places.find(({ id }) => id === r.institutionId)?.name ?? null,
      caseId: r.caseId,
      caseNumber: numbers.find(({ id }) => id === r.caseId)?.number ?? null,
      reason: r.reason,
    }
  })
}

/** Who looked at this family's case, newest first. */
export const caseLooks = defineQuery({
  name: 'audit.case',
  input: z.strictObject({ caseId: uuid() }),
  subject: bySubject,
  run: async (ctx, { caseId }): Promise<Look[]> =>
    withNames(
      ctx,
      await ctx.tx.auditEvent.findMany({ where: { caseId }, orderBy: { at: 'desc' }, take: pageSize }),
    ),
  audit: (_looks, _input, facts) => ofCase(facts),
})

export type LookPage = { readonly looks: Look[]; readonly next: string | null }

const filters = z.strictObject({
  kind: z.enum(['read', 'write', 'denied', 'all']).catch('all'),
  before: z.iso.datetime().optional().catch(undefined),
})

/** The access log of the own institution: what its people did and who touched what it owns. */
export const accessLog = defineQuery({
  name: 'audit.list',
  input: filters,
  subject: ({ actor }) => ({ institutionId: actor.institutionId }),
  run: async (ctx, { kind, before }): Promise<LookPage> => {
    const rows = await ctx.tx.auditEvent.findMany({
      where: { ...(kind === 'all' ? {} : { kind }), ...(before ? { at: { lt: new Date(before) } } : {}) },
      orderBy: { at: 'desc' },
      take: pageSize + 1,
    })
    const looks = await withNames(ctx, rows.slice(0, pageSize))
    return { looks, next: rows.length > pageSize ? (looks.at(-1)?.at.toISOString() ?? null) : null }
  },
  audit: () => ({ subjectKind: 'accessLog', subjectIds: [] }),
})
