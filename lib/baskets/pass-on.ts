import { hundredths, type LineFacts, lineFacts } from '@/lib/baskets/facts'
import { moveLine } from '@/lib/baskets/move'
import { notifyProvider } from '@/lib/baskets/notify'
import { draftsOf, sendLine } from '@/lib/baskets/send'
import { type CaseFacts, type CaseStatus, caseFacts } from '@/lib/cases'
import type { Context } from '@/lib/policy/usecase'

/** Why a line stays where it is: the family is just signing the plan, or its work is being looked back on. */
export type PassRefusal = 'inApproval' | 'evaluation'

type Row = { readonly id: string; readonly caseStatus: CaseStatus; readonly inApproval: boolean }

/** Whether an open line can be handed to another party now; closing asks only that no plan with it waits for approval. */
export const passRefusal = ({ caseStatus, inApproval }: Row, closing: boolean): PassRefusal | null => {
  if (inApproval || (caseStatus === 'planApproval' && !closing)) return 'inApproval'
  return caseStatus === 'evaluation' && !closing ? 'evaluation' : null
}

/** The open lines of a party that this person may see, with what stands in the way of each. */
export const openLinesOf = async ({ tx }: Context, teamId: string, institutionId: string) => {
  const rows = await tx.basketLine.findMany({
    where: {
      teamId,
      providerInstitutionId: institutionId,
      status: {
        notIn: ['draft', 'declined', 'delivered', 'partlyDelivered', 'notDelivered', 'cancelled'],
      },
    },
    include: {
      familyCase: { select: { number: true, status: true } },
      plans: { where: { plan: { status: 'approval' } }, select: { planId: true } },
    },
    orderBy: [{ caseId: 'asc' }, { startsOn: 'asc' }, { id: 'asc' }],
  })
  return rows.map(({ familyCase, plans, ...row }) => ({
    ...row,
    number: familyCase.number,
    caseStatus: familyCase.status,
    inApproval: plans.length > 0,
  }))
}

/** What has begun ends as far as it came; everything else is cancelled. */
const end = async (ctx: Context, facts: LineFacts, reason: string): Promise<void> => {
  const why = { note: reason, set: { endReason: reason } }
  if (facts.status === 'inProgress' && hundredths(facts.row.deliveredQuantity) > 0)
    await moveLine(ctx, facts, 'finish', { ...why, to: 'partlyDelivered' })
  else await moveLine(ctx, facts, 'cancel', why)
}

/**
 * Ends an open line and, where somebody takes it over, asks them at once as far as the family's consent reaches; without
 * it the copy waits as a draft for the family's coordinator. Both institutions and the coordinator are told.
 */
export const passLineOn = async (
  ctx: Context,
  lineId: string,
  to: string | null,
  reason: string,
): Promise<{ asked: boolean; familyCase: CaseFacts }> => {
  const facts = await lineFacts(ctx, lineId)
  const familyCase = await caseFacts(ctx, facts.caseId)
  await end(ctx, facts, reason)
  await notifyProvider(ctx, facts, to ? 'line.passedOn' : 'line.closedForLeaving')
  await ctx.tx
    .$executeRaw`select app.tell_case(${facts.caseId}::uuid, 'line.providerLeaves', 'koordynator_rodziny')`
  if (!to) return { asked: false, familyCase }
  const [row] = await ctx.tx.$queryRaw<{ id: string }[]>`
    select app.copy_line_to(${lineId}::uuid, ${to}::uuid, ${reason})::text as id`
  const id = row?.id ?? ''
  const asked = (await draftsOf(ctx, familyCase)).ready.includes(id)
  if (asked) await sendLine(ctx, id)
  return { asked, familyCase }
}
