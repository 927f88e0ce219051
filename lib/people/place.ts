import type { Place } from '@/lib/people/grantable'
import { notFound } from '@/lib/platform/errors'
import type { Facts } from '@/lib/policy/decide'
import type { Context } from '@/lib/policy/usecase'

export type PlaceFacts = Facts & {
  readonly institutionId: string
  readonly name: string
  readonly place: Place
}

/** The institution whose people are dealt with: its region, and whether it sits in a team that the actor coordinates. */
export const placeFacts = async ({ tx, actor }: Context, institutionId: string): Promise<PlaceFacts> => {
  const row = await tx.institution.findUnique({ where: { id: institutionId } })
  if (!row) throw notFound()
  const coordinated = actor.assignments.flatMap((a) =>
    a.role === 'koordynator_zespolu' && a.teamId ? [a.teamId] : [],
  )
  const inTeam =
    coordinated.length > 0
      ? await tx.teamMember.count({ where: { institutionId, leftOn: null, teamId: { in: coordinated } } })
      : 0
  return {
    institutionId,
    wojewodztwoCode: row.wojewodztwoCode,
    memberOfTeam: inTeam > 0,
    regionalCentre: row.kindKey === 'rops',
    name: row.name,
    place: {
      institutionId,
      kindKey: row.kindKey,
      wojewodztwoCode: row.wojewodztwoCode,
      inCoordinatedTeam: inTeam > 0,
    },
  }
}

/** A person who works, or worked, in this institution; notFound else. */
export const employeeFacts = async (
  ctx: Context,
  institutionId: string,
  userId: string,
): Promise<PlaceFacts> => {
  const facts = await placeFacts(ctx, institutionId)
  const employed = await ctx.tx.employment.count({ where: { userId, institutionId } })
  if (employed === 0) throw notFound()
  const [row] = await ctx.tx.$queryRaw<
    { other: boolean }[]
  >`select app.has_other_head(${userId}::uuid, ${institutionId}::uuid) as other`
  return { ...facts, orphaned: row?.other === false }
}

/** Audit subject of anything about a person of the house. */
export const aboutPerson = (userId: string, institutionId: string, reason: string | null = null) => ({
  subjectKind: 'user',
  subjectIds: [userId],
  ownerInstitutionId: institutionId,
  reason,
})
