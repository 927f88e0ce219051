import { z } from 'zod'
import { attach, attachmentContent, attachmentsOf, fileField, optionalFileField } from '@/lib/attachments'
import { modelVariants } from '@/lib/catalogue'
import { fold } from '@/lib/format/fold'
import { changed, impersonal, regionOf, type Theme, themes, webLink, wordsIn } from '@/lib/knowledge'
import { fromDbDate, fromDbDateOrNull, toDbDate } from '@/lib/platform/clock'
import { conflict, invalid, notFound } from '@/lib/platform/errors'
import type { LibraryItem } from '@/lib/platform/generated/prisma/client'
import { date, line, optional, prose, uuid, version } from '@/lib/platform/input'
import { type Facts, may, mayAll } from '@/lib/policy/decide'
import { type Context, defineCommand, defineQuery } from '@/lib/policy/usecase'

export const libraryKinds = ['film', 'guide', 'form', 'practice'] as const
export type LibraryKind = (typeof libraryKinds)[number]

const fileKind = 'libraryItem'

type ItemFacts = Facts & { readonly row: LibraryItem }

const itemFacts = async ({ tx }: Context, { itemId }: { itemId: string }): Promise<ItemFacts> => {
  const row = await tx.libraryItem.findUnique({ where: { id: itemId } })
  if (!row) throw notFound()
  return { row, wojewodztwoCode: row.wojewodztwoCode }
}

const ofItem = (_result: unknown, _input: unknown, { row }: ItemFacts) => ({
  subjectKind: 'library',
  subjectIds: [row.id],
})

/** Variants of the model for a list. */
export const libraryVariants = () =>
  modelVariants().map((v) => ({ value: v.key, label: `${v.key}: ${v.namePl} (${v.forPl})` }))

const fields = {
  kind: z.enum(libraryKinds, { error: 'choose' }),
  title: line(160),
  description: impersonal(4000),
  link: optional(webLink()),
  variantKey: optional(z.string().refine((key) => modelVariants().some((v) => v.key === key), 'choose')),
  theme: z.enum(themes, { error: 'choose' }),
  author: line(160),
  datedOn: date(),
}
const fieldsInput = z.strictObject(fields)

const dataOf = ({ today }: Context, input: z.output<typeof fieldsInput>, hasFile: boolean) => {
  if (!input.link && !hasFile && input.kind !== 'practice') throw invalid({ link: 'linkOrFile' })
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
    files: facts.row.hasFile ? await attachmentsOf(ctx, { kind: fileKind, subjectIds: [itemId] }) : [],
    may: mayAll(ctx.actor, facts, 'library.correct', 'library.withdraw', 'library.restore', 'library.attach'),
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
        ...dataOf(ctx, input, file !== null),
        hasFile: file !== null,
        wojewodztwoCode: regionOf(ctx),
        institutionId: ctx.actor.institutionId,
        createdById: ctx.actor.userId,
      },
    })
    if (file) await attach(ctx, { kind: fileKind, id: row.id }, row.title, file)
    return { itemId: row.id }
  },
  audit: ({ itemId }) => ({ subjectKind: 'library', subjectIds: [itemId] }),
})

const target = { itemId: uuid(), version: version() }

const change = async ({ tx }: Context, { row }: ItemFacts, seen: number, data: object) => {
  changed(
    await tx.libraryItem.updateMany({
      where: { id: row.id, version: seen },
      data: { ...data, version: { increment: 1 } },
    }),
  )
  return { itemId: row.id }
}

export const correctLibraryItem = defineCommand({
  name: 'library.correct',
  input: z.strictObject({ ...target, ...fields }),
  subject: itemFacts,
  run: (ctx, { itemId: _itemId, version: seen, ...input }, facts) => {
    if (facts.row.withdrawnOn) throw conflict('wrongState')
    return change(ctx, facts, seen, dataOf(ctx, input, facts.row.hasFile))
  },
  audit: ofItem,
})

/** The next version of its file: the one before stays. */
export const attachToLibrary = defineCommand({
  name: 'library.attach',
  input: z.strictObject({ ...target, file: fileField() }),
  subject: itemFacts,
  run: async (ctx, { version: seen, file }, facts) => {
    if (facts.row.withdrawnOn) throw conflict('wrongState')
    await attach(ctx, { kind: fileKind, id: facts.row.id }, facts.row.title, file)
    return change(ctx, facts, seen, { hasFile: true })
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
