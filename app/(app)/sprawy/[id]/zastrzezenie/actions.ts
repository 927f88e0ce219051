'use server'

import * as cases from '@/lib/cases'
import { defineAction } from '@/lib/web/define-action'
import { paths } from '@/lib/web/paths'

// who took oneself out does not see the case any more
export const restrictCase = defineAction(cases.restrictCase, {
  done: ({ caseId, own }) => (own ? paths.caseRestriction(caseId) : paths.cases()),
})
export const unrestrictCase = defineAction(cases.unrestrictCase, {
  done: ({ caseId }) => paths.caseRestriction(caseId),
})
