import type { Role } from '@/lib/policy/actor'

/**
 * How far a role reaches. Read a line of the matrix as a sentence:
 * "case.decide: lider_gminny in cases of the own unit".
 *
 * everywhere     any subject
 * region         subjects of the own voivodeship
 * institution    the own institution
 * orphaned       institutions of the own voivodeship that nobody else heads
 * regionalCentre every ROPS
 * ownArea        gminas that the own institution serves
 * memberTeam     teams in which the own institution sits
 * assignedTeam   teams to which the person is assigned
 * unit           cases that the own unit owns
 * participating  cases in which the own institution takes part
 * teamCases      cases of the team that the person coordinates
 * case           cases assigned to the person
 * provider       basket lines sent to the own institution
 * line           basket lines for which the person is named responsible
 * consulted      consultations opened to this person as an expert (coded fields only)
 * ownLine        the same, where the own unit asks itself: the case is its own too
 * animated       gminas of the plan that the person animates
 * author         things that the person wrote in this institution
 *
 * In a case of another owner every reach needs a live consent or legal basis as well (decide.ts).
 */
export type Reach =
  | 'everywhere'
  | 'region'
  | 'institution'
  | 'orphaned'
  | 'regionalCentre'
  | 'ownArea'
  | 'memberTeam'
  | 'assignedTeam'
  | 'unit'
  | 'participating'
  | 'teamCases'
  | 'case'
  | 'provider'
  | 'line'
  | 'consulted'
  | 'ownLine'
  | 'animated'
  | 'author'

/** How far a role reaches; several ways where one would not do (the own draft, and the own unit's referrals). */
export type Grant = Partial<Record<Role, Reach | readonly Reach[]>>

/** Who has a list of cases, and keeps own filters of it. */
export const caseListers = {
  lider_gminny: 'everywhere',
  lider_powiatowy: 'everywhere',
  koordynator_zespolu: 'everywhere',
  koordynator_rodziny: 'everywhere',
  asystent_rodziny: 'everywhere',
  specjalista: 'everywhere',
  audytor: 'everywhere',
} satisfies Grant

export const everyone = {
  operator: 'everywhere',
  rops_koordynator: 'everywhere',
  animator: 'everywhere',
  ekspert: 'everywhere',
  lider_gminny: 'everywhere',
  lider_powiatowy: 'everywhere',
  koordynator_zespolu: 'everywhere',
  koordynator_rodziny: 'everywhere',
  asystent_rodziny: 'everywhere',
  decydent: 'everywhere',
  specjalista: 'everywhere',
  wykonawca: 'everywhere',
  radny: 'everywhere',
  admin_lokalny: 'everywhere',
  iod: 'everywhere',
  audytor: 'everywhere',
  ministerstwo: 'everywhere',
} satisfies Record<Role, Reach>

/** C on Referral (3.6): whoever meets families. */
export const referrers = {
  lider_gminny: 'memberTeam',
  lider_powiatowy: 'memberTeam',
  koordynator_zespolu: 'memberTeam',
  koordynator_rodziny: 'memberTeam',
  asystent_rodziny: 'memberTeam',
  decydent: 'memberTeam',
  specjalista: 'memberTeam',
  wykonawca: 'memberTeam',
} satisfies Grant

export const referralAuthors = {
  lider_gminny: 'author',
  lider_powiatowy: 'author',
  koordynator_zespolu: 'author',
  koordynator_rodziny: 'author',
  asystent_rodziny: 'author',
  decydent: 'author',
  specjalista: 'author',
  wykonawca: 'author',
} satisfies Grant

export const teamReaders = {
  rops_koordynator: 'region',
  animator: 'assignedTeam',
  ekspert: 'region',
  lider_gminny: 'memberTeam',
  lider_powiatowy: 'memberTeam',
  koordynator_zespolu: 'memberTeam',
  koordynator_rodziny: 'memberTeam',
  asystent_rodziny: 'memberTeam',
  decydent: 'memberTeam',
  specjalista: 'memberTeam',
  radny: 'memberTeam',
  iod: 'memberTeam',
  audytor: 'memberTeam',
} satisfies Grant

/** Row "People and roles" of 3.6. Heads of an institution end an employment; who may give which role: lib/people. */
export const peopleHeads = {
  lider_gminny: 'institution',
  lider_powiatowy: 'institution',
  decydent: 'institution',
  admin_lokalny: 'institution',
} satisfies Grant
export const peopleInviters = {
  ...peopleHeads,
  rops_koordynator: 'region',
  animator: 'region',
  koordynator_zespolu: 'memberTeam',
  // a ROPS whose last administrator is lost cannot help itself
  operator: 'regionalCentre',
} satisfies Grant
export const peopleReaders = { ...peopleInviters, operator: 'everywhere', iod: 'institution' } satisfies Grant
/** Where nobody else of the house could let a person go, the region does. */
export const employmentEnders = {
  ...peopleHeads,
  rops_koordynator: ['institution', 'orphaned'],
  animator: 'orphaned',
} satisfies Grant
/** The person's own head is never the only one who can: the region authorises anew, the operator in a ROPS. */
export const authorisers = {
  ...peopleHeads,
  rops_koordynator: 'region',
  animator: 'region',
  operator: ['institution', 'regionalCentre'],
} satisfies Grant

/** CU on Institution (3.6). */
export const registryKeepers = {
  operator: 'everywhere',
  rops_koordynator: 'region',
  animator: 'region',
  lider_gminny: 'everywhere',
  lider_powiatowy: 'everywhere',
} satisfies Grant

/** The list shows what row-level security lets through; the role alone opens it. */
export const teamListers = {
  rops_koordynator: 'everywhere',
  animator: 'everywhere',
  ekspert: 'everywhere',
  lider_gminny: 'everywhere',
  lider_powiatowy: 'everywhere',
  koordynator_zespolu: 'everywhere',
  koordynator_rodziny: 'everywhere',
  asystent_rodziny: 'everywhere',
  decydent: 'everywhere',
  specjalista: 'everywhere',
  radny: 'everywhere',
  iod: 'everywhere',
  audytor: 'everywhere',
} satisfies Grant

/** Create, invite, send the agreement, give up (4.1). */
export const teamFounders = {
  rops_koordynator: 'region',
  animator: 'assignedTeam',
  lider_gminny: 'memberTeam',
} satisfies Grant
/** U on Team (3.6): agreement draft, composition, representatives. */
export const teamEditors = {
  ...teamFounders,
  lider_powiatowy: 'memberTeam',
  koordynator_zespolu: 'assignedTeam',
} satisfies Grant
export const bothLeaders = { lider_gminny: 'memberTeam', lider_powiatowy: 'memberTeam' } satisfies Grant

/** Who works on a case or answers for it. */
/** Who works with a case of the family; a control only reads it. */
export const caseStaff = {
  lider_gminny: 'unit',
  lider_powiatowy: 'participating',
  koordynator_zespolu: 'teamCases',
  koordynator_rodziny: 'case',
  asystent_rodziny: 'case',
  specjalista: 'case',
} satisfies Grant
export const caseWorkers = { ...caseStaff, audytor: 'unit' } satisfies Grant

export const caseReaders = { ...caseWorkers, decydent: 'provider', wykonawca: 'line' } satisfies Grant
export const familyCoordinator = { koordynator_rodziny: 'case' } satisfies Grant
export const teamCoordinator = { koordynator_zespolu: 'teamCases' } satisfies Grant
/** Both coordinators of a case: of the family, and of the team over all its cases. */
export const coordinators = { koordynator_rodziny: 'case', koordynator_zespolu: 'teamCases' } satisfies Grant
/** The signed papers of the own unit's consents: row-level security keeps them there. */
export const paperReaders = {
  lider_gminny: 'unit',
  koordynator_zespolu: 'teamCases',
  koordynator_rodziny: 'case',
  asystent_rodziny: 'case',
  audytor: 'unit',
} satisfies Grant
/** Who answers for what other institutions see of a family; row-level security keeps it to the owner's own people. */
export const gateKeepers = { ...coordinators, lider_gminny: 'unit' } satisfies Grant
/** The own list of services; row-level security says which lines. */
export const ownServices = {
  decydent: 'everywhere',
  specjalista: 'everywhere',
  asystent_rodziny: 'everywhere',
  wykonawca: 'everywhere',
  koordynator_rodziny: 'everywhere',
} satisfies Grant
export const coordinatorAndAssistant = {
  koordynator_rodziny: 'case',
  asystent_rodziny: 'case',
} satisfies Grant
/** The words, the reasons and the money of a line. */
export const lineEditors = { ...coordinatorAndAssistant, koordynator_zespolu: 'teamCases' } satisfies Grant
/** Who diagnoses with the family; a specialist within the categories opened to the own institution. */
export const describers = {
  koordynator_rodziny: 'case',
  asystent_rodziny: 'case',
  specjalista: 'case',
} satisfies Grant
/** Own words about the family; row-level security asks again whether the case and the category are still open. */
export const noteAuthors = {
  koordynator_rodziny: 'author',
  asystent_rodziny: 'author',
  specjalista: 'author',
} satisfies Grant
export const leader = { lider_gminny: 'unit' } satisfies Grant
export const provider = {
  decydent: 'provider',
  specjalista: 'line',
  asystent_rodziny: 'line',
  wykonawca: 'line',
  koordynator_rodziny: 'ownLine',
} satisfies Grant
/** The work itself: who works with the family notes it too, for whoever does not use the product. */
export const providerOrCoordinator = {
  ...provider,
  koordynator_rodziny: ['case', 'ownLine'],
  asystent_rodziny: ['case', 'line'],
} satisfies Grant
/** Row "Access log" of 3.6; a control reads what the leader of the audited unit reads. */
export const logReaders = {
  iod: 'institution',
  lider_gminny: 'institution',
  lider_powiatowy: 'institution',
  audytor: 'institution',
} satisfies Grant
/** U on a line (3.6): the team's coordinator mends it, moves its dates, lets it rest. */
export const lineUpdaters = { ...providerOrCoordinator, koordynator_zespolu: 'teamCases' } satisfies Grant
/** R on Consent, legal basis (3.6); the officer reads them by case number (privacy.consents). */
export const consentReaders = {
  lider_gminny: 'unit',
  lider_powiatowy: 'participating',
  koordynator_zespolu: 'teamCases',
  koordynator_rodziny: 'case',
  asystent_rodziny: 'case',
  audytor: 'unit',
} satisfies Grant
