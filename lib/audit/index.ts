import { z } from 'zod'
import { addCalendarDays } from '@/lib/calendar'
import { bySubject, ofCase } from '@/lib/cases'
import { type IsoDate, startOfDayInWarsaw } from '@/lib/format/dates'
import { fold } from '@/lib/format/fold'
import type { Prisma } from '@/lib/platform/generated/prisma/client'
import { date, line, optional, uuid } from '@/lib/platform/input'
import { type Cursor, cursor, direction, type Page, pageOf } from '@/lib/platform/keyset'
import { type Context, defineQuery } from '@/lib/policy/usecase'

export { familyLedger, type LedgerEntry } from '@/lib/audit/ledger'
export { type LedgerPlace, ledgerPlaces } from '@/lib/audit/purposes'

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

type NameRow = { id: string; given_name: string; family_name: string }

/** Names of who looked; also of people whom this reader meets nowhere but in the log (app.names_in_log). */
const namesInLog = async ({ tx }: Context, ids: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  const rows = await tx.$queryRaw<NameRow[]>`select * from app.names_in_log(${[...ids]}::uuid[])`
  return new Map(rows.map((r) => [r.id, `${r.given_name} ${r.family_name}`]))
}

const placesOf = async ({ tx }: Context, ids: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  const rows = await tx.institution.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, name: true },
  })
  return new Map(rows.map((r) => [r.id, r.name]))
}

/** Names of people and institutions, and numbers of cases without names of families. */
const withNames = async (ctx: Context, rows: readonly Row[]): Promise<Look[]> => {
  const ids = (pick: (r: Row) => string | null): string[] => [
    ...new Set(rows.map(pick).filter((v): v is string => v !== null)),
  ]
  const people = await namesInLog(
    ctx,
    ids((r) => r.actorId),
  )
  const places = await placesOf(
    ctx,
    ids((r) => r.institutionId),
  )
  const numbers = await ctx.tx.$queryRaw<
    { id: string; number: string }[]
  >`select * from app.case_numbers(${ids((r) => r.caseId)}::uuid[])`
  return rows.map((r) => ({
    id: r.id,
    at: r.at,
    action: r.action,
    kind: r.kind,
    person: people.get(r.actorId ?? '') ?? null,
    institution: places.get(r.institutionId ?? '') ?? null,
    caseId: r.caseId,
    caseNumber: numbers.find(({ id }) => id === r.caseId)?.number ?? null,
    reason: r.reason,
  }))
}

export type LookPage = Page<Look>

const beyond = (at: Cursor | null): Prisma.AuditEventWhereInput => {
  if (!at) return {}
  const side = direction(at, 'desc') === 'asc' ? 'gt' : 'lt'
  const when = new Date(at.value)
  return { OR: [{ at: { [side]: when } }, { at: when, id: { [side]: at.id } }] }
}

/** A page of the log, newest first. */
const pageOfLooks = async (
  ctx: Context,
  where: Prisma.AuditEventWhereInput,
  at: Cursor | null,
): Promise<LookPage> => {
  const order = direction(at, 'desc')
  const found = await ctx.tx.auditEvent.findMany({
    where: { AND: [where, beyond(at)] },
    orderBy: [{ at: order }, { id: order }],
    take: pageSize + 1,
  })
  const page = pageOf(found, pageSize, at, (r) => ({ value: r.at.toISOString(), id: r.id }))
  return { ...page, rows: await withNames(ctx, page.rows) }
}

/** Who looked at this family's case, newest first. */
export const caseLooks = defineQuery({
  name: 'audit.case',
  input: z.strictObject({ caseId: uuid(), cursor: cursor() }),
  subject: bySubject,
  run: (ctx, { caseId, cursor: at }): Promise<LookPage> => pageOfLooks(ctx, { caseId }, at),
  audit: (_looks, _input, facts) => ofCase(facts),
})

/** A filter of an address: what cannot be read filters nothing. */
const day = () => optional(date()).catch(null)

const filters = z.strictObject({
  kind: z.enum(['read', 'write', 'denied', 'all']).catch('all'),
  number: optional(line(40)).catch(null),
  /** part of a person's or an institution's name */
  who: optional(line(80)).catch(null),
  from: day(),
  to: day(),
  cursor: cursor(),
})

const periodOf = (from: IsoDate | null, to: IsoDate | null): Prisma.AuditEventWhereInput =>
  from || to
    ? {
        at: {
          ...(from ? { gte: startOfDayInWarsaw(from) } : {}),
          ...(to ? { lt: startOfDayInWarsaw(addCalendarDays(to, 1)) } : {}),
        },
      }
    : {}

/** Whom the word means: people in the log of this institution, and institutions. */
const byName = async ({ tx }: Context, who: string): Promise<Prisma.AuditEventWhereInput> => {
  const [row] = await tx.$queryRaw<{ ids: string[] }[]>`select app.people_in_log(${fold(who)}) as ids`
  const places = await tx.institution.findMany({
    where: { nameFolded: { contains: fold(who) } },
    select: { id: true },
    take: 200,
  })
  return { OR: [{ actorId: { in: row?.ids ?? [] } }, { institutionId: { in: places.map(({ id }) => id) } }] }
}

/** Steps of a destruction list: one event names every case of the list. */
const listSteps = ['destruction.prepare', 'destruction.takeBack', 'destruction.approve']

/** The case of this number, also where it stood on a destruction list; a number that is not this reader's to know finds nothing. */
const byNumber = async ({ tx }: Context, number: string): Promise<Prisma.AuditEventWhereInput> => {
  const [row] = await tx.$queryRaw<{ id: string | null }[]>`select app.case_by_number(${number}) as id`
  if (!row?.id) return { id: { in: [] } }
  return { OR: [{ caseId: row.id }, { action: { in: listSteps }, subjectIds: { has: row.id } }] }
}

/**
 * The access log of the own institution: what its people did and who touched what it owns; found by the number of a
 * case ("who saw this family, and why"), by person or institution, and by date.
 */
export const accessLog = defineQuery({
  name: 'audit.list',
  input: filters,
  subject: ({ actor }) => ({ institutionId: actor.institutionId }),
  run: async (ctx, { kind, number, who, from, to, cursor: at }): Promise<LookPage> => {
    const where: Prisma.AuditEventWhereInput[] = [periodOf(from, to)]
    if (kind !== 'all') where.push({ kind })
    if (number) where.push(await byNumber(ctx, number))
    if (who) where.push(await byName(ctx, who))
    return pageOfLooks(ctx, { AND: where }, at)
  },
  audit: (_page, { number }) => ({ subjectKind: 'accessLog', subjectIds: [], reason: number }),
})

export type DuplicateSearch = {
  readonly id: string
  readonly at: Date
  readonly person: string | null
  readonly institution: string | null
  readonly reason: string
  /** Null where the case belongs to another institution. */
  readonly number: string | null
  readonly found: boolean
}

type SearchRow = Omit<DuplicateSearch, 'person' | 'institution'> & {
  actor_id: string
  institution_id: string
}

/**
 * Searches for duplicates that touched the own institution: its own, and those of others that found somebody here
 * (domain 5.3.3). The search is itself a disclosure, so both officers see it; neither learns whom it was about.
 */
export const duplicateSearches = defineQuery({
  name: 'audit.duplicates',
  input: z.strictObject({ before: z.iso.datetime().optional().catch(undefined) }),
  subject: ({ actor }) => ({ institutionId: actor.institutionId }),
  run: async (ctx, { before }): Promise<{ rows: DuplicateSearch[]; next: string | null }> => {
    const until = new Date(before ?? '9999-12-31T00:00:00Z')
    const found = await ctx.tx.$queryRaw<SearchRow[]>`
      select * from app.seen_duplicate_checks(${until}::timestamptz, ${pageSize + 1})`
    const rows = found.slice(0, pageSize)
    const people = await namesInLog(
      ctx,
      rows.map((r) => r.actor_id),
    )
    const places = await placesOf(
      ctx,
      rows.map((r) => r.institution_id),
    )
    return {
      rows: rows.map(({ actor_id, institution_id, ...row }) => ({
        ...row,
        person: people.get(actor_id) ?? null,
        institution: places.get(institution_id) ?? null,
      })),
      next: found.length > pageSize ? (rows.at(-1)?.at.toISOString() ?? null) : null,
    }
  },
  audit: (page) => ({ subjectKind: 'duplicateCheck', subjectIds: page.rows.map(({ id }) => id) }),
})
