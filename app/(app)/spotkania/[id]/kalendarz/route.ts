import { meetingCalendar } from '@/lib/meetings'
import { defineRoute } from '@/lib/web/define-route'

/** One meeting as a calendar file. */
export const GET = defineRoute({
  permission: 'meeting.calendar',
  handle: async (_request, actor, { id = '' }) =>
    new Response(await meetingCalendar.execute(actor, { meetingId: id }), {
      headers: {
        'content-type': 'text/calendar; charset=utf-8',
        'content-disposition': 'attachment; filename="spotkanie.ics"',
        'cache-control': 'no-store',
      },
    }),
})
