import type { CaseStatus } from '@/lib/cases'
import type { Permission } from '@/lib/policy/permissions'

export type TransferStatus = 'offered' | 'accepted' | 'declined' | 'withdrawn' | 'passed'

/** Which permission moves an offer from one state to another. A pair that is not here is a jump: refused. */
export const transferMoves = {
  offered: { accepted: 'transfer.answer', declined: 'transfer.answer', withdrawn: 'transfer.withdraw' },
  accepted: { passed: 'transfer.pass', withdrawn: 'transfer.withdraw' },
  declined: {},
  withdrawn: {},
  passed: {},
} as const satisfies Record<TransferStatus, Partial<Record<TransferStatus, Permission>>>

/** May an offer in this state become the other one? */
export const transferStep = (from: TransferStatus, to: TransferStatus): boolean => to in transferMoves[from]

/** Is the offer still open, so that no second one may stand beside it? */
export const isLive = (status: TransferStatus): boolean => status === 'offered' || status === 'accepted'

/**
 * Why a case at this stage cannot be handed to another team; null: it can. What nobody has qualified yet is redirected
 * (row 4c), what is over stays where it is.
 */
export const stageRefusal = {
  submitted: 'transfer.redirectInstead',
  screening: 'transfer.redirectInstead',
  qualified: null,
  rejected: 'wrongState',
  redirected: 'wrongState',
  awaitingConsent: null,
  diagnosis: null,
  planning: null,
  planApproval: null,
  inProgress: null,
  suspended: null,
  evaluation: null,
  closed: 'wrongState',
  archived: 'wrongState',
  erased: 'wrongState',
} as const satisfies Record<CaseStatus, string | null>
