'use server'

import * as cases from '@/lib/cases'
import { defineAction } from '@/lib/web/define-action'
import { paths } from '@/lib/web/paths'

export const moveVariantVersion = defineAction(cases.moveVariantVersion, {
  done: ({ caseId }) => paths.caseModel(caseId, { zrobione: 'model' }),
})
