'use server'

import * as cases from '@/lib/cases'
import * as consultations from '@/lib/consultations'
import { caseMessages as m } from '@/lib/messages/pl/cases'
import { restrictionMessages } from '@/lib/messages/pl/restriction'
import { defineAction } from '@/lib/web/define-action'
import { paths } from '@/lib/web/paths'

const back = (_result: unknown, form: FormData): string => paths.caseTeam(String(form.get('caseId')))

export const inviteInstitution = defineAction(cases.inviteInstitution, {
  done: ({ unheard }, form) => (unheard ? { message: restrictionMessages.unheard } : back(null, form)),
})
export const endParticipation = defineAction(cases.endParticipation, { done: back })
export const unassignFromCase = defineAction(cases.unassignFromCase, { done: back })
export const assignToCase = defineAction(cases.assignToCase, {
  read: (form) => {
    const [userId, institutionId] = String(form.get('person') ?? '').split(':')
    return { caseId: form.get('caseId'), userId, institutionId, role: form.get('role') }
  },
  done: ({ manyFamilies }, form) => (manyFamilies ? { message: m.people.manyFamilies } : back(null, form)),
})
export const openConsultation = defineAction(consultations.openConsultation, { done: back })
export const endConsultation = defineAction(consultations.endConsultation, { done: back })
