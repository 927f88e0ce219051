import { type CaseFacts, decidersOf, familyCoordinators } from '@/lib/cases'
import { type Told, tell } from '@/lib/notifications'
import type { Context } from '@/lib/policy/usecase'

/** Lines whose provider still had work to do: between the question and the end. */
const going = [
  'proposed',
  'counterProposed',
  'accepted',
  'waitingList',
  'scheduled',
  'inProgress',
  'suspended',
] as const

/** Who of these institutions worked with the family: named persons, and the decision-maker where nobody is named. */
const workedThere = async (
  ctx: Context,
  caseId: string,
  institutionIds: readonly string[],
): Promise<Told[]> => {
  const lines = await ctx.tx.basketLine.findMany({
    where: { caseId, providerInstitutionId: { in: [...institutionIds] }, status: { in: [...going] } },
    select: { providerInstitutionId: true, responsibleUserId: true },
  })
  const named = lines.flatMap((line) =>
    line.responsibleUserId
      ? [{ userId: line.responsibleUserId, institutionId: line.providerInstitutionId }]
      : [],
  )
  const specialists = await ctx.tx.roleAssignment.findMany({
    where: { caseId, institutionId: { in: [...institutionIds] }, endedAt: null },
    select: { userId: true, institutionId: true },
  })
  const providers = [...new Set(lines.map((line) => line.providerInstitutionId))]
  return [...named, ...specialists, ...(await decidersOf(ctx, providers))]
}

/**
 * A withdrawal ends sight at once; so that nothing hangs in the air, the family coordinator is told to decide about the
 * lines, and those who lost sight that the coordinator will ring. Neither message says whose data, or what.
 */
export const tellWithdrawn = async (
  ctx: Context,
  { caseId, teamId, ownerInstitutionId }: CaseFacts,
  closed: readonly string[],
): Promise<void> => {
  await tell(ctx, await familyCoordinators(ctx, caseId), { kind: 'consent.withdrawn', teamId, caseId })
  const others = closed.filter((id) => id !== ownerInstitutionId)
  await tell(ctx, await workedThere(ctx, caseId, others), { kind: 'consent.closed', teamId })
}
