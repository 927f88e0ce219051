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
