'use server'

import * as plans from '@/lib/plans'
import { defineAction } from '@/lib/web/define-action'
import { paths } from '@/lib/web/paths'

const page =
  (code: string) =>
  ({ caseId }: { caseId: string }): string =>
    `${paths.caseEnding(caseId)}?zrobione=${code}`

export const recordMonitoring = defineAction(plans.recordMonitoring, { done: page('monitoring') })
export const editMonitoring = defineAction(plans.editMonitoring, { done: page('monitoring') })
export const moveMonitoring = defineAction(plans.moveMonitoring, { done: page('monitoring') })
export const startEvaluation = defineAction(plans.startEvaluation, { done: page('ewaluacja') })
export const recordEvaluation = defineAction(plans.recordEvaluation, { done: page('karta') })
export const closeCase = defineAction(plans.closeCase, { done: page('zamknieto') })
export const reopenCase = defineAction(plans.reopenCase, { done: ({ caseId }) => paths.casePlan(caseId) })
export const recordTalk = defineAction(plans.recordTalk, { done: page('rozmowa') })
export const skipTalk = defineAction(plans.skipTalk, { done: page('rozmowa') })
