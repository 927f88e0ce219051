import { forbidden, notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { AppError } from '@/lib/platform/errors'
import type { Actor } from '@/lib/policy/actor'
import { couldEver } from '@/lib/policy/decide'
import type { Permission } from '@/lib/policy/permissions'
import { requireActor } from '@/lib/web/session'

type PageProps = {
  params: Promise<Record<string, string>>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export type Search = Readonly<Record<string, string | undefined>>
type PageContext = {
  readonly actor: Actor
  readonly params: Readonly<Record<string, string>>
  readonly search: Search
}

const single = (all: Record<string, string | string[] | undefined>): Search =>
  Object.fromEntries(Object.entries(all).map(([k, v]) => [k, Array.isArray(v) ? v[0] : v]))

/** Expected refusals become the designed pages; anything else is a fault with an id (app/error.tsx). */
const refusals = async <T,>(work: () => Promise<T>): Promise<T> => {
  try {
    return await work()
  } catch (error) {
    if (error instanceof AppError) {
      if (error.code === 'notFound' || error.code === 'invalid') notFound()
      if (error.code === 'forbidden') forbidden()
    }
    throw error
  }
}

/**
 * A page for signed-in people. `permission` is required: it decides who may open the page at all; each use case that
 * the page calls decides again about its subject.
 */
export const definePage =
  (definition: {
    readonly permission: Permission | 'anyone signed in'
    readonly render: (context: PageContext) => Promise<ReactNode>
  }) =>
  async ({ params, searchParams }: PageProps): Promise<ReactNode> => {
    const actor = await requireActor()
    if (definition.permission !== 'anyone signed in' && !couldEver(actor, definition.permission)) forbidden()
    const context = { actor, params: await params, search: single(await searchParams) }
    return refusals(() => definition.render(context))
  }

/** A page that needs no session: sign-in, invitation, declarations. The reason stands beside it for the reviewer. */
export const definePublicPage =
  (definition: {
    readonly because: string
    readonly render: (context: Omit<PageContext, 'actor'>) => Promise<ReactNode>
  }) =>
  async ({ params, searchParams }: PageProps): Promise<ReactNode> => {
    const context = { params: await params, search: single(await searchParams) }
    return refusals(() => definition.render(context))
  }
