import { z } from 'zod'
import { bySubject, ofCase } from '@/lib/cases'
import type { IsoDate } from '@/lib/format/dates'
import { fromDbDate } from '@/lib/platform/clock'
import { uuid } from '@/lib/platform/input'
import type { Role } from '@/lib/policy/actor'
import { defineQuery } from '@/lib/policy/usecase'

/** What one person of an institution did with the family's data in one month, by action. */
export type LedgerEntry = {
  /** first day of the month, Warsaw time */
  readonly month: IsoDate
  readonly institutionId: string | null
  readonly institution: string | null
  /** null: looked or answered by a one-time link */
  readonly actorId: string | null
  readonly person: string | null
  /** roles that they held in this institution then, as far as these reach the case */
  readonly roles: readonly Role[]
  readonly action: string
  readonly kind: 'read' | 'write'
  readonly times: number
  readonly lastAt: Date
}

type Row = {
  month: Date
  institution_id: string | null
  institution: string | null
  actor_id: string | null
  person: string | null
  roles: Role[]
  action: string
  kind: 'read' | 'write'
  n: bigint
  last_at: Date
}

/**
 * The whole access log of one family, for the family: also lists and searches that named it. By month, institution,
 * person and action; the page makes plain words of it.
 */
export const familyLedger = defineQuery({
  name: 'audit.ledger',
  input: z.strictObject({ caseId: uuid() }),
  subject: bySubject,
  run: async ({ tx }, { caseId }): Promise<LedgerEntry[]> => {
    const rows = await tx.$queryRaw<Row[]>`select * from app.family_ledger(${caseId}::uuid)`
    return rows.map((row) => ({
      month: fromDbDate(row.month),
      institutionId: row.institution_id,
      institution: row.institution,
      actorId: row.actor_id,
      person: row.person,
      roles: row.roles,
      action: row.action,
      kind: row.kind,
      times: Number(row.n),
      lastAt: row.last_at,
    }))
  },
  audit: (_entries, _input, facts) => ofCase(facts),
})
