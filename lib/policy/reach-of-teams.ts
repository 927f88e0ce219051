import type { Grant } from '@/lib/policy/reach'

/** Who answers for the controller's own information clause. */
export const clausePublishers = {
  lider_gminny: 'institution',
  lider_powiatowy: 'institution',
  admin_lokalny: 'institution',
  iod: 'institution',
} as const satisfies Grant

/** Who runs a team, and who controls it. */
export const boardReaders = {
  lider_gminny: 'memberTeam',
  lider_powiatowy: 'memberTeam',
  koordynator_zespolu: 'assignedTeam',
  audytor: 'memberTeam',
} as const satisfies Grant

/** Who says what an institution offers: it, its ROPS, and the leaders who build baskets out of it. */
export const offerKeepers = {
  rops_koordynator: 'region',
  animator: 'region',
  lider_gminny: 'everywhere',
  lider_powiatowy: 'everywhere',
  decydent: 'institution',
  admin_lokalny: 'institution',
} as const satisfies Grant

/** S of Reports over the own teams. */
export const teamsFigureReaders = {
  lider_gminny: 'everywhere',
  lider_powiatowy: 'everywhere',
  koordynator_zespolu: 'everywhere',
  radny: 'everywhere',
  audytor: 'everywhere',
} as const satisfies Grant

/** S of Reports of one team. */
export const teamFigureReaders = {
  rops_koordynator: 'region',
  animator: 'assignedTeam',
  lider_gminny: 'memberTeam',
  lider_powiatowy: 'memberTeam',
  koordynator_zespolu: 'memberTeam',
  radny: 'memberTeam',
  audytor: 'memberTeam',
} as const satisfies Grant
