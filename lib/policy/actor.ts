import type { ActorRef } from '@/lib/platform/db'
import type { Role } from '@/lib/platform/generated/prisma/enums'

export type { Role }

/** One live assignment in the working context. */
export type Assignment = {
  readonly role: Role
  readonly teamId: string | null
  readonly caseId: string | null
  readonly wojewodztwoCode: string | null
  readonly endsOn: string | null
}

/** A person in one working context: all roles held in this institution and its teams act together, no others. */
export type Actor = ActorRef & {
  readonly institutionId: string
  readonly institutionName: string
  readonly institutionKind: string
  readonly wojewodztwoCode: string
  readonly givenName: string
  readonly familyName: string
  readonly email: string
  readonly formOfAddress: 'pan' | 'pani'
  readonly assignments: readonly Assignment[]
}

export const rolesOf = (actor: Actor): ReadonlySet<Role> => new Set(actor.assignments.map((a) => a.role))
export const hasRole = (actor: Actor, ...wanted: Role[]): boolean =>
  actor.assignments.some((a) => wanted.includes(a.role))
