import { z } from 'zod'
import { basketOf, type LineStatus, type LineView, lineViews, nextTime } from '@/lib/baskets'
import { bySubject, type CaseFacts, ofCase } from '@/lib/cases'
import { type DataCategory, serviceNames, serviceTypes } from '@/lib/catalogue'
import { strengthsOf } from '@/lib/diagnosis'
import type { IsoDate } from '@/lib/format/dates'
import { goalsOf } from '@/lib/plans/goals-read'
import { fromDbDateOrNull } from '@/lib/platform/clock'
import { uuid } from '@/lib/platform/input'
import { type Context, defineQuery } from '@/lib/policy/usecase'

/** What a family still has before it; a service that is over or was refused is not on its card. */
const ahead: readonly LineStatus[] = ['accepted', 'scheduled', 'inProgress', 'suspended', 'waitingList']
const dated: readonly LineStatus[] = ['accepted', 'scheduled', 'inProgress']

export type CardLine = {
  readonly id: string
  /** the service in plain words of each language */
  readonly names: { readonly pl: string; readonly uk: string; readonly en: string }
  /** what this family and its coordinator call it, in Polish */
  readonly title: string | null
  readonly persons: readonly { readonly id: string; readonly name: string }[]
  /** for the whole family or environment */
  readonly everybody: boolean
  readonly provider: string
  readonly responsible: string | null
  readonly phone: string | null
  readonly place: string | null
  readonly frequency: string
  readonly weekday: number | null
  readonly atTime: string | null
  readonly startsOn: IsoDate
  readonly endsOn: IsoDate | null
  readonly nextOn: IsoDate | null
  /** it waits for a place, or rests for a while */
  readonly state: 'waits' | 'rests' | null
}

/**
 * A card lies on the kitchen table, so it never says who is helped against violence (domain 8.2 d); and what serves the
 * team alone is no service of the family.
 */
export const onCard = (line: {
  readonly status: LineStatus
  readonly category: DataCategory
  readonly serviceKey: string
}): 'shown' | 'byMouth' | 'not' => {
  const service = serviceTypes().find(({ key }) => key === line.serviceKey)
  if (!ahead.includes(line.status) || service?.category === 'wsparcie_zespolu') return 'not'
  return line.category === 'BEZPIECZENSTWO' ? 'byMouth' : 'shown'
}

const namesOf = (line: LineView): CardLine['names'] => {
  const known = serviceNames().find(({ key }) => key === line.serviceKey)
  return { pl: line.service, uk: known?.uk ?? line.service, en: known?.en ?? line.service }
}

const cardLine = (line: LineView, today: IsoDate): CardLine => ({
  id: line.id,
  names: namesOf(line),
  title: line.title,
  persons: line.beneficiaries.map(({ id, name }) => ({ id, name })),
  everybody: line.beneficiaries.length + line.hiddenBeneficiaries === 0,
  provider: line.provider.name,
  responsible: line.responsible,
  phone: line.provider.phone,
  place: line.place === line.provider.name ? null : line.place,
  frequency: line.frequency,
  weekday: line.weekday,
  atTime: line.atTime,
  startsOn: line.startsOn,
  endsOn: line.endsOn,
  nextOn: dated.includes(line.status) ? nextTime(line, today) : null,
  state: line.status === 'waitingList' ? 'waits' : line.status === 'suspended' ? 'rests' : null,
})

const byTime = (a: CardLine, b: CardLine) =>
  (a.nextOn ?? '9999').localeCompare(b.nextOn ?? '9999') ||
  a.startsOn.localeCompare(b.startsOn) ||
  a.names.pl.localeCompare(b.names.pl, 'pl')

/** Whom the family rings first: its coordinator, with the telephone of the person or else of the unit. */
const firstToCall = async ({ tx }: Context, facts: CaseFacts) => {
  const held = await tx.roleAssignment.findFirst({
    where: { caseId: facts.caseId, role: 'koordynator_rodziny', endedAt: null },
    select: { user: { select: { givenName: true, familyName: true, phone: true } }, institutionId: true },
  })
  if (!held?.institutionId) return null
  const unit = await tx.institution.findUnique({ where: { id: held.institutionId } })
  return {
    name: `${held.user.givenName} ${held.user.familyName}`,
    institution: unit?.name ?? '',
    phone: held.user.phone ?? unit?.phone ?? null,
  }
}

/** The services of the plan in force as the family has them before it. */
const linesOf = async (ctx: Context, facts: CaseFacts, planId: string) => {
  const held = await ctx.tx.planLine.findMany({ where: { planId }, select: { lineId: true } })
  const ids = new Set(held.map((h) => h.lineId))
  const rows = (await basketOf(ctx, facts)).rows.filter((row) => ids.has(row.id))
  const shown = rows.filter((row) => onCard(row) === 'shown')
  const views = await lineViews(ctx, shown, facts)
  return {
    lines: views.map((line) => cardLine(line, ctx.today)).sort(byTime),
    /** services that the coordinator tells by mouth, to the person alone */
    byMouth: rows.filter((row) => onCard(row) === 'byMouth').length,
  }
}

const plain: ReadonlySet<DataCategory> = new Set([
  'PODSTAWOWE',
  'BYT',
  'FINANSE',
  'PRACA',
  'EDUKACJA',
  'RELACJE',
])

/**
 * Strengths on which the goals that count lean. A card lies on the kitchen table, so none under art. 9 or 10 and none of
 * legal matters stands on it.
 */
const strengthsOn = async (ctx: Context, caseId: string) => {
  const goals = (await goalsOf(ctx, caseId)).filter((goal) => goal.endedOn === null)
  const leaned = new Set(goals.flatMap((goal) => goal.strengthIds))
  return (await strengthsOf(ctx, caseId))
    .filter((s) => s.endedOn === null && leaned.has(s.id) && plain.has(s.category))
    .map(({ body, personId }) => ({ body, personId }))
}

/** The card of the family: who helps with what, when, and whom to ring; null without a plan in force. */
export const planCard = defineQuery({
  name: 'plan.card',
  input: z.strictObject({ caseId: uuid() }),
  subject: bySubject,
  run: async (ctx, { caseId }, facts) => {
    const plan = await ctx.tx.plan.findFirst({ where: { caseId, status: 'inForce' } })
    if (!plan) return null
    const family = await ctx.tx.familyCase.findUniqueOrThrow({
      where: { id: caseId },
      select: { family: { select: { label: true } } },
    })
    return {
      ...(await linesOf(ctx, facts, plan.id)),
      strengths: await strengthsOn(ctx, caseId),
      subject: facts.subject,
      family: family.family?.label ?? null,
      endsOn: fromDbDateOrNull(plan.endsOn),
      first: await firstToCall(ctx, facts),
      today: ctx.today,
    }
  },
  audit: (_result, _input, facts) => ofCase(facts),
})

export type PlanCard = NonNullable<Awaited<ReturnType<typeof planCard.execute>>>
