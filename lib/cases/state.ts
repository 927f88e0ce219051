import type { CaseStatus } from '@/lib/cases/facts'
import type { Permission } from '@/lib/policy/permissions'
import type { TermKey } from '@/lib/variants'

/** Which permission moves a case from one stage to another (domain 4.2). A pair that is not here is a jump: refused. */
export const caseMoves = {
  submitted: { screening: 'case.screen' },
  screening: { qualified: 'case.decide', rejected: 'case.decide', redirected: 'case.decide' },
  qualified: { awaitingConsent: 'case.requestConsent' },
  awaitingConsent: { diagnosis: 'case.startDiagnosis', closed: 'case.closeWithoutConsent' },
  diagnosis: { planning: 'case.finishDiagnosis' },
  planning: { planApproval: 'case.submitPlan', inProgress: 'case.dropVersion' },
  planApproval: { planning: 'case.returnPlan', inProgress: 'case.putInForce' },
  inProgress: { planning: 'case.changePlan', suspended: 'case.suspend', evaluation: 'case.startEvaluation' },
  suspended: { inProgress: 'case.resume' },
  evaluation: { closed: 'case.close' },
  closed: { planning: 'case.reopen', archived: 'destruction.prepare' },
  rejected: { archived: 'destruction.prepare' },
  redirected: { archived: 'destruction.prepare' },
  archived: {
    closed: 'destruction.takeBack',
    rejected: 'destruction.takeBack',
    redirected: 'destruction.takeBack',
    erased: 'destruction.approve',
  },
  erased: {},
} as const satisfies Record<CaseStatus, Partial<Record<CaseStatus, Permission>>>

/** Stages in which somebody works with the family or decides whether to; row 14 interrupts any of them. */
export const openStages = [
  'submitted',
  'screening',
  'qualified',
  'awaitingConsent',
  'diagnosis',
  'planning',
  'planApproval',
  'inProgress',
  'suspended',
  'evaluation',
] as const satisfies readonly CaseStatus[]

export const isOpen = (status: CaseStatus): boolean => (openStages as readonly CaseStatus[]).includes(status)

/** Permissions of which any one makes this move; none: the table has no such move. */
export const movePermissions = (from: CaseStatus, to: CaseStatus): readonly Permission[] => {
  const row: Partial<Record<CaseStatus, Permission>> = caseMoves[from]
  const own = row[to]
  const ended = to === 'closed' && isOpen(from)
  return [...(own ? [own] : []), ...(ended ? (['case.interrupt', 'transfer.pass'] as const) : [])]
}

/** Stages that should be over by a day (domain 4.2); their terms stand in lib/variants under the same key. */
export const stageTermKeys = [
  'submitted',
  'screening',
  'qualified',
  'awaitingConsent',
  'diagnosis',
  'planApproval',
  'evaluation',
] as const satisfies readonly (CaseStatus & TermKey)[]
