import { createHash, randomUUID } from 'node:crypto'
import { z } from 'zod'
import { type Fields, fieldsOf, type ImportKind, importKinds, missingColumns } from '@/lib/imports/columns'
import { checkInstitutions, type InstitutionData, makeInstitutions } from '@/lib/imports/institutions'
import { checkPeople, makePeople, type PersonData } from '@/lib/imports/people'
import type { Checked, Reason } from '@/lib/imports/rows'
import { readTable } from '@/lib/imports/table'
import { AppError, conflict, notFound } from '@/lib/platform/errors'
import { Prisma } from '@/lib/platform/generated/prisma/client'
import { uuid } from '@/lib/platform/input'
import type { Facts } from '@/lib/policy/decide'
import { type Context, defineCommand } from '@/lib/policy/usecase'

/** Rows added in one step: one transaction, and one move of the bar that shows how far it is. */
const stepRows = { institutions: 500, people: 50 } as const satisfies Record<ImportKind, number>
/** Days for which rows are kept, and so an import can be undone. */
export const keptDays = 30

const ownRegion = ({ actor }: Context): Facts => ({ institutionId: actor.institutionId ?? '' })

export type BatchFacts = Facts & {
  readonly batchId: string
  readonly kind: ImportKind
  readonly status: string
}

/** The import as policy sees it; notFound when it is hidden or absent. */
export const batchFacts = async ({ tx }: Context, { batchId }: { batchId: string }): Promise<BatchFacts> => {
  const row = await tx.importBatch.findUnique({ where: { id: batchId } })
  if (!row) throw notFound()
  return { batchId, kind: row.kind as ImportKind, status: row.status, institutionId: row.institutionId }
}

export const aboutBatch = (batchId: string, recordIds: readonly string[] = []) => ({
  subjectKind: 'import',
  subjectIds: [batchId, ...recordIds],
})

type Given = { readonly no: number; readonly fields: Fields }
type Waiting = { rowNo: number; cells: Prisma.JsonValue; data: Prisma.JsonValue }

const check = (
  ctx: Context,
  kind: ImportKind,
  rows: readonly Given[],
  added: readonly string[] = [],
): Promise<Map<number, Checked>> =>
  kind === 'institutions' ? checkInstitutions(ctx, rows, added) : checkPeople(ctx, rows)

/** Adds these rows; gives the ids of what they made. */
const make = (ctx: Context, kind: ImportKind, rows: readonly Waiting[]): Promise<Map<number, string>> =>
  kind === 'institutions'
    ? makeInstitutions(
        ctx,
        rows.map(({ rowNo, data }) => ({ no: rowNo, data: data as InstitutionData })),
      )
    : makePeople(
        ctx,
        rows.map(({ rowNo, data }) => ({ no: rowNo, data: data as unknown as PersonData })),
      )

const written = (batchId: string, institutionId: string, { no, fields }: Given, checked: Checked) => ({
  batchId,
  rowNo: no,
  institutionId,
  status: checked.status,
  cells: fields,
  data: checked.status === 'good' ? checked.data : Prisma.DbNull,
  reasons: (checked.status === 'bad' ? checked.reasons : []) as Reason[],
  recordId: checked.status === 'same' ? checked.recordId : null,
})

/** Reads a CSV or XLSX file and says of each row what would become of it. Nothing is added yet. */
export const prepareImport = defineCommand({
  name: 'import.prepare',
  input: z.strictObject({
    kind: z.enum(importKinds, { error: 'choose' }),
    file: z.instanceof(File, { error: 'importEmpty' }),
  }),
  subject: ownRegion,
  run: async (ctx, { kind, file }) => {
    const { tx, actor } = ctx
    const institutionId = actor.institutionId
    if (!institutionId) throw notFound()
    const table = await readTable(file)
    const missing = missingColumns(kind, table)
    if (missing.length > 0)
      throw new AppError('invalid', 'invalid', { file: `importColumns:${missing.join(', ')}` })
    const rows = table.rows.map(({ no, cells }) => ({ no, fields: fieldsOf(kind, cells) }))
    const checked = await check(ctx, kind, rows)
    const batchId = randomUUID()
    await tx.$queryRaw`select 1 from app.forget_import_rows()`
    await tx.importBatch.createMany({
      data: [
        {
          id: batchId,
          kind,
          institutionId,
          fileName: file.name.slice(0, 200),
          sha256: createHash('sha256')
            .update(Buffer.from(await file.arrayBuffer()))
            .digest('hex'),
          createdById: actor.userId,
        },
      ],
    })
    await tx.importRow.createMany({
      data: rows.flatMap((row) => {
        const one = checked.get(row.no)
        return one ? [written(batchId, institutionId, row, one)] : []
      }),
    })
    return { batchId }
  },
  audit: ({ batchId }) => aboutBatch(batchId),
})

/** What was good when the file was read may have been added by somebody since. */
const stillGood = async (
  ctx: Context,
  { batchId, kind }: BatchFacts,
  rows: readonly Waiting[],
): Promise<Waiting[]> => {
  const added = await ctx.tx.importRow.findMany({
    where: { batchId, status: 'done' },
    select: { recordId: true },
  })
  const checked = await check(
    ctx,
    kind,
    rows.map(({ rowNo, cells }) => ({ no: rowNo, fields: cells as Fields })),
    added.flatMap(({ recordId }) => recordId ?? []),
  )
  for (const { rowNo } of rows) {
    const one = checked.get(rowNo)
    if (!one || one.status === 'good') continue
    await ctx.tx.importRow.updateMany({
      where: { batchId, rowNo },
      data: {
        status: one.status,
        reasons: (one.status === 'bad' ? one.reasons : []) as Reason[],
        recordId: one.status === 'same' ? one.recordId : null,
      },
    })
  }
  return rows.filter(({ rowNo }) => checked.get(rowNo)?.status === 'good')
}

const markDone = async ({ tx }: Context, batchId: string, made: ReadonlyMap<number, string>) => {
  const done = JSON.stringify([...made].map(([no, id]) => ({ no, id })))
  await tx.$executeRaw`
    update import_row r set status = 'done', record_id = d.id, data = null, cells = '{}'
    from jsonb_to_recordset(${done}::jsonb) as d(no int, id uuid)
    where r.batch_id = ${batchId}::uuid and r.row_no = d.no`
}

/** Adds the next rows that can be added; says whether more wait. One step at a time: a second caller waits. */
export const runImport = defineCommand({
  name: 'import.run',
  input: z.strictObject({ batchId: uuid() }),
  subject: batchFacts,
  run: async (ctx, { batchId }, facts) => {
    const { tx, now } = ctx
    const { kind, status } = facts
    if (status !== 'ready' && status !== 'running') throw conflict('wrongState')
    await tx.$queryRaw`select 1 from import_batch where id = ${batchId}::uuid for update`
    const waiting = await tx.importRow.findMany({
      where: { batchId, status: 'good' },
      orderBy: { rowNo: 'asc' },
      take: stepRows[kind],
      select: { rowNo: true, cells: true, data: true },
    })
    const made = await make(ctx, kind, await stillGood(ctx, facts, waiting))
    await markDone(ctx, batchId, made)
    const left = await tx.importRow.count({ where: { batchId, status: 'good' } })
    await tx.importBatch.updateMany({
      where: { id: batchId },
      data: left > 0 ? { status: 'running' } : { status: 'done', finishedAt: now },
    })
    return { batchId, left, recordIds: [...made.values()] }
  },
  audit: ({ batchId, recordIds }) => aboutBatch(batchId, recordIds),
})

/** Takes an import back: what nobody used since is gone; what was used stays, and the page names it. */
export const undoImport = defineCommand({
  name: 'import.undo',
  input: z.strictObject({ batchId: uuid() }),
  subject: batchFacts,
  run: async ({ tx }, { batchId }, { status }) => {
    if (status !== 'done' && status !== 'running') throw conflict('wrongState')
    const [counts] = await tx.$queryRaw<
      { undone: number; kept: number }[]
    >`select undone, kept from app.undo_import(${batchId}::uuid)`
    if (!counts) throw conflict('wrongState')
    return { batchId, ...counts }
  },
  audit: ({ batchId }) => aboutBatch(batchId),
})
