import { meetingPaperKeys } from '@/lib/documents'
import { fillMeetingDocument } from '@/lib/meetings'
import { defineRoute } from '@/lib/web/define-route'
import { paperResponse, wantedPaper } from '@/lib/web/paper-file'

/** One paper of a meeting, filled in: `/spotkania/…/dokumenty/protokol.docx`. */
export const GET = defineRoute({
  permission: 'meeting.paper',
  handle: async (_request, actor, params) => {
    const { key, format } = wantedPaper(params.plik, meetingPaperKeys)
    const filled = await fillMeetingDocument.execute(actor, { meetingId: params.id ?? '', key })
    return paperResponse(key, format, filled)
  },
})
