export { type CardLine, type PlanCard, planCard } from '@/lib/plans/card'
export type { Change, GoalAttribute, LineAttribute, SignedValue } from '@/lib/plans/changes'
export { type ComparedLine, comparePlans, type PlanComparison } from '@/lib/plans/compare'
export type { PlanMissing } from '@/lib/plans/conditions'
export { type EndingPage, type EvaluationCard, readEnding } from '@/lib/plans/ending'
export { closeCase, recordEvaluation, startEvaluation } from '@/lib/plans/evaluation'
export { addGoal, dropGoal, editGoal, type GoalView } from '@/lib/plans/goals'
export type { KeptUnder } from '@/lib/plans/kept-under'
export { editMonitoring, recordMonitoring } from '@/lib/plans/monitoring'
export { type PlanGoal, type PlanPage, type PlanStatus, type PlanVersion, readPlan } from '@/lib/plans/read'
export { type PlanSheet, planSheet } from '@/lib/plans/sheet'
export {
  changePlan,
  dropVersion,
  putInForce,
  reopenCase,
  returnPlan,
  signPlan,
  submitPlan,
} from '@/lib/plans/versions'
