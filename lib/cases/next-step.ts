import type { CaseFacts, CaseStatus } from '@/lib/cases/facts'
import { caseMoves } from '@/lib/cases/state'
import { type Facts, may } from '@/lib/policy/decide'
import type { Permission } from '@/lib/policy/permissions'
import type { Context } from '@/lib/policy/usecase'

/** What is still missing for a step; each key has its sentence in lib/messages/pl/cases.ts. */
export type Missing =
  | 'duplicateCheck'
  | 'proposal'
  | 'coordinator'
  | 'clause'
  | 'consents'
  | 'institutions'
  | 'areas'
  | 'familyVoice'
  | 'goals'
  | 'lines'
  | 'answers'
  | 'signature'
  | 'openLines'
  | 'evaluation'

export type NextStep = {
  /** The stage that comes next on the straight road. */
  readonly to: CaseStatus | null
  readonly permission: Permission | null
  readonly missing: readonly Missing[]
  /** May this person take the step now? */
  readonly mine: boolean
}

/** The straight road from referral to closing; side roads (refusal, suspension…) are buttons beside it. */
const straight: Partial<Record<CaseStatus, CaseStatus>> = {
  submitted: 'screening',
  screening: 'qualified',
  qualified: 'awaitingConsent',
  awaitingConsent: 'diagnosis',
  diagnosis: 'planning',
  planning: 'planApproval',
  planApproval: 'inProgress',
  inProgress: 'evaluation',
  suspended: 'inProgress',
  evaluation: 'closed',
}

/** Of a case what its next step asks for. */
export type StepFacts = Facts & Pick<CaseFacts, 'caseId' | 'status' | 'subject'>

type Counts = Readonly<Record<string, number>>

/** Counts that the conditions of domain 4.2 ask for, of visible cases, by case (app.case_conditions). */
const countsOf = async ({ tx }: Context, caseIds: readonly string[]): Promise<Map<string, Counts>> => {
  const rows = await tx.$queryRaw<{ case_id: string; counts: Counts }[]>`
    select case_id, counts from app.case_conditions(${caseIds as string[]}::uuid[])`
  return new Map(rows.map((row) => [row.case_id, row.counts]))
}

const conditions: Partial<
  Record<CaseStatus, (c: Counts, environment: boolean) => readonly (Missing | false)[]>
> = {
  submitted: (c) => [c.checks === 0 && 'duplicateCheck'],
  screening: (c) => [c.proposals === 0 && 'proposal'],
  qualified: (c, environment) => [
    c.coordinators === 0 && 'coordinator',
    !environment && (c.without_clause ?? 0) > 0 && 'clause',
  ],
  awaitingConsent: (c, environment) => [
    !environment && ((c.without_consent ?? 0) > 0 || c.persons === 0) && 'consents',
    (c.institutions ?? 0) < 2 && 'institutions',
  ],
  diagnosis: (c) => [(c.areas_missing ?? 0) > 0 && 'areas', c.voices === 0 && 'familyVoice'],
  planning: (c) => [c.goals === 0 && 'goals', (c.goals === 0 || (c.goals_without_line ?? 0) > 0) && 'lines'],
  planApproval: (c) => [(c.unanswered ?? 0) > 0 && 'answers', c.signed === 0 && 'signature'],
  inProgress: (c) => [(c.open_lines ?? 0) > 0 && 'openLines'],
  evaluation: (c) => [c.evaluations === 0 && 'evaluation'],
}

const stepOf = (ctx: Context, facts: StepFacts, counts: Counts): NextStep => {
  const to = straight[facts.status] ?? null
  if (!to) return { to: null, permission: null, missing: [], mine: false }
  const row: Partial<Record<CaseStatus, Permission>> = caseMoves[facts.status]
  const permission = row[to] ?? null
  const missing = conditions[facts.status]?.(counts, facts.subject === 'environment') ?? []
  return {
    to,
    permission,
    missing: missing.filter((m): m is Missing => m !== false),
    mine: permission !== null && may(ctx.actor, permission, facts),
  }
}

/** The next stage of each case, what is missing for it, and whether it waits for this person. */
export const nextSteps = async (
  ctx: Context,
  cases: readonly StepFacts[],
): Promise<ReadonlyMap<string, NextStep>> => {
  const counts = await countsOf(
    ctx,
    cases.map(({ caseId }) => caseId),
  )
  return new Map(cases.map((facts) => [facts.caseId, stepOf(ctx, facts, counts.get(facts.caseId) ?? {})]))
}

export const nextStep = async (ctx: Context, facts: StepFacts): Promise<NextStep> =>
  (await nextSteps(ctx, [facts])).get(facts.caseId) ?? stepOf(ctx, facts, {})

/** For commands: the same conditions, as a refusal. */
export const missingFor = async (ctx: Context, facts: StepFacts): Promise<readonly Missing[]> =>
  (await nextStep(ctx, facts)).missing
