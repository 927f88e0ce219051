import { z } from 'zod'
import { casesCalled, casesWithPerson, wordsOf } from '@/lib/cases'
import { fold } from '@/lib/format/fold'
import { anySubject, defineQuery } from '@/lib/policy/usecase'

export type Found = {
  readonly cases: { id: string; number: string; label: string | null }[]
  readonly teams: { id: string; name: string }[]
  readonly institutions: { id: string; name: string; city: string | null }[]
}

const most = 20

/**
 * Families, teams and institutions that this person may see, by words without diacritics, a case number or a person's
 * name. Row-level security is the filter. Two letters at least; every search is one event of the access log.
 */
export const search = defineQuery({
  name: 'search.run',
  input: z.strictObject({ q: z.string().trim().max(120) }),
  subject: anySubject,
  run: async ({ tx }, { q }): Promise<Found> => {
    if (fold(q).length < 2) return { cases: [], teams: [], institutions: [] }
    const named = wordsOf(q).map((word) => ({ nameFolded: { contains: word } }))
    const found = [...(await casesCalled(tx, q)), ...(await casesWithPerson(tx, q))]
    const cases = await tx.familyCase.findMany({
      where: { id: { in: found } },
      include: { family: { select: { label: true } } },
      orderBy: [{ updatedAt: 'desc' }, { number: 'desc' }],
      take: most,
    })
    const teams = await tx.team.findMany({
      where: { AND: named },
      select: { id: true, name: true },
      orderBy: { name: 'asc' },
      take: most,
    })
    const institutions = await tx.institution.findMany({
      where: { AND: named, endedOn: null },
      select: { id: true, name: true, city: true },
      orderBy: { name: 'asc' },
      take: most,
    })
    return {
      cases: cases.map((c) => ({ id: c.id, number: c.number, label: c.family?.label ?? null })),
      teams,
      institutions,
    }
  },
  audit: ({ cases }) => ({ subjectKind: 'case', subjectIds: cases.map(({ id }) => id) }),
})
