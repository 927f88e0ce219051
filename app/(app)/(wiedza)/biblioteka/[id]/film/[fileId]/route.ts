import { openFilm } from '@/lib/library'
import { defineRoute } from '@/lib/web/define-route'
import { filmResponse } from '@/lib/web/film-response'

/** One version of a film, in the ranges that a player asks for. */
export const GET = defineRoute({
  permission: 'library.openFilm',
  handle: async (request, actor, params) => {
    const film = await openFilm(actor, { itemId: params.id ?? '', attachmentId: params.fileId ?? '' })
    return filmResponse(request, actor, film)
  },
})
