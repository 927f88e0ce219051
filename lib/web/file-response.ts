/**
 * A file to save: nothing in it runs on our address, no cache keeps it, and its name (ASCII) tells no person and no case.
 * `X-Content-Type-Options: nosniff` stands on every answer (next.config.ts), and here once more.
 */
export const fileResponse = (content: Uint8Array | string, mediaType: string, fileName: string): Response =>
  new Response(typeof content === 'string' ? content : new Uint8Array(content), {
    headers: {
      'Content-Type': mediaType,
      'Content-Disposition': `attachment; filename="${fileName.replace(/[^\w.-]/gu, '-')}"`,
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'private, no-store',
    },
  })

/** A table (`csvOf`) to save. */
export const csvResponse = (csv: string, fileName: string): Response =>
  fileResponse(csv, 'text/csv; charset=utf-8', fileName)
