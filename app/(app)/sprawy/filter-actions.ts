'use server'

import * as cases from '@/lib/cases'
import { defineAction } from '@/lib/web/define-action'
import { withParams } from '@/lib/web/params'
import { paths } from '@/lib/web/paths'

const text = (form: FormData, name: string): string | undefined => String(form.get(name) ?? '') || undefined

// back to the same list, where the filter now stands among the others
export const saveFilter = defineAction(cases.saveFilter, {
  done: (_result, form) =>
    withParams(paths.cases(), {
      stage: text(form, 'stage'),
      order: text(form, 'order'),
      waits: text(form, 'waits'),
      team: text(form, 'teamId'),
    }),
})
export const mendFilter = defineAction(cases.mendFilter, { done: () => paths.caseFilters() })
export const removeFilter = defineAction(cases.removeFilter, { done: () => paths.caseFilters() })
