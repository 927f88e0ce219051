'use server'

import * as templates from '@/lib/templates'
import { defineAction } from '@/lib/web/define-action'
import { paths } from '@/lib/web/paths'

export const makeTemplate = defineAction(templates.makeTemplate, {
  done: ({ templateId }) => `${paths.template(templateId)}?zrobione=utworzono`,
})
export const applyTemplate = defineAction(templates.applyTemplate, {
  done: ({ caseId }) => `${paths.caseBasket(caseId)}?zrobione=szablon`,
})
