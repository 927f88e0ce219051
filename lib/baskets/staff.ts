import { toDbDate } from '@/lib/platform/clock'
import type { Role } from '@/lib/policy/actor'
import type { Context } from '@/lib/policy/usecase'

type Named = { readonly value: string; readonly label: string }

const doers: Role[] = ['wykonawca', 'specjalista', 'asystent_rodziny', 'decydent']

/** Roles that let a person answer and deliver a line for which they are named; the own unit has its social workers too. */
const ableRoles = (providerId: string, ownerId: string): Role[] =>
  providerId === ownerId ? [...doers, 'koordynator_rodziny'] : doers

const live = ({ today }: Context) => ({
  endedAt: null,
  OR: [{ endsOn: null }, { endsOn: { gte: toDbDate(today) } }],
})

/** People of the institution who could be named for a line of a case of this owner. */
export const staffFor = async (ctx: Context, providerId: string, ownerId: string): Promise<Named[]> => {
  const roles = await ctx.tx.roleAssignment.findMany({
    where: { institutionId: providerId, role: { in: ableRoles(providerId, ownerId) }, ...live(ctx) },
  })
  const users = await ctx.tx.userAccount.findMany({
    where: { id: { in: roles.map((r) => r.userId) }, disabledAt: null },
    orderBy: [{ familyName: 'asc' }, { givenName: 'asc' }],
  })
  return users.map((u) => ({ value: u.id, label: `${u.givenName} ${u.familyName}` }))
}

/** Only somebody whose role lets them deliver could see the line afterwards. */
export const mayBeNamed = async (
  ctx: Context,
  userId: string,
  providerId: string,
  ownerId: string,
): Promise<boolean> =>
  (await ctx.tx.roleAssignment.count({
    where: {
      userId,
      institutionId: providerId,
      role: { in: ableRoles(providerId, ownerId) },
      ...live(ctx),
    },
  })) > 0
