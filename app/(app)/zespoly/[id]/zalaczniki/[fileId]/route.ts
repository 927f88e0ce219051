import { fileTypes } from '@/lib/attachments'
import { openTeamAttachment } from '@/lib/teams'
import { defineRoute } from '@/lib/web/define-route'
import { fileResponse } from '@/lib/web/file-response'

/** One version of a team's signed paper, to save. */
export const GET = defineRoute({
  permission: 'team.openAttachment',
  handle: async (_request, actor, params) => {
    const file = await openTeamAttachment.execute(actor, {
      teamId: params.id ?? '',
      attachmentId: params.fileId ?? '',
    })
    return fileResponse(
      file.bytes,
      file.mediaType,
      `${file.fileName}-${file.versionNo}.${fileTypes[file.mediaType]}`,
    )
  },
})
