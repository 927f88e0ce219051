import {
  bothLeaders,
  type Grant,
  referrers,
  teamEditors,
  teamFounders,
  teamListers,
  teamReaders,
} from '@/lib/policy/reach'

const teamJoiners = {
  rops_koordynator: 'region',
  animator: 'assignedTeam',
  ...bothLeaders,
} as const satisfies Grant

/** The life of a team (domain 3.6, 4.1). */
export const teamGrants = {
  'team.list': teamListers,
  'team.read': teamReaders,
  'team.prepare': { rops_koordynator: 'region', animator: 'region', lider_gminny: 'ownArea' },
  'team.create': { rops_koordynator: 'region', animator: 'region', lider_gminny: 'ownArea' },
  'team.mend': teamEditors,
  'team.addMember': teamEditors,
  'team.removeMember': teamEditors,
  'team.nameRepresentatives': teamEditors,
  'team.adoptRules': teamEditors,
  'team.setDeadlines': { lider_gminny: 'memberTeam', koordynator_zespolu: 'assignedTeam' },
  'team.model': teamReaders,
  'team.moveVariantVersion': teamFounders,
  'team.sendAgreement': teamFounders,
  // A of the own party (3.6): the head of a PCPR that leads signs for it, also without being its decydent
  'team.recordSignature': { ...teamFounders, decydent: 'institution', lider_powiatowy: 'institution' },
  'team.unrecordSignature': { ...teamFounders, decydent: 'institution', lider_powiatowy: 'institution' },
  'team.takeBack': teamFounders,
  'team.appoint': { rops_koordynator: 'region', animator: 'assignedTeam', ...bothLeaders },
  'team.activate': { animator: 'assignedTeam', lider_gminny: 'memberTeam' },
  'team.giveUp': teamFounders,
  'team.accession': { lider_gminny: 'memberTeam' },
  'team.withdraw': { lider_gminny: 'memberTeam' },
  'team.leaving': { lider_gminny: 'memberTeam', koordynator_zespolu: 'assignedTeam' },
  // U on the lines of every case of the team (3.6); the leader reads them
  'team.handLinesOver': { koordynator_zespolu: 'assignedTeam' },
  'team.extendAgreement': teamFounders,
  'team.suspend': bothLeaders,
  'team.resume': bothLeaders,
  'team.dissolve': bothLeaders,
  'team.agree': bothLeaders,
  'team.dropProposal': bothLeaders,
  // the leaders of both teams agree; a ROPS and its animator may propose it and see where it stands (3.6)
  'team.joining': teamJoiners,
  'team.proposeJoining': teamJoiners,
  'team.agreeToJoining': bothLeaders,
  'team.dropJoining': teamJoiners,
  'referral.closedTeams': referrers,
} satisfies Record<string, Grant>
