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

type Row = Omit<ExpiringConsent, 'until'> & { validTo: Date | null }

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
      select e.id, e.case_id as "caseId", e.number, e.family, e.person, e.over, e.valid_to as "validTo"
      from app.own_consents_that_end(${own}::uuid[]) e
      order by e.over desc, e.valid_to, e.id`
    return rows.map(({ validTo, ...row }) => ({ ...row, until: fromDbDateOrNull(validTo) }))
  },
  audit: (rows) =>
    rows.length === 0 ? null : { subjectKind: 'case', subjectIds: [...new Set(rows.map((r) => r.caseId))] },
})
