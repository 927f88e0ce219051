import { z } from 'zod'
import { isFinal } from '@/lib/baskets'
import { type CaseFacts, demandTalk, moveCase, noTalkKeys, ofCase, stageDue } from '@/lib/cases'
import { mayCarry } from '@/lib/plans'
import { toDbDate, toDbDateOrNull } from '@/lib/platform/clock'
import { conflict } from '@/lib/platform/errors'
import { many, optional, uuid, version } from '@/lib/platform/input'
import { type Context, defineCommand } from '@/lib/policy/usecase'
import { transferCase, transferFor } from '@/lib/transfers/request'
import { adultsMissing, transferPeople } from '@/lib/transfers/scope'
import { stageRefusal } from '@/lib/transfers/state'

/** Every service is over before the case passes, or is handed over one by one: it goes on with its provider. */
const handOver = async (ctx: Context, facts: CaseFacts, handed: readonly string[]): Promise<string[]> => {
  const lines = await ctx.tx.basketLine.findMany({ where: { caseId: facts.caseId } })
  const open = lines.filter((l) => !isFinal(l.status))
  if (open.some((l) => !mayCarry(l) || !(handed.includes(l.id) || l.carriedOn !== null)))
    throw conflict('transfer.openLines')
  const ids = open.map((l) => l.id)
  await ctx.tx.basketLine.updateMany({
    where: { id: { in: ids }, carriedOn: null },
    data: { carriedOn: toDbDate(ctx.today), version: { increment: 1 } },
  })
  return ids
}

/** The usual term of the first step: terms that the other team set for itself are not ours to read. */
const newDue = (ctx: Context, toTeamId: string) => stageDue(ctx, { teamId: toTeamId }, 'submitted')

/**
 * Both teams said yes and the family agreed: what consent opens passes into a new case of the receiving team, and this
 * one ends (row 14, outcome "przekazane"). The old team keeps its history, to read, as long as it keeps files.
 */
export const passTransfer = defineCommand({
  name: 'transfer.pass',
  input: z.strictObject({
    transferId: uuid(),
    version: version(),
    handed: many(uuid()),
    noTalkKey: optional(z.enum(noTalkKeys, { error: 'choose' })),
  }),
  subject: transferCase,
  run: async (ctx, { transferId, version: seen, handed, noTalkKey }, facts) => {
    const row = await transferFor(ctx, transferId, seen, 'passed')
    const refusal = stageRefusal[facts.status]
    if (refusal) throw conflict(refusal)
    if (row.toInstitutionId !== facts.ownerInstitutionId) {
      const people = await transferPeople(ctx, facts, row.toInstitutionId)
      if (adultsMissing(people).length > 0) throw conflict('transfer.consents')
    }
    await demandTalk(ctx, facts, noTalkKey)
    const lines = await handOver(ctx, facts, handed)
    const due = toDbDateOrNull(await newDue(ctx, row.toTeamId))
    await ctx.tx.$queryRaw`select app.pass_transfer(${row.id}::uuid, ${due}::date, ${lines}::uuid[])::text`
    await moveCase(ctx, facts, 'closed', {
      reasonKey: 'przekazanie',
      set: {
        closedOn: toDbDate(ctx.today),
        closingReasonKey: 'przekazanie',
        outcomeKey: 'przekazane',
      },
    })
    return { caseId: facts.caseId }
  },
  audit: (_r, _i, facts) => ofCase(facts),
})
