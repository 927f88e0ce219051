import type { Client } from 'pg'
import type { SealPurpose } from '@/lib/platform/crypto'

/** Every column that holds sealed values; a test holds the list against the database. */
export const sealedColumns: readonly {
  table: string
  id: string
  column: string
  purpose: SealPurpose
  /** values at a time, where one of them is large */
  batch?: number
}[] = [
  { table: 'person_identity', id: 'person_id', column: 'pesel_sealed', purpose: 'pesel' },
  { table: 'person_identity', id: 'person_id', column: 'document_sealed', purpose: 'document' },
  { table: 'person_identity', id: 'person_id', column: 'bank_sealed', purpose: 'bank' },
  { table: 'referral_person', id: 'id', column: 'pesel_sealed', purpose: 'pesel' },
  { table: 'user_session', id: 'id', column: 'kept_sealed', purpose: 'form' },
  { table: 'consent_scan', id: 'id', column: 'body_sealed', purpose: 'scan', batch: 5 },
  { table: 'attachment', id: 'id', column: 'body_sealed', purpose: 'attachment', batch: 3 },
]

/** How many values name a key, and one of them to try the key on. */
type Use = { readonly count: number; readonly sample: string; readonly purpose: SealPurpose }

/** The keys that sealed values of the database name. */
export const keysInUse = async (client: Client): Promise<ReadonlyMap<string, Use>> => {
  const used = new Map<string, Use>()
  for (const { table, column, purpose } of sealedColumns) {
    const { rows } = await client.query<{ id: string; n: number; sample: string }>(
      `select split_part(${column}, '.', 2) as id, count(*)::int as n, min(${column}) as sample
       from ${table} where ${column} is not null group by 1`,
    )
    for (const { id, n, sample } of rows)
      used.set(id, { count: (used.get(id)?.count ?? 0) + n, sample, purpose })
  }
  return used
}
