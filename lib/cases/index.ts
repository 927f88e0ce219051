export { type CaseFacts, type CaseStatus, caseFacts, type SubjectKind } from '@/lib/cases/facts'
export { type CaseList, type CaseOrder, type CaseRow, caseOrders, listCases } from '@/lib/cases/list'
export { moveCase, reopenUntil } from '@/lib/cases/move'
export type { Missing, NextStep } from '@/lib/cases/next-step'
export {
  assignToCase,
  endParticipation,
  type FamilyTeam,
  familyTeam,
  inviteInstitution,
} from '@/lib/cases/people'
export {
  bySubject,
  type CaseEvent,
  type CaseHead,
  type CaseRights,
  caseHistory,
  ofCase,
  readCase,
} from '@/lib/cases/read'
export {
  checkDuplicates,
  closeWithoutConsent,
  decideProposal,
  interruptCase,
  proposeDecision,
  requestConsent,
  resumeCase,
  screenCase,
  seen,
  startDiagnosis,
  suspendCase,
} from '@/lib/cases/stages'
export { isOpen, stageTerms } from '@/lib/cases/state'
