import { z } from 'zod'
import { AppError } from '@/lib/platform/errors'
import { definePublicRoute } from '@/lib/web/define-route'
import { isSameOrigin, resumeSession } from '@/lib/web/session'

const input = z.strictObject({ email: z.string().min(1).max(254), password: z.string().min(1).max(1000) })

export const POST = definePublicRoute({
  because: 'the session has ended: it asks for e-mail and password, under the same slow-down as sign-in',
  handle: async (request) => {
    if (!isSameOrigin(request)) throw new AppError('forbidden', 'forbidden')
    const parsed = input.safeParse(await request.json().catch(() => null))
    if (!parsed.success) throw new AppError('invalid', 'signInWrong')
    return Response.json({ samePerson: await resumeSession(parsed.data.email, parsed.data.password) })
  },
})
