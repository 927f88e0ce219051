export type { Animator } from '@/lib/programme/animators'
export {
  listProgramme,
  type PlanFilter,
  type ProgrammeList,
  type ProgrammeRow,
  planFilters,
  teamFilters,
} from '@/lib/programme/list'
export { assignAnimator, dropGmina, keepStages, planGminas } from '@/lib/programme/plan'
export { type PlanView, readGmina, type VisitKind, type VisitView } from '@/lib/programme/read'
export { enteredStages, type Stage, type StageKey, type StageState } from '@/lib/programme/stages'
export { cancelVisit, correctVisit, noteVisit, sharedVisits } from '@/lib/programme/visits'
