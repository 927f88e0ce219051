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
import { date, optional, prose, quantity, uuid } from '@/lib/platform/input'
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
const checkDay = async (ctx: Context, day: IsoDate, facts: LineFacts): Promise<void> => {
  if (day > ctx.today) throw invalid({ deliveredOn: 'dateFuture' })
  if (day < addCalendarDays(ctx.today, -366)) throw invalid({ deliveredOn: 'dateTooOld' })
  if (isFinal(facts.status) && day > fromDbDate(facts.row.statusSince))
    throw invalid({ deliveredOn: 'afterEnd' })
  if (facts.requiresDecision && facts.decisionOn && day < facts.decisionOn)
    throw invalid({ deliveredOn: 'beforeDecision' })
  const since = (await signedTerms(ctx, facts.lineId))?.since
  if (since && day < since) throw invalid({ deliveredOn: 'beforePlan' })
}

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
    await checkDay(ctx, delivery.deliveredOn, facts)
    if (facts.status === 'scheduled') await moveLine(ctx, facts, 'start')
    const id = randomUUID()
    const made = await ctx.tx.serviceDelivery.createMany({
      data: [
        {
          id,
          lineId: facts.lineId,
          caseId: facts.caseId,
          teamId: facts.teamId,
          deliveredOn: toDbDate(delivery.deliveredOn),
          quantity: quantityToDecimal(delivery.quantity),
          note: delivery.note,
          recordedById: ctx.actor.userId,
          institutionId: ctx.actor.institutionId,
          requestKey: delivery.requestKey,
        },
      ],
      skipDuplicates: true,
    })
    return { lineId: facts.lineId, deliveryId: made.count === 1 ? id : null, again: made.count === 0 }
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
