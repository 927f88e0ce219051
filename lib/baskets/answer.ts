import { z } from 'zod'
import { type LineFacts, lineAudit, lineFacts } from '@/lib/baskets/facts'
import { moveLine } from '@/lib/baskets/move'
import { notifyAnswered } from '@/lib/baskets/notify'
import { declineReasons } from '@/lib/catalogue'
import { quantityToDecimal } from '@/lib/format/money'
import { toDbDate, toDbDateOrNull } from '@/lib/platform/clock'
import { invalid } from '@/lib/platform/errors'
import { date, optional, prose, quantity, uuid, version } from '@/lib/platform/input'
import { type Context, defineCommand } from '@/lib/policy/usecase'

const reasonKey = z
  .string({ error: 'choose' })
  .refine((key) => declineReasons().some((r) => r.key === key), 'choose')

const target = { lineId: uuid(), version: version() }
const input = z.discriminatedUnion(
  'answer',
  [
    z.strictObject({ ...target, answer: z.literal('accept') }),
    z.strictObject({ ...target, answer: z.literal('decline'), reasonKey, note: optional(prose(500)) }),
    z.strictObject({ ...target, answer: z.literal('wait'), note: optional(prose(500)) }),
    z.strictObject({
      ...target,
      answer: z.literal('counter'),
      startsOn: optional(date()),
      quantity: optional(quantity()),
      note: optional(prose(500)),
    }),
  ],
  { error: 'choose' },
)
export type AnswerInput = z.output<typeof input>

/** What the answer leaves on the line. */
const marks = (ctx: Context, answer: AnswerInput) => {
  const who = { answeredAt: ctx.now, answeredById: ctx.actor.userId }
  switch (answer.answer) {
    case 'accept':
      return { ...who, answerNote: null }
    case 'decline':
      return { ...who, declineReasonKey: answer.reasonKey, answerNote: answer.note }
    case 'wait':
      return { ...who, waitingSince: toDbDate(ctx.today), answerNote: answer.note }
    case 'counter':
      return {
        ...who,
        counterStartsOn: toDbDateOrNull(answer.startsOn),
        counterQuantity: answer.quantity === null ? null : quantityToDecimal(answer.quantity),
        answerNote: answer.note,
      }
  }
}

const check = (answer: AnswerInput, today: string): void => {
  if (answer.answer === 'decline' && answer.reasonKey === 'inne' && !answer.note)
    throw invalid({ note: 'required' })
  if (answer.answer !== 'counter') return
  if (!answer.startsOn && !answer.quantity && !answer.note) throw invalid({ note: 'counterEmpty' })
  if (answer.startsOn && answer.startsOn < today) throw invalid({ startsOn: 'datePast' })
  if (answer.quantity === 0) throw invalid({ quantity: 'outOfRange' })
}

/** The provider answers: takes the line, refuses with a reason, keeps a place on the waiting list, proposes another way. */
export const answerLine = defineCommand({
  name: 'line.answer',
  input,
  subject: (ctx, { lineId }): Promise<LineFacts> => lineFacts(ctx, lineId),
  run: async (ctx, answer, facts) => {
    check(answer, ctx.today)
    await moveLine(ctx, facts, answer.answer, {
      version: answer.version,
      reasonKey: answer.answer === 'decline' ? answer.reasonKey : null,
      note: 'note' in answer ? answer.note : null,
      set: marks(ctx, answer),
    })
    await notifyAnswered(ctx, facts, answer.answer)
    if (answer.answer === 'decline')
      await ctx.tx.$queryRaw`select app.return_plan_after_refusal(${facts.lineId}::uuid)`
    return { lineId: facts.lineId, caseId: facts.caseId, answer: answer.answer }
  },
  audit: (_result, _input, facts) => lineAudit(facts),
})
