import { readDecision } from '@/lib/meetings'
import { notFound } from '@/lib/platform/errors'
import type { Actor } from '@/lib/policy/actor'

export type Decided = { readonly id: string; readonly caseId: string; readonly body: string }

/** What a meeting decided about this case, where an address names it: the form that carries it out is filled in with it. */
export const decidedFor = async (
  actor: Actor,
  caseId: string,
  decisionId: string | undefined,
): Promise<Decided | null> => {
  if (!decisionId) return null
  const decision = await readDecision.execute(actor, { decisionId })
  if (decision.caseId !== caseId) throw notFound()
  return decision
}
