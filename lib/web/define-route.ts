import { messageFor } from '@/lib/messages/pl/errors'
import { AppError, type ErrorCode } from '@/lib/platform/errors'
import { logFault } from '@/lib/platform/log'
import type { Actor } from '@/lib/policy/actor'
import { couldEver } from '@/lib/policy/decide'
import type { Permission } from '@/lib/policy/permissions'
import { actorOrThrow } from '@/lib/web/session'

const statusOf: Record<ErrorCode, number> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  notFound: 404,
  conflict: 409,
  limited: 429,
}

const refuse = (error: unknown, where: string): Response => {
  if (error instanceof AppError)
    return Response.json(
      { error: error.code, message: messageFor(error.key, error.params) },
      { status: statusOf[error.code] },
    )
  const id = logFault(error, where)
  return Response.json({ error: 'fault', id, message: messageFor('fault', { id }) }, { status: 500 })
}

type RouteContext = { params: Promise<Record<string, string>> }

/** A route for files and machines, for signed-in people. */
export const defineRoute =
  (definition: {
    readonly permission: Permission | 'anyone signed in'
    readonly handle: (
      request: Request,
      actor: Actor,
      params: Readonly<Record<string, string>>,
    ) => Promise<Response>
  }) =>
  async (request: Request, context: RouteContext): Promise<Response> => {
    try {
      const actor = await actorOrThrow()
      if (definition.permission !== 'anyone signed in' && !couldEver(actor, definition.permission))
        throw new AppError('forbidden', 'forbidden')
      return await definition.handle(request, actor, await context.params)
    } catch (error) {
      return refuse(error, new URL(request.url).pathname)
    }
  }

/** A route that needs no session, with the reason for the reviewer. */
export const definePublicRoute =
  (definition: { readonly because: string; readonly handle: (request: Request) => Promise<Response> }) =>
  async (request: Request): Promise<Response> => {
    try {
      return await definition.handle(request)
    } catch (error) {
      return refuse(error, new URL(request.url).pathname)
    }
  }
