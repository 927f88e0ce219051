import { z } from 'zod'
import { conflict, notFound } from '@/lib/platform/errors'
import { CaseStatus as statuses } from '@/lib/platform/generated/prisma/enums'
import { flag, line, optional, uuid, version } from '@/lib/platform/input'
import { anySubject, type Context, defineCommand, defineQuery } from '@/lib/policy/usecase'

export const caseOrders = ['changed', 'due', 'opened'] as const
export type CaseOrder = (typeof caseOrders)[number]

/** Whose turn it is: past a day, this person's, somebody else's. */
export const caseWaits = ['late', 'mine', 'others'] as const
export type CaseWaits = (typeof caseWaits)[number]

export const stageChoice = () => z.union([z.literal('open'), z.literal('all'), z.enum(statuses)])

/** A choice of the own list under a name: no searched words, they may be a family's name. */
export type SavedFilter = {
  readonly id: string
  readonly name: string
  readonly stage: string
  readonly waits: CaseWaits | null
  readonly order: CaseOrder
  readonly teamId: string | null
  readonly isDefault: boolean
  readonly version: number
}

/** One page of filters is enough for anybody. */
const mostFilters = 12

type Row = Omit<SavedFilter, 'order' | 'waits'> & { sort: string; waits: string | null }

export const savedFilter = ({ sort, waits, ...row }: Row): SavedFilter => ({
  ...row,
  waits: caseWaits.find((one) => one === waits) ?? null,
  order: caseOrders.find((one) => one === sort) ?? 'changed',
})

const ownFilters = async ({ tx }: Context): Promise<SavedFilter[]> => {
  const rows = await tx.caseFilter.findMany({ orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] })
  return rows.map(({ id, name, stage, waits, sort, teamId, isDefault, version: v }) =>
    savedFilter({ id, name, stage, waits, sort, teamId, isDefault, version: v }),
  )
}

/** The person's own filters in this place of work. */
export const listFilters = defineQuery({
  name: 'filter.list',
  input: z.strictObject({}),
  subject: anySubject,
  run: (ctx) => ownFilters(ctx),
  audit: 'notPersonal',
})

const own = ({ actor }: Context) => ({ userId: actor.userId, institutionId: actor.institutionId })

/** One default at most. */
const clearDefault = async (ctx: Context): Promise<void> => {
  await ctx.tx.caseFilter.updateMany({
    where: { ...own(ctx), isDefault: true },
    data: { isDefault: false, version: { increment: 1 } },
  })
}

/** Keeps the present choice under a name. Only its owner ever reads it, and the log does not say what it holds. */
export const saveFilter = defineCommand({
  name: 'filter.save',
  input: z.strictObject({
    name: line(60),
    stage: stageChoice().catch('open'),
    waits: optional(z.enum(caseWaits)).catch(null),
    order: z.enum(caseOrders).catch('changed'),
    teamId: optional(uuid()),
    isDefault: flag(),
  }),
  subject: anySubject,
  run: async (ctx, { name, stage, waits, order, teamId, isDefault }) => {
    if (teamId && (await ctx.tx.team.count({ where: { id: teamId } })) === 0) throw notFound()
    if ((await ctx.tx.caseFilter.count({ where: own(ctx) })) >= mostFilters) throw conflict('tooManyFilters')
    if (isDefault) await clearDefault(ctx)
    await ctx.tx.caseFilter.createMany({
      data: [{ ...own(ctx), name, stage, waits, sort: order, teamId, isDefault }],
    })
  },
  audit: () => null,
})

/** Another name, or another default. */
export const mendFilter = defineCommand({
  name: 'filter.mend',
  input: z.strictObject({ filterId: uuid(), version: version(), name: line(60), isDefault: flag() }),
  subject: anySubject,
  run: async (ctx, { filterId, version: known, name, isDefault }) => {
    const row = await ctx.tx.caseFilter.findFirst({ where: { id: filterId, ...own(ctx) } })
    if (!row) throw notFound()
    if (row.version !== known) throw conflict('stale')
    if (isDefault && !row.isDefault) await clearDefault(ctx)
    await ctx.tx.caseFilter.updateMany({
      where: { id: filterId, ...own(ctx) },
      data: { name, isDefault, version: { increment: 1 } },
    })
  },
  audit: () => null,
})

export const removeFilter = defineCommand({
  name: 'filter.remove',
  input: z.strictObject({ filterId: uuid() }),
  subject: anySubject,
  run: async ({ tx }, { filterId }) => {
    const [row] = await tx.$queryRaw<{ gone: boolean }[]>`select app.drop_filter(${filterId}::uuid) as gone`
    if (!row?.gone) throw notFound()
  },
  audit: () => null,
})
