'use server'

import * as imports from '@/lib/imports'
import { defineAction } from '@/lib/web/define-action'
import { paths } from '@/lib/web/paths'

export const prepareImport = defineAction(imports.prepareImport, {
  done: ({ batchId }) => paths.import(batchId),
})
export const runImport = defineAction(imports.runImport, {
  done: ({ batchId, left }) =>
    left > 0 ? `${paths.import(batchId)}?zostalo=${left}` : paths.import(batchId),
})
export const undoImport = defineAction(imports.undoImport, { done: ({ batchId }) => paths.import(batchId) })
