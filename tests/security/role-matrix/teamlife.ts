import { type Matrix, referrers } from '@/tests/security/role-matrix/holders'

/** The life of a team: who may still refer, leaving parties, absence, the end. */
export const teamLifeMatrix: Matrix = {
  'referral.closedTeams': ['C referral', referrers],
}
