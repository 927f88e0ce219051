import { bySubject, type CaseFacts, isOpen } from '@/lib/cases'
import type { DataCategory } from '@/lib/catalogue'
import { conflict, notFound } from '@/lib/platform/errors'
import type { NoteModel } from '@/lib/platform/generated/prisma/models'
import type { Context } from '@/lib/policy/usecase'

export type NoteFacts = CaseFacts & { readonly note: NoteModel }

/** A note that this person may know of, with its case and its author. */
export const noteFacts = async (ctx: Context, { noteId }: { noteId: string }): Promise<NoteFacts> => {
  const note = await ctx.tx.note.findUnique({ where: { id: noteId } })
  if (!note) throw notFound()
  const facts = await bySubject(ctx, { caseId: note.caseId })
  return { ...facts, note, authorId: note.authorId, authorInstitutionId: note.authorInstitutionId }
}

/** Notes are written while the work with the family goes on. */
export const demandOpen = (facts: CaseFacts): void => {
  if (!isOpen(facts.status)) throw conflict('wrongState')
}

/** A profession bound to secrecy, by the house or by the mark on the employment (decision 0011). */
export const keepsSecret = async ({ tx }: Context): Promise<boolean> => {
  const [row] = await tx.$queryRaw<{ secret: boolean }[]>`select app.keeps_secret() as secret`
  return row?.secret ?? false
}

/** Categories that this person may read about all these persons together (nobody named: the whole family). */
export const openFor = async (
  { tx }: Context,
  facts: CaseFacts,
  personIds: readonly string[],
): Promise<ReadonlySet<DataCategory>> => {
  const rows = await tx.$queryRaw<{ category: DataCategory }[]>`
    select c as category from unnest(enum_range(null::data_category)) c
    where app.persons_open(${facts.caseId}::uuid, ${[...personIds]}::uuid[], c, ${facts.ownerInstitutionId}::uuid)`
  return new Set(rows.map((row) => row.category))
}
