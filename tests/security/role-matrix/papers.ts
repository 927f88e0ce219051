import { heads, keepers, type Matrix, peopleReaders } from '@/tests/security/role-matrix/holders'

const teamReaders =
  'rops_koordynator region, animator assignedTeam, ekspert region, lider_gminny memberTeam, lider_powiatowy memberTeam, koordynator_zespolu memberTeam, koordynator_rodziny memberTeam, asystent_rodziny memberTeam, decydent memberTeam, specjalista memberTeam, radny memberTeam, iod memberTeam, audytor memberTeam'

/** What is attached to a team or to a person, and the documents that the product fills in. */
export const papersMatrix: Matrix = {
  'team.attachments': ['R team', teamReaders],
  'team.openAttachment': ['R team', teamReaders],
  // heads of a party: its own signature
  'team.attach': ['UA team', `${keepers}, decydent institution, lider_powiatowy institution`],
  'document.list': ['R team', teamReaders],
  'document.team': ['R team', teamReaders],
  'document.attach': ['U team', keepers],
  'document.person': ['R people', peopleReaders],
  // what a voivodeship makes its own
  'document.templates': ['R overlay', 'rops_koordynator region, animator region'],
  'document.putTemplate': ['C overlay', 'rops_koordynator region'],
  'document.choosePreview': ['U overlay', 'rops_koordynator region'],
  'document.previewTemplate': ['R overlay', 'rops_koordynator region'],
  'document.useTemplate': ['A overlay', 'rops_koordynator region'],
  'document.withdrawTemplate': ['A overlay', 'rops_koordynator region'],
  'people.openAuthorisation': ['R people', peopleReaders],
  'people.attachAuthorisation': [
    'CUA people',
    `${heads}, rops_koordynator region, animator region, operator institution, operator regionalCentre`,
  ],
}
