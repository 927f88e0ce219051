import { ExpiringConsents } from '@/components/cases/expiring-consents'
import { expiringConsents } from '@/lib/consents'
import type { Actor } from '@/lib/policy/actor'
import { couldEver } from '@/lib/policy/decide'

/** Who has to be asked for the own consent: in all own cases, or in this one; nothing for who asks nobody. */
export const OwnConsents = async ({ actor, caseId = null }: { actor: Actor; caseId?: string | null }) =>
  couldEver(actor, 'consent.expiring') ? (
    <ExpiringConsents rows={await expiringConsents.execute(actor, { caseId })} />
  ) : null
