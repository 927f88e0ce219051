'use server'

import {
  answerLine,
  assignLine,
  cancelDelivery,
  finishLine,
  recordDelivery,
  recordSeries,
  resumeLine,
  scheduleLine,
  startLine,
  suspendLine,
} from '@/lib/baskets'
import { answerInvitation } from '@/lib/cases'
import { defineAction } from '@/lib/web/define-action'
import { readForm } from '@/lib/web/form-data'
import { paths } from '@/lib/web/paths'

/** The form's fields without the one that says to which page to go back. */
const read = (form: FormData): unknown => {
  const { back: _back, ...input } = readForm(form)
  return input
}

/** Back to the list, or to the line's own page when the form stood there; a code of what was done, never a name. */
const backTo = (code: string, lineId: string, form: FormData, deliveryId?: string | null): string => {
  const back = String(form.get('back'))
  const ofCase = /^case\/([0-9a-f-]{36})$/u.exec(back)?.[1]
  const page = ofCase
    ? paths.caseLine(ofCase, lineId)
    : back === 'line'
      ? paths.myService(lineId)
      : paths.myServices()
  return `${page}?zrobione=${code}${deliveryId ? `&wpis=${deliveryId}` : ''}`
}

export const invitation = defineAction(answerInvitation, {
  done: () => `${paths.myServices()}?zaproszenie=zapisano`,
})
export const answer = defineAction(answerLine, {
  read,
  done: (result, form) => backTo(result.answer, result.lineId, form),
})
export const assign = defineAction(assignLine, {
  read,
  done: ({ lineId }, form) => backTo('assign', lineId, form),
})
export const schedule = defineAction(scheduleLine, {
  read,
  done: ({ lineId }, form) => backTo('schedule', lineId, form),
})
export const start = defineAction(startLine, {
  read,
  done: ({ lineId }, form) => backTo('start', lineId, form),
})
export const deliver = defineAction(recordDelivery, {
  read,
  done: ({ lineId, deliveryId }, form) => backTo('deliver', lineId, form, deliveryId),
})
export const deliverSeries = defineAction(recordSeries, {
  read,
  done: ({ lineId }, form) => backTo('series', lineId, form),
})
export const undoDelivery = defineAction(cancelDelivery, {
  read,
  done: ({ lineId }, form) => backTo('undo', lineId, form),
})
export const finish = defineAction(finishLine, {
  read,
  done: ({ lineId }, form) => backTo('finish', lineId, form),
})
export const suspend = defineAction(suspendLine, {
  read,
  done: ({ lineId }, form) => backTo('suspend', lineId, form),
})
export const resume = defineAction(resumeLine, {
  read,
  done: ({ lineId }, form) => backTo('resume', lineId, form),
})
