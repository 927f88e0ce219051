import { all, leaders, type Matrix, referrers } from '@/tests/security/role-matrix/holders'

/** Everybody for the own person, the heads of a house for its people. */
const ownAndHeads = `${all.replaceAll('everywhere', 'author')}, lider_gminny institution, lider_powiatowy institution, decydent institution`

/** A ROPS, its animator and the leaders of both sides (4.1). */
const joiners = `rops_koordynator region, animator assignedTeam, ${leaders}`

/** The life of a team: who may still refer, leaving parties, absence, the end. */
export const teamLifeMatrix: Matrix = {
  'team.agree': ['A team', leaders],
  'team.dropProposal': ['A team', leaders],
  'team.joining': ['A team', joiners],
  'team.proposeJoining': ['A team', joiners],
  'team.agreeToJoining': ['A team', leaders],
  'team.dropJoining': ['A team', joiners],
  'team.leaving': ['R line', 'lider_gminny memberTeam, koordynator_zespolu assignedTeam'],
  'team.handLinesOver': ['U line', 'koordynator_zespolu assignedTeam'],
  'absence.read': ['R own', ownAndHeads],
  'absence.note': ['R own', ownAndHeads],
  'absence.end': ['R own', ownAndHeads],
  'referral.closedTeams': ['C referral', referrers],
}
