import { z } from 'zod'
import { alternativesTo, insteadOf } from '@/lib/baskets/alternatives'
import { type BasketData, basketOf } from '@/lib/baskets/basket'
import { hundredths, type LineFacts, lineAudit, lineFacts } from '@/lib/baskets/facts'
import { lineViews } from '@/lib/baskets/line-view'
import { linkOf } from '@/lib/baskets/link'
import { seesWhole } from '@/lib/baskets/overview'
import { scheduleOf } from '@/lib/baskets/series'
import { withReasons } from '@/lib/baskets/settlements'
import { isFinal } from '@/lib/baskets/state'
import { lineWarnings } from '@/lib/baskets/warnings'
import { type CaseFacts, caseFacts, isOpen } from '@/lib/cases'
import { catalogueHere, declineReasons } from '@/lib/catalogue'
import { fromDbDate } from '@/lib/platform/clock'
import { notFound } from '@/lib/platform/errors'
import { uuid } from '@/lib/platform/input'
import { may, mayAll } from '@/lib/policy/decide'
import { type Context, defineQuery } from '@/lib/policy/usecase'

const historyOf = async ({ tx }: Context, lineId: string) => {
  const rows = await tx.lineTransition.findMany({
    where: { lineId },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
  })
  const users = await tx.userAccount.findMany({ where: { id: { in: rows.flatMap((r) => r.actorId ?? []) } } })
  const nameOf = new Map(users.map((u) => [u.id, `${u.givenName} ${u.familyName}`]))
  return rows.map((r) => ({
    id: r.id,
    at: r.at,
    from: r.fromStatus,
    to: r.toStatus,
    who: r.actorId ? (nameOf.get(r.actorId) ?? null) : null,
    byLink: r.byName ? { name: r.byName, function: r.byFunction ?? '' } : null,
    reasonKey: r.reasonKey,
    note: r.note,
  }))
}

/** The rest of domain 5.2, and what a form that changes the draft starts from. */
const detailsOf = async (ctx: Context, { row }: LineFacts) => {
  const { tx } = ctx
  const beside = await tx.institution.findMany({ where: { id: { in: row.coProviderIds } } })
  const before = row.dependsOnId ? await tx.basketLine.findUnique({ where: { id: row.dependsOnId } }) : null
  const name =
    before && (before.title ?? (await catalogueHere(ctx)).nameOf(before.serviceKey, before.regionalServiceId))
  return {
    category: row.category,
    priority: row.priority,
    outcome: row.outcome,
    satisfaction: row.satisfaction,
    coProviderIds: row.coProviderIds,
    coProviders: beside.map((i) => i.name),
    dependsOn: before ? { id: before.id, name: name ?? before.serviceKey } : null,
  }
}

/** What took place, newest first; what the own institution noted it may take back. */
const deliveriesOf = async ({ tx, actor }: Context, facts: LineFacts) => {
  const rows = await tx.serviceDelivery.findMany({
    where: { lineId: facts.lineId },
    orderBy: [{ deliveredOn: 'desc' }, { createdAt: 'desc' }],
    take: 100,
  })
  const mine = may(actor, 'delivery.cancel', facts) && facts.caseOpen
  return rows.map((d) => ({
    id: d.id,
    on: fromDbDate(d.deliveredOn),
    quantity: hundredths(d.quantity),
    note: d.note,
    cancelled: d.cancelledAt !== null,
    mayCancel: mine && d.cancelledAt === null && d.institutionId === actor.institutionId,
  }))
}

/** Needs and goals that the line answers, as far as this person reads them. */
const reasonsOf = async ({ tx }: Context, needIds: readonly string[], goalIds: readonly string[]) => {
  const needs = await tx.need.findMany({ where: { id: { in: [...needIds] } } })
  const types = await tx.needType.findMany({ where: { key: { in: needs.map((n) => n.needKey) } } })
  const goals = await tx.goal.findMany({ where: { id: { in: [...goalIds] } } })
  return {
    needs: needs.map((n) => ({
      id: n.id,
      name: types.find((t) => t.key === n.needKey)?.namePl ?? n.needKey,
    })),
    goals: goals.map((g) => ({ id: g.id, title: g.title })),
  }
}

/** Warnings of the line, with the other lines that they name. */
const warningsOf = async (ctx: Context, familyCase: CaseFacts, data: BasketData, lineId: string) => {
  const warnings = seesWhole(ctx, familyCase)
    ? lineWarnings(data.lines, data.around).filter((w) => w.lineId === lineId)
    : []
  const named = new Set(warnings.flatMap((w) => w.otherIds))
  const others = data.rows.filter((r) => named.has(r.id))
  return {
    warnings: await withReasons(ctx, familyCase.caseId, warnings, data),
    others: await lineViews(ctx, others, familyCase),
  }
}

/** One line for who works on the case: all of domain 5.2, its history and what stands in its way. */
export const readLine = defineQuery({
  name: 'line.read',
  input: z.strictObject({ lineId: uuid() }),
  subject: (ctx, { lineId }): Promise<LineFacts> => lineFacts(ctx, lineId),
  run: async (ctx, _input, facts) => {
    const familyCase = await caseFacts(ctx, facts.caseId)
    const [line] = await lineViews(ctx, [facts.row], familyCase)
    if (!line) throw notFound()
    const data = await basketOf(ctx, familyCase)
    const own = data.lines.find((l) => l.id === facts.lineId)
    const needIds = own?.needIds ?? []
    const { row } = facts
    const deliveries = await deliveriesOf(ctx, facts)
    const all = { ...familyCase, ...facts }
    return {
      line,
      ...(await reasonsOf(ctx, needIds, data.goalsOf.get(facts.lineId) ?? [])),
      needIds,
      personIds: own?.personIds ?? [],
      ...(await warningsOf(ctx, familyCase, data, facts.lineId)),
      subject: familyCase.subject,
      provider: !mayAll(ctx.actor, familyCase, 'plan.read')['plan.read'],
      history: await historyOf(ctx, facts.lineId),
      link: await linkOf(ctx, facts),
      ...(await insteadOf(ctx, facts)),
      alternatives: await alternativesTo(ctx, familyCase, facts, needIds),
      deliveries,
      ...(await scheduleOf(ctx, line, deliveries)),
      declineReasons: declineReasons().map((r) => ({ value: r.key, label: r.namePl })),
      details: await detailsOf(ctx, facts),
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
        ...mayAll(ctx.actor, all, 'line.justify', 'line.settle', 'line.record', 'line.create', 'line.edit'),
        justify: !isFinal(facts.status),
        settle: familyCase.ownerInstitutionId === ctx.actor.institutionId && isOpen(familyCase.status),
      },
    }
  },
  audit: (_result, _input, facts) => lineAudit(facts),
})

export type LinePage = Awaited<ReturnType<typeof readLine.execute>>
