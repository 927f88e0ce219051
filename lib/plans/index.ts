export type { PlanMissing } from '@/lib/plans/conditions'
export {
  closeCase,
  type EndingPage,
  readEnding,
  recordEvaluation,
  recordMonitoring,
  startEvaluation,
} from '@/lib/plans/ending'
export { addGoal, dropGoal, editGoal, type GoalView } from '@/lib/plans/goals'
export { type PlanGoal, type PlanPage, type PlanStatus, type PlanVersion, readPlan } from '@/lib/plans/read'
export {
  changePlan,
  dropVersion,
  putInForce,
  reopenCase,
  returnPlan,
  signPlan,
  submitPlan,
} from '@/lib/plans/versions'
