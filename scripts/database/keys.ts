import { randomBytes } from 'node:crypto'
import { Client } from 'pg'
import { open, parseKeyRing, seal } from '@/lib/platform/crypto'

const word = (): string => randomBytes(32).toString('base64')

/** A fresh key ring, for a database that does not exist yet. */
export const newKeys = (): string => JSON.stringify({ current: 'k1', keys: { k1: word() }, search: word() })

const probe = 'kooperacja'

/**
 * Holds the keys against the database: the first start leaves a sealed probe, every later one must open it. Throws
 * with a clear message when a key is missing or wrong, so that nothing is ever sealed with a key nobody keeps.
 */
export const checkKeys = async (ownerUrl: string, keys: string | undefined): Promise<void> => {
  const ring = parseKeyRing(keys)
  const client = new Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{ key_check: string }>(
      'select key_check from installation where id = 1',
    )
    const check = rows[0]?.key_check
    if (check === undefined) {
      const row = [ring.current, seal(probe, 'key-check', ring)]
      await client.query('insert into installation (id, key_id, key_check) values (1, $1, $2)', row)
      return
    }
    if (open(check, 'key-check', ring) !== probe) throw new Error('probe differs')
  } catch (error) {
    if (
      error instanceof Error &&
      'code' in error &&
      typeof error.code === 'string' &&
      !error.code.startsWith('ERR_')
    )
      throw error
    throw new Error(
      'The encryption keys do not open this database (KOOPERACJA_KEYS is not the ring it was sealed with). Restore the right keys; nothing was started. / Klucze szyfrujące nie pasują do tej bazy danych.',
    )
  } finally {
    await client.end()
  }
}
