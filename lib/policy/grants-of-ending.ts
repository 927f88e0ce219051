import type { Permission } from '@/lib/policy/permissions'
import {
  caseWorkers,
  coordinatorAndAssistant,
  coordinators,
  type Grant,
  teamCoordinator,
} from '@/lib/policy/reach'

/** The part of grants.ts about how a case ends, goes to another team, or comes back. */
export const endingGrants = {
  // row-level security keeps an offer to the owner's people; the other team reads it as numbers (transfer.offers)
  'transfer.read': caseWorkers,
  'transfer.request': coordinators,
  'transfer.withdraw': coordinators,
  'transfer.pass': teamCoordinator,
  'transfer.offers': { lider_gminny: 'everywhere', koordynator_zespolu: 'everywhere', audytor: 'everywhere' },
  'transfer.answer': { lider_gminny: 'institution', koordynator_zespolu: 'assignedTeam' },
  'case.linkReturn': teamCoordinator,
  'case.unlinkReturn': teamCoordinator,
  // one person recorded twice, within what the reader sees of both records (row-level security)
  'person.duplicates': caseWorkers,
  'person.link': coordinators,
  'family.link': coordinators,
  'family.unlink': coordinators,
  'person.unlink': coordinators,
  'talk.record': coordinatorAndAssistant,
  'talk.skip': coordinatorAndAssistant,
  'talk.read': caseWorkers,
} as const satisfies Partial<Record<Permission, Grant>>
