import { variantWords } from '@/lib/catalogue'
import { roleNames } from '@/lib/messages/pl/roles'
import { officeName } from '@/lib/messages/pl/teams'
import type { Colleague } from '@/lib/people'
import { toDbDate } from '@/lib/platform/clock'
import type { Team } from '@/lib/platform/generated/prisma/client'
import type { Context } from '@/lib/policy/usecase'
import { offices } from '@/lib/teams/appoint'
import type { PartyView } from '@/lib/teams/party-view'

export type OfficeView = {
  readonly field: 'liderGminny' | 'liderPowiatowy' | 'coordinator'
  /** As the variant calls it, with the common name where that is another. */
  readonly name: string
  readonly holder: { readonly name: string; readonly institution: string; readonly seat: string } | null
  readonly candidates: readonly {
    readonly seat: string
    readonly name: string
    readonly institution: string
  }[]
}

/** Who holds the offices of the team, and who could. */
export const officesIn = async (
  { tx, today }: Context,
  team: Team,
  parties: readonly PartyView[],
  colleagues: readonly Colleague[],
): Promise<OfficeView[]> => {
  const ids = parties.map((p) => p.institutionId)
  const rows = await tx.roleAssignment.findMany({
    where: {
      institutionId: { in: ids },
      role: { in: offices.map((o) => o.role) },
      OR: [{ teamId: team.id }, { teamId: null }],
      endedAt: null,
      startsOn: { lte: toDbDate(today) },
      AND: [{ OR: [{ endsOn: null }, { endsOn: { gte: toDbDate(today) } }] }],
    },
    include: { user: { select: { givenName: true, familyName: true } } },
    orderBy: [{ teamId: { sort: 'asc', nulls: 'last' } }, { createdAt: 'desc' }],
  })
  const institution = (id: string) => parties.find((p) => p.institutionId === id)
  const words = variantWords(team.variantKey)
  return offices.map(({ field, role, fits }) => {
    const able = new Set(
      parties.flatMap((p) =>
        fits({ ...p, replacesOps: p.canLead && p.kindKey === 'cus' }) ? [p.institutionId] : [],
      ),
    )
    // a coordinator is of this team; a leader without a team leads every team of the institution
    const held = rows.find(
      (r) =>
        r.role === role && able.has(r.institutionId) && (r.teamId !== null || role !== 'koordynator_zespolu'),
    )
    return {
      field,
      name: officeName(words.roles[role], roleNames[role]),
      holder: held
        ? {
            name: `${held.user.givenName} ${held.user.familyName}`,
            institution: institution(held.institutionId)?.name ?? '',
            seat: `${held.userId}@${held.institutionId}`,
          }
        : null,
      candidates: colleagues
        .filter((c) => able.has(c.institutionId))
        .map((c) => ({
          seat: `${c.userId}@${c.institutionId}`,
          name: c.name,
          institution: institution(c.institutionId)?.name ?? '',
        })),
    }
  })
}
