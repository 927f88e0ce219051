import { fileTypes } from '@/lib/attachments'
import { authorisationPaperMessages } from '@/lib/messages/pl/attachments'
import { openAuthorisation } from '@/lib/people'
import { defineRoute } from '@/lib/web/define-route'
import { fileResponse } from '@/lib/web/file-response'

/** One scan of a signed authorisation, to save. */
export const GET = defineRoute({
  permission: 'people.openAuthorisation',
  handle: async (_request, actor, params) => {
    const file = await openAuthorisation.execute(actor, {
      institutionId: params.id ?? '',
      userId: params.userId ?? '',
      attachmentId: params.fileId ?? '',
    })
    const name = `${authorisationPaperMessages.fileName}-${file.versionNo}`
    return fileResponse(file.bytes, file.mediaType, `${name}.${fileTypes[file.mediaType]}`)
  },
})
