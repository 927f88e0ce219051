import { addCalendarDays, addYears } from '@/lib/calendar'
import type { DataCategory } from '@/lib/catalogue'
import type { IsoDate } from '@/lib/format/dates'
import type { ConsentStatus } from '@/lib/platform/generated/prisma/enums'

export type { ConsentStatus }

/** What moves a consent (domain 4.4); `time`: the eighteenth birthday came. */
type By = 'consent.record' | 'consent.withdraw' | 'time'

/** Domain 4.4: SZKIC → UDZIELONA | ODMÓWIONA; UDZIELONA → WYCOFANA | WYGASŁA | ZASTĄPIONA; ODMÓWIONA → ZASTĄPIONA. */
export const consentMoves = {
  draft: { granted: 'consent.record', refused: 'consent.record' },
  granted: { withdrawn: 'consent.withdraw', expired: 'time', replaced: 'consent.record' },
  refused: { replaced: 'consent.record' },
  withdrawn: {},
  expired: {},
  replaced: {},
} as const satisfies Record<ConsentStatus, Partial<Record<ConsentStatus, By>>>

export type StepDecision =
  | { readonly ok: true; readonly by: By }
  | { readonly ok: false; readonly reason: 'ended' | 'noSuchStep' }

/** May a consent go from one state to another? `ended`: it is in a final state, a new one is recorded instead. */
export const consentStep = (from: ConsentStatus, to: ConsentStatus): StepDecision => {
  const row: Partial<Record<ConsentStatus, By>> = consentMoves[from]
  const by = row[to]
  if (by) return { ok: true, by }
  return { ok: false, reason: Object.keys(row).length === 0 ? 'ended' : 'noSuchStep' }
}

/** As it counts on a day: a guardian's consent is over on the child's eighteenth birthday, whatever the row says. */
export const standing = (status: ConsentStatus, validTo: IsoDate | null, on: IsoDate): ConsentStatus =>
  status === 'granted' && validTo !== null && validTo < on ? 'expired' : status

/** The last day of a guardian's consent: the eve of the eighteenth birthday (art. 10 and 112 KC). */
export const lastDayOfGuardians = (bornOn: IsoDate): IsoDate => addCalendarDays(addYears(bornOn, 18), -1)

type Signatory = {
  readonly personId: string
  readonly minor: boolean
  readonly underGuardianship: boolean
  readonly guardianIds: readonly string[]
  readonly guardianConflict: boolean
  readonly courtDecision: string | null
}

/**
 * Who signs for a person (domain 4.2): an adult for themselves; for a child, or an adult under guardianship, one
 * guardian; where a conflict of guardians is recorded, each of them or the court.
 */
export type Signing =
  | { readonly kind: 'self'; readonly signers: readonly string[] }
  | { readonly kind: 'one'; readonly signers: readonly string[] }
  | { readonly kind: 'all'; readonly signers: readonly string[] }
  | { readonly kind: 'court'; readonly signers: readonly string[] }
  | { readonly kind: 'nobody'; readonly signers: readonly string[] }

export const signingOf = (person: Signatory): Signing => {
  if (!person.minor && !person.underGuardianship) return { kind: 'self', signers: [person.personId] }
  if (person.guardianConflict)
    return person.courtDecision
      ? { kind: 'court', signers: person.guardianIds }
      : { kind: 'all', signers: person.guardianIds }
  if (person.guardianIds.length > 0) return { kind: 'one', signers: person.guardianIds }
  return person.courtDecision ? { kind: 'court', signers: [] } : { kind: 'nobody', signers: [] }
}

/** One knot of the matrix institution × category. */
export type Pair = { readonly institutionId: string; readonly category: DataCategory }

export const samePair = (a: Pair, b: Pair): boolean =>
  a.institutionId === b.institutionId && a.category === b.category

/** Institutions that would get something without the basic data, which every other category needs (domain 4.2). */
export const withoutBasic = (pairs: readonly Pair[]): string[] => [
  ...new Set(
    pairs
      .filter(
        (pair) => !pairs.some((p) => p.institutionId === pair.institutionId && p.category === 'PODSTAWOWE'),
      )
      .map((pair) => pair.institutionId),
  ),
]
