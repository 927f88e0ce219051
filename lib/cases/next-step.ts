import type { CaseFacts, CaseStatus } from '@/lib/cases/facts'
import { caseMoves } from '@/lib/cases/state'
import { may } from '@/lib/policy/decide'
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

type Counts = Record<string, number>

/** Counts that the conditions of domain 4.2 ask for, in one statement, through row-level security. */
const countsOf = async ({ tx }: Context, caseId: string): Promise<Counts> => {
  const [row] = await tx.$queryRaw<Counts[]>`
    select
      (select count(*) from duplicate_check d where d.case_id = ${caseId}::uuid)::int as checks,
      (select count(*) from case_proposal p where p.case_id = ${caseId}::uuid and p.decided_at is null)::int as proposals,
      (select count(*) from role_assignment r where r.case_id = ${caseId}::uuid and r.role = 'koordynator_rodziny'
         and r.ended_at is null)::int as coordinators,
      (select count(*) from case_person p where p.case_id = ${caseId}::uuid and p.takes_part and p.left_on is null)::int as persons,
      (select count(*) from case_person p where p.case_id = ${caseId}::uuid and p.takes_part and p.left_on is null
         and not exists (select from clause_delivery d where d.case_id = p.case_id and d.person_id = p.person_id))::int as without_clause,
      (select count(*) from case_person p where p.case_id = ${caseId}::uuid and p.takes_part and p.left_on is null
         and (not exists (select from consent c where c.case_id = p.case_id and c.person_id = p.person_id and c.status = 'granted'
             and (c.valid_to is null or c.valid_to >= app.today()))
           or p.guardian_conflict and p.court_decision is null and exists (
             select from unnest(p.guardian_ids) guardian where not exists (
               select from consent c where c.case_id = p.case_id and c.person_id = p.person_id and c.status = 'granted'
                 and (c.valid_to is null or c.valid_to >= app.today()) and c.signed_by_id = guardian))))::int as without_consent,
      (select count(distinct p.institution_id) from case_participant p where p.case_id = ${caseId}::uuid
         and (p.ends_on is null or p.ends_on >= app.today()))::int as institutions,
      (select count(*) from goal g where g.case_id = ${caseId}::uuid and g.dropped_on is null)::int as goals,
      (select count(*) from goal g where g.case_id = ${caseId}::uuid and g.dropped_on is null and not exists (
         select from line_goal lg join basket_line l on l.id = lg.line_id
         where lg.goal_id = g.id and l.status not in ('declined', 'cancelled')))::int as goals_without_line,
      (select count(*) from basket_line l where l.case_id = ${caseId}::uuid and l.status in ('draft', 'proposed', 'counterProposed'))::int as unanswered,
      (select count(*) from basket_line l where l.case_id = ${caseId}::uuid
         and l.status in ('accepted', 'scheduled', 'inProgress', 'suspended', 'waitingList'))::int as open_lines,
      (select count(*) from family_voice v where v.case_id = ${caseId}::uuid)::int as voices,
      (select count(*) from area_type t where (t.required or exists (select from need n where n.case_id = ${caseId}::uuid
         and n.closed_on is null and n.need_key = any (t.need_keys))) and not exists (select from diagnosis_area a
           where a.case_id = ${caseId}::uuid and a.area_key = t.key and a.score is not null))::int as areas_missing,
      (select count(*) from plan p where p.case_id = ${caseId}::uuid and p.status = 'approval' and p.family_signed_on is not null)::int as signed,
      (select count(*) from evaluation e where e.case_id = ${caseId}::uuid)::int as evaluations`
  return row ?? {}
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

/** The next stage, what is missing for it, and whether it waits for this person. */
export const nextStep = async (ctx: Context, facts: CaseFacts): Promise<NextStep> => {
  const to = straight[facts.status] ?? null
  if (!to) return { to: null, permission: null, missing: [], mine: false }
  const row: Partial<Record<CaseStatus, Permission>> = caseMoves[facts.status]
  const permission = row[to] ?? null
  const ask = conditions[facts.status]
  const missing = ask ? ask(await countsOf(ctx, facts.caseId), facts.subject === 'environment') : []
  return {
    to,
    permission,
    missing: missing.filter((m): m is Missing => m !== false),
    mine: permission !== null && may(ctx.actor, permission, facts),
  }
}

/** For commands: the same conditions, as a refusal. */
export const missingFor = async (ctx: Context, facts: CaseFacts): Promise<readonly Missing[]> =>
  (await nextStep(ctx, facts)).missing
