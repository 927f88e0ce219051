import { z } from 'zod'
import { bySubject, type CaseFacts, isOpen, ofCase } from '@/lib/cases'
import type { DataCategory } from '@/lib/catalogue'
import { type IsoDate, isIsoDate } from '@/lib/format/dates'
import { keepsSecret, noteFacts } from '@/lib/notes/facts'
import { type DisclosureLevel, type NoteKind, participations, recommendations } from '@/lib/notes/kinds'
import { disclosuresOf } from '@/lib/notes/recipients'
import { fromDbDate, fromDbDateOrNull, toDbDate } from '@/lib/platform/clock'
import type { Prisma } from '@/lib/platform/generated/prisma/client'
import { uuid } from '@/lib/platform/input'
import { cursor, direction, pageOf } from '@/lib/platform/keyset'
import { mayAll } from '@/lib/policy/decide'
import { type Context, defineQuery } from '@/lib/policy/usecase'

export type NoteView = {
  readonly id: string
  readonly kind: NoteKind
  readonly heldOn: IsoDate
  readonly category: DataCategory
  /** Names that this reader may know. */
  readonly persons: readonly string[]
  /** It names nobody: about all of them. */
  readonly wholeFamily: boolean
  readonly author: string | null
  readonly institution: string | null
  /** How much of it this reader is shown. */
  readonly level: DisclosureLevel
  readonly summary: string | null
  readonly participation: (typeof participations)[number] | null
  readonly recommendation: (typeof recommendations)[number] | null
  readonly body: string | null
  readonly nextOn: IsoDate | null
  readonly corrected: boolean
  readonly removed: boolean
  readonly own: boolean
  readonly version: number
}

const code = <T extends string>(codes: readonly T[], value: string | null | undefined): T | null =>
  codes.find((c) => c === value) ?? null

const include = { summary: true, next: true, text: true } satisfies Prisma.NoteInclude
type Row = Prisma.NoteGetPayload<{ include: typeof include }>

const namesFor = async ({ tx }: Context, rows: readonly Row[]) => {
  const people = await tx.person.findMany({
    where: { id: { in: rows.flatMap((r) => r.personIds) } },
    select: { id: true, givenName: true, familyName: true },
  })
  const users = await tx.userAccount.findMany({
    where: { id: { in: rows.map((r) => r.authorId) } },
    select: { id: true, givenName: true, familyName: true },
  })
  const places = await tx.institution.findMany({
    where: { id: { in: rows.map((r) => r.authorInstitutionId) } },
    select: { id: true, name: true },
  })
  return {
    nameOf: new Map([...people, ...users].map((p) => [p.id, `${p.givenName} ${p.familyName}`])),
    placeOf: new Map(places.map((p) => [p.id, p.name])),
  }
}

const levelsOf = async ({ tx }: Context, ids: readonly string[]) => {
  const rows = await tx.$queryRaw<{ id: string; level: DisclosureLevel | null }[]>`
    select n as id, app.note_level(n) as level from unnest(${[...ids]}::uuid[]) n`
  return new Map(rows.map((r) => [r.id, r.level]))
}

/** Rows as this reader may see them: row-level security already took away the parts above the reader's level. */
export const viewsOf = async (ctx: Context, rows: readonly Row[]): Promise<NoteView[]> => {
  const { nameOf, placeOf } = await namesFor(ctx, rows)
  const levels = await levelsOf(
    ctx,
    rows.map((r) => r.id),
  )
  return rows.map((r) => ({
    id: r.id,
    kind: r.kind,
    heldOn: fromDbDate(r.heldOn),
    category: r.category,
    persons: r.personIds.flatMap((id) => nameOf.get(id) ?? []),
    wholeFamily: r.personIds.length === 0,
    author: nameOf.get(r.authorId) ?? null,
    institution: placeOf.get(r.authorInstitutionId) ?? null,
    level: levels.get(r.id) ?? 'exists',
    summary: r.summary?.summary ?? null,
    participation: code(participations, r.summary?.participation),
    recommendation: code(recommendations, r.summary?.recommendation),
    body: r.text?.body || null,
    nextOn: fromDbDateOrNull(r.next?.nextOn ?? null),
    corrected: r.version > 1,
    removed: r.removedAt !== null,
    own: r.authorId === ctx.actor.userId && r.authorInstitutionId === ctx.actor.institutionId,
    version: r.version,
  }))
}

/** Notes of these ids as far as this reader is shown them. */
export const notesById = async (ctx: Context, ids: readonly string[]): Promise<NoteView[]> =>
  viewsOf(ctx, await ctx.tx.note.findMany({ where: { id: { in: [...ids] } }, include }))

const pageSize = 20

/** Notes and contacts of a case, the newest day first. */
export const listNotes = defineQuery({
  name: 'note.list',
  input: z.strictObject({ caseId: uuid(), cursor: cursor() }),
  subject: bySubject,
  run: async (ctx, { caseId, cursor: at }, facts) => {
    const order = direction(at, 'desc')
    const beyond = order === 'desc' ? 'lt' : 'gt'
    const day = at && isIsoDate(at.value) ? toDbDate(at.value) : null
    const found = await ctx.tx.note.findMany({
      where: {
        caseId,
        ...(at && day
          ? { OR: [{ heldOn: { [beyond]: day } }, { heldOn: day, id: { [beyond]: at.id } }] }
          : {}),
      },
      orderBy: [{ heldOn: order }, { id: order }],
      take: pageSize + 1,
      include,
    })
    const page = pageOf(found, pageSize, at, (r) => ({ value: fromDbDate(r.heldOn), id: r.id }))
    const may = mayAll(ctx.actor, facts, 'note.write')
    return {
      notes: await viewsOf(ctx, page.rows),
      next: page.next,
      previous: page.previous,
      mayWrite: may['note.write'] && isOpen(facts.status),
    }
  },
  audit: (_result, _input, facts: CaseFacts) => ofCase(facts),
})

/** One note with its earlier versions, and with who is shown how much of it for its author and the family's coordinator. */
export const readNote = defineQuery({
  name: 'note.read',
  input: z.strictObject({ noteId: uuid() }),
  subject: noteFacts,
  run: async (ctx, { noteId }, facts) => {
    const row = await ctx.tx.note.findUniqueOrThrow({ where: { id: noteId }, include })
    const [note] = await viewsOf(ctx, [row])
    const versions = await ctx.tx.noteVersion.findMany({ where: { noteId }, orderBy: { versionNo: 'desc' } })
    const may = mayAll(ctx.actor, facts, 'note.correct', 'note.disclose', 'note.remove', 'consent.record')
    const live = isOpen(facts.status) && row.removedAt === null
    const sets = may['note.disclose'] && live
    return {
      caseId: facts.caseId,
      note: note as NoteView,
      /** The author is of a profession bound to secrecy: no words, also in a correction. */
      secret: await keepsSecret(ctx),
      versions: versions.map((v) => ({
        no: v.versionNo,
        kind: v.kind,
        heldOn: fromDbDate(v.heldOn),
        summary: v.summary,
        body: v.body || null,
        until: v.replacedAt,
      })),
      disclosures:
        sets || (facts.ownerInstitutionId === ctx.actor.institutionId && may['consent.record'])
          ? await disclosuresOf(ctx, facts, row)
          : null,
      may: { correct: may['note.correct'] && live, disclose: sets, remove: may['note.remove'] && live },
    }
  },
  audit: (_result, _input, facts) => ofCase(facts),
})

export type NotePage = Awaited<ReturnType<typeof readNote.execute>>
