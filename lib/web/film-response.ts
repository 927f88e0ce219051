import { fileTypes, filmBytes, type OpenFilm } from '@/lib/attachments'
import type { Actor } from '@/lib/policy/actor'
import { readRange } from '@/lib/web/range'

/** Bytes as the reader takes them; where nobody reads on, nothing more is fetched. */
const streamOf = (bytes: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> =>
  new ReadableStream({
    pull: async (controller) => {
      const { done, value } = await bytes.next()
      if (done) controller.close()
      else controller.enqueue(value)
    },
    cancel: async () => {
      await bytes.return(undefined)
    },
  })

/** A film, whole or the range that a player asks for. Opened by itself it is saved, never shown as a page of ours. */
export const filmResponse = (request: Request, actor: Actor, film: OpenFilm): Response => {
  const size = film.sizeBytes
  const range = readRange(request.headers.get('range'), size)
  const headers: Record<string, string> = {
    'Content-Type': film.mediaType,
    'Content-Disposition': `attachment; filename="film-${film.versionNo}.${fileTypes[film.mediaType]}"`,
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'private, no-store',
    'Accept-Ranges': 'bytes',
  }
  if (range === 'unsatisfiable')
    return new Response(null, { status: 416, headers: { ...headers, 'Content-Range': `bytes */${size}` } })
  const { from, to } = range ?? { from: 0, to: size - 1 }
  const length = { 'Content-Length': String(to - from + 1) }
  if (range) headers['Content-Range'] = `bytes ${from}-${to}/${size}`
  return new Response(streamOf(filmBytes(actor, film, from, to)), {
    status: range ? 206 : 200,
    headers: { ...headers, ...length },
  })
}
