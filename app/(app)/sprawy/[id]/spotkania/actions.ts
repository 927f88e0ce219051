'use server'

import * as meetings from '@/lib/meetings'
import { defineAction } from '@/lib/web/define-action'
import { paths } from '@/lib/web/paths'

const to =
  (code: string) =>
  ({ caseId, meetingId }: { caseId: string; meetingId: string }): string =>
    `${paths.caseMeeting(caseId, meetingId)}?zrobione=${code}`

export const planCaseMeeting = defineAction(meetings.planCaseMeeting, { done: to('zmieniono') })
export const mendCaseMeeting = defineAction(meetings.mendCaseMeeting, { done: to('zmieniono') })
export const callCaseMeeting = defineAction(meetings.callCaseMeeting, { done: to('zwolano') })
export const cancelCaseMeeting = defineAction(meetings.cancelCaseMeeting, { done: to('odwolano') })
export const holdCaseMeeting = defineAction(meetings.holdCaseMeeting, { done: to('odbyto') })
export const decideAroundCase = defineAction(meetings.decideAroundCase, { done: to('zapisano') })
export const writeCaseMinutes = defineAction(meetings.writeCaseMinutes, { done: to('przebieg') })
export const sendCaseMinutes = defineAction(meetings.sendCaseMinutes, { done: to('wyslano') })
export const remarkOnCaseMinutes = defineAction(meetings.remarkOnCaseMinutes, { done: to('uwaga') })
export const answerCaseRemark = defineAction(meetings.answerCaseRemark, { done: to('odpowiedz') })
export const approveCaseMinutes = defineAction(meetings.approveCaseMinutes, { done: to('zatwierdzono') })
export const addCaseAnnex = defineAction(meetings.addCaseAnnex, { done: to('aneks') })
