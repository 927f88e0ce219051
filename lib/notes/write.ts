import { z } from 'zod'
import { bySubject, type CaseFacts, ofCase } from '@/lib/cases'
import { dataCategories } from '@/lib/catalogue'
import { clearDraft } from '@/lib/notes/draft'
import { demandOpen, keepsSecret, noteFacts, openFor } from '@/lib/notes/facts'
import { checkWords, levelsInput, noteFields } from '@/lib/notes/input'
import { setLevels } from '@/lib/notes/recipients'
import { toDbDate, toDbDateOrNull } from '@/lib/platform/clock'
import { conflict, invalid, staleWith } from '@/lib/platform/errors'
import { many, uuid, version } from '@/lib/platform/input'
import { type Context, defineCommand } from '@/lib/policy/usecase'
import { leaveForm } from '@/lib/presence'

const audit = (_result: unknown, _input: unknown, facts: CaseFacts) => ofCase(facts)

const demandPersons = async (
  { tx }: Context,
  caseId: string,
  personIds: readonly string[],
): Promise<void> => {
  const known = await tx.casePerson.count({
    where: { caseId, personId: { in: [...personIds] }, leftOn: null },
  })
  if (known !== personIds.length) throw invalid({ personIds: 'choose' })
}

/**
 * A note or a contact with the family, kept under one category. The same form sent twice has one effect; what was being
 * drafted is done with.
 */
export const writeNote = defineCommand({
  name: 'note.write',
  input: z.strictObject({
    caseId: uuid(),
    noteId: uuid(),
    category: z.enum(dataCategories, { error: 'choose' }),
    personIds: many(uuid()),
    levels: levelsInput.default([]),
    ...noteFields,
  }),
  subject: bySubject,
  run: async (ctx, input, facts) => {
    const { tx, actor, today } = ctx
    demandOpen(facts)
    const of = { caseId: facts.caseId, teamId: facts.teamId }
    const personIds = [...new Set(input.personIds)]
    if ((await tx.note.count({ where: { id: input.noteId, authorId: actor.userId } })) > 0)
      return { caseId: facts.caseId, noteId: input.noteId }
    const words = checkWords(input, await keepsSecret(ctx), today)
    await demandPersons(ctx, facts.caseId, personIds)
    if (!(await openFor(ctx, facts, personIds)).has(input.category))
      throw invalid({ category: 'categoryClosed' })
    const note = { id: input.noteId, ...of, personIds, category: input.category }
    await tx.note.createMany({
      data: [
        {
          ...note,
          ownerInstitutionId: facts.ownerInstitutionId,
          kind: input.kind,
          heldOn: toDbDate(input.heldOn),
          authorId: actor.userId,
          authorInstitutionId: actor.institutionId,
        },
      ],
    })
    const { body, ...short } = words
    await tx.noteSummary.createMany({ data: [{ noteId: note.id, ...of, ...short }] })
    await tx.noteNext.createMany({ data: [{ noteId: note.id, ...of, nextOn: toDbDateOrNull(input.nextOn) }] })
    if (body) await tx.noteText.createMany({ data: [{ noteId: note.id, ...of, body }] })
    await setLevels(ctx, facts, note, input.levels)
    await clearDraft(ctx, facts.caseId)
    await leaveForm(ctx, facts.caseId, 'note')
    return { caseId: facts.caseId, noteId: note.id }
  },
  audit,
})

type Kept = { id: string; caseId: string; teamId: string }

const replaceWords = async (
  { tx }: Context,
  { id, caseId, teamId }: Kept,
  words: ReturnType<typeof checkWords>,
  nextOn: Date | null,
): Promise<void> => {
  const { body, ...short } = words
  await tx.noteSummary.updateMany({ where: { noteId: id }, data: short })
  // a day that this author is not to know any more stays as it is
  await tx.noteNext.updateMany({ where: { noteId: id }, data: { nextOn } })
  if ((await tx.noteText.count({ where: { noteId: id } })) > 0)
    await tx.noteText.updateMany({ where: { noteId: id }, data: { body: body ?? '' } })
  else if (body) await tx.noteText.createMany({ data: [{ noteId: id, caseId, teamId, body }] })
}

/** Mends an own note; the earlier words stay as a version. About whom and under which category it is stays as it was. */
export const correctNote = defineCommand({
  name: 'note.correct',
  input: z.strictObject({ noteId: uuid(), version: version(), ...noteFields }),
  subject: noteFacts,
  run: async (ctx, input, facts) => {
    const { tx, today } = ctx
    const { note } = facts
    demandOpen(facts)
    if (note.removedAt) throw conflict('wrongState')
    const words = checkWords(input, await keepsSecret(ctx), today)
    const before = await tx.noteSummary.findUniqueOrThrow({ where: { noteId: note.id } })
    const text = await tx.noteText.findUnique({ where: { noteId: note.id } })
    if (note.version !== input.version)
      throw staleWith({
        version: String(note.version),
        summary: before.summary ?? '',
        body: text?.body ?? '',
      })
    const changed = await tx.note.updateMany({
      where: { id: note.id, version: input.version },
      data: { kind: input.kind, heldOn: toDbDate(input.heldOn), version: { increment: 1 } },
    })
    if (changed.count !== 1) throw conflict('stale')
    await tx.noteVersion.createMany({
      data: [
        {
          noteId: note.id,
          versionNo: note.version,
          caseId: note.caseId,
          teamId: note.teamId,
          kind: note.kind,
          heldOn: note.heldOn,
          summary: before.summary,
          body: text?.body ?? null,
          replacedAt: ctx.now,
        },
      ],
    })
    await replaceWords(ctx, note, words, toDbDateOrNull(input.nextOn))
    return { caseId: note.caseId, noteId: note.id }
  },
  audit,
})

/** What each institution is shown of an own note, within what the family opened. */
export const discloseNote = defineCommand({
  name: 'note.disclose',
  input: z.strictObject({ noteId: uuid(), levels: levelsInput }),
  subject: noteFacts,
  run: async (ctx, { levels }, facts) => {
    if (facts.note.removedAt) throw conflict('wrongState')
    await setLevels(ctx, facts, facts.note, levels)
    return { caseId: facts.caseId, noteId: facts.note.id }
  },
  audit,
})

/** Written by mistake: from now on only its author reads it, all others see that it was withdrawn. */
export const removeNote = defineCommand({
  name: 'note.remove',
  input: z.strictObject({ noteId: uuid(), version: version() }),
  subject: noteFacts,
  run: async ({ tx, now }, input, { note }) => {
    if (note.removedAt) throw conflict('wrongState')
    const changed = await tx.note.updateMany({
      where: { id: note.id, version: input.version },
      data: { removedAt: now, version: { increment: 1 } },
    })
    if (changed.count !== 1) throw conflict('stale')
    return { caseId: note.caseId, noteId: note.id }
  },
  audit,
})
