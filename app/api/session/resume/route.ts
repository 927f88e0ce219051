import { AppError } from '@/lib/platform/errors'
import { credentials } from '@/lib/web/auth'
import { definePublicRoute } from '@/lib/web/define-route'
import { isSameOrigin } from '@/lib/web/request'
import { resumeSession } from '@/lib/web/session'

export const POST = definePublicRoute({
  because: 'the session has ended: it asks for e-mail and password, under the same slow-down as sign-in',
  handle: async (request) => {
    if (!isSameOrigin(request.headers)) throw new AppError('forbidden', 'forbidden')
    const parsed = credentials.safeParse(await request.json().catch(() => null))
    if (!parsed.success) throw new AppError('invalid', 'signInWrong')
    return Response.json({ samePerson: await resumeSession(parsed.data.email, parsed.data.password) })
  },
})
