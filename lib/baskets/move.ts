import type { LineFacts } from '@/lib/baskets/facts'
import { type LineAction, type LineStatus, lineStep } from '@/lib/baskets/state'
import { toDbDate } from '@/lib/platform/clock'
import { conflict } from '@/lib/platform/errors'
import type { Prisma } from '@/lib/platform/generated/prisma/client'
import type { Context } from '@/lib/policy/usecase'

type Why = {
  /** which of the statuses that the step allows; default: the first */
  readonly to?: LineStatus
  /** version that the person saw; default: the one just loaded */
  readonly version?: number
  readonly reasonKey?: string | null
  readonly note?: string | null
  readonly set?: Prisma.BasketLineUncheckedUpdateManyInput
}

/**
 * Moves a line one step of domain 4.3 and keeps who, when and why. Refuses a jump (`line.<reason>`) and a stale version:
 * of two people who answer at once the second is told, and only one answer counts.
 */
export const moveLine = async (
  ctx: Context,
  facts: LineFacts,
  action: LineAction,
  why: Why = {},
): Promise<LineStatus> => {
  const step = lineStep(facts, action)
  if (!step.ok) throw conflict(`line.${step.reason}`)
  const to = why.to ?? step.to[0]
  if (!to || !step.to.includes(to)) throw conflict('wrongState')
  const changed = await ctx.tx.basketLine.updateMany({
    where: { id: facts.lineId, version: why.version ?? facts.version, status: facts.status },
    data: { ...why.set, status: to, statusSince: toDbDate(ctx.today), version: { increment: 1 } },
  })
  if (changed.count !== 1) throw conflict('line.changed')
  if (to !== facts.status) await recordTransition(ctx, facts, to, why)
  return to
}

const recordTransition = async (
  { tx, actor }: Context,
  facts: LineFacts,
  to: LineStatus,
  why: Why,
): Promise<void> => {
  await tx.lineTransition.createMany({
    data: [
      {
        lineId: facts.lineId,
        caseId: facts.caseId,
        teamId: facts.teamId,
        fromStatus: facts.status,
        toStatus: to,
        actorId: actor.userId,
        institutionId: actor.institutionId,
        reasonKey: why.reasonKey ?? null,
        note: why.note ?? null,
      },
    ],
  })
}
