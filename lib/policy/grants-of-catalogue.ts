import { coordinatorAndAssistant, coordinators, everyone, type Grant } from '@/lib/policy/reach'

/** CUA on "Catalogue overlay (voivodeship)" (3.6). */
const catalogueKeepers = { rops_koordynator: 'region' } as const satisfies Grant

/** Who builds baskets or leads those who do; the region reads what was offered to it. */
const templateListers = {
  rops_koordynator: 'everywhere',
  lider_gminny: 'everywhere',
  koordynator_zespolu: 'everywhere',
  koordynator_rodziny: 'everywhere',
  asystent_rodziny: 'everywhere',
  audytor: 'everywhere',
} as const satisfies Grant
const templateReaders = {
  rops_koordynator: 'region',
  lider_gminny: ['memberTeam', 'region'],
  koordynator_zespolu: ['assignedTeam', 'region'],
  koordynator_rodziny: ['memberTeam', 'region'],
  asystent_rodziny: ['memberTeam', 'region'],
  audytor: ['memberTeam', 'region'],
} as const satisfies Grant
/** The list beside a basket, for who works with the family or leads those who do. */
const templateChoosers = {
  lider_gminny: 'unit',
  koordynator_zespolu: 'teamCases',
  koordynator_rodziny: 'case',
  asystent_rodziny: 'case',
  audytor: 'unit',
} as const satisfies Grant
/** Who keeps the patterns of a team, and the author of one. */
const templateKeepers = {
  lider_gminny: 'memberTeam',
  koordynator_zespolu: 'assignedTeam',
  koordynator_rodziny: 'author',
} as const satisfies Grant

export const overlayGrants = {
  'catalogue.overlay': everyone,
  'catalogue.entry': everyone,
  'catalogue.add': catalogueKeepers,
  'catalogue.rename': catalogueKeepers,
  'catalogue.retire': catalogueKeepers,
  'catalogue.correct': catalogueKeepers,
  'catalogue.end': catalogueKeepers,
  'catalogue.restore': catalogueKeepers,
} as const satisfies Record<string, Grant>

/** What is made of a basket or put into one has the rights of its lines (3.6); the pattern itself holds no case. */
export const templateGrants = {
  'template.list': templateListers,
  'template.read': templateReaders,
  'template.prepare': coordinators,
  'template.make': coordinators,
  'template.correct': templateKeepers,
  'template.retire': templateKeepers,
  'template.restore': templateKeepers,
  'template.offer': templateKeepers,
  'template.share': catalogueKeepers,
  'template.unshare': catalogueKeepers,
  'template.choose': templateChoosers,
  'template.preview': coordinatorAndAssistant,
  'template.apply': coordinatorAndAssistant,
} as const satisfies Record<string, Grant>

/** A file of institutions or people is brought in by the ROPS for its own voivodeship. */
const importer = { rops_koordynator: 'institution' } as const satisfies Grant

export const importGrants = {
  'import.list': importer,
  'import.read': importer,
  'import.bad': importer,
  'import.prepare': importer,
  'import.run': importer,
  'import.undo': importer,
} as const satisfies Record<string, Grant>
