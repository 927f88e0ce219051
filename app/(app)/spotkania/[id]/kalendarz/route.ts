import { meetingCalendar } from '@/lib/meetings'
import { defineRoute } from '@/lib/web/define-route'
import { fileResponse } from '@/lib/web/file-response'

/** One meeting as a calendar file. */
export const GET = defineRoute({
  permission: 'meeting.calendar',
  handle: async (_request, actor, { id = '' }) =>
    fileResponse(
      await meetingCalendar.execute(actor, { meetingId: id }),
      'text/calendar; charset=utf-8',
      'spotkanie.ics',
    ),
})
