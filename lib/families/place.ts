import type { CaseFacts } from '@/lib/cases'
import type { MemberRow } from '@/lib/families/members'
import type { IsoDate } from '@/lib/format/dates'
import { toDbDateOrNull } from '@/lib/platform/clock'
import { conflict } from '@/lib/platform/errors'
import type { Context } from '@/lib/policy/usecase'

type Signing = {
  takesPart: boolean
  guardianIds: string[]
  underGuardianship: boolean
  guardianConflict: boolean
  courtDecision: string | null
}

type NewPlace = Signing & {
  relationKey: string
  livesTogether: boolean
  /** Since when in this family; null: since today. */
  since: IsoDate | null
}

/** Whether a person takes part and who signs, as columns of the place in the case. */
export const placeColumns = (place: Signing) => ({
  takesPart: place.takesPart,
  guardianIds: [...new Set(place.guardianIds)],
  underGuardianship: place.underGuardianship,
  guardianConflict: place.guardianConflict,
  courtDecision: place.courtDecision,
})

/** Puts a person whom the owner has into the family and into the case: membership first, it allows the place. */
export const placeMember = async (
  { tx, today }: Context,
  facts: CaseFacts,
  personId: string,
  place: NewPlace,
  known: readonly MemberRow[],
): Promise<void> => {
  if (!facts.familyId) throw conflict('wrongState')
  await tx.familyMember.createMany({
    data: [
      {
        familyId: facts.familyId,
        personId,
        relationKey: place.relationKey,
        livesTogether: place.livesTogether,
        position: Math.max(-1, ...known.map((m) => m.position).filter((p) => p < 99)) + 1,
        startsOn: toDbDateOrNull(place.since ?? today),
      },
    ],
  })
  await tx.casePerson.createMany({
    data: [
      {
        caseId: facts.caseId,
        teamId: facts.teamId,
        personId,
        main: known.length === 0,
        ...placeColumns(place),
      },
    ],
  })
}
