import { z } from 'zod'
import { basketOf } from '@/lib/baskets/basket'
import { lineFacts } from '@/lib/baskets/facts'
import { moveLine } from '@/lib/baskets/move'
import { notifyAsked } from '@/lib/baskets/notify'
import { lineWarnings } from '@/lib/baskets/warnings'
import { deadline } from '@/lib/calendar'
import { bySubject, type CaseFacts, ofCase } from '@/lib/cases'
import type { IsoDate } from '@/lib/format/dates'
import { toDbDate } from '@/lib/platform/clock'
import { conflict } from '@/lib/platform/errors'
import { many, uuid } from '@/lib/platform/input'
import { type Context, defineCommand } from '@/lib/policy/usecase'
import { type TermHolder, termFor } from '@/lib/variants'

/** By when a provider that is asked today should answer; 7 days by default (analogous to UPS art. 105). */
export const answerDue = async (ctx: Context, holder: TermHolder): Promise<IsoDate> =>
  deadline(ctx.today, await termFor(ctx, holder, 'lineAnswer'))

/** Asks the provider of one draft line; from now on its institution sees it. */
export const sendLine = async (ctx: Context, lineId: string): Promise<void> => {
  const facts = await lineFacts(ctx, lineId)
  const due = await answerDue(ctx, facts)
  await moveLine(ctx, facts, 'send', { set: { sentAt: ctx.now, answerDueOn: toDbDate(due) } })
  await notifyAsked(ctx, facts)
}

/** Draft lines split into those that may go out and those that a blocking warning holds. */
export const draftsOf = async (
  ctx: Context,
  facts: CaseFacts,
): Promise<{ ready: string[]; held: string[] }> => {
  const { lines, around } = await basketOf(ctx, facts)
  const blocked = new Set(lineWarnings(lines, around).flatMap((w) => (w.blocking ? [w.lineId] : [])))
  const drafts = lines.filter((l) => l.status === 'draft').map((l) => l.id)
  return { ready: drafts.filter((id) => !blocked.has(id)), held: drafts.filter((id) => blocked.has(id)) }
}

/** Sends the drafts that may go (all of them, or the named ones) and says how many had to stay. */
export const sendLines = defineCommand({
  name: 'line.send',
  input: z.strictObject({ caseId: uuid(), lineIds: many(uuid()) }),
  subject: bySubject,
  run: async (ctx, { lineIds }, facts) => {
    const drafts = await draftsOf(ctx, facts)
    const wanted = (id: string) => lineIds.length === 0 || lineIds.includes(id)
    const ready = drafts.ready.filter(wanted)
    const held = drafts.held.filter(wanted).length
    if (ready.length === 0) throw conflict(held > 0 ? 'basket.held' : 'basket.nothingToSend')
    for (const id of ready) await sendLine(ctx, id)
    return { caseId: facts.caseId, sent: ready.length, held }
  },
  audit: (_result, _input, facts) => ofCase(facts),
})
