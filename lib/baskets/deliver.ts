import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { type LineFacts, lineAudit, lineFacts, stillOpen } from '@/lib/baskets/facts'
import { moveLine } from '@/lib/baskets/move'
import { signedTerms } from '@/lib/baskets/signed'
import { isFinal, lineStep } from '@/lib/baskets/state'
import { addCalendarDays } from '@/lib/calendar'
import type { IsoDate } from '@/lib/format/dates'
import { quantityToDecimal } from '@/lib/format/money'
import { fromDbDate, toDbDate } from '@/lib/platform/clock'
import { conflict, invalid, notFound } from '@/lib/platform/errors'
import { date, many, optional, prose, quantity, uuid } from '@/lib/platform/input'
import { type Context, defineCommand } from '@/lib/policy/usecase'

const input = z.strictObject({
  lineId: uuid(),
  /** made once a form: sent twice, it counts once */
  requestKey: uuid(),
  deliveredOn: date(),
  quantity: quantity(),
  note: optional(prose(1000)),
})

/**
 * A year back: what is older belongs to another plan and is most often a slip in the year. Nothing took place before the
 * family signed a plan that holds it, nor before the decision that the benefit needs (UPS art. 106), nor after the end.
 */
const checkDays = async (
  ctx: Context,
  days: readonly IsoDate[],
  facts: LineFacts,
  field: 'deliveredOn' | 'days',
): Promise<void> => {
  const since = (await signedTerms(ctx, facts.lineId))?.since
  for (const day of days) {
    if (day > ctx.today) throw invalid({ [field]: 'dateFuture' })
    if (day < addCalendarDays(ctx.today, -366)) throw invalid({ [field]: 'dateTooOld' })
    if (isFinal(facts.status) && day > fromDbDate(facts.row.statusSince))
      throw invalid({ [field]: 'afterEnd' })
    if (facts.requiresDecision && facts.decisionOn && day < facts.decisionOn)
      throw invalid({ [field]: 'beforeDecision' })
    if (since && day < since) throw invalid({ [field]: 'beforePlan' })
  }
}

type Row = { readonly quantity: number; readonly note: string | null }

/** A row of what took place, as this person notes it; the key makes the same row sent twice count once. */
const rowOf = (
  ctx: Context,
  facts: LineFacts,
  on: IsoDate,
  { quantity: much, note }: Row,
  requestKey: string,
) => ({
  id: randomUUID(),
  lineId: facts.lineId,
  caseId: facts.caseId,
  teamId: facts.teamId,
  deliveredOn: toDbDate(on),
  quantity: quantityToDecimal(much),
  note,
  recordedById: ctx.actor.userId,
  institutionId: ctx.actor.institutionId,
  requestKey,
})

/**
 * Something took place: day, quantity, a short note. The first one starts a scheduled line, under the same conditions
 * as starting it. The same form sent twice has one effect.
 */
export const recordDelivery = defineCommand({
  name: 'line.deliver',
  input,
  subject: (ctx, { lineId }): Promise<LineFacts> => lineFacts(ctx, lineId),
  run: async (ctx, delivery, facts) => {
    if (delivery.quantity === 0) throw invalid({ quantity: 'outOfRange' })
    const known = await ctx.tx.serviceDelivery.findUnique({ where: { requestKey: delivery.requestKey } })
    if (known) return { lineId: facts.lineId, deliveryId: known.id, again: true }
    const step = lineStep(facts, 'deliver')
    if (!step.ok) throw conflict(`line.${step.reason}`)
    await checkDays(ctx, [delivery.deliveredOn], facts, 'deliveredOn')
    if (facts.status === 'scheduled') await moveLine(ctx, facts, 'start')
    const row = rowOf(ctx, facts, delivery.deliveredOn, delivery, delivery.requestKey)
    const made = await ctx.tx.serviceDelivery.createMany({ data: [row], skipDuplicates: true })
    return { lineId: facts.lineId, deliveryId: made.count === 1 ? row.id : null, again: made.count === 0 }
  },
  audit: (_result, _input, facts) => lineAudit(facts),
})

/** Of these days the ones for which nothing is noted yet. The line is held, so that two tabs do not note a day twice. */
const stillOpenDays = async (
  { tx }: Context,
  facts: LineFacts,
  days: readonly IsoDate[],
): Promise<IsoDate[]> => {
  await tx.$queryRaw`select id from basket_line where id = ${facts.lineId}::uuid for update`
  const known = await tx.serviceDelivery.findMany({
    where: { lineId: facts.lineId, cancelledAt: null, deliveredOn: { in: days.map(toDbDate) } },
    select: { deliveredOn: true },
  })
  const noted = new Set<string>(known.map((d) => fromDbDate(d.deliveredOn)))
  return days.filter((day) => !noted.has(day))
}

/** Several days of a recurring service at once, each with the same quantity; days noted meanwhile stay as they are. */
export const recordSeries = defineCommand({
  name: 'line.deliverSeries',
  input: z.strictObject({
    lineId: uuid(),
    days: many(date()).pipe(z.array(z.custom<IsoDate>()).min(1, 'choose').max(60, 'choose')),
    quantity: quantity(),
    note: optional(prose(1000)),
  }),
  subject: (ctx, { lineId }): Promise<LineFacts> => lineFacts(ctx, lineId),
  run: async (ctx, { days, ...each }, facts) => {
    if (each.quantity === 0) throw invalid({ quantity: 'outOfRange' })
    const step = lineStep(facts, 'deliver')
    if (!step.ok) throw conflict(`line.${step.reason}`)
    const wanted = [...new Set(days)].sort()
    await checkDays(ctx, wanted, facts, 'days')
    const open = await stillOpenDays(ctx, facts, wanted)
    if (open.length === 0) throw conflict('line.daysNoted')
    if (facts.status === 'scheduled') await moveLine(ctx, facts, 'start')
    await ctx.tx.serviceDelivery.createMany({
      data: open.map((on) => rowOf(ctx, facts, on, each, randomUUID())),
    })
    return { lineId: facts.lineId, noted: open.length }
  },
  audit: (_result, _input, facts) => lineAudit(facts),
})

/** Takes back a delivery noted by mistake; it stays in the history as cancelled. */
export const cancelDelivery = defineCommand({
  name: 'delivery.cancel',
  input: z.strictObject({ deliveryId: uuid() }),
  subject: async (ctx, { deliveryId }): Promise<LineFacts> => {
    const delivery = await ctx.tx.serviceDelivery.findUnique({ where: { id: deliveryId } })
    if (!delivery) throw notFound()
    return lineFacts(ctx, delivery.lineId)
  },
  run: async ({ tx, now, actor }, { deliveryId }, facts) => {
    stillOpen(facts)
    const changed = await tx.serviceDelivery.updateMany({
      where: { id: deliveryId, cancelledAt: null, institutionId: actor.institutionId },
      data: { cancelledAt: now },
    })
    if (changed.count !== 1) throw conflict('line.deliveryGone')
    return { lineId: facts.lineId }
  },
  audit: (_result, _input, facts) => lineAudit(facts),
})
