import { z } from 'zod'
import { bySubject } from '@/lib/cases'
import { keepsSecret } from '@/lib/notes/facts'
import { Prisma } from '@/lib/platform/generated/prisma/client'
import { uuid } from '@/lib/platform/input'
import { type Context, defineCommand } from '@/lib/policy/usecase'

const fieldsInput = z
  .record(z.string().max(60), z.union([z.string().max(10_000), z.array(z.string().max(100)).max(60)]))
  .refine((fields) => Object.keys(fields).length <= 200, 'tooLong')
const stored = z.record(z.string(), z.union([z.string(), z.array(z.string())]))

export type Draft = {
  readonly fields: Readonly<Record<string, string | string[]>>
  readonly savedAt: Date
}

const mine = ({ actor }: Context, caseId: string) => ({
  caseId,
  authorId: actor.userId,
  institutionId: actor.institutionId,
})

/** What this person was writing about this case in this house. */
export const draftOf = async (ctx: Context, caseId: string): Promise<Draft | null> => {
  const row = await ctx.tx.noteDraft.findFirst({ where: mine(ctx, caseId) })
  const fields = stored.safeParse(row?.fields)
  return row && fields.success ? { fields: fields.data, savedAt: row.savedAt } : null
}

export const clearDraft = async (ctx: Context, caseId: string): Promise<void> => {
  await ctx.tx.noteDraft.updateMany({ where: mine(ctx, caseId), data: { fields: Prisma.DbNull } })
}

/**
 * Keeps what is being typed, as typed, for its author alone; one draft a case. A profession bound to secrecy drafts no
 * free words either. The access log says that a draft was kept and not about whom: nobody was shown anything.
 */
export const saveNoteDraft = defineCommand({
  name: 'note.draft',
  input: z.strictObject({ caseId: uuid(), fields: fieldsInput }),
  subject: bySubject,
  run: async (ctx, { caseId, fields }, facts) => {
    const { body: _body, summary: _summary, ...codes } = fields
    const data = { fields: (await keepsSecret(ctx)) ? codes : fields, savedAt: ctx.now }
    const kept = await ctx.tx.noteDraft.updateMany({ where: mine(ctx, caseId), data })
    if (kept.count === 0)
      await ctx.tx.noteDraft.createMany({ data: [{ ...mine(ctx, caseId), teamId: facts.teamId, ...data }] })
    return { caseId, savedAt: ctx.now }
  },
  audit: 'notPersonal',
})

/** The author throws away what was being written. */
export const dropNoteDraft = defineCommand({
  name: 'note.dropDraft',
  input: z.strictObject({ caseId: uuid() }),
  subject: bySubject,
  run: async (ctx, { caseId }) => {
    await clearDraft(ctx, caseId)
    return { caseId }
  },
  audit: 'notPersonal',
})
