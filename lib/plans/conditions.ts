import { basketOf, isAlive, isFinal, lineWarnings } from '@/lib/baskets'
import { type Term, termEnd } from '@/lib/calendar'
import type { CaseFacts } from '@/lib/cases'
import type { IsoDate } from '@/lib/format/dates'
import { goalsOf } from '@/lib/plans/goals-read'
import type { Context } from '@/lib/policy/usecase'
import type { CaseDocument } from '@/lib/variants'

/** What a plan still lacks; each key has its sentence in lib/messages/pl/plans.ts. */
export type PlanMissing =
  | 'goals'
  | 'lines'
  | 'measures'
  | 'beneficiary'
  | 'duplicates'
  | 'contradictions'
  | 'held'
  | 'answers'
  | 'signature'
  | CaseDocument

type Line = {
  readonly id: string
  readonly status: Parameters<typeof isFinal>[0]
  readonly personIds: readonly string[]
  readonly startsOn: IsoDate
  readonly endsOn: IsoDate | null
}

/** What of a plan the rules ask for. Pure, so that a table can test it. */
export type PlanDraft = {
  readonly goals: readonly {
    readonly id: string
    readonly lineIds: readonly string[]
    /** by what it is measured, from where, to where, until when: somebody has said all four */
    readonly measured: boolean
  }[]
  readonly lines: readonly Line[]
  readonly environment: boolean
  readonly duplicates: number
  /** services with opposite aims that nobody settled, told of each of the two */
  readonly contradictions: number
  /** drafts that a warning keeps from being sent */
  readonly held: number
}

/**
 * Row 8: at least one goal that can be measured, a live line for each, beneficiaries, no duplicate and no contradiction left
 * unexplained.
 */
export const submitMissing = (plan: PlanDraft): PlanMissing[] => {
  const alive = new Set(plan.lines.filter(isAlive).map((l) => l.id))
  const missing: (PlanMissing | false)[] = [
    plan.goals.length === 0 && 'goals',
    plan.goals.some((g) => !g.lineIds.some((id) => alive.has(id))) && 'lines',
    plan.goals.some((g) => !g.measured) && 'measures',
    !plan.environment && plan.lines.some((l) => isAlive(l) && l.personIds.length === 0) && 'beneficiary',
    plan.duplicates > 0 && 'duplicates',
    plan.contradictions > 0 && 'contradictions',
    plan.held > 0 && 'held',
  ]
  return missing.filter((m): m is PlanMissing => m !== false)
}

/** Row 9: every provider took its line (a place on the waiting list does not block), and the family signed. */
export const forceMissing = (lines: readonly Pick<Line, 'status'>[], signed: boolean): PlanMissing[] => {
  const open = lines.some((l) => ['draft', 'proposed', 'counterProposed', 'declined'].includes(l.status))
  return [...(open ? (['answers'] as const) : []), ...(signed ? [] : (['signature'] as const))]
}

export type PeriodProblem = 'dateOrder' | `planTooLong:${IsoDate}`

/** A plan lasts at most twelve months (as in the CUS act) or as long as the team set, then it is renewed. */
export const periodProblem = (startsOn: IsoDate, endsOn: IsoDate, longest: Term): PeriodProblem | null => {
  if (endsOn <= startsOn) return 'dateOrder'
  const last = termEnd(startsOn, longest)
  return endsOn > last ? `planTooLong:${last}` : null
}

type Dated = Pick<Line, 'status' | 'startsOn' | 'endsOn'>

const begun = ({ status }: Dated): boolean => status === 'inProgress' || status === 'suspended'

/** Dates of a line lie inside those of its plan (domain 5.3.4); what runs already began under an earlier version. */
export const outsidePeriod = (line: Dated, from: IsoDate, to: IsoDate): boolean =>
  isAlive(line) &&
  !isFinal(line.status) &&
  ((line.startsOn < from && !begun(line)) || line.startsOn > to || (line.endsOn !== null && line.endsOn > to))

/** The draft of a case's plan as its coordinator sees it. */
export const planDraft = async (
  ctx: Context,
  facts: CaseFacts,
): Promise<PlanDraft & { readonly openLineIds: readonly string[] }> => {
  const { lines, goalsOf: goalIds, around } = await basketOf(ctx, facts)
  const goals = (await goalsOf(ctx, facts.caseId)).filter((g) => g.endedOn === null)
  const warnings = lineWarnings(lines, around)
  // duplicates and contradictions are named by their own keys
  const named: readonly string[] = ['duplicate', 'opposite']
  const blocked = new Set(warnings.flatMap((w) => (w.blocking && !named.includes(w.kind) ? [w.lineId] : [])))
  return {
    goals: goals.map((g) => ({
      id: g.id,
      measured: g.missing.length === 0,
      lineIds: lines.filter((l) => goalIds.get(l.id)?.includes(g.id)).map((l) => l.id),
    })),
    lines,
    environment: around.environment,
    duplicates: warnings.filter((w) => w.kind === 'duplicate' && w.blocking).length,
    contradictions: warnings.filter((w) => w.kind === 'opposite' && w.blocking).length,
    held: lines.filter((l) => l.status === 'draft' && blocked.has(l.id)).length,
    openLineIds: lines.filter((l) => !isFinal(l.status)).map((l) => l.id),
  }
}
