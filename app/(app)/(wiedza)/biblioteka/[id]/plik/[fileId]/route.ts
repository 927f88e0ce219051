import { fileTypes } from '@/lib/attachments'
import { openLibraryFile } from '@/lib/library'
import { defineRoute } from '@/lib/web/define-route'
import { fileResponse } from '@/lib/web/file-response'

/** One version of a thing of the library, to save. */
export const GET = defineRoute({
  permission: 'library.openFile',
  handle: async (_request, actor, params) => {
    const file = await openLibraryFile.execute(actor, {
      itemId: params.id ?? '',
      attachmentId: params.fileId ?? '',
    })
    return fileResponse(
      file.bytes,
      file.mediaType,
      `biblioteka-${file.versionNo}.${fileTypes[file.mediaType]}`,
    )
  },
})
