export { type AgreedRow, listAgreed } from '@/lib/programme/agreed'
export type { Animator } from '@/lib/programme/animators'
export { type Barriers, listBarriers, type Refusal } from '@/lib/programme/barriers'
export { type CountryProgramme, countryProgramme, type RegionProgramme } from '@/lib/programme/country'
export { type Coming, type Glance, regionGlance } from '@/lib/programme/glance'
export {
  type LetterRow,
  type LetterTeam,
  lettersToTeam,
  listLetters,
  prepareLetter,
  sendLetter,
} from '@/lib/programme/letters'
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
export {
  answerInvitation,
  inviteAgain,
  inviteInstitutions,
  takeBackInvitation,
} from '@/lib/programme/recruit'
export {
  type DeclineReason,
  type RecruitedRow,
  type RecruitmentView,
  readRecruitment,
} from '@/lib/programme/recruitment'
export { enteredStages, type Stage, type StageKey, type StageState } from '@/lib/programme/stages'
export { cancelVisit, correctVisit, noteVisit, sharedVisits } from '@/lib/programme/visits'
