import { fillPersonDocument } from '@/lib/documents'
import { defineRoute } from '@/lib/web/define-route'
import { paperResponse, wantedPaper } from '@/lib/web/paper-file'

/** The authorisation of a person with the statement of confidentiality, to sign. */
export const GET = defineRoute({
  permission: 'document.person',
  handle: async (_request, actor, params) => {
    const { key, format } = wantedPaper(params.plik, ['upowaznienie'])
    const filled = await fillPersonDocument.execute(actor, {
      institutionId: params.id ?? '',
      userId: params.userId ?? '',
    })
    return paperResponse(key, format, filled)
  },
})
