import { z } from 'zod'
import { fold } from '@/lib/format/fold'
import { toDbDate } from '@/lib/platform/clock'
import { conflict } from '@/lib/platform/errors'
import { flag, line, optional, prose, uuid, version } from '@/lib/platform/input'
import { type Context, defineCommand } from '@/lib/policy/usecase'
import { ofTemplate, type TemplateFacts, templateFacts } from '@/lib/templates/facts'
import { needKey } from '@/lib/templates/make'

const target = { templateId: uuid(), version: version() }
const audit = (_r: unknown, _i: unknown, facts: TemplateFacts) => ofTemplate(facts)

const change = async (
  { tx }: Context,
  { row }: TemplateFacts,
  seen: number,
  data: object,
): Promise<{ templateId: string }> => {
  const changed = await tx.basketTemplate.updateMany({
    where: { id: row.id, version: seen },
    data: { ...data, version: { increment: 1 } },
  })
  if (changed.count !== 1) throw conflict('stale')
  return { templateId: row.id }
}

/** Name, description and type of problem put right; the services stay what they were. */
export const correctTemplate = defineCommand({
  name: 'template.correct',
  input: z.strictObject({ ...target, name: line(120), description: optional(prose(600)), needKey }),
  subject: templateFacts,
  run: (ctx, { name, description, needKey: problem, version: seen }, facts) =>
    change(ctx, facts, seen, { name, nameFolded: fold(name), description, needKey: problem }),
  audit,
})

/** Offered to nobody any more; found again among the retired ones. */
export const retireTemplate = defineCommand({
  name: 'template.retire',
  input: z.strictObject(target),
  subject: templateFacts,
  run: (ctx, { version: seen }, facts) => {
    if (facts.row.retiredOn) throw conflict('wrongState')
    return change(ctx, facts, seen, { retiredOn: toDbDate(ctx.today) })
  },
  audit,
})

export const restoreTemplate = defineCommand({
  name: 'template.restore',
  input: z.strictObject(target),
  subject: templateFacts,
  run: (ctx, { version: seen }, facts) => {
    if (!facts.row.retiredOn) throw conflict('wrongState')
    return change(ctx, facts, seen, { retiredOn: null })
  },
  audit,
})

/** The team shows it to its ROPS, or takes that back as long as it is not shared. */
export const offerTemplate = defineCommand({
  name: 'template.offer',
  input: z.strictObject({ ...target, offered: flag() }),
  subject: templateFacts,
  run: (ctx, { offered, version: seen }, facts) => {
    const { row } = facts
    if (row.retiredOn || (!offered && row.sharedOn)) throw conflict('wrongState')
    return change(ctx, facts, seen, { offeredOn: offered ? toDbDate(ctx.today) : null })
  },
  audit,
})

/** The ROPS lets every team of the voivodeship use what one team offered. */
export const shareTemplate = defineCommand({
  name: 'template.share',
  input: z.strictObject(target),
  subject: templateFacts,
  run: (ctx, { version: seen }, facts) => {
    const { row } = facts
    if (row.retiredOn || row.sharedOn || !row.offeredOn) throw conflict('wrongState')
    return change(ctx, facts, seen, { sharedOn: toDbDate(ctx.today) })
  },
  audit,
})

export const unshareTemplate = defineCommand({
  name: 'template.unshare',
  input: z.strictObject(target),
  subject: templateFacts,
  run: (ctx, { version: seen }, facts) => {
    if (!facts.row.sharedOn) throw conflict('wrongState')
    return change(ctx, facts, seen, { sharedOn: null })
  },
  audit,
})
