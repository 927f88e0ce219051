import { feedOf } from '@/lib/meetings'
import { definePublicRoute } from '@/lib/web/define-route'

/** The own calendar under its secret address. */
export const GET = definePublicRoute({
  because: 'a calendar programme cannot sign in; the address is a secret of one person and names nobody',
  handle: async (request) =>
    new Response(await feedOf(new URL(request.url).pathname.split('/').at(-1) ?? ''), {
      headers: { 'content-type': 'text/calendar; charset=utf-8', 'cache-control': 'private, no-store' },
    }),
})
