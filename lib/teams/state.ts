import type { TeamStatus } from '@/lib/platform/generated/prisma/enums'
import {
  type Missing,
  missingForActive,
  missingForAgreement,
  missingForDissolution,
  type TeamSetup,
} from '@/lib/teams/conditions'

export type { TeamStatus }

/** What can be done with a team; the key is the permission. */
export const teamActions = [
  'team.mend',
  'team.addMember',
  'team.removeMember',
  'team.nameRepresentatives',
  'team.adoptRules',
  'team.appoint',
  'team.setDeadlines',
  'team.moveVariantVersion',
  'team.sendAgreement',
  'team.recordSignature',
  'team.unrecordSignature',
  'team.takeBack',
  'team.activate',
  'team.giveUp',
  'team.accession',
  'team.withdraw',
  'team.extendAgreement',
  'team.suspend',
  'team.resume',
  'team.dissolve',
] as const
export type TeamAction = (typeof teamActions)[number]

type Step = {
  /** The state after it; left out when the state stays. */
  readonly to?: TeamStatus
  readonly missing: (team: TeamSetup) => Missing[]
}

const always: Step = { missing: () => [] }

/** Domain 4.1 as a table: what may be done in which state, where it leads, and what it asks. No row: not here. */
export const teamTable = {
  initiated: {
    'team.mend': always,
    'team.addMember': always,
    'team.removeMember': always,
    'team.nameRepresentatives': always,
    'team.adoptRules': always,
    'team.appoint': always,
    'team.setDeadlines': always,
    'team.moveVariantVersion': always,
    'team.sendAgreement': { to: 'agreement', missing: missingForAgreement },
    'team.giveUp': { to: 'dissolved', missing: () => [] },
  },
  agreement: {
    'team.addMember': always,
    'team.removeMember': always,
    'team.nameRepresentatives': always,
    'team.adoptRules': always,
    'team.appoint': always,
    'team.setDeadlines': always,
    'team.moveVariantVersion': always,
    'team.recordSignature': always,
    'team.unrecordSignature': always,
    'team.takeBack': { to: 'initiated', missing: () => [] },
    'team.activate': { to: 'active', missing: missingForActive },
    'team.giveUp': { to: 'dissolved', missing: () => [] },
  },
  active: {
    'team.nameRepresentatives': always,
    'team.adoptRules': always,
    'team.appoint': always,
    'team.setDeadlines': always,
    'team.moveVariantVersion': always,
    'team.recordSignature': always,
    'team.accession': always,
    'team.withdraw': always,
    'team.extendAgreement': always,
    'team.suspend': { to: 'suspended', missing: () => [] },
    'team.dissolve': { to: 'dissolved', missing: missingForDissolution },
  },
  suspended: {
    'team.nameRepresentatives': always,
    'team.appoint': always,
    'team.setDeadlines': always,
    'team.moveVariantVersion': always,
    'team.extendAgreement': always,
    'team.resume': { to: 'active', missing: () => [] },
    'team.dissolve': { to: 'dissolved', missing: missingForDissolution },
  },
  dissolved: {},
} as const satisfies Record<TeamStatus, Partial<Record<TeamAction, Step>>>

export type StepAnswer =
  | { readonly open: false }
  | { readonly open: true; readonly to: TeamStatus; readonly missing: readonly Missing[] }

/** Whether this can be done now; an open step with nothing missing may be taken. */
export const stepOf = (status: TeamStatus, action: TeamAction, team: TeamSetup): StepAnswer => {
  const row: Partial<Record<TeamAction, Step>> = teamTable[status]
  const step = row[action]
  return step ? { open: true, to: step.to ?? status, missing: step.missing(team) } : { open: false }
}

/** The step that leads on from a state: what the page's one filled button does. */
export const nextStep = {
  initiated: 'team.sendAgreement',
  agreement: 'team.activate',
  active: null,
  suspended: 'team.resume',
  dissolved: null,
} as const satisfies Record<TeamStatus, TeamAction | null>
