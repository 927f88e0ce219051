import { teamFigures } from '@/lib/dashboards'
import { fillTeamDocument, teamPaperKeys } from '@/lib/documents'
import { defineRoute } from '@/lib/web/define-route'
import { paperResponse, wantedPaper } from '@/lib/web/paper-file'
import { withFigures } from '@/lib/web/report-paper'

/** One document of a team, filled in: `/zespoly/…/dokumenty/regulamin.pdf`. */
export const GET = defineRoute({
  permission: 'document.team',
  handle: async (_request, actor, params) => {
    const { key, format } = wantedPaper(params.plik, teamPaperKeys)
    const teamId = params.id ?? ''
    const { data, template } = await fillTeamDocument.execute(actor, { teamId, key })
    const filled =
      key === 'sprawozdanie' ? withFigures(data, await teamFigures.execute(actor, { teamId })) : data
    return paperResponse(key, format, { data: filled, template })
  },
})
