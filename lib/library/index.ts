import { z } from 'zod'
import {
  attach,
  attachmentContent,
  attachmentsOf,
  captionTypes,
  fileField,
  optionalFileField,
} from '@/lib/attachments'
import { modelVariants } from '@/lib/catalogue'
import { fold } from '@/lib/format/fold'
import { impersonal, regionOf, type Theme, themes, webLink, wordsIn } from '@/lib/knowledge'
import {
  captionsSlot,
  change,
  fileKind,
  itemFacts,
  type LibraryKind,
  libraryKinds,
  ofItem,
} from '@/lib/library/facts'
import { fromDbDate, fromDbDateOrNull, toDbDate } from '@/lib/platform/clock'
import { conflict, invalid, notFound } from '@/lib/platform/errors'
import type { LibraryItem } from '@/lib/platform/generated/prisma/client'
import { date, line, optional, prose, uuid, version } from '@/lib/platform/input'
import { may, mayAll } from '@/lib/policy/decide'
import { type Context, defineCommand, defineQuery } from '@/lib/policy/usecase'

export { captionsSlot, type LibraryKind, libraryKinds } from '@/lib/library/facts'
export { attachFilm, openFilm, readFilmPlace } from '@/lib/library/film'

/** Variants of the model for a list. */
export const libraryVariants = () =>
  modelVariants().map((v) => ({ value: v.key, label: `${v.key}: ${v.namePl} (${v.forPl})` }))

const fields = {
  kind: z.enum(libraryKinds, { error: 'choose' }),
  title: line(160),
  description: impersonal(4000),
  link: optional(webLink()),
  transcript: optional(impersonal(20_000)),
  variantKey: optional(z.string().refine((key) => modelVariants().some((v) => v.key === key), 'choose')),
  theme: z.enum(themes, { error: 'choose' }),
  author: line(160),
  datedOn: date(),
}
const fieldsInput = z.strictObject(fields)

/** Where it is to be seen: an address, a file, a film that is put there next. A practice may be told in words alone. */
const somewhere = ({ kind, link, transcript }: z.output<typeof fieldsInput>, has: Has): void => {
  if (has.film && !transcript) throw invalid({ transcript: 'filmInWords' })
  if (link || has.file || has.film || kind === 'practice') return
  if (kind !== 'film') throw invalid({ link: 'linkOrFile' })
  if (!transcript) throw invalid({ transcript: 'filmInWords' }, 'filmNowhere')
}

type Has = { readonly file: boolean; readonly film: boolean }

const dataOf = ({ today }: Context, input: z.output<typeof fieldsInput>, has: Has) => {
  somewhere(input, has)
  if (input.datedOn > today) throw invalid({ datedOn: 'dateFuture' })
  return {
    ...input,
    datedOn: toDbDate(input.datedOn),
    textFolded: fold(`${input.title} ${input.description} ${input.author}`),
  }
}

const viewOf = (row: LibraryItem) => ({
  id: row.id,
  version: row.version,
  kind: row.kind as LibraryKind,
  title: row.title,
  description: row.description,
  link: row.link,
  transcript: row.transcript,
  hasFilm: row.hasFilm,
  /** a film without address and file: only who keeps the library sees it */
  filmMissing: row.kind === 'film' && !row.link && !row.hasFile && !row.hasFilm,
  variantKey: row.variantKey,
  theme: row.theme as Theme,
  author: row.author,
  datedOn: fromDbDate(row.datedOn),
  withdrawnOn: fromDbDateOrNull(row.withdrawnOn),
  withdrawReason: row.withdrawReason,
})
export type LibraryView = ReturnType<typeof viewOf>

const anyOf = <T extends string>(values: readonly T[]) =>
  z
    .enum(values as readonly [T, ...T[]])
    .or(z.literal(''))
    .catch('')

/** The library of the voivodeship: by words without diacritics, kind, theme, and variant (what is for each fits too). */
export const listLibrary = defineQuery({
  name: 'library.list',
  input: z.strictObject({
    q: z.string().max(120).catch(''),
    kind: anyOf(libraryKinds),
    theme: anyOf(themes),
    variant: z.string().max(10).catch(''),
    withdrawn: z.boolean().catch(false),
  }),
  subject: (ctx) => ({ wojewodztwoCode: regionOf(ctx) }),
  run: async (ctx, { q, kind, theme, variant, withdrawn }, facts) => {
    const rows = await ctx.tx.libraryItem.findMany({
      where: {
        withdrawnOn: withdrawn ? { not: null } : null,
        ...(kind ? { kind } : {}),
        ...(theme ? { theme } : {}),
        ...(variant ? { OR: [{ variantKey: variant }, { variantKey: null }] } : {}),
        AND: wordsIn('textFolded', q),
      },
      orderBy: [{ datedOn: 'desc' }, { id: 'asc' }],
      take: 300,
    })
    return { rows: rows.map(viewOf), mayAdd: may(ctx.actor, 'library.add', facts) }
  },
  audit: 'notPersonal',
})

/** One thing of the library. */
export const readLibraryItem = defineQuery({
  name: 'library.read',
  input: z.strictObject({ itemId: uuid() }),
  subject: itemFacts,
  run: async (ctx, { itemId }, facts) => ({
    ...viewOf(facts.row),
    files:
      facts.row.hasFile || facts.row.hasFilm
        ? await attachmentsOf(ctx, { kind: fileKind, subjectIds: [itemId] })
        : [],
    may: mayAll(
      ctx.actor,
      facts,
      'library.correct',
      'library.withdraw',
      'library.restore',
      'library.attach',
      'library.attachFilm',
    ),
  }),
  audit: 'notPersonal',
})
export type LibraryPage = Awaited<ReturnType<typeof readLibraryItem.execute>>

/** A new thing, seen by every team of the voivodeship at once. */
export const addLibraryItem = defineCommand({
  name: 'library.add',
  input: z.strictObject({ ...fields, file: optionalFileField() }),
  subject: (ctx) => ({ wojewodztwoCode: regionOf(ctx) }),
  run: async (ctx, { file, ...input }) => {
    const row = await ctx.tx.libraryItem.create({
      data: {
        ...dataOf(ctx, input, { file: file !== null, film: false }),
        hasFile: file !== null,
        wojewodztwoCode: regionOf(ctx),
        institutionId: ctx.actor.institutionId,
        createdById: ctx.actor.userId,
      },
    })
    if (file) await attach(ctx, { kind: fileKind, id: row.id }, row.title, file)
    return { itemId: row.id, filmNext: row.kind === 'film' && !row.link && !file }
  },
  audit: ({ itemId }) => ({ subjectKind: 'library', subjectIds: [itemId] }),
})

const target = { itemId: uuid(), version: version() }

export const correctLibraryItem = defineCommand({
  name: 'library.correct',
  input: z.strictObject({ ...target, ...fields }),
  subject: itemFacts,
  run: (ctx, { itemId: _itemId, version: seen, ...input }, facts) => {
    if (facts.row.withdrawnOn) throw conflict('wrongState')
    return change(ctx, facts, seen, dataOf(ctx, input, { file: facts.row.hasFile, film: facts.row.hasFilm }))
  },
  audit: ofItem,
})

/** The next version of its file, or of the captions of its film: the one before stays. */
export const attachToLibrary = defineCommand({
  name: 'library.attach',
  input: z.strictObject({ ...target, file: fileField(), of: z.enum(['item', 'film']).default('item') }),
  subject: itemFacts,
  run: async (ctx, { version: seen, file, of }, facts) => {
    const { id, title, withdrawnOn, hasFilm } = facts.row
    if (withdrawnOn || (of === 'film' && !hasFilm)) throw conflict('wrongState')
    if (of === 'item') await attach(ctx, { kind: fileKind, id }, title, file)
    else await attach(ctx, { kind: fileKind, id, slot: captionsSlot }, title, file, captionTypes)
    return change(ctx, facts, seen, of === 'item' ? { hasFile: true } : {})
  },
  audit: ofItem,
})

/** One version of its file, with the content. */
export const openLibraryFile = defineQuery({
  name: 'library.openFile',
  input: z.strictObject({ itemId: uuid(), attachmentId: uuid() }),
  subject: itemFacts,
  run: async (ctx, { itemId, attachmentId }) => {
    const content = await attachmentContent(ctx, attachmentId, [fileKind])
    if (content.subjectId !== itemId) throw notFound()
    return content
  },
  audit: (_result, { attachmentId }, { row }) => ({
    subjectKind: 'library',
    subjectIds: [row.id, attachmentId],
  }),
})

/** Seen by its keepers alone from then on, with the reason. */
export const withdrawLibraryItem = defineCommand({
  name: 'library.withdraw',
  input: z.strictObject({ ...target, reason: prose(600) }),
  subject: itemFacts,
  run: (ctx, { version: seen, reason }, facts) => {
    if (facts.row.withdrawnOn) throw conflict('wrongState')
    return change(ctx, facts, seen, { withdrawnOn: toDbDate(ctx.today), withdrawReason: reason })
  },
  audit: ofItem,
})

export const restoreLibraryItem = defineCommand({
  name: 'library.restore',
  input: z.strictObject(target),
  subject: itemFacts,
  run: (ctx, { version: seen }, facts) => {
    if (!facts.row.withdrawnOn) throw conflict('wrongState')
    return change(ctx, facts, seen, { withdrawnOn: null, withdrawReason: null })
  },
  audit: ofItem,
})
