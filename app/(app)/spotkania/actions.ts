'use server'

import * as meetings from '@/lib/meetings'
import { meetingMessages } from '@/lib/messages/pl/meetings'
import { env } from '@/lib/platform/env'
import { defineAction } from '@/lib/web/define-action'
import { readForm } from '@/lib/web/form-data'
import { paths } from '@/lib/web/paths'

type Of = { meetingId: string }

const to =
  (code: string) =>
  ({ meetingId }: Of): string =>
    `${paths.meeting(meetingId)}?zrobione=${code}`

/** A form stands on the page of the meeting or on its screen; `screen` says which item is open there. */
const backTo =
  (code: string) =>
  ({ meetingId }: Of, form: FormData): string =>
    form.get('screen') === 'on'
      ? `${paths.meetingScreen(meetingId)}?zrobione=${code}`
      : to(code)({ meetingId })

const read = (form: FormData): Record<string, unknown> => {
  const { screen: _screen, ...fields } = readForm(form)
  return fields
}

export const planMeeting = defineAction(meetings.planMeeting, { done: to('zaplanowano') })
export const mendMeeting = defineAction(meetings.mendMeeting, { done: to('zmieniono') })
export const addToAgenda = defineAction(meetings.addToAgenda, { done: to('zmieniono') })
export const arrangeAgenda = defineAction(meetings.arrangeAgenda, {
  done: ({ meetingId }) => `${paths.meeting(meetingId)}#porzadek`,
})
export const callMeeting = defineAction(meetings.callMeeting, { done: to('zwolano') })
export const cancelMeeting = defineAction(meetings.cancelMeeting, { done: to('odwolano') })
export const recordAttendance = defineAction(meetings.recordAttendance, {
  read,
  done: backTo('obecnosc'),
})
export const decideAtMeeting = defineAction(meetings.decideAtMeeting, { read, done: backTo('ustalono') })
export const decideCaseAtMeeting = defineAction(meetings.decideCaseAtMeeting, {
  done: ({ meetingId, itemId }) => `${paths.meetingScreen(meetingId)}?punkt=${itemId}&zrobione=ustalono`,
})
export const holdMeeting = defineAction(meetings.holdMeeting, { done: to('odbyto') })
export const writeMinutes = defineAction(meetings.writeMinutes, { done: to('przebieg') })
export const sendMinutes = defineAction(meetings.sendMinutes, { done: to('wyslano') })
export const remarkOnMinutes = defineAction(meetings.remarkOnMinutes, { done: to('uwaga') })
export const answerRemark = defineAction(meetings.answerRemark, { done: to('odpowiedz') })
export const approveMinutes = defineAction(meetings.approveMinutes, { done: to('zatwierdzono') })
export const addAnnex = defineAction(meetings.addAnnex, { done: to('aneks') })

export const makeFeed = defineAction(meetings.makeFeed, {
  done: ({ token }) => ({
    message: meetingMessages.feed.made(`${env().PUBLIC_URL}${paths.calendarFeed(token)}`),
  }),
})
export const revokeFeed = defineAction(meetings.revokeFeed, {
  done: () => ({ message: meetingMessages.feed.revoked }),
})
