export { addToAgenda, arrangeAgenda, type CaseReason, type Proposal } from '@/lib/meetings/agenda'
export {
  type DecidedStep,
  decideAroundCase,
  readDecision,
} from '@/lib/meetings/around/decide'
export {
  addCaseAnnex,
  answerCaseRemark,
  approveCaseMinutes,
  remarkOnCaseMinutes,
  sendCaseMinutes,
  writeCaseMinutes,
} from '@/lib/meetings/around/minutes'
export {
  type CaseMeetingList,
  type CaseMeetingView,
  listCaseMeetings,
  readCaseMeeting,
} from '@/lib/meetings/around/read'
export {
  callCaseMeeting,
  cancelCaseMeeting,
  holdCaseMeeting,
  mendCaseMeeting,
  planCaseMeeting,
} from '@/lib/meetings/around/steps'
export type { CaseDecisionRow, WholeCaseMeeting } from '@/lib/meetings/around/whole'
export { recordAttendance } from '@/lib/meetings/attendance'
export { meetingCalendar } from '@/lib/meetings/calendar'
export { decideAtMeeting, decideCaseAtMeeting } from '@/lib/meetings/decide'
export { feedOf, makeFeed, readFeed, revokeFeed } from '@/lib/meetings/feed'
export {
  addAnnex,
  answerRemark,
  approveMinutes,
  remarkOnMinutes,
  sendMinutes,
  writeMinutes,
} from '@/lib/meetings/minutes'
export { fillMeetingDocument } from '@/lib/meetings/paper'
export type { Quorum } from '@/lib/meetings/quorum'
export {
  listMeetings,
  type MeetingList,
  type MeetingRow,
  type MeetingView,
  type OpenItem,
  openItem,
  readMeeting,
} from '@/lib/meetings/read'
export type { MeetingAction, MeetingStatus } from '@/lib/meetings/state'
export { callMeeting, cancelMeeting, holdMeeting, mendMeeting, planMeeting } from '@/lib/meetings/steps'
export type {
  DecisionRow,
  ItemRow,
  PartyRow,
  WholeMeeting,
} from '@/lib/meetings/whole'
export type { EntryRow } from '@/lib/meetings/written'
