'use server'

import * as variants from '@/lib/variants'
import { defineAction } from '@/lib/web/define-action'
import { readForm } from '@/lib/web/form-data'
import { withParams } from '@/lib/web/params'
import { paths } from '@/lib/web/paths'

export const beginDraft = defineAction(variants.beginDraft, { done: ({ key }) => paths.modelDraft(key) })

/** The form names its part of the page; the use case asks for less. */
export const saveDraft = defineAction(variants.saveDraft, {
  read: (form) => {
    const { part: _, ...input } = readForm(form)
    return input
  },
  done: ({ key }, form) => paths.modelDraft(key, String(form.get('part')), 'zapisano'),
})

const variant =
  (code: string) =>
  ({ key }: { key: string }): string =>
    withParams(paths.model(key), { zrobione: code })

export const publishDraft = defineAction(variants.publishDraft, { done: variant('ogloszono') })
export const dropDraft = defineAction(variants.dropDraft, { done: variant('usunieto') })
