import { randomBytes } from 'node:crypto'
import type { Client } from 'pg'
import { type KeyRing, open, type SealPurpose, seal } from '@/lib/platform/crypto'
import { refuseMissing } from '@/scripts/database/keys'
import { inTransaction } from '@/scripts/database/owner'
import { keysInUse, sealedColumns } from '@/scripts/database/sealed'

/** The ring with one more key, which becomes the current one. The search key stays: hashes are found as before. */
export const withNewKey = (ring: KeyRing): KeyRing => {
  const numbers = Object.keys(ring.keys).map((id) => Number(/^k(\d+)$/u.exec(id)?.[1] ?? 0))
  const current = `k${Math.max(...numbers) + 1}`
  return { ...ring, current, keys: { ...ring.keys, [current]: randomBytes(32).toString('base64') } }
}

const keyIdOf = (sealed: string): string => sealed.split('.')[1] ?? ''

/** Whether something still waits for the current key: an earlier run was interrupted, or the ring got a new key. */
export const isUnfinished = async (client: Client, ring: KeyRing): Promise<boolean> => {
  const { rows } = await client.query<{ key_id: string }>('select key_id from installation where id = 1')
  const used = await keysInUse(client)
  return rows[0]?.key_id !== ring.current || [...used.keys()].some((id) => id !== ring.current)
}

const reseal = (sealed: string, purpose: SealPurpose, ring: KeyRing): string => {
  try {
    return seal(open(sealed, purpose, ring), purpose, ring)
  } catch {
    throw new Error(
      `A value sealed with ${keyIdOf(sealed)} does not open: that key of KOOPERACJA_KEYS is wrong. Its batch was not changed; put the right key back and run the command again.`,
    )
  }
}

type Step = { readonly batch: number; readonly progress: (done: number) => void }

/** One batch in a transaction of its own; rows stay locked, so that nobody's change is overwritten. */
const batchOf = (
  client: Client,
  ring: KeyRing,
  { table, id, column, purpose }: (typeof sealedColumns)[number],
  size: number,
) =>
  inTransaction(client, async () => {
    const { rows } = await client.query<{ key: string; sealed: string }>(
      `select ${id}::text as key, ${column} as sealed from ${table}
       where ${column} is not null and split_part(${column}, '.', 2) <> $1 limit $2 for update`,
      [ring.current, size],
    )
    const fresh = rows.map(({ sealed }) => reseal(sealed, purpose, ring))
    await client.query(
      `update ${table} t set ${column} = n.sealed
       from unnest($1::uuid[], $2::text[]) n(key, sealed) where t.${id} = n.key`,
      [rows.map(({ key }) => key), fresh],
    )
    return rows.length
  })

/**
 * Seals everything with the current key of the ring, batch by batch. May be interrupted anywhere and run again: what
 * carries the current key is passed over. Gives the number of values sealed anew. The caller has held the ring against
 * the database (checkKeys). Throws with a message to show when a key is missing or wrong.
 */
export const resealAll = async (
  client: Client,
  ring: KeyRing,
  { batch, progress }: Step,
): Promise<number> => {
  refuseMissing(await keysInUse(client), ring)
  let done = 0
  for (const column of sealedColumns)
    for (let size = -1; size !== 0; ) {
      size = await batchOf(client, ring, column, Math.min(batch, column.batch ?? batch))
      done += size
      if (size > 0) progress(done)
    }
  const { rows } = await client.query<{ key_check: string }>(
    'select key_check from installation where id = 1',
  )
  const probe = rows[0]?.key_check
  if (probe)
    await client.query('update installation set key_id = $1, key_check = $2 where id = 1', [
      ring.current,
      reseal(probe, 'key-check', ring),
    ])
  return done
}
