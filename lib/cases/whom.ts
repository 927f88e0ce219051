import type { Told } from '@/lib/notifications'
import { toDbDate } from '@/lib/platform/clock'
import type { Prisma } from '@/lib/platform/generated/prisma/client'
import type { Context } from '@/lib/policy/usecase'

const holders = ({ tx, today }: Context, where: Prisma.RoleAssignmentWhereInput): Promise<Told[]> =>
  tx.roleAssignment.findMany({
    where: { ...where, endedAt: null, OR: [{ endsOn: null }, { endsOn: { gte: toDbDate(today) } }] },
    select: { userId: true, institutionId: true },
  })

/** Who works with the family and answers for it. */
export const familyCoordinators = (ctx: Context, caseId: string): Promise<Told[]> =>
  holders(ctx, { caseId, role: 'koordynator_rodziny' })

export const teamCoordinators = (ctx: Context, teamId: string): Promise<Told[]> =>
  holders(ctx, { teamId, role: 'koordynator_zespolu' })

export const leadersOf = (ctx: Context, institutionId: string): Promise<Told[]> =>
  holders(ctx, { institutionId, role: 'lider_gminny' })

/** Who leads this institution, in its gmina or its powiat. */
export const headsOf = (ctx: Context, institutionId: string): Promise<Told[]> =>
  holders(ctx, { institutionId, role: { in: ['lider_gminny', 'lider_powiatowy'] } })

/** Who answers for these institutions. */
export const decidersOf = (ctx: Context, institutionIds: readonly string[]): Promise<Told[]> =>
  holders(ctx, { institutionId: { in: [...institutionIds] }, role: 'decydent' })

/** Who is named in the running restriction of a case, for who may know; null: it is not restricted. */
export const namedIn = async ({ tx }: Context, caseId: string): Promise<string[] | null> => {
  const running = await tx.caseRestriction.findFirst({
    where: { caseId, endedAt: null },
    include: { people: { select: { userId: true } } },
  })
  return running ? running.people.map(({ userId }) => userId) : null
}

/** Of these people who decide in an institution that was invited to the case and has not answered. */
export const invitedAmong = async (
  ctx: Context,
  caseId: string,
  userIds: readonly string[],
): Promise<Told[]> => {
  const waiting = await ctx.tx.caseParticipant.findMany({
    where: { caseId, endsOn: null, accepted: null },
    select: { institutionId: true },
  })
  const deciders = await decidersOf(
    ctx,
    waiting.map(({ institutionId }) => institutionId),
  )
  return deciders.filter(({ userId }) => userIds.includes(userId))
}
