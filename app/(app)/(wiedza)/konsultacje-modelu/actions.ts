'use server'

import * as model from '@/lib/model-consultations'
import { defineAction } from '@/lib/web/define-action'
import { paths } from '@/lib/web/paths'

const page =
  (code: string) =>
  ({ modelConsultationId }: { modelConsultationId: string }): string =>
    `${paths.modelConsultation(modelConsultationId)}?zrobione=${code}`

export const openModelConsultation = defineAction(model.openModelConsultation, { done: page('otwarto') })
export const correctModelConsultation = defineAction(model.correctModelConsultation, {
  done: page('poprawiono'),
})
export const inviteOutside = defineAction(model.inviteOutside, { done: page('zaproszono') })
export const takeBackInvitation = defineAction(model.takeBackInvitation, { done: page('cofnieto') })
export const addRemark = defineAction(model.addRemark, { done: page('uwaga') })
export const correctRemark = defineAction(model.correctRemark, { done: page('uwaga') })
export const answerRemark = defineAction(model.answerRemark, { done: page('decyzja') })
export const closeModelConsultation = defineAction(model.closeModelConsultation, { done: page('zamknieto') })
