import { type PersonAround, personsAround } from '@/lib/consents/around'
import { type ConsentStatus, signingOf, standing } from '@/lib/consents/state'
import { fromDbDateOrNull } from '@/lib/platform/clock'
import type { Context } from '@/lib/policy/usecase'

/** Why a person's consent does not count yet. */
export type GapReason =
  /** nobody has answered yet */
  | 'notAsked'
  | 'refused'
  | 'withdrawn'
  | 'expired'
  /** guardians are in conflict and not each of them has signed */
  | 'otherGuardian'
  /** a child, or an adult under guardianship, for whom no guardian is recorded */
  | 'noGuardian'

export type ConsentGap = {
  readonly personId: string
  readonly name: string | null
  readonly minor: boolean
  readonly reason: GapReason
  /** Who still has to sign; any one of them where `anyOne`. */
  readonly signers: readonly { readonly personId: string; readonly name: string | null }[]
  readonly anyOne: boolean
}

export type ConsentRow = {
  readonly personId: string
  readonly signedById: string | null
  readonly standing: ConsentStatus
}

/** The consents of a case as they count today, oldest first. */
export const consentRows = async ({ tx, today }: Context, caseId: string): Promise<ConsentRow[]> => {
  const rows = await tx.consent.findMany({
    where: { caseId },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { personId: true, signedById: true, status: true, validTo: true },
  })
  return rows.map((row) => ({
    personId: row.personId,
    signedById: row.signedById,
    standing: standing(row.status, fromDbDateOrNull(row.validTo), today),
  }))
}

const lastWord = (rows: readonly ConsentRow[]): GapReason => {
  const last = rows.filter((row) => row.standing !== 'draft' && row.standing !== 'replaced').at(-1)?.standing
  return last === 'refused' || last === 'withdrawn' || last === 'expired' ? last : 'notAsked'
}

const gapOf = (
  person: PersonAround,
  all: readonly ConsentRow[],
): { reason: GapReason; signers: readonly string[]; anyOne: boolean } | null => {
  const rows = all.filter((row) => row.personId === person.personId)
  const live = rows.filter((row) => row.standing === 'granted')
  const signing = signingOf(person)
  if (signing.kind === 'nobody') return { reason: 'noGuardian', signers: [], anyOne: false }
  if (signing.kind === 'all') {
    const missing = signing.signers.filter((signer) => !live.some((row) => row.signedById === signer))
    if (missing.length === 0) return null
    const reason = live.length > 0 ? 'otherGuardian' : lastWord(rows)
    return { reason, signers: missing, anyOne: false }
  }
  if (live.length > 0) return null
  return { reason: lastWord(rows), signers: signing.signers, anyOne: signing.signers.length > 1 }
}

/** The same over rows that were read already. */
export const gapsOf = (persons: readonly PersonAround[], rows: readonly ConsentRow[]): ConsentGap[] =>
  persons
    .filter((person) => person.takesPart)
    .flatMap((person) => {
      const gap = gapOf(person, rows)
      if (!gap) return []
      const nameOf = (id: string) => persons.find((p) => p.personId === id)?.name ?? null
      return [
        {
          personId: person.personId,
          name: person.name,
          minor: person.minor,
          reason: gap.reason,
          signers: gap.signers.map((id) => ({ personId: id, name: nameOf(id) })),
          anyOne: gap.anyOne,
        },
      ]
    })

/**
 * Who still has to sign before the diagnosis may start (domain 4.2, row 6): every adult who takes part, and for a child
 * its guardian, both where they are in conflict. For actors who read the case's consents; an environment has no gaps.
 */
export const consentGaps = async (ctx: Context, caseId: string): Promise<ConsentGap[]> =>
  gapsOf(await personsAround(ctx, caseId), await consentRows(ctx, caseId))
