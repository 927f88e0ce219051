import { z } from 'zod'
import type { CaseStatus } from '@/lib/cases'
import type { IsoDate } from '@/lib/format/dates'
import { fromDbDate, fromDbDateOrNull } from '@/lib/platform/clock'
import { type DestructionList, Prisma } from '@/lib/platform/generated/prisma/client'
import { type Cursor, cursor, direction, type Page, pageOf } from '@/lib/platform/keyset'
import { mayAll } from '@/lib/policy/decide'
import { type Context, defineQuery } from '@/lib/policy/usecase'
import { type TermView, termsOf } from '@/lib/retention/terms'

export type { TermView }

type Found = {
  id: string
  number: string
  status: CaseStatus
  ended_on: Date | null
  due_on: Date | null
  class_label: string | null
  list_id: string | null
  hold_id: string | null
  hold_reason: string | null
  hold_from: Date | null
}

/** A case by its number: no name, no word that somebody wrote about the family. */
export type ListedCase = {
  readonly id: string
  readonly number: string
  readonly status: CaseStatus
  readonly endedOn: IsoDate | null
  readonly dueOn: IsoDate | null
  readonly classLabel: string
  readonly listId: string | null
  readonly hold: { readonly id: string; readonly reason: string; readonly from: IsoDate | null } | null
}

export type ListView = {
  readonly id: string
  readonly number: string
  readonly preparedOn: IsoDate
  readonly consentNumber: string | null
  readonly consentOn: IsoDate | null
  readonly destroyedAt: Date | null
  readonly version: number
  readonly cases: readonly ListedCase[]
}

const rights = [
  'destruction.prepare',
  'destruction.takeBack',
  'destruction.approve',
  'retention.set',
  'hold.set',
  'hold.end',
] as const

export type DestructionView = {
  /** A page of the cases that may be put on a list, those whose term ended first in front. */
  readonly reached: Page<ListedCase>
  readonly waiting: readonly ListView[]
  readonly held: readonly ListedCase[]
  readonly destroyed: readonly ListView[]
  readonly terms: readonly TermView[]
  readonly may: Record<(typeof rights)[number], boolean>
}

const pageSize = 50

const caseOf = (r: Found): ListedCase => ({
  id: r.id,
  number: r.number,
  status: r.status,
  endedOn: fromDbDateOrNull(r.ended_on),
  dueOn: fromDbDateOrNull(r.due_on),
  classLabel: r.class_label ?? '',
  listId: r.list_id,
  hold: r.hold_id
    ? { id: r.hold_id, reason: r.hold_reason ?? '', from: fromDbDateOrNull(r.hold_from) }
    : null,
})

/** Of these cases the ones of the own unit whose term is reached, that are on a list, or that are held. */
export const casesToGo = async ({ tx }: Context, ids: readonly string[]): Promise<ListedCase[]> => {
  const rows = await tx.$queryRaw<Found[]>`
    select * from app.destruction_cases() c where c.id = any (${[...ids]}::uuid[])`
  return rows.map(caseOf)
}

/** Cases of the own unit that are on a list or held. */
export const listedCases = async ({ tx }: Context): Promise<ListedCase[]> => {
  const rows = await tx.$queryRaw<Found[]>`
    select * from app.destruction_cases() c where c.list_id is not null or c.hold_id is not null`
  return rows.map(caseOf)
}

const beyond = (at: Cursor | null): Prisma.Sql => {
  const [dueOn, number] = at?.value.split(' ') ?? []
  if (!at || !dueOn || !number || Number.isNaN(Date.parse(dueOn))) return Prisma.empty
  const side = direction(at, 'asc') === 'asc' ? Prisma.sql`>` : Prisma.sql`<`
  return Prisma.sql`and (c.due_on, c.number) ${side} (${dueOn}::date, ${number})`
}

/** A page of the cases whose term is reached and that nothing keeps, by the day from which they may go. */
const reachedPage = async ({ tx }: Context, at: Cursor | null): Promise<Page<ListedCase>> => {
  const way = direction(at, 'asc') === 'asc' ? Prisma.sql`asc` : Prisma.sql`desc`
  const rows = await tx.$queryRaw<Found[]>`
    select * from app.destruction_cases() c where c.list_id is null and c.hold_id is null ${beyond(at)}
    order by c.due_on ${way}, c.number ${way} limit ${pageSize + 1}`
  return pageOf(rows.map(caseOf), pageSize, at, ({ id, dueOn, number }) => ({
    value: `${dueOn} ${number}`,
    id,
  }))
}

/** May be put on a list now. */
export const isReached = (one: ListedCase): boolean => one.listId === null && one.hold === null

const viewOf = (list: DestructionList, cases: readonly ListedCase[]): ListView => ({
  id: list.id,
  number: `${list.sequence}/${list.year}`,
  preparedOn: fromDbDate(list.preparedOn),
  consentNumber: list.consentNumber,
  consentOn: fromDbDateOrNull(list.consentOn),
  destroyedAt: list.approvedAt,
  version: list.version,
  cases: cases.filter(({ listId }) => listId === list.id),
})

/** Brakowanie in the own unit: what may go, what waits for approval, what is held, what is gone (domain 8.4). */
export const listDestruction = defineQuery({
  name: 'destruction.list',
  input: z.strictObject({ cursor: cursor() }),
  subject: ({ actor }) => ({ institutionId: actor.institutionId }),
  run: async (ctx, { cursor: at }, facts): Promise<DestructionView> => {
    const cases = await listedCases(ctx)
    const lists = await ctx.tx.destructionList.findMany({
      where: { takenBackAt: null },
      orderBy: [{ year: 'desc' }, { sequence: 'desc' }],
    })
    const views = lists.map((list) => viewOf(list, cases))
    return {
      reached: await reachedPage(ctx, at),
      waiting: views.filter(({ destroyedAt }) => destroyedAt === null),
      held: cases.filter(({ hold }) => hold !== null),
      destroyed: views.filter(({ destroyedAt }) => destroyedAt !== null),
      terms: await termsOf(ctx),
      may: mayAll(ctx.actor, facts, ...rights),
    }
  },
  audit: ({ reached, waiting, held, destroyed }, _input, { institutionId }) => ({
    subjectKind: 'case',
    subjectIds: [
      ...new Set(
        [...reached.rows, ...held, ...[...waiting, ...destroyed].flatMap(({ cases }) => cases)].map(
          ({ id }) => id,
        ),
      ),
    ],
    ownerInstitutionId: institutionId,
  }),
})
