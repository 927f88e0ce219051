import type { CaseFacts } from '@/lib/cases'
import type { DataCategory } from '@/lib/catalogue'
import { type DisclosureLevel, shownTo } from '@/lib/notes/kinds'
import { toDbDate } from '@/lib/platform/clock'
import { invalid } from '@/lib/platform/errors'
import type { Context } from '@/lib/policy/usecase'

export type Recipient = { readonly institutionId: string; readonly name: string }

/** Institutions that work with the family beside the case's owner and the own house: they read by consent. */
export const recipientsOf = async (
  { tx, today, actor }: Context,
  facts: CaseFacts,
  authorInstitutionId: string = actor.institutionId,
): Promise<Recipient[]> => {
  const on = toDbDate(today)
  const rows = await tx.caseParticipant.findMany({
    where: {
      caseId: facts.caseId,
      startsOn: { lte: on },
      OR: [{ endsOn: null }, { endsOn: { gte: on } }],
      institutionId: { notIn: [facts.ownerInstitutionId, authorInstitutionId] },
    },
    select: { institutionId: true },
  })
  const institutions = await tx.institution.findMany({
    where: { id: { in: rows.map((r) => r.institutionId) } },
    orderBy: { name: 'asc' },
    select: { id: true, name: true },
  })
  return institutions.map(({ id, name }) => ({ institutionId: id, name }))
}

/** Of these institutions the ones to which a live consent or basis opens the category about all these persons. */
export const grantedTo = async (
  { tx }: Context,
  about: { caseId: string; personIds: readonly string[]; category: DataCategory },
  institutionIds: readonly string[],
): Promise<ReadonlySet<string>> => {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select i as id from unnest(${[...institutionIds]}::uuid[]) i
    where app.persons_granted(i, ${about.caseId}::uuid, ${[...about.personIds]}::uuid[], ${about.category}::data_category)`
  return new Set(rows.map((row) => row.id))
}

export type Disclosure = Recipient & {
  /** A live consent or basis covers the category: without it nothing can be shown. */
  readonly granted: boolean
  /** What the author chose; null: what follows from the category. */
  readonly set: DisclosureLevel | null
  readonly shown: DisclosureLevel | null
}

type Kept = { id: string; caseId: string; personIds: string[]; category: DataCategory }

/** Who is shown how much of this note. */
export const disclosuresOf = async (
  ctx: Context,
  facts: CaseFacts,
  note: Kept & { authorInstitutionId: string },
): Promise<Disclosure[]> => {
  const recipients = await recipientsOf(ctx, facts, note.authorInstitutionId)
  const ids = recipients.map((r) => r.institutionId)
  const granted = await grantedTo(ctx, note, ids)
  const rows = await ctx.tx.noteDisclosure.findMany({ where: { noteId: note.id } })
  return recipients.map((r) => {
    const set = rows.find((row) => row.institutionId === r.institutionId)?.level ?? null
    const open = granted.has(r.institutionId)
    return { ...r, granted: open, set, shown: shownTo(open, note.category, set) }
  })
}

export type Level = { readonly institutionId: string; readonly level: DisclosureLevel | null }

/**
 * Sets what each named institution is shown; null gives it back to the default. Above the consent nothing is accepted:
 * not even `exists` where the category is not open to the institution.
 */
export const setLevels = async (
  ctx: Context,
  facts: CaseFacts,
  note: Kept,
  levels: readonly Level[],
): Promise<void> => {
  const known = await recipientsOf(ctx, facts)
  const granted = await grantedTo(
    ctx,
    note,
    known.map((r) => r.institutionId),
  )
  for (const [i, { institutionId, level }] of levels.entries()) {
    if (!known.some((r) => r.institutionId === institutionId))
      throw invalid({ [`levels.${i}.level`]: 'choose' })
    if (level !== null && !granted.has(institutionId)) throw invalid({ [`levels.${i}.level`]: 'noteNoGrant' })
    const data = { level, setAt: ctx.now }
    const changed = await ctx.tx.noteDisclosure.updateMany({
      where: { noteId: note.id, institutionId },
      data,
    })
    if (changed.count === 0 && level !== null)
      await ctx.tx.noteDisclosure.createMany({
        data: [{ noteId: note.id, institutionId, caseId: facts.caseId, teamId: facts.teamId, ...data }],
      })
  }
}
