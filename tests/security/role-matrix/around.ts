import {
  all,
  founders,
  heads,
  inviters,
  keepers,
  leaders,
  type Matrix,
  peopleReaders,
} from '@/tests/security/role-matrix/holders'

/** Registers, institutions, people, teams, figures and what is everybody's own. */
export const aroundMatrix: Matrix = {
  'territory.search': ['R dictionary', all],
  'territory.read': ['R dictionary', all],
  'territory.source': ['R dictionary', all],
  'catalogue.list': ['R dictionary', all],
  'catalogue.read': ['R dictionary', all],
  'institution.list': ['R institution', all],
  'institution.read': ['R institution', all],
  'institution.create': [
    'C institution',
    'operator everywhere, rops_koordynator region, animator region, lider_gminny everywhere, lider_powiatowy everywhere',
  ],
  'institution.mend': [
    'U institution',
    'operator everywhere, rops_koordynator region, animator region, lider_gminny everywhere, lider_powiatowy everywhere, decydent institution, admin_lokalny institution',
  ],
  // kind and voivodeship, inside institution.mend
  'institution.reclassify': [
    'U institution',
    'operator everywhere, rops_koordynator region, animator region',
  ],
  'institution.end': ['U institution', 'operator everywhere, rops_koordynator region'],
  'institution.offer': [
    'U institution',
    'rops_koordynator region, animator region, lider_gminny everywhere, lider_powiatowy everywhere, decydent institution, admin_lokalny institution',
  ],
  'people.list': ['R people', peopleReaders],
  'people.read': ['R people', peopleReaders],
  'people.invite': ['CA people', inviters],
  'people.resendInvitation': ['CA people', inviters],
  'people.revokeInvitation': ['CA people', inviters],
  'people.appoint': ['CA people', inviters],
  'people.endRole': ['CA people', inviters],
  'people.mend': ['CUA people', inviters],
  'people.renewAuthorisation': [
    'CUA people',
    `${heads}, rops_koordynator region, animator region, operator institution, operator regionalCentre`,
  ],
  'people.endEmployment': [
    'UA people',
    `${heads}, rops_koordynator institution, rops_koordynator orphaned, animator orphaned`,
  ],
  'people.markNk': ['A people', 'lider_gminny institution'],
  'people.unmarkNk': ['A people', 'lider_gminny institution'],
  'people.createRops': ['C people', 'operator everywhere'],
  'clause.read': ['R own', all],
  'clause.publish': [
    'R own',
    'lider_gminny institution, lider_powiatowy institution, admin_lokalny institution, iod institution',
  ],

  'team.list': [
    'R team',
    'rops_koordynator everywhere, animator everywhere, ekspert everywhere, lider_gminny everywhere, lider_powiatowy everywhere, koordynator_zespolu everywhere, koordynator_rodziny everywhere, asystent_rodziny everywhere, decydent everywhere, specjalista everywhere, radny everywhere, iod everywhere, audytor everywhere',
  ],
  'team.read': [
    'R team',
    'rops_koordynator region, animator assignedTeam, ekspert region, lider_gminny memberTeam, lider_powiatowy memberTeam, koordynator_zespolu memberTeam, koordynator_rodziny memberTeam, asystent_rodziny memberTeam, decydent memberTeam, specjalista memberTeam, radny memberTeam, iod memberTeam, audytor memberTeam',
  ],
  'team.prepare': ['C team', 'rops_koordynator region, animator region, lider_gminny ownArea'],
  'team.create': ['C team', 'rops_koordynator region, animator region, lider_gminny ownArea'],
  'team.mend': ['U team', keepers],
  'team.addMember': ['U team', keepers],
  'team.removeMember': ['U team', keepers],
  'team.nameRepresentatives': ['U team', keepers],
  'team.adoptRules': ['U team', keepers],
  'team.sendAgreement': ['A team', founders],
  'team.recordSignature': ['A team', `${founders}, decydent institution, lider_powiatowy institution`],
  'team.unrecordSignature': ['A team', `${founders}, decydent institution, lider_powiatowy institution`],
  'team.setDeadlines': ['U team', 'lider_gminny memberTeam, koordynator_zespolu assignedTeam'],
  'team.takeBack': ['A team', founders],
  'team.extendAgreement': ['A team', founders],
  'team.appoint': [
    'A team',
    'rops_koordynator region, animator assignedTeam, lider_gminny memberTeam, lider_powiatowy memberTeam',
  ],
  'team.activate': ['A team', 'animator assignedTeam, lider_gminny memberTeam'],
  'team.giveUp': ['A team', founders],
  'team.accession': ['A team', 'lider_gminny memberTeam'],
  'team.withdraw': ['A team', 'lider_gminny memberTeam'],
  'team.suspend': ['A team', leaders],
  'team.resume': ['A team', leaders],
  'team.dissolve': ['A team', leaders],

  'figures.team': [
    'S report',
    'rops_koordynator region, animator assignedTeam, lider_gminny memberTeam, lider_powiatowy memberTeam, koordynator_zespolu memberTeam, radny memberTeam, audytor memberTeam',
  ],
  'figures.teams': [
    'S report',
    'lider_gminny everywhere, lider_powiatowy everywhere, koordynator_zespolu everywhere, radny everywhere, audytor everywhere',
  ],
  'figures.region': ['S report', 'rops_koordynator region, animator region, ministerstwo everywhere'],
  'figures.country': ['S report', 'ministerstwo everywhere'],
  'audit.case': ['R log', 'koordynator_rodziny case, lider_gminny unit, audytor unit'],
  'audit.list': [
    'R log',
    'iod institution, lider_gminny institution, lider_powiatowy institution, audytor institution',
  ],

  'audit.duplicates': ['R log', 'iod institution'],
  'privacy.consents': ['R consent', 'iod institution'],
  'privacy.file': ['R case', 'iod institution'],

  'account.read': ['R own', all],
  'account.mend': ['R own', all],
  'account.acknowledge': ['R own', all],
  'search.run': ['R own', all],
  'notification.list': ['R own', all],
  'notification.count': ['R own', all],
  'notification.read': ['R own', all],
}
