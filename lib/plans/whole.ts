import { type CaseFacts, leadersOf, missingFor } from '@/lib/cases'
import { tell } from '@/lib/notifications'
import type { Context } from '@/lib/policy/usecase'

/** The leader is told once, when what is written here is the last thing that closing lacked. */
export const tellWhenWhole = async (
  ctx: Context,
  facts: CaseFacts,
  work: () => Promise<void>,
): Promise<void> => {
  const evaluating = facts.status === 'evaluation'
  const lacked = evaluating ? await missingFor(ctx, facts) : []
  await work()
  if (lacked.length === 0 || (await missingFor(ctx, facts)).length > 0) return
  await tell(ctx, await leadersOf(ctx, facts.ownerInstitutionId), {
    kind: 'case.evaluated',
    teamId: facts.teamId,
    caseId: facts.caseId,
  })
}
