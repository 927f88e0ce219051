export { flagBlueCard } from '@/lib/cases/blue-card'
export { type CaseFacts, type CaseStatus, caseFacts, type SubjectKind } from '@/lib/cases/facts'
export { type FamilyTeam, familyTeam } from '@/lib/cases/family-team'
export { type CaseList, type CaseOrder, type CaseRow, caseOrders, listCases } from '@/lib/cases/list'
export { moveCase, reopenUntil } from '@/lib/cases/move'
export type { Missing, NextStep } from '@/lib/cases/next-step'
export {
  assignToCase,
  endParticipation,
  inviteInstitution,
  unassignFromCase,
} from '@/lib/cases/people'
export {
  type CaseEvent,
  type CaseHead,
  type CaseRights,
  caseHistory,
  type Proposal,
  readCase,
} from '@/lib/cases/read'
export { checkDuplicates, decideProposal, proposeDecision, screenCase } from '@/lib/cases/screening'
export {
  closeWithoutConsent,
  interruptCase,
  requestConsent,
  resumeCase,
  seen,
  startDiagnosis,
  suspendCase,
} from '@/lib/cases/stages'
export { isOpen, stageTerms } from '@/lib/cases/state'
export { bySubject, ofCase } from '@/lib/cases/subject'
