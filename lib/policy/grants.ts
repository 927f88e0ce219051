import type { Role } from '@/lib/policy/actor'
import type { Permission } from '@/lib/policy/permissions'

/**
 * How far a role reaches. Read a line of the matrix as a sentence:
 * "case.decide: lider_gminny in cases of the own unit".
 *
 * everywhere     any subject
 * region         subjects of the own voivodeship
 * institution    the own institution
 * memberTeam     teams in which the own institution sits
 * assignedTeam   teams to which the person is assigned
 * unit           cases that the own unit owns
 * participating  cases in which the own institution takes part
 * teamCases      cases of the team that the person coordinates
 * case           cases assigned to the person
 * provider       basket lines sent to the own institution
 * line           basket lines for which the person is named responsible
 * author         things that the person wrote in this institution
 *
 * In a case of another owner every reach needs a live consent or legal basis as well (decide.ts).
 */
export type Reach =
  | 'everywhere'
  | 'region'
  | 'institution'
  | 'memberTeam'
  | 'assignedTeam'
  | 'unit'
  | 'participating'
  | 'teamCases'
  | 'case'
  | 'provider'
  | 'line'
  | 'author'

export type Grant = Partial<Record<Role, Reach>>

const everyone = {
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
const referrers = {
  lider_gminny: 'memberTeam',
  lider_powiatowy: 'memberTeam',
  koordynator_zespolu: 'memberTeam',
  koordynator_rodziny: 'memberTeam',
  asystent_rodziny: 'memberTeam',
  decydent: 'memberTeam',
  specjalista: 'memberTeam',
  wykonawca: 'memberTeam',
} satisfies Grant

const referralAuthors = {
  lider_gminny: 'author',
  lider_powiatowy: 'author',
  koordynator_zespolu: 'author',
  koordynator_rodziny: 'author',
  asystent_rodziny: 'author',
  decydent: 'author',
  specjalista: 'author',
  wykonawca: 'author',
} satisfies Grant

const teamReaders = {
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

/** Create, invite, send the agreement, give up (4.1). */
const teamFounders = {
  rops_koordynator: 'region',
  animator: 'assignedTeam',
  lider_gminny: 'memberTeam',
} satisfies Grant
const bothLeaders = { lider_gminny: 'memberTeam', lider_powiatowy: 'memberTeam' } satisfies Grant

/** Who works on a case or answers for it. */
const caseWorkers = {
  lider_gminny: 'unit',
  lider_powiatowy: 'participating',
  koordynator_zespolu: 'teamCases',
  koordynator_rodziny: 'case',
  asystent_rodziny: 'case',
  specjalista: 'case',
  audytor: 'unit',
} satisfies Grant

const caseReaders = { ...caseWorkers, decydent: 'provider', wykonawca: 'line' } satisfies Grant
const familyCoordinator = { koordynator_rodziny: 'case' } satisfies Grant
const teamCoordinator = { koordynator_zespolu: 'teamCases' } satisfies Grant
const coordinatorAndAssistant = { koordynator_rodziny: 'case', asystent_rodziny: 'case' } satisfies Grant
const leader = { lider_gminny: 'unit' } satisfies Grant
const provider = {
  decydent: 'provider',
  specjalista: 'line',
  asystent_rodziny: 'line',
  wykonawca: 'line',
} satisfies Grant

/** Domain 3.6 as code. Where a test and common sense disagree, mend the table there and here. */
export const grants = {
  'institution.list': everyone,
  'institution.read': everyone,
  'institution.create': {
    operator: 'everywhere',
    rops_koordynator: 'region',
    animator: 'region',
    lider_gminny: 'everywhere',
    lider_powiatowy: 'everywhere',
  },
  'institution.mend': {
    operator: 'everywhere',
    rops_koordynator: 'region',
    animator: 'region',
    lider_gminny: 'everywhere',
    lider_powiatowy: 'everywhere',
    decydent: 'institution',
    admin_lokalny: 'institution',
  },
  'institution.end': { operator: 'everywhere', rops_koordynator: 'region' },
  'institution.offer': {
    rops_koordynator: 'region',
    animator: 'region',
    lider_gminny: 'everywhere',
    lider_powiatowy: 'everywhere',
    decydent: 'institution',
    admin_lokalny: 'institution',
  },
  'people.list': {
    operator: 'everywhere',
    rops_koordynator: 'region',
    animator: 'region',
    lider_gminny: 'institution',
    lider_powiatowy: 'institution',
    koordynator_zespolu: 'institution',
    decydent: 'institution',
    admin_lokalny: 'institution',
    iod: 'institution',
  },
  'people.invite': {
    rops_koordynator: 'region',
    animator: 'region',
    koordynator_zespolu: 'memberTeam',
    lider_gminny: 'institution',
    lider_powiatowy: 'institution',
    decydent: 'institution',
    admin_lokalny: 'institution',
  },
  'people.appoint': {
    rops_koordynator: 'region',
    animator: 'region',
    lider_gminny: 'institution',
    lider_powiatowy: 'institution',
    decydent: 'institution',
    admin_lokalny: 'institution',
  },
  'people.endEmployment': {
    lider_gminny: 'institution',
    lider_powiatowy: 'institution',
    decydent: 'institution',
    admin_lokalny: 'institution',
  },
  'people.markNk': { lider_gminny: 'institution' },
  'people.createRops': { operator: 'everywhere' },
  'clause.publish': {
    lider_gminny: 'institution',
    lider_powiatowy: 'institution',
    admin_lokalny: 'institution',
    iod: 'institution',
  },

  'team.list': teamReaders,
  'team.read': teamReaders,
  'team.create': { rops_koordynator: 'region', animator: 'region', lider_gminny: 'everywhere' },
  'team.mend': { ...teamFounders, lider_powiatowy: 'memberTeam', koordynator_zespolu: 'assignedTeam' },
  'team.sendAgreement': teamFounders,
  'team.recordSignature': { ...teamFounders, decydent: 'institution' },
  'team.appoint': { rops_koordynator: 'region', animator: 'assignedTeam', ...bothLeaders },
  'team.activate': { animator: 'assignedTeam', lider_gminny: 'memberTeam' },
  'team.giveUp': teamFounders,
  'team.accession': { lider_gminny: 'memberTeam' },
  'team.withdraw': { lider_gminny: 'memberTeam' },
  'team.suspend': bothLeaders,
  'team.resume': bothLeaders,
  'team.dissolve': bothLeaders,

  'referral.list': { ...referrers },
  'referral.read': {
    ...referralAuthors,
    lider_gminny: 'unit',
    koordynator_zespolu: 'teamCases',
    koordynator_rodziny: 'case',
  },
  'referral.create': referrers,
  'referral.edit': referralAuthors,
  'referral.submit': referralAuthors,
  'referral.discard': referralAuthors,

  'case.list': {
    lider_gminny: 'everywhere',
    lider_powiatowy: 'everywhere',
    koordynator_zespolu: 'everywhere',
    koordynator_rodziny: 'everywhere',
    asystent_rodziny: 'everywhere',
    specjalista: 'everywhere',
    audytor: 'everywhere',
  },
  'case.read': caseReaders,
  'case.history': caseWorkers,
  'case.screen': teamCoordinator,
  'case.checkDuplicates': teamCoordinator,
  'case.propose': teamCoordinator,
  'case.decide': leader,
  'case.requestConsent': teamCoordinator,
  'case.startDiagnosis': familyCoordinator,
  'case.closeWithoutConsent': familyCoordinator,
  'case.finishDiagnosis': familyCoordinator,
  'case.submitPlan': familyCoordinator,
  'case.returnPlan': familyCoordinator,
  'case.putInForce': teamCoordinator,
  'case.changePlan': familyCoordinator,
  'case.dropVersion': familyCoordinator,
  'case.suspend': teamCoordinator,
  'case.resume': teamCoordinator,
  'case.startEvaluation': familyCoordinator,
  'case.close': leader,
  'case.interrupt': teamCoordinator,
  'case.reopen': leader,
  'case.appointCoordinator': teamCoordinator,
  'case.assign': { koordynator_zespolu: 'teamCases', koordynator_rodziny: 'case' },
  'case.flagNk': { koordynator_zespolu: 'teamCases', koordynator_rodziny: 'case' },
  'participant.list': { ...caseWorkers },
  'participant.invite': { koordynator_zespolu: 'teamCases', koordynator_rodziny: 'case' },
  'participant.end': { koordynator_zespolu: 'teamCases', koordynator_rodziny: 'case' },

  'family.read': caseReaders,
  'family.edit': familyCoordinator,
  'identity.read': caseWorkers,
  'identity.reveal': caseWorkers,
  'identity.edit': familyCoordinator,

  'consent.list': {
    lider_gminny: 'unit',
    lider_powiatowy: 'participating',
    koordynator_zespolu: 'teamCases',
    koordynator_rodziny: 'case',
    asystent_rodziny: 'case',
    audytor: 'unit',
    iod: 'unit',
  },
  'consent.record': { koordynator_rodziny: 'case', koordynator_zespolu: 'teamCases' },
  'consent.withdraw': { koordynator_rodziny: 'case', koordynator_zespolu: 'teamCases' },
  'basis.record': { koordynator_rodziny: 'case', koordynator_zespolu: 'teamCases' },
  'basis.end': { koordynator_rodziny: 'case', koordynator_zespolu: 'teamCases' },
  'clause.deliver': { koordynator_rodziny: 'case', koordynator_zespolu: 'teamCases' },

  'diagnosis.read': caseWorkers,
  'diagnosis.edit': { koordynator_rodziny: 'case', asystent_rodziny: 'case', specjalista: 'case' },
  'need.list': caseWorkers,
  'need.edit': { koordynator_rodziny: 'case', asystent_rodziny: 'case', specjalista: 'case' },
  'goal.list': caseWorkers,
  'goal.edit': coordinatorAndAssistant,

  'plan.read': caseWorkers,
  'plan.sign': { koordynator_rodziny: 'case' },
  'line.list': caseReaders,
  'line.read': caseReaders,
  'line.propose': coordinatorAndAssistant,
  'line.create': coordinatorAndAssistant,
  'line.edit': coordinatorAndAssistant,
  'line.send': coordinatorAndAssistant,
  'line.cancel': familyCoordinator,
  'line.answer': provider,
  'line.takeOver': familyCoordinator,
  'line.assign': { decydent: 'provider' },
  'line.schedule': { ...provider, koordynator_rodziny: 'case' },
  'line.start': { ...provider, koordynator_rodziny: 'case' },
  'line.suspend': { ...provider, koordynator_rodziny: 'case' },
  'line.deliver': { ...provider, koordynator_rodziny: 'case' },
  'line.finish': { ...provider, koordynator_rodziny: 'case' },
  'delivery.list': caseReaders,
  'monitoring.record': coordinatorAndAssistant,
  'evaluation.record': familyCoordinator,
  'evaluation.read': caseWorkers,

  'figures.team': {
    rops_koordynator: 'region',
    animator: 'assignedTeam',
    lider_gminny: 'memberTeam',
    lider_powiatowy: 'memberTeam',
    koordynator_zespolu: 'memberTeam',
    radny: 'memberTeam',
    audytor: 'memberTeam',
  },
  'figures.region': { rops_koordynator: 'region', animator: 'region', ministerstwo: 'everywhere' },
  'figures.country': { ministerstwo: 'everywhere' },
  'consultation.read': { ekspert: 'everywhere' },
  'audit.list': { iod: 'institution', lider_gminny: 'institution', lider_powiatowy: 'institution' },

  'search.run': everyone,
  'notification.list': everyone,
  'notification.read': everyone,
} satisfies Record<Permission, Grant>
