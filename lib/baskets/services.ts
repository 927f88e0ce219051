import { z } from 'zod'
import { type LineFacts, lineAudit, lineFacts } from '@/lib/baskets/facts'
import { type LineView, lineViews } from '@/lib/baskets/line-view'
import { scheduleOf } from '@/lib/baskets/series'
import { staffFor } from '@/lib/baskets/staff'
import type { LineStatus } from '@/lib/baskets/state'
import { addCalendarDays } from '@/lib/calendar'
import { declineReasons } from '@/lib/catalogue'
import { fromDbDate, toDbDate } from '@/lib/platform/clock'
import { notFound } from '@/lib/platform/errors'
import { uuid } from '@/lib/platform/input'
import { hasRole } from '@/lib/policy/actor'
import { anySubject, type Context, defineQuery } from '@/lib/policy/usecase'

const current: LineStatus[] = [
  'proposed',
  'counterProposed',
  'waitingList',
  'accepted',
  'scheduled',
  'inProgress',
  'suspended',
]
const endedDays = 30
const endedShown = 20

export const endedStates: LineStatus[] = [
  'delivered',
  'partlyDelivered',
  'notDelivered',
  'declined',
  'cancelled',
]

export type Choice = { readonly value: string; readonly label: string }

/** Whose services these are: one's own, and those of the people one stands in for. */
const standsFor = async ({ tx }: Context): Promise<string[]> => {
  const [row] = await tx.$queryRaw<{ ids: string[] }[]>`select app.stands_for()::text[] as ids`
  return row?.ids ?? []
}

/** Lines sent to the own institution: all of them for who answers for it, the own ones for who delivers. */
export const mine = async (ctx: Context) => ({
  providerInstitutionId: ctx.actor.institutionId,
  ...(hasRole(ctx.actor, 'decydent') ? {} : { responsibleUserId: { in: await standsFor(ctx) } }),
})

const rowsOf = async (ctx: Context) => {
  const since = toDbDate(addCalendarDays(ctx.today, -endedDays))
  const ours = await mine(ctx)
  const open = await ctx.tx.basketLine.findMany({
    where: { ...ours, status: { in: current } },
    orderBy: [{ answerDueOn: 'asc' }, { startsOn: 'asc' }, { id: 'asc' }],
    take: 200,
  })
  const over = { ...ours, status: { in: endedStates }, sentAt: { not: null } }
  const ended = await ctx.tx.basketLine.findMany({
    where: { ...over, statusSince: { gte: since } },
    orderBy: [{ statusSince: 'desc' }, { id: 'asc' }],
    take: endedShown,
  })
  const earlier = await ctx.tx.basketLine.findFirst({
    where: { ...over, statusSince: { lt: since } },
    select: { id: true },
  })
  return { rows: [...open, ...ended], moreEnded: earlier !== null || ended.length === endedShown }
}

/** People of the own institution who could deliver a line; nobody for who may not name them. */
const staffOf = async ({ tx, actor, today }: Context): Promise<Choice[]> => {
  if (!hasRole(actor, 'decydent')) return []
  const roles = await tx.roleAssignment.findMany({
    where: {
      institutionId: actor.institutionId,
      role: { in: ['wykonawca', 'specjalista', 'asystent_rodziny', 'decydent'] },
      endedAt: null,
      OR: [{ endsOn: null }, { endsOn: { gte: toDbDate(today) } }],
    },
  })
  const users = await tx.userAccount.findMany({
    where: { id: { in: roles.map((r) => r.userId) }, disabledAt: null },
    orderBy: [{ familyName: 'asc' }, { givenName: 'asc' }],
  })
  return users.map((u) => ({ value: u.id, label: `${u.givenName} ${u.familyName}` }))
}

const lateFirst = (a: LineView, b: LineView): number =>
  Number(b.late) - Number(a.late) ||
  (a.nextExpectedOn ?? '9999').localeCompare(b.nextExpectedOn ?? '9999') ||
  a.id.localeCompare(b.id)

/** First page of a provider: what waits for an answer, what goes on (late first), what ended lately. */
export const listMyServices = defineQuery({
  name: 'service.list',
  input: z.strictObject({}),
  subject: anySubject,
  run: async (ctx) => {
    const { rows, moreEnded } = await rowsOf(ctx)
    const lines = await lineViews(ctx, rows)
    const of = (...statuses: LineStatus[]) => lines.filter((l) => statuses.includes(l.status))
    return {
      toAnswer: of('proposed'),
      waiting: of('waitingList', 'counterProposed'),
      running: of('accepted', 'scheduled', 'inProgress', 'suspended').sort(lateFirst),
      ended: of(...endedStates),
      moreEnded,
      staff: await staffOf(ctx),
      wholeInstitution: hasRole(ctx.actor, 'decydent'),
      declineReasons: declineReasons().map((r) => ({ value: r.key, label: r.namePl })),
      today: ctx.today,
    }
  },
  audit: (result) => ({
    subjectKind: 'line',
    subjectIds: [...result.toAnswer, ...result.waiting, ...result.running, ...result.ended].map((l) => l.id),
  }),
})

export type MyServices = Awaited<ReturnType<typeof listMyServices.execute>>

/** One line with its deliveries, for who delivers it. */
export const readMyService = defineQuery({
  name: 'service.read',
  input: z.strictObject({ lineId: uuid() }),
  subject: async (ctx, { lineId }): Promise<LineFacts> => {
    const facts = await lineFacts(ctx, lineId)
    // to its own institution only a sent line is a service
    if (facts.providerInstitutionId !== ctx.actor.institutionId || facts.status === 'draft') throw notFound()
    return facts
  },
  run: async (ctx, _input, facts) => {
    const [line] = await lineViews(ctx, [facts.row], facts)
    if (!line) throw notFound()
    const deliveries = await ctx.tx.serviceDelivery.findMany({
      where: { lineId: facts.lineId },
      orderBy: [{ deliveredOn: 'desc' }, { createdAt: 'desc' }],
      take: 100,
    })
    const noted = deliveries.map((d) => ({
      id: d.id,
      on: fromDbDate(d.deliveredOn),
      quantity: Math.round(Number(d.quantity) * 100),
      note: d.note,
      cancelled: d.cancelledAt !== null,
      mayCancel: d.cancelledAt === null && d.institutionId === ctx.actor.institutionId,
    }))
    return {
      line,
      deliveries: noted,
      ...(await scheduleOf(ctx, line, noted)),
      staff: hasRole(ctx.actor, 'decydent')
        ? await staffFor(ctx, facts.providerInstitutionId, facts.ownerInstitutionId)
        : [],
      declineReasons: declineReasons().map((r) => ({ value: r.key, label: r.namePl })),
      today: ctx.today,
    }
  },
  audit: (_result, _input, facts) => lineAudit(facts),
})

export type MyService = Awaited<ReturnType<typeof readMyService.execute>>
