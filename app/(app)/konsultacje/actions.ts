'use server'

import * as consultations from '@/lib/consultations'
import { consultationMessages as m } from '@/lib/messages/pl/consultations'
import { defineAction } from '@/lib/web/define-action'

export const answerConsultation = defineAction(consultations.answerConsultation, {
  done: () => ({ message: m.read.sent }),
})
