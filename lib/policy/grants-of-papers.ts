import { authorisers, type Grant, peopleReaders, teamEditors, teamReaders } from '@/lib/policy/reach'

/** CUA on what a voivodeship makes its own (3.6). */
const regionalCentre = { rops_koordynator: 'region' } satisfies Grant

/** Papers: what is attached to a team and to a person's authorisation, and the documents that the product fills in. */
export const paperGrants = {
  'team.attachments': teamReaders,
  'team.openAttachment': teamReaders,
  // A of the own party (3.6): its head, with its own signature alone
  'team.attach': { ...teamEditors, decydent: 'institution', lider_powiatowy: ['memberTeam', 'institution'] },
  'people.openAuthorisation': peopleReaders,
  'people.attachAuthorisation': authorisers,
  'document.list': teamReaders,
  'document.team': teamReaders,
  'document.attach': teamEditors,
  'document.person': peopleReaders,
  'document.templates': { rops_koordynator: 'region', animator: 'region' },
  'document.putTemplate': regionalCentre,
  'document.choosePreview': regionalCentre,
  'document.previewTemplate': regionalCentre,
  'document.useTemplate': regionalCentre,
  'document.withdrawTemplate': regionalCentre,
} satisfies Record<string, Grant>
