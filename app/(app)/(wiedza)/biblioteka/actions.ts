'use server'

import * as library from '@/lib/library'
import { defineAction } from '@/lib/web/define-action'
import { paths } from '@/lib/web/paths'

const page =
  (code: string) =>
  ({ itemId }: { itemId: string }): string =>
    `${paths.libraryItem(itemId)}?zrobione=${code}`

export const addLibraryItem = defineAction(library.addLibraryItem, {
  done: ({ itemId, filmNext }) => (filmNext ? paths.libraryFilmForm(itemId) : page('dodano')({ itemId })),
})
export const correctLibraryItem = defineAction(library.correctLibraryItem, { done: page('poprawiono') })
export const attachToLibrary = defineAction(library.attachToLibrary, { done: page('dolaczono') })
export const withdrawLibraryItem = defineAction(library.withdrawLibraryItem, { done: page('wycofano') })
export const restoreLibraryItem = defineAction(library.restoreLibraryItem, { done: page('przywrocono') })
