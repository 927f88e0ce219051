import { addCalendarDays, type Week, weekOf } from '@/lib/calendar'
import type { CaseFacts, CaseStatus } from '@/lib/cases/facts'
import { caseMoves } from '@/lib/cases/state'
import { serviceConflicts } from '@/lib/catalogue'
import type { IsoDate } from '@/lib/format/dates'
import { ask, type Question, question } from '@/lib/platform/ask'
import { conflict } from '@/lib/platform/errors'
import { Prisma } from '@/lib/platform/generated/prisma/client'
import { type Facts, may } from '@/lib/policy/decide'
import type { Permission } from '@/lib/policy/permissions'
import type { Context } from '@/lib/policy/usecase'
import { type CaseDocument, caseDocuments, isCaseDocument } from '@/lib/variants'

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
  | 'measures'
  | 'lines'
  | 'beneficiary'
  | 'duplicates'
  | 'contradictions'
  | 'held'
  | 'answers'
  | 'signature'
  | 'openLines'
  | 'evaluation'
  | 'goalResults'
  | 'lineOutcomes'
  | 'closingTalk'
  | CaseDocument

export type NextStep = {
  /** The stage that comes next on the straight road. */
  readonly to: CaseStatus | null
  readonly permission: Permission | null
  readonly missing: readonly Missing[]
  /** May this person take the step now? */
  readonly mine: boolean
  /** Is the next thing this person's, either the step or what it still lacks? */
  readonly waitsForMe: boolean
  /** End of the plan in force, where it is near or past: it is renewed or evaluated. */
  readonly renewBy: IsoDate | null
  /** Day agreed for the next look at the work. */
  readonly monitorOn: IsoDate | null
  /** The week that the next look at the work belongs to. */
  readonly monitorWeek: Week | null
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
type Known = {
  readonly counts: Counts
  readonly planEndsOn: IsoDate | null
  readonly monitorOn: IsoDate | null
}
const unknown: Known = { counts: {}, planEndsOn: null, monitorOn: null }

/** Pairs of services that keep a plan from its approval, as app.contradictions asks for them. */
const contradicting = (): string[] =>
  serviceConflicts()
    .filter(({ blocks }) => blocks)
    .map(({ services }) => [...services].sort().join(' '))

type Conditions = ReadonlyMap<string, Known>

/** Counts that the conditions of domain 4.2 ask for at the stage of each of these visible cases. */
export const conditionsIn = (
  cases: readonly { readonly caseId: string; readonly status: CaseStatus }[],
): Question<Conditions> => {
  const ids = cases.map(({ caseId }) => caseId)
  const planned = cases.flatMap(({ caseId, status }) => (status === 'planning' ? [caseId] : []))
  return question(
    Prisma.sql`
      (select json_agg(json_build_object('caseId', e.case_id, 'planEndsOn', w.plan_ends_on, 'monitorOn', w.monitor_on,
          'counts', e.counts || w.counts || jsonb_build_object('contradictions', coalesce(x.contradictions, 0))))
        from app.case_conditions(${ids}::uuid[]) e
        join app.work_conditions(${ids}::uuid[]) w on w.case_id = e.case_id
        left join app.contradictions(${planned}::uuid[], ${planned.length > 0 ? contradicting() : []}::text[]) x
          on x.case_id = e.case_id) as conditions`,
    (row: { conditions: (Known & { caseId: string })[] | null }) =>
      new Map(row.conditions?.map((one) => [one.caseId, one])),
  )
}

const conditionsOf = async (
  { tx }: Context,
  cases: Parameters<typeof conditionsIn>[0],
): Promise<Conditions> => {
  const [found] = await ask(tx, conditionsIn(cases))
  return found
}

/** Of a closed case, how many of something its opening again asks for (app.case_conditions). */
export const countOf = async (ctx: Context, caseId: string, key: string): Promise<number> =>
  (await conditionsOf(ctx, [{ caseId, status: 'closed' }])).get(caseId)?.counts[key] ?? 0

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
  planning: (c) => [
    c.goals === 0 && 'goals',
    (c.goals_without_line ?? 0) > 0 && 'lines',
    (c.goals_unmeasured ?? 0) > 0 && 'measures',
    (c.lines_without_person ?? 0) > 0 && 'beneficiary',
    (c.duplicates ?? 0) > 0 && 'duplicates',
    (c.contradictions ?? 0) > 0 && 'contradictions',
    (c.held ?? 0) > 0 && 'held',
  ],
  planApproval: (c) => [(c.unanswered ?? 0) > 0 && 'answers', c.signed === 0 && 'signature'],
  inProgress: (c) => [(c.open_lines ?? 0) > 0 && 'openLines'],
  evaluation: (c) => [
    c.evaluations === 0 && 'evaluation',
    (c.goals_without_result ?? 0) > 0 && 'goalResults',
    (c.lines_without_outcome ?? 0) > 0 && 'lineOutcomes',
    c.talks === 0 && 'closingTalk',
  ],
}

/** Who does what a step still lacks, where it is one person's work and not somebody else's answer. */
const workOn: Partial<Record<Missing, Permission>> = {
  duplicateCheck: 'case.checkDuplicates',
  proposal: 'case.propose',
  coordinator: 'case.appointCoordinator',
  clause: 'clause.deliver',
  areas: 'case.finishDiagnosis',
  familyVoice: 'case.finishDiagnosis',
  goals: 'case.submitPlan',
  lines: 'case.submitPlan',
  measures: 'case.submitPlan',
  beneficiary: 'case.submitPlan',
  duplicates: 'case.submitPlan',
  contradictions: 'case.submitPlan',
  held: 'case.submitPlan',
  signature: 'plan.sign',
  evaluation: 'evaluation.record',
  goalResults: 'evaluation.record',
  lineOutcomes: 'evaluation.record',
  closingTalk: 'talk.record',
  protokol: 'caseMeeting.plan',
  karta_monitoringu: 'monitoring.record',
}

/** The first thing that is missing decides whose turn it is; nothing missing: who takes the step. */
const turnOf = (ctx: Context, facts: StepFacts, missing: readonly Missing[], mine: boolean): boolean => {
  const [first] = missing
  if (!first) return mine
  const work = workOn[first]
  return work !== undefined && may(ctx.actor, work, facts)
}

/** Thirty days before its end a plan is to be renewed or evaluated (domain 4.2, row 12). */
export const renewalDays = 30

const renewal = ({ status }: StepFacts, endsOn: IsoDate | null, today: IsoDate): IsoDate | null =>
  status === 'inProgress' && endsOn && endsOn <= addCalendarDays(today, renewalDays) ? endsOn : null

const watched: readonly CaseStatus[] = ['inProgress', 'planning', 'planApproval', 'suspended', 'evaluation']

const nowhere: NextStep = {
  to: null,
  permission: null,
  missing: [],
  mine: false,
  waitsForMe: false,
  renewBy: null,
  monitorOn: null,
  monitorWeek: null,
}

const stepOf = (ctx: Context, facts: StepFacts, known: Known): NextStep => {
  const to = straight[facts.status] ?? null
  if (!to) return nowhere
  const row: Partial<Record<CaseStatus, Permission>> = caseMoves[facts.status]
  const permission = row[to] ?? null
  const asked = conditions[facts.status]?.(known.counts, facts.subject === 'environment') ?? []
  const missing = [
    ...asked.filter((m): m is Missing => m !== false),
    // what the version of the variant asks for beyond the model stands last
    ...caseDocuments.filter((document) => (known.counts[`missing_${document}`] ?? 0) > 0),
  ]
  const mine = permission !== null && may(ctx.actor, permission, facts)
  const monitorOn = watched.includes(facts.status) ? known.monitorOn : null
  return {
    to,
    permission,
    missing,
    mine,
    waitsForMe: turnOf(ctx, facts, missing, mine),
    renewBy: renewal(facts, known.planEndsOn, ctx.today),
    monitorOn,
    monitorWeek: monitorOn && weekOf(monitorOn),
  }
}

/** The next stage of each case, what is missing for it, and whether it waits for this person. */
export const stepsFrom = (
  ctx: Context,
  cases: readonly StepFacts[],
  conditions: Conditions,
): ReadonlyMap<string, NextStep> =>
  new Map(cases.map((facts) => [facts.caseId, stepOf(ctx, facts, conditions.get(facts.caseId) ?? unknown)]))

/** The same with a question of its own. */
export const nextSteps = async (
  ctx: Context,
  cases: readonly StepFacts[],
): Promise<ReadonlyMap<string, NextStep>> => stepsFrom(ctx, cases, await conditionsOf(ctx, cases))

export const nextStep = async (ctx: Context, facts: StepFacts): Promise<NextStep> =>
  (await nextSteps(ctx, [facts])).get(facts.caseId) ?? stepOf(ctx, facts, unknown)

/** For commands: the same conditions, as a refusal. */
export const missingFor = async (ctx: Context, facts: StepFacts): Promise<readonly Missing[]> =>
  (await nextStep(ctx, facts)).missing

/** Documents that the case's version of the variant asks for before its next step and that are not there yet. */
export const missingDocuments = async (ctx: Context, facts: CaseFacts): Promise<readonly CaseDocument[]> =>
  facts.variantVersionId === null ? [] : (await missingFor(ctx, facts)).filter(isCaseDocument)

/** Refuses a step without them, naming the first. */
export const demandDocuments = async (ctx: Context, facts: CaseFacts): Promise<void> => {
  const [first] = await missingDocuments(ctx, facts)
  if (first) throw conflict(`missing.${first}`)
}
