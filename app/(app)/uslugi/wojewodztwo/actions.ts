'use server'

import * as catalogue from '@/lib/catalogue'
import { defineAction } from '@/lib/web/define-action'
import { paths } from '@/lib/web/paths'

const entry =
  (code: string) =>
  ({ overlayId }: { overlayId: string }): string =>
    `${paths.overlayEntry(overlayId)}?zrobione=${code}`

export const addService = defineAction(catalogue.addService, { done: entry('dodano') })
export const renameService = defineAction(catalogue.renameService, { done: entry('dodano') })
export const retireService = defineAction(catalogue.retireService, { done: entry('dodano') })
export const correctService = defineAction(catalogue.correctService, { done: entry('poprawiono') })
export const endOverlay = defineAction(catalogue.endOverlay, { done: entry('zakonczono') })
export const restoreOverlay = defineAction(catalogue.restoreOverlay, { done: entry('przywrocono') })
