import { type Matrix, referrers } from '@/tests/security/role-matrix/holders'

/** The life of a team: who may still refer, leaving parties, absence, the end. */
export const teamLifeMatrix: Matrix = {
  'team.leaving': ['R line', 'lider_gminny memberTeam, koordynator_zespolu assignedTeam'],
  'team.handLinesOver': ['U line', 'koordynator_zespolu assignedTeam'],
  'referral.closedTeams': ['C referral', referrers],
}
