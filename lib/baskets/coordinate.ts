import { z } from 'zod'
import { checkLine, lineColumns, linkLine } from '@/lib/baskets/create'
import {
  hoursOf,
  hundredths,
  type LineFacts,
  type LineHours,
  lineAudit,
  lineFacts,
  noHours,
  setHours,
  stillOpen,
} from '@/lib/baskets/facts'
import { lineFields } from '@/lib/baskets/input'
import { moveLine } from '@/lib/baskets/move'
import { notifyAsked } from '@/lib/baskets/notify'
import { answerDue } from '@/lib/baskets/send'
import { signedTerms, termsChanged } from '@/lib/baskets/signed'
import { isFinal } from '@/lib/baskets/state'
import { dearerThanSigned } from '@/lib/baskets/terms'
import { caseFacts } from '@/lib/cases'
import { fundingSources } from '@/lib/catalogue'
import { formatDate } from '@/lib/format/dates'
import { formatQuantity, moneyInput } from '@/lib/format/money'
import { fromDbDate, toDbDate, toDbDateOrNull } from '@/lib/platform/clock'
import { conflict, invalid, staleWith } from '@/lib/platform/errors'
import { date, line, money, optional, prose, uuid, version, whole } from '@/lib/platform/input'
import { type Context, defineCommand } from '@/lib/policy/usecase'
import { leaveForm } from '@/lib/presence'

const target = { lineId: uuid(), version: version() }
const subject = (ctx: Context, { lineId }: { lineId: string }): Promise<LineFacts> => lineFacts(ctx, lineId)
const audit = (_result: unknown, _input: unknown, facts: LineFacts) => lineAudit(facts)
const result = (facts: LineFacts) => ({ lineId: facts.lineId, caseId: facts.caseId })

const change = async (ctx: Context, facts: LineFacts, seen: number, data: object): Promise<void> => {
  const changed = await ctx.tx.basketLine.updateMany({
    where: { id: facts.lineId, version: seen },
    data: { ...data, version: { increment: 1 } },
  })
  if (changed.count !== 1) throw conflict('stale')
}

/** The coordinator takes the provider's proposal over; the provider is asked again, with its own terms. */
export const takeOverCounter = defineCommand({
  name: 'line.takeOver',
  input: z.strictObject(target),
  subject,
  run: async (ctx, input, facts) => {
    const { row } = facts
    await moveLine(ctx, facts, 'takeOver', {
      version: input.version,
      set: {
        ...(row.counterStartsOn ? { startsOn: row.counterStartsOn } : {}),
        // an end that would now lie before the start is open again
        ...(row.counterStartsOn && row.endsOn && row.endsOn < row.counterStartsOn ? { endsOn: null } : {}),
        ...(row.counterQuantity ? { quantity: row.counterQuantity } : {}),
        counterStartsOn: null,
        counterQuantity: null,
        sentAt: ctx.now,
        answerDueOn: toDbDate(await answerDue(ctx, facts)),
      },
    })
    await termsChanged(ctx, facts)
    await notifyAsked(ctx, facts)
    return result(facts)
  },
  audit,
})

/** Cancels a line that is not over yet, with the reason. */
export const cancelLine = defineCommand({
  name: 'line.cancel',
  input: z.strictObject({ ...target, reason: prose(500) }),
  subject,
  run: async (ctx, input, facts) => {
    const waiting = await ctx.tx.planLine.count({
      where: { lineId: facts.lineId, plan: { status: 'approval' } },
    })
    if (waiting > 0) throw conflict('plan.lineInApproval')
    await moveLine(ctx, facts, 'cancel', {
      version: input.version,
      note: input.reason,
      set: { endReason: input.reason },
    })
    return result(facts)
  },
  audit,
})

/** Why two institutions do the same, or why an institution from outside the agreement is asked. */
export const justifyLine = defineCommand({
  name: 'line.justify',
  input: z.strictObject({
    ...target,
    kind: z.enum(['duplicate', 'notParty'], { error: 'choose' }),
    reason: line(300),
  }),
  subject,
  run: async (ctx, input, facts) => {
    if (isFinal(facts.status)) throw conflict('line.final')
    stillOpen(facts)
    const column = input.kind === 'duplicate' ? 'duplicateReason' : 'outsideAgreementReason'
    await change(ctx, facts, input.version, { [column]: input.reason })
    return result(facts)
  },
  audit,
})

const moneyText = (grosze: number | null): string => (grosze === null ? '' : moneyInput(grosze))

/** What somebody else saved meanwhile, under the names and in the writing of the form's fields. */
const theirs = (row: LineFacts['row'], hours: LineHours): Record<string, string> => ({
  version: String(row.version),
  startsOn: formatDate(fromDbDate(row.startsOn)),
  endsOn: row.endsOn ? formatDate(fromDbDate(row.endsOn)) : '',
  quantity: row.quantity === null ? '' : formatQuantity(hundredths(row.quantity)),
  frequency: row.frequency,
  weekday: String(hours.weekday ?? ''),
  atTime: hours.atTime ?? '',
  title: row.title ?? '',
  scope: row.scope ?? '',
  place: hours.place ?? '',
  costPlanned: moneyText(row.costPlanned),
  coPayment: moneyText(row.coPayment),
  fundingKey: row.fundingKey ?? '',
  legalBasis: row.legalBasis ?? '',
  outsideAgreementReason: row.outsideAgreementReason ?? '',
})

/** A draft is rewritten whole; what was sent is changed only by a counter-proposal or a new line. */
export const editLine = defineCommand({
  name: 'line.edit',
  input: z.strictObject({ ...target, ...lineFields }),
  subject,
  run: async (ctx, { lineId, version: seen, ...input }, facts) => {
    if (facts.status !== 'draft') throw conflict('line.alreadySent')
    stillOpen(facts)
    const familyCase = await caseFacts(ctx, facts.caseId)
    if (facts.row.version !== seen)
      throw staleWith(theirs(facts.row, (await hoursOf(ctx, lineId)) ?? noHours))
    if (input.dependsOnId === lineId) throw invalid({ dependsOnId: 'choose' })
    const { service, goalIds } = await checkLine(ctx, familyCase, input, facts.row)
    await change(ctx, facts, seen, lineColumns(input, service))
    // before the persons change; what is not shown is not taken away by saving the rest
    await setHours(ctx, lineId, input)
    const at = { where: { lineId } }
    await ctx.tx.lineBeneficiary.deleteMany(at)
    await ctx.tx.lineNeed.deleteMany(at)
    await ctx.tx.lineGoal.deleteMany(at)
    await linkLine(ctx, familyCase, lineId, { ...input, goalIds })
    await leaveForm(ctx, facts.caseId, 'line', lineId)
    return result(facts)
  },
  audit,
})

/** A benefit that has begun keeps its decision: it can be corrected, not taken away (UPS art. 106). */
const keepDecision = async (
  { tx }: Context,
  facts: LineFacts,
  decision: { number: string | null; on: string | null },
): Promise<void> => {
  if (!facts.requiresDecision || (decision.number && decision.on)) return
  const began = await tx.lineTransition.count({ where: { lineId: facts.lineId, toStatus: 'inProgress' } })
  if (began > 0) throw invalid(decision.number ? { decisionOn: 'required' } : { decisionNumber: 'required' })
}

/** Money and the decision of a line that runs: they change nothing of what the provider promised. */
export const recordCosts = defineCommand({
  name: 'line.record',
  input: z.strictObject({
    ...target,
    costPlanned: optional(money()),
    costActual: optional(money()),
    coPayment: optional(money()),
    fundingKey: optional(z.string().refine((key) => fundingSources().some((f) => f.key === key), 'choose')),
    decisionNumber: optional(line(80)),
    decisionOn: optional(date()),
    legalBasis: optional(line(200)),
    /** how the family finds that it helped, 1 to 5 */
    satisfaction: optional(whole(1, 5)),
  }),
  subject,
  run: async (ctx, { lineId: _line, version: seen, decisionOn, ...input }, facts) => {
    stillOpen(facts)
    if (decisionOn && decisionOn > ctx.today) throw invalid({ decisionOn: 'dateFuture' })
    await keepDecision(ctx, facts, { number: input.decisionNumber, on: decisionOn })
    const signed = facts.planInForce ? await signedTerms(ctx, facts.lineId) : null
    const dearer = signed ? dearerThanSigned(signed, input) : {}
    if (Object.keys(dearer).length > 0) throw invalid(dearer)
    await change(ctx, facts, seen, { ...input, decisionOn: toDbDateOrNull(decisionOn) })
    const { row } = facts
    if (
      row.costPlanned !== input.costPlanned ||
      row.coPayment !== input.coPayment ||
      row.fundingKey !== input.fundingKey
    )
      await termsChanged(ctx, facts)
    return result(facts)
  },
  audit,
})
