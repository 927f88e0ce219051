import { z } from 'zod'
import { sortPolish } from '@/lib/format/collate'
import { invalid } from '@/lib/platform/errors'
import { optional } from '@/lib/platform/input'
import type { Context } from '@/lib/policy/usecase'

/** A person in an institution, or the institution alone. */
export type Holder = { readonly userId: string | null; readonly institutionId: string }
export type HolderChoice = { readonly value: string; readonly label: string; readonly group: string }

type Row = { userId: string; institutionId: string; name: string; institution: string }

const holderValue = (userId: string, institutionId: string): string => `${userId}:${institutionId}`

/** Two ids, or one: `person:institution`, `institution`. */
export const holderField = () =>
  z
    .string({ error: 'choose' })
    .regex(/^([0-9a-f-]{36}:)?[0-9a-f-]{36}$/u, 'choose')
    .transform((text): Holder => {
      const [first = '', second] = text.split(':')
      return second ? { userId: first, institutionId: second } : { userId: null, institutionId: first }
    })
export const optionalHolder = () => optional(holderField())

const choicesOf = (
  rows: readonly Row[],
  institutions: readonly { id: string; name: string }[],
): HolderChoice[] => {
  const people = rows.map((r) => ({
    value: holderValue(r.userId, r.institutionId),
    label: r.name,
    group: r.institution,
  }))
  const houses = institutions.map((i) => ({ value: i.id, label: i.name, group: '' }))
  return [...sortPolish(houses, (h) => h.label), ...sortPolish(people, (p) => `${p.group} ${p.label}`)]
}

/** Who sits in the team, and its parties. */
export const teamHolders = async ({ tx }: Context, teamId: string): Promise<HolderChoice[]> => {
  const rows = await tx.$queryRaw<Row[]>`
    select user_id as "userId", institution_id as "institutionId", name, institution
    from app.team_people(${teamId}::uuid)`
  const parties = await tx.institution.findMany({
    where: { members: { some: { teamId, leftOn: null } } },
    select: { id: true, name: true },
  })
  return choicesOf(rows, parties)
}

/** Who works with the family, delivers or decides in the case, and the institutions that it is open to. */
export const caseHolders = async ({ tx, actor }: Context, caseId: string): Promise<HolderChoice[]> => {
  const rows = await tx.$queryRaw<Row[]>`
    select user_id as "userId", institution_id as "institutionId", name, institution
    from app.case_people(${caseId}::uuid)`
  const houses = new Map(rows.map((r) => [r.institutionId, r.institution]))
  houses.set(actor.institutionId, actor.institutionName)
  return choicesOf(
    rows,
    [...houses].map(([id, name]) => ({ id, name })),
  )
}

/** Oneself; for who heads the house its people. */
export const houseHolders = async ({ tx, actor }: Context): Promise<HolderChoice[]> => {
  const people = await tx.employment.findMany({
    where: { institutionId: actor.institutionId, endsOn: null, user: { disabledAt: null } },
    select: { user: { select: { id: true, givenName: true, familyName: true } } },
  })
  return choicesOf(
    people.map(({ user }) => ({
      userId: user.id,
      institutionId: actor.institutionId,
      name: `${user.givenName} ${user.familyName}`,
      institution: actor.institutionName,
    })),
    [],
  )
}

/** The form offers who may be given it; anything else is not taken. */
export const demandHolder = (choices: readonly HolderChoice[], { userId, institutionId }: Holder): void => {
  const value = userId ? holderValue(userId, institutionId) : institutionId
  if (!choices.some((c) => c.value === value)) throw invalid({ to: 'choose' })
}
