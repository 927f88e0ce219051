import { columns } from '@/tests/security/role-matrix/rows'

/** Groups of holders, `role reach` each: written out here, not taken from lib/policy. */
export const all = columns.map((role) => `${role} everywhere`).join(', ')
export const workers =
  'lider_gminny unit, audytor unit, lider_powiatowy participating, koordynator_zespolu teamCases, koordynator_rodziny case, asystent_rodziny case, specjalista case'
export const readers = `${workers}, decydent provider, wykonawca line`
export const provider =
  'decydent provider, specjalista line, asystent_rodziny line, wykonawca line, koordynator_rodziny ownLine'
/** U on a line: who works with the family, the team's coordinator; the work itself also by who delivers. */
export const lineEditors = 'koordynator_rodziny case, asystent_rodziny case, koordynator_zespolu teamCases'
export const workNoters = `${provider}, koordynator_rodziny case, asystent_rodziny case`
export const lineUpdaters = `${workNoters}, koordynator_zespolu teamCases`
export const coordinators = 'koordynator_zespolu teamCases, koordynator_rodziny case'
export const keepers =
  'rops_koordynator region, animator assignedTeam, lider_gminny memberTeam, lider_powiatowy memberTeam, koordynator_zespolu assignedTeam'
export const founders = 'rops_koordynator region, animator assignedTeam, lider_gminny memberTeam'
export const leaders = 'lider_gminny memberTeam, lider_powiatowy memberTeam'
export const heads =
  'lider_gminny institution, lider_powiatowy institution, decydent institution, admin_lokalny institution'
export const inviters = `${heads}, rops_koordynator region, animator region, koordynator_zespolu memberTeam, operator regionalCentre`
export const peopleReaders = `${heads}, rops_koordynator region, animator region, koordynator_zespolu memberTeam, operator everywhere, iod institution`
const who = [
  'lider_gminny',
  'lider_powiatowy',
  'koordynator_zespolu',
  'koordynator_rodziny',
  'asystent_rodziny',
  'decydent',
  'specjalista',
  'wykonawca',
]
export const referrers = who.map((role) => `${role} memberTeam`).join(', ')
export const authors = who.map((role) => `${role} author`).join(', ')

/** Permission → the letter it needs (one of several where two would do) in which row, and who holds it how far. */
export type Matrix = Readonly<Record<string, readonly [needs: string, holders: string]>>
/** C of "Need, diagnosis area, note"; what was written is mended by its author alone. */
export const noteWriters = 'koordynator_rodziny case, asystent_rodziny case, specjalista case'
export const noteAuthors = 'koordynator_rodziny author, asystent_rodziny author, specjalista author'
/** U of a pattern: who leads and coordinates the team, and its author. */
export const templateKeepers =
  'lider_gminny memberTeam, koordynator_zespolu assignedTeam, koordynator_rodziny author'

export const offerKeepers =
  'rops_koordynator region, animator region, lider_gminny everywhere, lider_powiatowy everywhere, decydent institution, admin_lokalny institution'
/** Heads of a house, and who coordinates the team. */
export const workGivers =
  'lider_gminny institution, lider_powiatowy institution, decydent institution, koordynator_zespolu institution'
/** Who has a list of cases. */
export const listers =
  'lider_gminny everywhere, lider_powiatowy everywhere, koordynator_zespolu everywhere, koordynator_rodziny everywhere, asystent_rodziny everywhere, specjalista everywhere, audytor everywhere'
