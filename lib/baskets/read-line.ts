import { z } from 'zod'
import { basketOf } from '@/lib/baskets/basket'
import { type LineFacts, lineAudit, lineFacts } from '@/lib/baskets/facts'
import { lineViews } from '@/lib/baskets/line-view'
import { isFinal } from '@/lib/baskets/state'
import { lineWarnings } from '@/lib/baskets/warnings'
import { caseFacts } from '@/lib/cases'
import { declineReasons } from '@/lib/catalogue'
import { fromDbDate } from '@/lib/platform/clock'
import { notFound } from '@/lib/platform/errors'
import { uuid } from '@/lib/platform/input'
import { mayAll } from '@/lib/policy/decide'
import { type Context, defineQuery } from '@/lib/policy/usecase'

const historyOf = async ({ tx }: Context, lineId: string) => {
  const rows = await tx.lineTransition.findMany({
    where: { lineId },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
  })
  const users = await tx.userAccount.findMany({ where: { id: { in: rows.map((r) => r.actorId) } } })
  const nameOf = new Map(users.map((u) => [u.id, `${u.givenName} ${u.familyName}`]))
  return rows.map((r) => ({
    id: r.id,
    at: r.at,
    from: r.fromStatus,
    to: r.toStatus,
    who: nameOf.get(r.actorId) ?? null,
    reasonKey: r.reasonKey,
    note: r.note,
  }))
}

const deliveriesOf = async ({ tx }: Context, lineId: string) =>
  (
    await tx.serviceDelivery.findMany({
      where: { lineId, cancelledAt: null },
      orderBy: [{ deliveredOn: 'desc' }, { createdAt: 'desc' }],
      take: 100,
    })
  ).map((d) => ({
    id: d.id,
    on: fromDbDate(d.deliveredOn),
    quantity: Math.round(Number(d.quantity) * 100),
    note: d.note,
  }))

/** One line for who works on the case: all of domain 5.2, its history and what stands in its way. */
export const readLine = defineQuery({
  name: 'line.read',
  input: z.strictObject({ lineId: uuid() }),
  subject: (ctx, { lineId }): Promise<LineFacts> => lineFacts(ctx, lineId),
  run: async (ctx, _input, facts) => {
    const familyCase = await caseFacts(ctx, facts.caseId)
    const [line] = await lineViews(ctx, [facts.row], familyCase)
    if (!line) throw notFound()
    const { lines, around, goalsOf } = await basketOf(ctx, familyCase)
    const own = lines.find((l) => l.id === facts.lineId)
    const needs = await ctx.tx.need.findMany({ where: { id: { in: [...(own?.needIds ?? [])] } } })
    const types = await ctx.tx.needType.findMany({ where: { key: { in: needs.map((n) => n.needKey) } } })
    const goals = await ctx.tx.goal.findMany({
      where: { id: { in: [...(goalsOf.get(facts.lineId) ?? [])] } },
    })
    const { row } = facts
    return {
      line,
      needs: needs.map((n) => ({
        id: n.id,
        name: types.find((t) => t.key === n.needKey)?.namePl ?? n.needKey,
      })),
      goals: goals.map((g) => ({ id: g.id, title: g.title })),
      warnings: lineWarnings(lines, around).filter((w) => w.lineId === facts.lineId),
      history: await historyOf(ctx, facts.lineId),
      deliveries: await deliveriesOf(ctx, facts.lineId),
      declineReasons: declineReasons().map((r) => ({ value: r.key, label: r.namePl })),
      costs: {
        planned: row.costPlanned,
        actual: row.costActual,
        coPayment: row.coPayment,
        fundingKey: row.fundingKey,
        legalBasis: row.legalBasis,
      },
      duplicateReason: row.duplicateReason,
      outsideAgreementReason: row.outsideAgreementReason,
      may: {
        ...mayAll(ctx.actor, { ...familyCase, ...facts }, 'line.justify', 'line.record', 'line.create'),
        justify: !isFinal(facts.status),
      },
    }
  },
  audit: (_result, _input, facts) => lineAudit(facts),
})

export type LinePage = Awaited<ReturnType<typeof readLine.execute>>
