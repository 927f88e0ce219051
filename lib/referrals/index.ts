export { mendReferral } from '@/lib/referrals/mend'
export {
  listReferrals,
  type ReferralList,
  type ReferralView,
  readReferral,
  teamsForReferral,
} from '@/lib/referrals/read'
export { type ClosedTeam, closedTeams } from '@/lib/referrals/teams'
export { createReferral, discardReferral, editReferral, type SentReferral } from '@/lib/referrals/write'
