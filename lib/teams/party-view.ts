import { teamAbsences } from '@/lib/absence'
import type { IsoDate } from '@/lib/format/dates'
import { namesOf } from '@/lib/people'
import { fromDbDateOrNull } from '@/lib/platform/clock'
import type { Team } from '@/lib/platform/generated/prisma/client'
import type { Context } from '@/lib/policy/usecase'
import { fillSlots, type Group, kindEntry } from '@/lib/teams/composition'
import { isOpsSide } from '@/lib/teams/conditions'
import { modelOf } from '@/lib/variants'

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
  /** Who of the two is away now or soon, with who stands in. */
  readonly away: readonly {
    readonly name: string
    readonly from: IsoDate
    readonly until: IsoDate
    readonly substitute: string
  }[]
  readonly signedOn: IsoDate | null
  readonly signedByName: string | null
  readonly leftOn: IsoDate | null
  readonly leftReason: string | null
  readonly canLead: boolean
}

/** Every party that the team has or had, with its people and signature. */
export const partiesIn = async (ctx: Context, team: Team): Promise<PartyView[]> => {
  const { tx } = ctx
  const absences = await teamAbsences(ctx, team.id)
  const rows = await tx.teamMember.findMany({
    where: { teamId: team.id },
    include: { institution: { select: { name: true, kindKey: true, replacesOps: true, nameFolded: true } } },
    orderBy: [{ institution: { nameFolded: 'asc' } }, { id: 'asc' }],
  })
  const names = await namesOf(
    tx,
    rows.flatMap((r) => [r.representativeId, r.deputyId]),
  )
  const { body } = await modelOf(ctx, team)
  const slots = fillSlots(
    rows.map((r) => ({ kindKey: r.institution.kindKey, id: r.id })),
    body,
  )
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
      away: absences
        .filter(
          (a) => a.institutionId === r.institutionId && [r.representativeId, r.deputyId].includes(a.userId),
        )
        .map((a) => ({
          name: names.get(a.userId) ?? '',
          from: a.from,
          until: a.until,
          substitute: a.substitute,
        })),
      signedOn: fromDbDateOrNull(r.signedOn),
      signedByName: r.signedByName,
      leftOn: fromDbDateOrNull(r.leftOn),
      leftReason: r.leftReason,
      canLead: isOpsSide(r.institution) || r.institution.kindKey === 'cus',
    }
  })
}
