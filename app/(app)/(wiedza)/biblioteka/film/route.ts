import { dropFilm, filmLimit, keepFilm } from '@/lib/attachments'
import { attachFilm, readFilmPlace } from '@/lib/library'
import { messageFor, messageForField } from '@/lib/messages/pl/errors'
import { AppError, conflict, forbidden, invalid } from '@/lib/platform/errors'
import type { Actor } from '@/lib/policy/actor'
import { defineRoute } from '@/lib/web/define-route'
import { Interrupted, type StreamedForm, streamedForm } from '@/lib/web/multipart'
import { paths } from '@/lib/web/paths'
import { demandPlace } from '@/lib/web/place'
import { isSameOrigin } from '@/lib/web/request'

/** What a form has around its file, at most. */
const around = 64 * 1024
/** How much of a refused film is still taken, unread, so that a browser hears why instead of a broken line. */
const heardOut = 2 * filmLimit

const interrupted = (error: unknown): unknown =>
  error instanceof Interrupted ? conflict('filmInterrupted') : error

/** Asks everything that can be asked before a byte is kept, then keeps the film and makes a version of it. */
const take = async (request: Request, actor: Actor, { fields, file }: StreamedForm): Promise<string> => {
  demandPlace(fields, actor)
  const itemId = String(fields.get('itemId') ?? '')
  const version = Number(fields.get('version'))
  const place = await readFilmPlace.execute(actor, { itemId })
  if (place.version !== version) throw conflict('staleFresh')
  if (Number(request.headers.get('content-length') ?? 0) > filmLimit + around)
    throw invalid({ film: 'filmTooLarge' })
  const film = await keepFilm(actor, file)
  try {
    await attachFilm.execute(actor, { itemId, version, film })
  } catch (error) {
    await dropFilm(actor, film.id)
    throw error
  }
  return itemId
}

const saidOf = (error: AppError): string =>
  Object.values(error.fields).map((key) => messageForField(key))[0] ?? messageFor(error.key, error.params)

/** To a script what happened; to a form of its own the page that says it. */
const answer = (request: Request, location: string, said?: { status: number; message: string }): Response => {
  const headers = { 'Cache-Control': 'private, no-store', 'Content-Security-Policy': "default-src 'none'" }
  if (request.headers.get('accept')?.includes('application/json'))
    return Response.json(said ? { message: said.message } : { location }, {
      status: said?.status ?? 200,
      headers,
    })
  return new Response(null, { status: 303, headers: { ...headers, Location: location } })
}

/**
 * Takes a film as it comes: `<form enctype="multipart/form-data">` with or without JavaScript. No server action, which
 * would hold all of it in memory; proxy.ts stays away for the same reason.
 */
export const POST = defineRoute({
  permission: 'library.attachFilm',
  handle: async (request, actor) => {
    if (!isSameOrigin(request.headers)) throw forbidden()
    const body = request.body as AsyncIterable<Uint8Array> | null
    const form = await streamedForm(request.headers.get('content-type'), body).catch((error: unknown) => {
      throw interrupted(error)
    })
    const itemId = String(form.fields.get('itemId') ?? '')
    try {
      return answer(request, `${paths.libraryItem(await take(request, actor, form))}?zrobione=film`)
    } catch (caught) {
      const error = interrupted(caught)
      if (!(error instanceof AppError)) throw error
      await form.drain(heardOut)
      const code = Object.values(error.fields)[0] ?? error.key
      const location = `${paths.libraryFilmForm(encodeURIComponent(itemId))}?blad=${encodeURIComponent(code)}`
      return answer(request, location, { status: 400, message: saidOf(error) })
    }
  },
})
