'use server'

import * as templates from '@/lib/templates'
import { defineAction } from '@/lib/web/define-action'
import { paths } from '@/lib/web/paths'

const page =
  (code: string) =>
  ({ templateId }: { templateId: string }): string =>
    `${paths.template(templateId)}?zrobione=${code}`

export const correctTemplate = defineAction(templates.correctTemplate, { done: page('poprawiono') })
export const retireTemplate = defineAction(templates.retireTemplate, { done: page('wycofano') })
export const restoreTemplate = defineAction(templates.restoreTemplate, { done: page('przywrocono') })
export const offerTemplate = defineAction(templates.offerTemplate, {
  done: (result, form) => page(form.get('offered') ? 'przekazano' : 'cofnieto')(result),
})
export const shareTemplate = defineAction(templates.shareTemplate, { done: page('udostepniono') })
export const unshareTemplate = defineAction(templates.unshareTemplate, { done: page('zakonczono') })
