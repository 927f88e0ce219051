import { meetingPaperKeys } from '@/lib/documents'
import { readMeeting } from '@/lib/meetings'
import { defineRoute } from '@/lib/web/define-route'
import { paperOfMeeting } from '@/lib/web/meeting-paper'
import { paperResponse, wantedPaper } from '@/lib/web/paper-file'

/** One paper of a meeting, filled in: `/spotkania/…/dokumenty/protokol.docx`. */
export const GET = defineRoute({
  permission: 'meeting.read',
  handle: async (_request, actor, params) => {
    const { key, format } = wantedPaper(params.plik, meetingPaperKeys)
    const meeting = await readMeeting.execute(actor, { meetingId: params.id ?? '' })
    return paperResponse(key, format, paperOfMeeting(meeting))
  },
})
