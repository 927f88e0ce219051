import type { Tx } from '@/lib/platform/db'

/** A colleague as lists and choices show them. */
export type Colleague = {
  readonly userId: string
  readonly institutionId: string
  readonly name: string
  readonly jobTitle: string
}

/** Names of people of the house, by id; who is not visible to the actor is left out. */
export const namesOf = async (
  tx: Tx,
  userIds: readonly (string | null)[],
): Promise<ReadonlyMap<string, string>> => {
  const ids = [...new Set(userIds.filter((id): id is string => id !== null))]
  const rows = await tx.userAccount.findMany({
    where: { id: { in: ids } },
    select: { id: true, givenName: true, familyName: true },
  })
  return new Map(rows.map((r) => [r.id, `${r.givenName} ${r.familyName}`]))
}

/** Who works in these institutions now, by surname. */
export const colleaguesIn = async (tx: Tx, institutionIds: readonly string[]): Promise<Colleague[]> => {
  const rows = await tx.employment.findMany({
    where: { institutionId: { in: [...institutionIds] }, endsOn: null, user: { disabledAt: null } },
    include: { user: { select: { givenName: true, familyName: true, nameFolded: true } } },
    orderBy: [{ user: { familyName: 'asc' } }, { id: 'asc' }],
  })
  return rows.map((r) => ({
    userId: r.userId,
    institutionId: r.institutionId,
    name: `${r.user.givenName} ${r.user.familyName}`,
    jobTitle: r.jobTitle,
  }))
}
