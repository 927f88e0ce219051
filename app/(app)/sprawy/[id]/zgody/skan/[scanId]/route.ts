import { readConsentScan } from '@/lib/consents'
import { defineRoute } from '@/lib/web/define-route'

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
    return new Response(new Uint8Array(scan.bytes), {
      headers: {
        'Content-Type': scan.mediaType,
        'Content-Disposition': `attachment; filename="skan-zgody-${scan.versionNo}.${endings[scan.mediaType]}"`,
        'Content-Security-Policy': "default-src 'none'; sandbox",
        'Cache-Control': 'private, no-store',
      },
    })
  },
})
