import { teamFigures } from '@/lib/dashboards'
import { paperKeys, previewTemplate, renderTemplate } from '@/lib/documents'
import { defineRoute } from '@/lib/web/define-route'
import { paperFile, wantedPaper } from '@/lib/web/paper-file'
import { withFigures } from '@/lib/web/report-paper'

/** A template of the ROPS with the data of the chosen team, before it counts. */
export const GET = defineRoute({
  permission: 'document.previewTemplate',
  handle: async (_request, actor, params) => {
    const { format } = wantedPaper(params.plik, paperKeys)
    const { key, teamId, data, template } = await previewTemplate.execute(actor, {
      templateId: params.wzor ?? '',
    })
    const filled =
      key === 'sprawozdanie' ? withFigures(data, await teamFigures.execute(actor, { teamId })) : data
    return paperFile(await renderTemplate(template, filled, format), `podglad-${key}`, format)
  },
})
