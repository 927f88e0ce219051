'use server'

import * as plans from '@/lib/plans'
import { defineAction } from '@/lib/web/define-action'
import { paths } from '@/lib/web/paths'

const page =
  (code: string) =>
  ({ caseId, goalId }: { caseId: string; goalId: string }): string =>
    `${paths.caseGoal(caseId, goalId)}?zrobione=${code}`

export const noteLook = defineAction(plans.noteLook, { done: page('zapis') })
export const correctLook = defineAction(plans.correctLook, { done: page('poprawka') })
export const finishGoal = defineAction(plans.finishGoal, { done: page('koniec') })
export const resumeGoal = defineAction(plans.resumeGoal, { done: page('wznowienie') })
