import { fileTypes } from '@/lib/attachments'
import { openMaterial } from '@/lib/school'
import { defineRoute } from '@/lib/web/define-route'
import { fileResponse } from '@/lib/web/file-response'

/** The file of a material, to save. */
export const GET = defineRoute({
  permission: 'school.openMaterial',
  handle: async (_request, actor, params) => {
    const file = await openMaterial.execute(actor, { materialId: params.materialId ?? '' })
    return fileResponse(file.bytes, file.mediaType, `material.${fileTypes[file.mediaType]}`)
  },
})
