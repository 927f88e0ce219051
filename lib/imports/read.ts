import { z } from 'zod'
import { aboutBatch, type BatchFacts, batchFacts } from '@/lib/imports/batches'
import { columnsOf, type Fields, type ImportKind } from '@/lib/imports/columns'
import type { Reason } from '@/lib/imports/rows'
import { namesOf } from '@/lib/people'
import { uuid } from '@/lib/platform/input'
import type { Context } from '@/lib/policy/usecase'
import { defineQuery } from '@/lib/policy/usecase'

const rowStates = ['good', 'same', 'bad', 'done', 'undone', 'kept'] as const
export type RowState = (typeof rowStates)[number]
export type Counts = Readonly<Record<RowState, number>>

export type ImportSummary = {
  readonly id: string
  readonly kind: ImportKind
  readonly fileName: string
  readonly status: 'ready' | 'running' | 'done' | 'undone'
  readonly at: Date
  readonly who: string | null
}

type BatchRow = {
  id: string
  kind: string
  fileName: string
  status: string
  createdAt: Date
  createdById: string
}

const summaries = async ({ tx }: Context, rows: readonly BatchRow[]): Promise<ImportSummary[]> => {
  const names = await namesOf(
    tx,
    rows.map((row) => row.createdById),
  )
  return rows.map(({ id, kind, fileName, status, createdAt, createdById }) => ({
    id,
    kind: kind as ImportKind,
    fileName,
    status: status as ImportSummary['status'],
    at: createdAt,
    who: names.get(createdById) ?? null,
  }))
}

/** The last fifty imports of the own ROPS. */
export const listImports = defineQuery({
  name: 'import.list',
  input: z.strictObject({}),
  subject: ({ actor }) => ({ institutionId: actor.institutionId ?? '' }),
  run: async (ctx) =>
    summaries(ctx, await ctx.tx.importBatch.findMany({ orderBy: { createdAt: 'desc' }, take: 50 })),
  audit: 'notPersonal',
})

const countsOf = async ({ tx }: Context, batchId: string): Promise<Counts> => {
  const found = await tx.importRow.groupBy({ by: ['status'], where: { batchId }, _count: true })
  const count = (state: RowState) => found.find(({ status }) => status === state)?._count ?? 0
  return {
    good: count('good'),
    same: count('same'),
    bad: count('bad'),
    done: count('done'),
    undone: count('undone'),
    kept: count('kept'),
  }
}

export type ImportRowView = {
  readonly no: number
  readonly cells: Fields
  readonly reasons: readonly { readonly column: string; readonly key: string }[]
}

/** Rows in one state, in the order of the file. */
const rowsIn = async (
  { tx }: Context,
  { batchId, kind }: BatchFacts,
  status: RowState,
  take?: number,
): Promise<ImportRowView[]> => {
  const columns = columnsOf(kind)
  const rows = await tx.importRow.findMany({
    where: { batchId, status },
    orderBy: { rowNo: 'asc' },
    ...(take ? { take } : {}),
  })
  return rows.map(({ rowNo, cells, reasons }) => ({
    no: rowNo,
    cells: cells as Fields,
    reasons: (reasons as Reason[]).map(({ field, key }) => ({ column: columns[field]?.name ?? field, key })),
  }))
}

const shown = 20

/** One import: how many rows are in which state, and the first of those that need a look. */
export const readImport = defineQuery({
  name: 'import.read',
  input: z.strictObject({ batchId: uuid() }),
  subject: batchFacts,
  run: async (ctx, { batchId }, facts) => {
    const row = await ctx.tx.importBatch.findUniqueOrThrow({ where: { id: batchId } })
    const [summary] = await summaries(ctx, [row])
    const kept = await ctx.tx.importRow.findMany({
      where: { batchId, status: 'kept' },
      take: shown,
      orderBy: { rowNo: 'asc' },
    })
    const named = await ctx.tx.institution.findMany({
      where: { id: { in: kept.flatMap((one) => one.recordId ?? []) } },
      select: { id: true, name: true },
    })
    return {
      ...(summary as ImportSummary),
      counts: await countsOf(ctx, batchId),
      good: await rowsIn(ctx, facts, 'good', shown),
      bad: await rowsIn(ctx, facts, 'bad', shown),
      kept: named,
    }
  },
  audit: (_result, { batchId }) => aboutBatch(batchId),
})

export type ImportView = Awaited<ReturnType<typeof readImport.execute>>

/** All rows that could not be added, with their cells, to mend them in a spreadsheet. */
export const badRows = defineQuery({
  name: 'import.bad',
  input: z.strictObject({ batchId: uuid() }),
  subject: batchFacts,
  run: async (ctx, _input, facts) => ({ kind: facts.kind, rows: await rowsIn(ctx, facts, 'bad') }),
  audit: (_result, { batchId }) => aboutBatch(batchId),
})
