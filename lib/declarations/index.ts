import { comparePolish } from '@/lib/format/collate'
import type { IsoDate } from '@/lib/format/dates'
import { fromDbDate } from '@/lib/platform/clock'
import { asSystem } from '@/lib/platform/db'

export type PlatformOperator = {
  readonly name: string
  readonly street: string | null
  readonly postcode: string | null
  readonly city: string | null
  readonly phone: string | null
  readonly email: string | null
  readonly website: string | null
}

/** Who runs the platform and answers for its accessibility (act of 4.04.2019, art. 10); null before one is made. */
export const platformOperator = async (): Promise<PlatformOperator | null> => {
  const [row] = await asSystem(
    'declarations',
    (tx) => tx.$queryRaw<PlatformOperator[]>`select * from app.platform_operator()`,
  )
  return row ?? null
}

export type PublicClause = {
  readonly institutionId: string
  readonly name: string
  readonly versionNo: number
  readonly validFrom: IsoDate
  readonly body: string
}

type ClauseRow = { institution_id: string; name: string; version_no: number; valid_from: Date; body: string }

/** The information clause in force of every controller that published one (GDPR art. 13 and 14), by name. */
export const publicClauses = async (): Promise<PublicClause[]> => {
  const rows = await asSystem(
    'declarations',
    (tx) => tx.$queryRaw<ClauseRow[]>`select * from app.public_clauses()`,
  )
  return rows
    .map((row) => ({
      institutionId: row.institution_id,
      name: row.name,
      versionNo: row.version_no,
      validFrom: fromDbDate(row.valid_from),
      body: row.body,
    }))
    .sort((a, b) => comparePolish(a.name, b.name))
}
