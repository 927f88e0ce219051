import { type ExpiringConsent, expiringConsents } from '@/lib/consents'
import type { Actor } from '@/lib/policy/actor'
import { couldEver } from '@/lib/policy/decide'
import type { Read } from '@/lib/policy/usecase'

/** Who has to be asked for the own consent: in all own cases, or in this one; nobody for who asks nobody. */
export const ownConsents = (
  read: Read,
  actor: Actor,
  caseId: string | null = null,
): Promise<ExpiringConsent[]> | [] =>
  couldEver(actor, 'consent.expiring') ? read(expiringConsents, { caseId }) : []
