'use server'

import * as plans from '@/lib/plans'
import { defineAction } from '@/lib/web/define-action'
import { paths } from '@/lib/web/paths'

const page =
  (code: string) =>
  ({ caseId }: { caseId: string }): string =>
    `${paths.casePlan(caseId)}?zrobione=${code}`

export const addGoal = defineAction(plans.addGoal, { done: page('cel') })
export const editGoal = defineAction(plans.editGoal, { done: page('cel') })
export const dropGoal = defineAction(plans.dropGoal, { done: page('cel') })
export const submitPlan = defineAction(plans.submitPlan, { done: page('przekazano') })
export const signPlan = defineAction(plans.signPlan, { done: page('podpisano') })
export const putInForce = defineAction(plans.putInForce, { done: page('zatwierdzono') })
export const returnPlan = defineAction(plans.returnPlan, { done: page('odeslano') })
export const changePlan = defineAction(plans.changePlan, { done: page('nowa') })
export const dropVersion = defineAction(plans.dropVersion, { done: page('porzucono') })
