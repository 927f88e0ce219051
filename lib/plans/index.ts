export { type CardLine, type PlanCard, planCard } from '@/lib/plans/card'
export type { Change, GoalAttribute, LineAttribute, SignedValue } from '@/lib/plans/changes'
export { type ComparedLine, comparePlans, type PlanComparison } from '@/lib/plans/compare'
export type { PlanMissing } from '@/lib/plans/conditions'
export { type EndingPage, type EvaluationCard, readEnding } from '@/lib/plans/ending'
export { closeCase, mayCarry, recordEvaluation, startEvaluation } from '@/lib/plans/evaluation'
export { correctLook, finishGoal, noteLook, resumeGoal } from '@/lib/plans/goal-looks'
export { type GoalPage, readGoal } from '@/lib/plans/goal-page'
export {
  type GoalLevel,
  type GoalMeasure,
  goalLevels,
  numberIn,
  progress,
} from '@/lib/plans/goal-progress'
export { addGoal, dropGoal, editGoal } from '@/lib/plans/goals'
export type { GoalLook, GoalView } from '@/lib/plans/goals-read'
export type { KeptUnder } from '@/lib/plans/kept-under'
export {
  editMonitoring,
  type MoveReason,
  moveMonitoring,
  moveReasons,
  recordMonitoring,
} from '@/lib/plans/monitoring'
export { type PlanGoal, type PlanPage, type PlanStatus, type PlanVersion, readPlan } from '@/lib/plans/read'
export { type PlanSheet, planSheet } from '@/lib/plans/sheet'
export { type ClosingTalk, readTalk, recordTalk, skipTalk, type TalkSheet } from '@/lib/plans/talk'
export {
  changePlan,
  dropVersion,
  putInForce,
  reopenCase,
  returnPlan,
  signPlan,
  submitPlan,
} from '@/lib/plans/versions'
