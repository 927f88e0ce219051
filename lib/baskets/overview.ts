import { z } from 'zod'
import { linesOf, surroundingsOf } from '@/lib/baskets/basket'
import type { BasketFact } from '@/lib/baskets/basket-fact'
import { type Conclusion, conclude, type KnotState, knotOf, needsDecision } from '@/lib/baskets/coverage'
import type { KnownLines } from '@/lib/baskets/line-around'
import { type LineView, viewsOf } from '@/lib/baskets/line-view'
import { moneyOf } from '@/lib/baskets/money'
import { answerDue } from '@/lib/baskets/send'
import { withReasons } from '@/lib/baskets/settlements'
import { type LineWarning, lineWarnings } from '@/lib/baskets/warnings'
import { bySubject, type CaseFacts, isOpen, ofCase } from '@/lib/cases'
import { fundingSources, institutionKinds } from '@/lib/catalogue'
import { type NeedView, needsIn } from '@/lib/diagnosis'
import type { IsoDate } from '@/lib/format/dates'
import { answeredBy, ask } from '@/lib/platform/ask'
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

type OfKind = { readonly id: string; readonly name: string; readonly kindKey: string }

/** Institutions once each, the core of a team first. */
const byKind = (institutions: readonly OfKind[]): BasketInstitution[] => {
  const kinds = institutionKinds()
  const placeOf = (kindKey: string) => kinds.findIndex(({ key }) => key === kindKey)
  return [...new Map(institutions.map((i) => [i.id, i])).values()]
    .sort((x, y) => placeOf(x.kindKey) - placeOf(y.kindKey) || x.name.localeCompare(y.name, 'pl'))
    .map(({ id, name, kindKey }) => ({ id, name, sector: kinds[placeOf(kindKey)]?.sector ?? '' }))
}

/** Who stands around the family: who takes part in the case, with a service or not yet, and who provides one. */
const aroundOf = async ({ tx }: Context, facts: CaseFacts, lines: readonly LineView[]) => {
  const taking = await tx.$queryRaw<OfKind[]>`
    select i.id, i.name, i.kind_key as "kindKey" from case_participant p join institution i on i.id = p.institution_id
    where p.case_id = ${facts.caseId}::uuid and coalesce(p.accepted, true)
      and (p.ends_on is null or p.ends_on >= app.today())`
  return byKind([...taking, ...lines.map((line) => line.provider)]).map((i) => ({
    ...i,
    leads: i.id === facts.ownerInstitutionId,
  }))
}

const stages: readonly CaseFacts['status'][] = ['diagnosis', 'planning', 'inProgress', 'suspended']

/**
 * Who sees every line, the agreement and the needs together: people of the unit that owns the case. To anybody else a
 * gap or a missing party might only be what row-level security hides, so nothing is concluded for them.
 */
export const seesWhole = (ctx: Context, facts: CaseFacts): boolean =>
  facts.ownerInstitutionId === ctx.actor.institutionId && mayAll(ctx.actor, facts, 'plan.read')['plan.read']

const covered = (
  ctx: Context,
  needs: readonly NeedView[],
  lines: readonly BasketFact[],
  warnings: readonly LineWarning[],
): CoverNeed[] =>
  needs.map((need) => {
    const own = lines.filter((l) => l.needIds.includes(need.id))
    return {
      ...need,
      conclusion: conclude(own, warnings, need.unmetSince, ctx.today),
      knots: own.map((l) => ({ lineId: l.id, institutionId: l.providerId, state: knotOf(l, warnings) })),
    }
  })

type Wanted = { readonly around: boolean; readonly contacts: boolean }

const knownOf = (facts: CaseFacts, lines: readonly BasketFact[]): KnownLines => ({
  caseId: facts.caseId,
  status: facts.status,
  familyId: facts.familyId,
  links: lines.flatMap((line) => line.personIds.map((personId) => ({ lineId: line.id, personId }))),
})

/** Lines, what is around them and how they look, in two questions to the database. */
const readBasket = async (ctx: Context, facts: CaseFacts, whole: boolean, contacts: boolean) => {
  const found = await linesOf(ctx, facts)
  const [around, views, needs] = await ask(
    ctx.tx,
    surroundingsOf(facts, found.lines),
    viewsOf(ctx, found.rows, facts, contacts ? null : knownOf(facts, found.lines)),
    whole ? needsIn(facts.caseId) : answeredBy([]),
  )
  return { data: { ...found, around }, views: views(found.hours), needs }
}

const overviewOf = async (ctx: Context, facts: CaseFacts, wanted: Wanted) => {
  const whole = seesWhole(ctx, facts)
  const { data, views, needs: named } = await readBasket(ctx, facts, whole, wanted.contacts)
  const { rows, lines, around } = data
  const warnings = whole ? lineWarnings(lines, around) : []
  const needs = covered(ctx, named, lines, warnings)
  const may = mayAll(
    ctx.actor,
    facts,
    'line.create',
    'line.send',
    'line.justify',
    'line.settle',
    'need.unmet',
    'plan.read',
    'plan.card',
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
    answerDueOn: drafts.length > 0 ? await answerDue(ctx, facts) : null,
    institutions: byKind(views.map((line) => line.provider)),
    /** for the picture around the family; a part of it would be a wrong one */
    around: whole && wanted.around ? await aroundOf(ctx, facts, views) : [],
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
      /** the family's card, once a plan with services is in force */
      card: may['plan.card'] && views.some((line) => line.planInForce),
    },
  }
}

/** The basket of a family: coverage of needs, lines with their states, warnings, what may be sent. */
export const listLines = defineQuery({
  name: 'line.list',
  input: z.strictObject({
    caseId: uuid(),
    /** also who stands around the family, for the picture of it */
    around: z.boolean().default(false),
    /** also who delivers each line, who asks for it, and their phones: for paper */
    contacts: z.boolean().default(false),
  }),
  subject: bySubject,
  run: (ctx, wanted, facts) => overviewOf(ctx, facts, wanted),
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
