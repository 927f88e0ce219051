import { changed } from '@/lib/knowledge'
import { notFound } from '@/lib/platform/errors'
import type { LibraryItem } from '@/lib/platform/generated/prisma/client'
import type { Facts } from '@/lib/policy/decide'
import type { Context } from '@/lib/policy/usecase'

export const libraryKinds = ['film', 'guide', 'form', 'practice'] as const
export type LibraryKind = (typeof libraryKinds)[number]

/** What its files hang on (lib/attachments). */
export const fileKind = 'libraryItem'

/** The captions of its film hang beside it. */
export const captionsSlot = 'captions'

export type ItemFacts = Facts & { readonly row: LibraryItem }

export const itemFacts = async ({ tx }: Context, { itemId }: { itemId: string }): Promise<ItemFacts> => {
  const row = await tx.libraryItem.findUnique({ where: { id: itemId } })
  if (!row) throw notFound()
  return { row, wojewodztwoCode: row.wojewodztwoCode }
}

export const ofItem = (_result: unknown, _input: unknown, { row }: ItemFacts) => ({
  subjectKind: 'library',
  subjectIds: [row.id],
})

/** Changes the version that the person saw, or it is stale. */
export const change = async ({ tx }: Context, { row }: ItemFacts, seen: number, data: object) => {
  changed(
    await tx.libraryItem.updateMany({
      where: { id: row.id, version: seen },
      data: { ...data, version: { increment: 1 } },
    }),
  )
  return { itemId: row.id }
}
