import { relations } from '@/lib/catalogue'
import { comparePolish } from '@/lib/format/collate'
import { ageOn, type IsoDate } from '@/lib/format/dates'
import { fromDbDate, fromDbDateOrNull } from '@/lib/platform/clock'
import type { Context } from '@/lib/policy/usecase'

export type MemberRow = {
  readonly personId: string
  readonly givenName: string
  readonly familyName: string
  readonly phone: string | null
  readonly contactNote: string | null
  readonly relationKey: string | null
  readonly relation: string | null
  readonly bornOn: IsoDate | null
  readonly minor: boolean
  readonly main: boolean
  readonly takesPart: boolean
  readonly livesTogether: boolean
  /** Since when in this family. */
  readonly since: IsoDate | null
  readonly leftOn: IsoDate | null
  readonly guardianIds: readonly string[]
  readonly underGuardianship: boolean
  readonly guardianConflict: boolean
  readonly courtDecision: string | null
  readonly version: number
  readonly position: number
  /** To the owner's people: this person is or will be protected (domain 8.2 d). */
  readonly protection: { readonly from: IsoDate; readonly to: IsoDate | null } | null
}

/** Under age on a day: by the birth date where it may be read, else as it was recorded with the person. */
export const isMinor = (bornOn: IsoDate | null, recorded: boolean, on: IsoDate): boolean =>
  bornOn ? ageOn(bornOn, on) < 18 : recorded

const protectionOf = ([row]: readonly { startsOn: Date; endsOn: Date | null }[]) =>
  row ? { from: fromDbDate(row.startsOn), to: fromDbDateOrNull(row.endsOn) } : null

/** The persons of a case that row-level security shows to this actor, in the family's order. */
export const membersOf = async (
  { tx, today }: Context,
  caseId: string,
  familyId: string | null,
): Promise<MemberRow[]> => {
  const rows = await tx.casePerson.findMany({ where: { caseId } })
  const ids = rows.map((row) => row.personId)
  const persons = await tx.person.findMany({
    where: { id: { in: ids } },
    include: {
      contact: { select: { phone: true, contactNote: true } },
      protections: { where: { endedAt: null }, select: { startsOn: true, endsOn: true } },
    },
  })
  const identities = await tx.personIdentity.findMany({
    where: { personId: { in: ids } },
    select: { personId: true, bornOn: true },
  })
  const memberships = await tx.familyMember.findMany({
    where: { personId: { in: ids }, ...(familyId ? { familyId } : {}) },
  })
  const names = new Map(relations().map((r) => [r.key, r.namePl]))
  return rows
    .flatMap((row) => {
      const person = persons.find((p) => p.id === row.personId)
      if (!person) return []
      const membership = memberships.find((m) => m.personId === row.personId)
      const bornOn = fromDbDateOrNull(identities.find((i) => i.personId === row.personId)?.bornOn ?? null)
      const key = membership?.relationKey ?? null
      return [
        {
          personId: person.id,
          givenName: person.givenName,
          familyName: person.familyName,
          phone: person.contact?.phone ?? null,
          contactNote: person.contact?.contactNote ?? null,
          relationKey: key,
          relation: key ? (names.get(key) ?? key) : null,
          bornOn,
          minor: isMinor(bornOn, person.isMinor, today),
          main: row.main,
          takesPart: row.takesPart,
          livesTogether: membership?.livesTogether ?? true,
          since: fromDbDateOrNull(membership?.startsOn ?? null),
          leftOn: fromDbDateOrNull(row.leftOn),
          guardianIds: row.guardianIds,
          underGuardianship: row.underGuardianship,
          guardianConflict: row.guardianConflict,
          courtDecision: row.courtDecision,
          version: person.version,
          position: membership?.position ?? 99,
          protection: protectionOf(person.protections),
        },
      ]
    })
    .sort(
      (a, b) =>
        Number(b.main) - Number(a.main) ||
        a.position - b.position ||
        comparePolish(a.familyName + a.givenName, b.familyName + b.givenName),
    )
}
