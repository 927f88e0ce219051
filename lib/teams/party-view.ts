import type { IsoDate } from '@/lib/format/dates'
import { namesOf } from '@/lib/people'
import { fromDbDateOrNull } from '@/lib/platform/clock'
import type { Team } from '@/lib/platform/generated/prisma/client'
import type { Context } from '@/lib/policy/usecase'
import { fillSlots, type Group, kindEntry } from '@/lib/teams/composition'
import { isOpsSide } from '@/lib/teams/conditions'

export type PartyView = {
  readonly memberId: string
  readonly institutionId: string
  readonly name: string
  readonly kindKey: string
  readonly kindName: string
  readonly sector: string
  readonly group: Group
  readonly founding: boolean
  readonly lead: boolean
  readonly representative: string | null
  readonly deputy: string | null
  readonly signedOn: IsoDate | null
  readonly signedByName: string | null
  readonly leftOn: IsoDate | null
  readonly leftReason: string | null
  readonly canLead: boolean
}

/** Every party that the team has or had, with its people and signature. */
export const partiesIn = async ({ tx }: Context, team: Team): Promise<PartyView[]> => {
  const rows = await tx.teamMember.findMany({
    where: { teamId: team.id },
    include: { institution: { select: { name: true, kindKey: true, replacesOps: true, nameFolded: true } } },
    orderBy: [{ institution: { nameFolded: 'asc' } }, { id: 'asc' }],
  })
  const names = await namesOf(
    tx,
    rows.flatMap((r) => [r.representativeId, r.deputyId]),
  )
  const slots = fillSlots(rows.map((r) => ({ kindKey: r.institution.kindKey, id: r.id })))
  return rows.map((r) => {
    const kind = kindEntry(r.institution.kindKey)
    return {
      memberId: r.id,
      institutionId: r.institutionId,
      name: r.institution.name,
      kindKey: r.institution.kindKey,
      kindName: kind?.namePl ?? r.institution.kindKey,
      sector: kind?.sector ?? '',
      group: slots.find((s) => s.institutions.some((i) => i.id === r.id))?.group ?? 'optional',
      founding: r.founding,
      lead: r.institutionId === team.leadInstitutionId,
      representative: names.get(r.representativeId ?? '') ?? null,
      deputy: names.get(r.deputyId ?? '') ?? null,
      signedOn: fromDbDateOrNull(r.signedOn),
      signedByName: r.signedByName,
      leftOn: fromDbDateOrNull(r.leftOn),
      leftReason: r.leftReason,
      canLead: isOpsSide(r.institution) || r.institution.kindKey === 'cus',
    }
  })
}
