import { z } from 'zod'
import { bySubject } from '@/lib/cases'
import type { IsoDate } from '@/lib/format/dates'
import { fromDbDateOrNull } from '@/lib/platform/clock'
import { optional, uuid } from '@/lib/platform/input'
import { defineQuery } from '@/lib/policy/usecase'

export type ExpiringConsent = {
  readonly id: string
  readonly caseId: string
  readonly number: string
  readonly family: string | null
  readonly person: string | null
  /** The consent has ended; else it ends on `until`. */
  readonly over: boolean
  readonly until: IsoDate | null
}

type Row = { id: string; case_id: string; person_id: string; over: boolean; valid_to: Date | null }

/**
 * Whose own consent has to be asked for (domain 4.4): children of the own families who turned eighteen, or will within
 * thirty days. The family coordinator's list of what to do; in one case where it is named.
 */
export const expiringConsents = defineQuery({
  name: 'consent.expiring',
  input: z.strictObject({ caseId: optional(uuid()) }),
  subject: (ctx, { caseId }) => (caseId ? bySubject(ctx, { caseId }) : {}),
  run: async ({ tx, actor }, { caseId }): Promise<ExpiringConsent[]> => {
    const own = actor.assignments.flatMap((a) =>
      a.role === 'koordynator_rodziny' && a.caseId && (caseId === null || a.caseId === caseId)
        ? [a.caseId]
        : [],
    )
    if (own.length === 0) return []
    const rows = await tx.$queryRaw<Row[]>`
      select id, case_id, person_id, over, valid_to from app.consents_that_end(${own}::uuid[])
      order by over desc, valid_to, id`
    const cases = await tx.familyCase.findMany({
      where: { id: { in: rows.map((r) => r.case_id) } },
      select: { id: true, number: true, family: { select: { label: true } } },
    })
    const persons = await tx.person.findMany({
      where: { id: { in: rows.map((r) => r.person_id) } },
      select: { id: true, givenName: true, familyName: true },
    })
    return rows.map((row) => {
      const of = cases.find(({ id }) => id === row.case_id)
      const person = persons.find(({ id }) => id === row.person_id)
      return {
        id: row.id,
        caseId: row.case_id,
        number: of?.number ?? '',
        family: of?.family?.label ?? null,
        person: person ? `${person.givenName} ${person.familyName}` : null,
        over: row.over,
        until: fromDbDateOrNull(row.valid_to),
      }
    })
  },
  audit: (rows) =>
    rows.length === 0 ? null : { subjectKind: 'case', subjectIds: [...new Set(rows.map((r) => r.caseId))] },
})
