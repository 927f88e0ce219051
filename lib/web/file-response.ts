/**
 * A file to save: nothing in it runs on our address, no cache keeps it, and its name (ASCII) tells no person and no case.
 * `X-Content-Type-Options: nosniff` stands on every answer (next.config.ts), and here once more.
 */
export const fileResponse = (bytes: Uint8Array, mediaType: string, fileName: string): Response =>
  new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': mediaType,
      'Content-Disposition': `attachment; filename="${fileName.replace(/[^\w.-]/gu, '-')}"`,
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'private, no-store',
    },
  })
