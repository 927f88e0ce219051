import { z } from 'zod'
import { basketOf } from '@/lib/baskets/basket'
import type { BasketFact } from '@/lib/baskets/basket-fact'
import { type Conclusion, conclude, type KnotState, knotOf, needsDecision } from '@/lib/baskets/coverage'
import { type LineView, lineViews } from '@/lib/baskets/line-view'
import { moneyOf } from '@/lib/baskets/money'
import { answerDue } from '@/lib/baskets/send'
import { withReasons } from '@/lib/baskets/settlements'
import { type LineWarning, lineWarnings } from '@/lib/baskets/warnings'
import { bySubject, type CaseFacts, isOpen, ofCase } from '@/lib/cases'
import { fundingSources, institutionKinds } from '@/lib/catalogue'
import { type NeedView, needsOf } from '@/lib/diagnosis'
import type { IsoDate } from '@/lib/format/dates'
import { fromDbDate } from '@/lib/platform/clock'
import { uuid } from '@/lib/platform/input'
import { mayAll } from '@/lib/policy/decide'
import { type Context, defineQuery } from '@/lib/policy/usecase'

export type CoverNeed = NeedView & {
  readonly conclusion: Conclusion
  readonly knots: readonly {
    readonly lineId: string
    readonly institutionId: string
    readonly state: KnotState
  }[]
}

export type BasketInstitution = { readonly id: string; readonly name: string; readonly sector: string }

/** Providers of these lines, the core of a team first. */
const institutionsOf = (lines: readonly LineView[]): BasketInstitution[] => {
  const kinds = institutionKinds()
  const placeOf = (kindKey: string) => kinds.findIndex(({ key }) => key === kindKey)
  const providers = new Map(lines.map(({ provider }) => [provider.id, provider]))
  return [...providers.values()]
    .sort((x, y) => placeOf(x.kindKey) - placeOf(y.kindKey) || x.name.localeCompare(y.name, 'pl'))
    .map(({ id, name, kindKey }) => ({ id, name, sector: kinds[placeOf(kindKey)]?.sector ?? '' }))
}

const stages: readonly CaseFacts['status'][] = ['diagnosis', 'planning', 'inProgress', 'suspended']

/**
 * Who sees every line, the agreement and the needs together: people of the unit that owns the case. To anybody else a
 * gap or a missing party might only be what row-level security hides, so nothing is concluded for them.
 */
export const seesWhole = (ctx: Context, facts: CaseFacts): boolean =>
  facts.ownerInstitutionId === ctx.actor.institutionId && mayAll(ctx.actor, facts, 'plan.read')['plan.read']

const needViews = async (
  ctx: Context,
  facts: CaseFacts,
  lines: readonly BasketFact[],
  warnings: readonly LineWarning[],
): Promise<CoverNeed[]> =>
  (await needsOf(ctx, facts.caseId)).map((need) => {
    const own = lines.filter((l) => l.needIds.includes(need.id))
    return {
      ...need,
      conclusion: conclude(own, warnings, need.unmetSince, ctx.today),
      knots: own.map((l) => ({ lineId: l.id, institutionId: l.providerId, state: knotOf(l, warnings) })),
    }
  })

const overviewOf = async (ctx: Context, facts: CaseFacts) => {
  const data = await basketOf(ctx, facts)
  const { rows, lines, around } = data
  const whole = seesWhole(ctx, facts)
  const warnings = whole ? lineWarnings(lines, around) : []
  const needs = whole ? await needViews(ctx, facts, lines, warnings) : []
  const views = await lineViews(ctx, rows, facts)
  const may = mayAll(
    ctx.actor,
    facts,
    'line.create',
    'line.send',
    'line.justify',
    'line.settle',
    'need.unmet',
    'plan.read',
  )
  const blocked = new Set(warnings.flatMap((w) => (w.blocking ? [w.lineId] : [])))
  const drafts = lines.filter((l) => l.status === 'draft')
  return {
    status: facts.status,
    lines: views,
    /** what all of it costs; a sum over a part of the basket would be a wrong one */
    money: whole
      ? moneyOf(
          rows,
          fundingSources().map((f) => f.key),
        )
      : null,
    warnings: await withReasons(ctx, facts.caseId, warnings, data),
    needs,
    subject: facts.subject,
    whole,
    /** reads lines only because they were sent to the own institution */
    provider: !may['plan.read'],
    decisions: needs.filter((need) => !need.closedOn && needsDecision(need.conclusion)).length,
    answerDueOn: drafts.length > 0 ? await answerDue(ctx, facts.teamId) : null,
    institutions: institutionsOf(views),
    drafts: {
      ready: drafts.filter((l) => !blocked.has(l.id)).length,
      held: drafts.filter((l) => blocked.has(l.id)).length,
    },
    today: ctx.today,
    may: {
      create: may['line.create'] && stages.includes(facts.status),
      send: may['line.send'],
      justify: may['line.justify'],
      settle: may['line.settle'] && isOpen(facts.status),
      unmet: may['need.unmet'],
    },
  }
}

/** The basket of a family: coverage of needs, lines with their states, warnings, what may be sent. */
export const listLines = defineQuery({
  name: 'line.list',
  input: z.strictObject({ caseId: uuid() }),
  subject: bySubject,
  run: (ctx, _input, facts) => overviewOf(ctx, facts),
  audit: (_result, _input, facts) => ofCase(facts),
})

export type Basket = Awaited<ReturnType<typeof listLines.execute>>
export type { Conclusion, KnotState, LineView, LineWarning }

/** When something took place, by line; what was taken back is not there. */
export const listDeliveries = defineQuery({
  name: 'delivery.list',
  input: z.strictObject({ caseId: uuid() }),
  subject: bySubject,
  run: async ({ tx }, { caseId }): Promise<{ lineId: string; on: IsoDate }[]> => {
    const rows = await tx.serviceDelivery.findMany({
      where: { caseId, cancelledAt: null },
      orderBy: { deliveredOn: 'asc' },
    })
    return rows.map((d) => ({ lineId: d.lineId, on: fromDbDate(d.deliveredOn) }))
  },
  audit: (_result, _input, facts) => ofCase(facts),
})
