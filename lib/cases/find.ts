import { fold } from '@/lib/format/fold'
import type { Tx } from '@/lib/platform/db'

/** Words of a search, without diacritics: each is looked for by itself, so that "Nowak Anna" finds Anna Nowak. */
export const wordsOf = (q: string): string[] => fold(q).split(/\s+/u).filter(Boolean)

/**
 * Ids of the cases that carry these words in their number or in the family's name, out of those that the actor may
 * see. The cases come first and each family is taken by its key: asked the other way round, one OR over two tables
 * made the planner read every family of the country before row-level security left a hundred of them.
 */
export const casesCalled = async (tx: Tx, q: string): Promise<string[]> => {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    with mine as materialized (select id, number, family_id from family_case)
    select m.id from mine m
    where position(${q} in m.number) > 0
      or (select bool_and(position(word in f.label_folded) > 0)
          from family f, unnest(${wordsOf(q)}::text[]) word where f.id = m.family_id)`
  return rows.map(({ id }) => id)
}

/**
 * Ids of the cases in which a person of this name takes part, out of those that the actor may see; two linked records
 * are one person, found by either name.
 */
export const casesWithPerson = async (tx: Tx, q: string): Promise<string[]> => {
  const people = await tx.person.findMany({
    where: { AND: wordsOf(q).map((word) => ({ nameFolded: { contains: word } })) },
    select: { id: true },
  })
  const ids = people.map(({ id }) => id)
  const rows = await tx.$queryRaw<{ caseId: string }[]>`
    select k.case_id as "caseId" from case_person k where k.person_id = any (${ids}::uuid[])
    union
    select k.case_id from case_person k join person_link l on l.unlinked_at is null
      and (l.kept_id = any (${ids}::uuid[]) and k.person_id = l.other_id
        or l.other_id = any (${ids}::uuid[]) and k.person_id = l.kept_id)`
  return rows.map(({ caseId }) => caseId)
}
