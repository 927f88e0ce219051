import { z } from 'zod'
import { basketOf } from '@/lib/baskets/basket'
import { seesWhole } from '@/lib/baskets/overview'
import { answerOf, lineWarnings } from '@/lib/baskets/warnings'
import { bySubject, type CaseFacts, isOpen, ofCase } from '@/lib/cases'
import type { AuditSubject } from '@/lib/platform/audit'
import { conflict, forbidden } from '@/lib/platform/errors'
import { line, uuid } from '@/lib/platform/input'
import { type Context, defineCommand } from '@/lib/policy/usecase'

/** Warnings are concluded from the whole basket: only for the unit that sees all of it, while something can change. */
const demandWhole = (ctx: Context, facts: CaseFacts): void => {
  if (!seesWhole(ctx, facts)) throw forbidden()
  if (!isOpen(facts.status)) throw conflict('line.caseClosed')
}

const ofLines = (facts: CaseFacts, lineIds: readonly string[]): AuditSubject => ({
  ...ofCase(facts),
  subjectKind: 'line',
  subjectIds: [...lineIds],
})

/** Why a warning may stand. It counts for exactly the facts that the person saw; meanwhile changed ones are refused. */
export const settleWarning = defineCommand({
  name: 'line.settle',
  input: z.strictObject({
    caseId: uuid(),
    warning: z.string().regex(/^[0-9a-f]{64}$/u, 'stale'),
    reason: line(300),
  }),
  subject: bySubject,
  run: async (ctx, { warning: key, reason }, facts) => {
    demandWhole(ctx, facts)
    const { lines, around } = await basketOf(ctx, facts)
    const found = lineWarnings(lines, around).find((w) => w.key === key)
    if (!found) throw conflict('basket.warningChanged')
    if (answerOf[found.kind] !== 'settle') throw conflict('basket.warningNotSettled')
    if (found.settled) throw conflict('alreadyExists')
    const lineIds = [found.lineId, ...found.otherIds]
    await ctx.tx.lineWarningSettlement.createMany({
      data: [
        {
          caseId: facts.caseId,
          teamId: facts.teamId,
          ownerInstitutionId: facts.ownerInstitutionId,
          kind: found.kind,
          lineIds,
          personId: 'personId' in found ? found.personId : null,
          fingerprint: key,
          reason,
          settledById: ctx.actor.userId,
          settledAt: ctx.now,
        },
      ],
    })
    return { caseId: facts.caseId, lineIds }
  },
  audit: ({ lineIds }, _input, facts) => ofLines(facts, lineIds),
})

/** The reason does not hold any more: the warning is open again. What was written stays in the history. */
export const unsettleWarning = defineCommand({
  name: 'line.unsettle',
  input: z.strictObject({ caseId: uuid(), settlementId: uuid() }),
  subject: bySubject,
  run: async (ctx, { settlementId }, facts) => {
    demandWhole(ctx, facts)
    const { tx, actor, now } = ctx
    const settlement = await tx.lineWarningSettlement.findFirst({
      where: { id: settlementId, caseId: facts.caseId },
    })
    const undone = await tx.lineWarningSettlement.updateMany({
      where: { id: settlementId, caseId: facts.caseId, undoneAt: null },
      data: { undoneAt: now, undoneById: actor.userId },
    })
    if (undone.count !== 1) throw conflict('stale')
    return { caseId: facts.caseId, lineIds: settlement?.lineIds ?? [] }
  },
  audit: ({ lineIds }, _input, facts) => ofLines(facts, lineIds),
})
