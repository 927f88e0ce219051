import { readConsentScan } from '@/lib/consents'
import { defineRoute } from '@/lib/web/define-route'
import { fileResponse } from '@/lib/web/file-response'

const endings: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
}

/** The scan as a file to save: nothing in it runs on our address. Its name tells no person and no case. */
export const GET = defineRoute({
  permission: 'consent.readScan',
  handle: async (_request, actor, params) => {
    const scan = await readConsentScan.execute(actor, {
      caseId: params.id ?? '',
      scanId: params.scanId ?? '',
    })
    const name = `skan-zgody-${scan.versionNo}.${endings[scan.mediaType]}`
    return fileResponse(scan.bytes, scan.mediaType, name)
  },
})
