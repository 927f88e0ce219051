import { z } from 'zod'
import { bySubject, type CaseFacts, isOpen, ofCase } from '@/lib/cases'
import { type DataCategory, dataCategoryNames } from '@/lib/catalogue'
import { peopleOf } from '@/lib/diagnosis'
import { draftOf } from '@/lib/notes/draft'
import { keepsSecret, openFor } from '@/lib/notes/facts'
import { recipientsOf } from '@/lib/notes/recipients'
import { uuid } from '@/lib/platform/input'
import { type Context, defineQuery } from '@/lib/policy/usecase'

/** Categories open about the whole family or about any one person of it. */
const openToWrite = async (
  ctx: Context,
  facts: CaseFacts,
  personIds: readonly string[],
): Promise<ReadonlySet<DataCategory>> => {
  const sets = [await openFor(ctx, facts, [])]
  for (const id of personIds) sets.push(await openFor(ctx, facts, [id]))
  return new Set(sets.flatMap((set) => [...set]))
}

/** What the last own note was kept under, else the most guarded one of the family's needs, else the first that is open. */
const suggestCategory = async (
  { tx, actor }: Context,
  caseId: string,
  open: readonly DataCategory[],
): Promise<DataCategory | ''> => {
  const last = await tx.note.findFirst({
    where: { caseId, authorId: actor.userId, authorInstitutionId: actor.institutionId },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select: { category: true },
  })
  const [row] = await tx.$queryRaw<{ category: DataCategory }[]>`
    select app.guarded_category(${caseId}::uuid) as category`
  const wanted = [last?.category, row?.category, open.find((c) => c !== 'PODSTAWOWE'), open[0]]
  return wanted.find((c) => c !== undefined && open.includes(c)) ?? ''
}

/** What the form for a new note offers, with what this person was writing before. */
export const composeNote = defineQuery({
  name: 'note.compose',
  input: z.strictObject({ caseId: uuid() }),
  subject: bySubject,
  run: async (ctx, { caseId }, facts) => {
    const people = await peopleOf(ctx, caseId)
    const open = await openToWrite(
      ctx,
      facts,
      people.map((p) => p.id),
    )
    const categories = dataCategoryNames().filter((c) => open.has(c.value))
    return {
      caseId,
      /** Notes are written while the work with the family goes on. */
      open: isOpen(facts.status),
      noteId: crypto.randomUUID(),
      today: ctx.today,
      people,
      categories,
      suggested: await suggestCategory(
        ctx,
        caseId,
        categories.map((c) => c.value),
      ),
      recipients: await recipientsOf(ctx, facts),
      secret: await keepsSecret(ctx),
      draft: await draftOf(ctx, caseId),
    }
  },
  audit: (_result, _input, facts) => ofCase(facts),
})

export type NoteForm = Awaited<ReturnType<typeof composeNote.execute>>
