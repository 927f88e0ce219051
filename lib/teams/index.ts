export { adoptRules, mendTeam, sendAgreement, takeBackAgreement } from '@/lib/teams/agreement'
export { accession, extendAgreement, withdrawParty } from '@/lib/teams/annex'
export { appointOffices } from '@/lib/teams/appoint'
export {
  agreeToProposal,
  dissolveTeam,
  dropProposal,
  resumeTeam,
  suspendTeam,
} from '@/lib/teams/both-leaders'
export {
  type AskedKinds,
  compositionByLevel,
  type Group,
  isRequired,
  kindEntry,
  mayBeParty,
  type Slot,
  slotName,
  teamSlots,
} from '@/lib/teams/composition'
export type { Missing } from '@/lib/teams/conditions'
export { createTeam, type Place, type Preparation, prepareTeam } from '@/lib/teams/create'
export { setDeadlines, type TermView } from '@/lib/teams/deadlines'
export { type TeamFacts, teamFacts } from '@/lib/teams/facts'
export { type TeamForPapers, teamForPapers } from '@/lib/teams/for-papers'
export { gminaCode, gminaFacts as servedGminaFacts } from '@/lib/teams/gmina'
export type { AnnexKind, AnnexView } from '@/lib/teams/history'
export { type JoiningPage, readJoining } from '@/lib/teams/joining'
export { agreeToJoining, dropJoining, proposeJoining } from '@/lib/teams/joining-steps'
export { handLinesOver, type Leaving, readLeaving } from '@/lib/teams/leaving'
export { listTeams, selectedTeams, type TeamRow } from '@/lib/teams/list'
export { addMembers, removeMember } from '@/lib/teams/members'
export { readTeamModel, type TeamModelView } from '@/lib/teams/model'
export type { OfficeView } from '@/lib/teams/offices'
export {
  attachToTeam,
  listTeamAttachments,
  openTeamAttachment,
  type TeamAttachments,
} from '@/lib/teams/papers'
export type { PartyView } from '@/lib/teams/party-view'
export { readTeam, type TeamView } from '@/lib/teams/read'
export { expiringDays, readRisks, type TeamRisk, teamRisks } from '@/lib/teams/risks'
export { nameRepresentatives } from '@/lib/teams/seats'
export { type KnownInstitution, servingInstitutions } from '@/lib/teams/serving'
export { recordSignatures, unrecordSignature } from '@/lib/teams/signatures'
export type { TeamAction, TeamStatus } from '@/lib/teams/state'
export { activateTeam, giveUpTeam } from '@/lib/teams/steps'
export { moveVariantVersion } from '@/lib/teams/variant-move'
