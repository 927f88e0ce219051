export { flagBlueCard } from '@/lib/cases/blue-card'
export { type CaseFacts, type CaseStatus, caseFacts, type SubjectKind } from '@/lib/cases/facts'
export { type FamilyTeam, familyTeam } from '@/lib/cases/family-team'
export {
  type CaseOrder,
  type CaseWaits,
  caseOrders,
  listFilters,
  mendFilter,
  removeFilter,
  type SavedFilter,
  saveFilter,
} from '@/lib/cases/filters'
export { casesCalled, casesWithPerson, wordsOf } from '@/lib/cases/find'
export { type CaseList, type CaseRow, listCases, waitsAs } from '@/lib/cases/list'
export { handedOver, moveCase, reopenUntil, stageDue } from '@/lib/cases/move'
export {
  countOf,
  demandDocuments,
  type Missing,
  missingDocuments,
  missingFor,
  type NextStep,
  nextSteps,
  renewalDays,
} from '@/lib/cases/next-step'
export {
  answerInvitation,
  endParticipation,
  type Invitation,
  inviteInstitution,
  listInvitations,
} from '@/lib/cases/participants'
export { assignToCase, unassignFromCase } from '@/lib/cases/people'
export type { Proposal } from '@/lib/cases/proposals'
export { type CaseFolder, type CaseHead, type CaseRights, readCase, readFolder } from '@/lib/cases/read'
export {
  type RestrictionPeriod,
  type RestrictionView,
  readRestriction,
  restrictCase,
  type Seer,
  unrestrictCase,
} from '@/lib/cases/restriction'
export { linkReturn, type ReturnOf, unlinkReturn } from '@/lib/cases/returns'
export {
  checkDuplicates,
  decideProposal,
  demandFreeMain,
  proposeDecision,
  screenCase,
} from '@/lib/cases/screening'
export {
  closeWithoutConsent,
  demand,
  interruptCase,
  requestConsent,
  resumeCase,
  seen,
  startDiagnosis,
  suspendCase,
} from '@/lib/cases/stages'
export { isOpen, movePermissions } from '@/lib/cases/state'
export { bySubject, ofCase } from '@/lib/cases/subject'
export { demandTalk, type NoTalkKey, noTalkKeys, roundOf } from '@/lib/cases/talk'
export { tellPlanReady } from '@/lib/cases/tell'
export {
  type CaseVariantView,
  moveVariantVersion,
  readCaseVariant,
  type VariantOffer,
} from '@/lib/cases/variant'
export { decidersOf, familyCoordinators, headsOf, leadersOf, teamCoordinators } from '@/lib/cases/whom'
