import { toDbDate } from '@/lib/platform/clock'
import type { Context } from '@/lib/policy/usecase'

/** Experts of a voivodeship, as far as the reader knows its people. `value` is user:institution. */
export const expertsOf = async ({ tx, today }: Context, region: string) => {
  const day = toDbDate(today)
  const roles = await tx.roleAssignment.findMany({
    where: {
      role: 'ekspert',
      endedAt: null,
      startsOn: { lte: day },
      OR: [{ endsOn: null }, { endsOn: { gte: day } }],
    },
    select: { userId: true, institutionId: true, wojewodztwoCode: true },
  })
  const houses = await tx.institution.findMany({
    where: { id: { in: roles.map((r) => r.institutionId) } },
    select: { id: true, name: true, wojewodztwoCode: true },
  })
  const people = await tx.userAccount.findMany({
    where: { id: { in: roles.map((r) => r.userId) } },
    select: { id: true, givenName: true, familyName: true },
  })
  return roles.flatMap(({ userId, institutionId, wojewodztwoCode }) => {
    const house = houses.find(({ id }) => id === institutionId)
    const person = people.find(({ id }) => id === userId)
    if (!house || !person || (wojewodztwoCode ?? house.wojewodztwoCode) !== region) return []
    const name = `${person.givenName} ${person.familyName}`
    return [
      { value: `${userId}:${institutionId}`, label: `${name}, ${house.name}`, name, userId, institutionId },
    ]
  })
}
