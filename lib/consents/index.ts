export type { InstitutionAround } from '@/lib/consents/around'
export { endBasis, recordBasis } from '@/lib/consents/basis'
export { deliverClauses } from '@/lib/consents/clause'
export { type ClauseView, publishClause, readClauses } from '@/lib/consents/clause-versions'
export { type ExpiringConsent, expiringConsents } from '@/lib/consents/expiring'
export { type ConsentGap, consentGaps, type GapReason } from '@/lib/consents/gaps'
export { channels, pairValue } from '@/lib/consents/input'
export {
  type BasisEntry,
  type ConsentEntry,
  type ConsentPerson,
  type ConsentView,
  listConsents,
  type Slot,
} from '@/lib/consents/list'
export { isSensitive } from '@/lib/consents/proposal'
export { recordConsents } from '@/lib/consents/record'
export { scanLimit } from '@/lib/consents/scan-file'
export { attachScan, readConsentScan, type ScanEntry } from '@/lib/consents/scans'
export { type ConsentStatus, type Pair, samePair } from '@/lib/consents/state'
export { expireForBirth, withdrawConsent } from '@/lib/consents/withdraw'
