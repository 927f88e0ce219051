import { typingKey } from '@/lib/people/typing-key'
import { AppError } from '@/lib/platform/errors'
import { defineRoute } from '@/lib/web/define-route'
import { isSameOrigin } from '@/lib/web/request'
import { namedSession } from '@/lib/web/session'

export const POST = defineRoute({
  permission: 'anyone signed in',
  handle: async (request) => {
    if (!isSameOrigin(request.headers)) throw new AppError('forbidden', 'forbidden')
    const session = await namedSession()
    const key = session && (await typingKey(session))
    if (!key) throw new AppError('unauthenticated', 'unauthenticated')
    return new Response(key, { headers: { 'content-type': 'application/octet-stream' } })
  },
})
