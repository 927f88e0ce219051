import { hundredthsOrNull, type LineFacts } from '@/lib/baskets/facts'
import type { SignedTerms } from '@/lib/baskets/terms'
import { fromDbDate, fromDbDateOrNull } from '@/lib/platform/clock'
import type { Context } from '@/lib/policy/usecase'

type Row = {
  plan_from: Date | null
  plan_to: Date | null
  since: Date | null
  starts_on: Date
  ends_on: Date | null
  frequency: string
  quantity: { toFixed(digits: number): string } | null
  cost_planned: number | null
  co_payment: number | null
}

/** What the plan in force says of this line; null where none holds it. */
export const signedTerms = async ({ tx }: Context, lineId: string): Promise<SignedTerms | null> => {
  const [row] = await tx.$queryRaw<Row[]>`select * from app.signed_terms(${lineId}::uuid)`
  if (!row) return null
  return {
    planFrom: fromDbDateOrNull(row.plan_from),
    planTo: fromDbDateOrNull(row.plan_to),
    since: fromDbDateOrNull(row.since),
    startsOn: fromDbDate(row.starts_on),
    endsOn: fromDbDateOrNull(row.ends_on),
    frequency: row.frequency,
    quantity: hundredthsOrNull(row.quantity),
    costPlanned: row.cost_planned,
    coPayment: row.co_payment,
  }
}

/** The terms of a line changed: a version that waits for approval is signed anew, and its coordinator is told. */
export const termsChanged = async (ctx: Context, line: LineFacts): Promise<void> => {
  const [row] = await ctx.tx.$queryRaw<{ unsigned: boolean }[]>`
    select app.unsign_plan(${line.lineId}::uuid) as unsigned`
  if (!row?.unsigned) return
  const coordinators = await ctx.tx.roleAssignment.findMany({
    where: { caseId: line.caseId, role: 'koordynator_rodziny', endedAt: null },
  })
  await ctx.tx.notification.createMany({
    data: coordinators
      .filter((c) => c.userId !== ctx.actor.userId)
      .map((c) => ({
        userId: c.userId,
        institutionId: c.institutionId,
        kind: 'plan.unsigned',
        teamId: line.teamId,
        caseId: line.caseId,
        lineId: line.lineId,
      })),
  })
}
