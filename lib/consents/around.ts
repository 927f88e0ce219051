import { institutionKinds } from '@/lib/catalogue'
import { comparePolish } from '@/lib/format/collate'
import { ageOn, type IsoDate } from '@/lib/format/dates'
import { fromDbDateOrNull } from '@/lib/platform/clock'
import type { Context } from '@/lib/policy/usecase'

export type PersonAround = {
  readonly personId: string
  readonly main: boolean
  /** Null where row-level security hides the name from this actor. */
  readonly name: string | null
  readonly bornOn: IsoDate | null
  readonly minor: boolean
  readonly takesPart: boolean
  readonly underGuardianship: boolean
  readonly guardianIds: readonly string[]
  readonly guardianConflict: boolean
  readonly courtDecision: string | null
}

/** Persons of the case who have not left it, the main person first, adults before children. */
export const personsAround = async ({ tx, today }: Context, caseId: string): Promise<PersonAround[]> => {
  const rows = await tx.casePerson.findMany({ where: { caseId, leftOn: null } })
  const ids = rows.map((row) => row.personId)
  const persons = await tx.person.findMany({ where: { id: { in: ids } } })
  const identities = await tx.personIdentity.findMany({
    where: { personId: { in: ids } },
    select: { personId: true, bornOn: true },
  })
  return rows
    .map((row) => {
      const person = persons.find((p) => p.id === row.personId)
      const bornOn = fromDbDateOrNull(identities.find((i) => i.personId === row.personId)?.bornOn ?? null)
      return {
        personId: row.personId,
        main: row.main,
        name: person ? `${person.givenName} ${person.familyName}` : null,
        bornOn,
        minor: bornOn ? ageOn(bornOn, today) < 18 : (person?.isMinor ?? false),
        takesPart: row.takesPart,
        underGuardianship: row.underGuardianship,
        guardianIds: row.guardianIds,
        guardianConflict: row.guardianConflict,
        courtDecision: row.courtDecision,
      }
    })
    .sort(
      (a, b) =>
        Number(b.main) - Number(a.main) ||
        Number(a.minor) - Number(b.minor) ||
        comparePolish(a.name ?? '', b.name ?? ''),
    )
}

export type InstitutionAround = {
  readonly id: string
  readonly name: string
  /** Kinds that it counts as: a MOPR does the work of an OPS and of a PCPR, a CUS may replace the OPS (domain 6). */
  readonly kinds: readonly string[]
  readonly sector: string
  readonly owner: boolean
  /** Asked through a consultation and no part of the family team: reads codes alone. */
  readonly expert: boolean
  /** Asked to take the family over: it reads nothing before the case passes. */
  readonly receiver: boolean
  readonly purpose: string | null
  /** May sit in a team, but is never given personal data (gpzk_role bez_danych_osobowych). */
  readonly noPersonalData: boolean
}

const kindsOf = (kindKey: string, replacesOps: boolean): string[] => {
  if (kindKey === 'mopr') return ['mopr', 'ops', 'pcpr']
  return kindKey === 'cus' && replacesOps ? ['cus', 'ops'] : [kindKey]
}

/**
 * The owner, the institutions that take part today, those of live consultations and the unit to which the case is
 * offered: nobody else can be given anything.
 */
export const institutionsAround = async (
  { tx, today }: Context,
  caseId: string,
  ownerInstitutionId: string,
): Promise<InstitutionAround[]> => {
  const participants = await tx.caseParticipant.findMany({
    where: { caseId, OR: [{ endsOn: null }, { endsOn: { gte: new Date(`${today}T00:00:00Z`) } }] },
  })
  const consulted = await tx.consultation.findMany({
    where: { caseId, endedAt: null, endsOn: { gte: new Date(`${today}T00:00:00Z`) } },
    select: { expertInstitutionId: true },
  })
  const offered = await tx.caseTransfer.findMany({
    where: { caseId, status: { in: ['offered', 'accepted'] } },
    select: { toInstitutionId: true },
  })
  const receivers = offered.map((t) => t.toInstitutionId)
  const inside = new Set([ownerInstitutionId, ...participants.map((p) => p.institutionId)])
  const ids = [...new Set([...inside, ...receivers, ...consulted.map((c) => c.expertInstitutionId)])]
  const rows = await tx.institution.findMany({ where: { id: { in: ids } } })
  const kinds = new Map(institutionKinds().map((kind) => [kind.key, kind]))
  return rows
    .map((row) => ({
      id: row.id,
      name: row.name,
      kinds: kindsOf(row.kindKey, row.replacesOps),
      sector: kinds.get(row.kindKey)?.sector ?? '',
      owner: row.id === ownerInstitutionId,
      expert: !inside.has(row.id) && !receivers.includes(row.id),
      receiver: receivers.includes(row.id) && row.id !== ownerInstitutionId,
      purpose: participants.find((p) => p.institutionId === row.id)?.purpose ?? null,
      noPersonalData: kinds.get(row.kindKey)?.gpzkRole === 'bez_danych_osobowych',
    }))
    .sort((a, b) => Number(b.owner) - Number(a.owner) || comparePolish(a.name, b.name))
}
