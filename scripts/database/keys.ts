import { randomBytes } from 'node:crypto'
import type { Client } from 'pg'
import { type KeyRing, open, parseKeyRing, seal, searchHash } from '@/lib/platform/crypto'
import { withClient } from '@/scripts/database/owner'
import { keysInUse } from '@/scripts/database/sealed'

const word = (): string => randomBytes(32).toString('base64')

/** A fresh key ring, for a database that does not exist yet. */
export const newKeys = (): string => JSON.stringify({ current: 'k1', keys: { k1: word() }, search: word() })

const probe = 'kooperacja'

const doNotOpen =
  'The encryption keys do not open this database (KOOPERACJA_KEYS is not the ring it was sealed with). Restore the right keys; nothing was started. / Klucze szyfrujące nie pasują do tej bazy danych.'
const searchDiffers =
  'The search key of KOOPERACJA_KEYS is not the one of this database: nobody would be found by PESEL. Restore the right ring; nothing was started. / Klucz wyszukiwania nie pasuje do tej bazy danych.'

const opens = (work: () => boolean): boolean => {
  try {
    return work()
  } catch {
    return false
  }
}

type Probes = { key_check: string; search_check: string | null }

/** The probe of the search key, laid down by the first start; older databases prove it on a stored PESEL, if they hold one. */
const checkSearch = async (client: Client, ring: KeyRing, stored: string | null): Promise<void> => {
  const check = searchHash(probe, 'key-check', ring)
  if (stored !== null) {
    if (stored !== check) throw new Error(searchDiffers)
    return
  }
  const { rows } = await client.query<{ sealed: string; hash: string }>(
    'select pesel_sealed as sealed, pesel_hash as hash from person_identity where pesel_sealed is not null and pesel_hash is not null limit 1',
  )
  for (const { sealed, hash } of rows)
    if (searchHash(open(sealed, 'pesel', ring), 'pesel', ring) !== hash) throw new Error(searchDiffers)
  await client.query('update installation set search_check = $1 where id = 1', [check])
}

/** Throws when the ring lacks a key with which values are sealed. */
export const refuseMissing = (used: Awaited<ReturnType<typeof keysInUse>>, ring: KeyRing): void => {
  for (const [id, { count }] of used)
    if (!ring.keys[id])
      throw new Error(
        `KOOPERACJA_KEYS has no key ${id}, with which ${count} values are sealed. Put it back; nothing was changed. / W pęku kluczy brakuje klucza ${id}.`,
      )
}

/**
 * Holds the keys against the database: the first start leaves probes of the sealing and of the search key, every later
 * one must match both, and each key that stored values name must be in the ring and open one of them. Throws with a
 * clear message when a key is missing or wrong, so that nothing is ever sealed with a key nobody keeps.
 */
export const checkKeys = async (ownerUrl: string, keys: string | undefined): Promise<void> => {
  const ring = parseKeyRing(keys)
  await withClient(ownerUrl, async (client) => {
    const { rows } = await client.query<Probes>(
      'select key_check, search_check from installation where id = 1',
    )
    const [probes] = rows
    if (probes && !opens(() => open(probes.key_check, 'key-check', ring) === probe))
      throw new Error(doNotOpen)
    const used = await keysInUse(client)
    refuseMissing(used, ring)
    for (const { sample, purpose } of used.values())
      if (!opens(() => open(sample, purpose, ring) !== '')) throw new Error(doNotOpen)
    if (!probes)
      await client.query('insert into installation (id, key_id, key_check) values (1, $1, $2)', [
        ring.current,
        seal(probe, 'key-check', ring),
      ])
    await checkSearch(client, ring, probes?.search_check ?? null)
  })
}
