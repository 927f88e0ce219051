import { z } from 'zod'
import {
  hoursOf,
  hundredthsOrNull,
  type LineFacts,
  type LineHours,
  lineAudit,
  lineFacts,
  setHours,
  stillOpen,
} from '@/lib/baskets/facts'
import { moveLine } from '@/lib/baskets/move'
import { frequencies } from '@/lib/baskets/schedule'
import { signedTerms, termsChanged } from '@/lib/baskets/signed'
import { mayBeNamed } from '@/lib/baskets/staff'
import { lineStep } from '@/lib/baskets/state'
import { beyondSigned, termsDiffer } from '@/lib/baskets/terms'
import { quantityToDecimal } from '@/lib/format/money'
import { fromDbDate, fromDbDateOrNull, toDbDate, toDbDateOrNull } from '@/lib/platform/clock'
import { conflict, invalid } from '@/lib/platform/errors'
import { date, line, optional, prose, quantity, timeOfDay, uuid, version, whole } from '@/lib/platform/input'
import { type Context, defineCommand } from '@/lib/policy/usecase'

const target = { lineId: uuid(), version: version() }
const subject = (ctx: Context, { lineId }: { lineId: string }): Promise<LineFacts> => lineFacts(ctx, lineId)
const audit = (_result: unknown, _input: unknown, facts: LineFacts) => lineAudit(facts)

/** The institution names who of its people delivers the line. */
export const assignLine = defineCommand({
  name: 'line.assign',
  input: z.strictObject({ ...target, userId: uuid() }),
  subject,
  run: async (ctx, input, facts) => {
    stillOpen(facts)
    const { providerInstitutionId, ownerInstitutionId } = facts
    if (!(await mayBeNamed(ctx, input.userId, providerInstitutionId, ownerInstitutionId)))
      throw invalid({ userId: 'choose' })
    const changed = await ctx.tx.basketLine.updateMany({
      where: { id: facts.lineId, version: input.version },
      data: { responsibleUserId: input.userId, version: { increment: 1 } },
    })
    if (changed.count !== 1) throw conflict('stale')
    return { lineId: facts.lineId }
  },
  audit,
})

/** The terms that were agreed; hours that this actor is not to know are not changed, so they are those of the form. */
const termsOf = ({ row }: LineFacts, { weekday, atTime }: Pick<LineHours, 'weekday' | 'atTime'>) => ({
  startsOn: fromDbDate(row.startsOn),
  endsOn: fromDbDateOrNull(row.endsOn),
  frequency: row.frequency,
  quantity: hundredthsOrNull(row.quantity),
  weekday,
  atTime,
})

/** The schedule is set: when it begins, how often, how much each time, where. */
export const scheduleLine = defineCommand({
  name: 'line.schedule',
  input: z.strictObject({
    ...target,
    startsOn: date(),
    endsOn: optional(date()),
    frequency: z.enum(frequencies, { error: 'choose' }),
    quantity: optional(quantity()),
    weekday: optional(whole(1, 7)),
    atTime: optional(timeOfDay()),
    place: optional(line(200)),
  }),
  subject,
  run: async (ctx, input, facts) => {
    if (input.endsOn && input.endsOn < input.startsOn) throw invalid({ endsOn: 'dateOrder' })
    const signed = facts.planInForce ? await signedTerms(ctx, facts.lineId) : null
    const beyond = signed ? beyondSigned(signed, input) : {}
    if (Object.keys(beyond).length > 0) throw invalid(beyond)
    const before = await hoursOf(ctx, facts.lineId)
    await moveLine(ctx, facts, 'schedule', {
      version: input.version,
      set: {
        startsOn: toDbDate(input.startsOn),
        endsOn: toDbDateOrNull(input.endsOn),
        frequency: input.frequency,
        quantity: input.quantity === null ? null : quantityToDecimal(input.quantity),
      },
    })
    await setHours(ctx, facts.lineId, input)
    if (termsDiffer(termsOf(facts, before ?? input), input)) await termsChanged(ctx, facts)
    return { lineId: facts.lineId }
  },
  audit,
})

/** Number and date of the administrative decision, where the benefit needs one and the line has none yet. */
const decision = {
  decisionNumber: optional(line(80)),
  decisionOn: optional(date()),
}

/** Work begins; see lineStep for what must be there first. */
export const startLine = defineCommand({
  name: 'line.start',
  input: z.strictObject({ ...target, ...decision }),
  subject,
  run: async (ctx, input, facts) => {
    if (input.decisionOn && input.decisionOn > ctx.today) throw invalid({ decisionOn: 'dateFuture' })
    const known = {
      ...facts,
      decisionNumber: input.decisionNumber ?? facts.decisionNumber,
      decisionOn: input.decisionOn ?? facts.decisionOn,
    }
    await moveLine(ctx, known, 'start', {
      version: input.version,
      set: { decisionNumber: known.decisionNumber, decisionOn: toDbDateOrNull(known.decisionOn) },
    })
    return { lineId: facts.lineId }
  },
  audit,
})

/** A pause, with its reason. */
export const suspendLine = defineCommand({
  name: 'line.suspend',
  input: z.strictObject({ ...target, note: prose(500) }),
  subject,
  run: async (ctx, input, facts) => {
    await moveLine(ctx, facts, 'suspend', { version: input.version, note: input.note })
    return { lineId: facts.lineId }
  },
  audit,
})

/** Back to where the pause began. */
export const resumeLine = defineCommand({
  name: 'line.resume',
  input: z.strictObject(target),
  subject,
  run: async (ctx, input, facts) => {
    const paused = await ctx.tx.lineTransition.findFirst({
      where: { lineId: facts.lineId, toStatus: 'suspended' },
      orderBy: { at: 'desc' },
    })
    const step = lineStep(facts, 'resume')
    // back to work where it had begun, if what work needs is still there
    const began = paused?.fromStatus === 'inProgress' && step.ok && step.to.includes('inProgress')
    const to = began ? 'inProgress' : 'scheduled'
    await moveLine(ctx, facts, 'resume', { version: input.version, to })
    return { lineId: facts.lineId }
  },
  audit,
})

/** The end of the work: done, done in part, or not done with the reason. */
export const finishLine = defineCommand({
  name: 'line.finish',
  input: z.strictObject({
    ...target,
    result: z.enum(['delivered', 'partlyDelivered', 'notDelivered'], { error: 'choose' }),
    note: optional(prose(500)),
  }),
  subject,
  run: async (ctx, input, facts) => {
    if (input.result !== 'delivered' && !input.note) throw invalid({ note: 'required' })
    await moveLine(ctx, facts, 'finish', {
      version: input.version,
      to: input.result,
      note: input.note,
      set: { endReason: input.note },
    })
    return { lineId: facts.lineId }
  },
  audit,
})
