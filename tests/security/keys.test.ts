import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type KeyRing, parseKeyRing, seal, searchHash } from '@/lib/platform/crypto'
import { checkKeys, newKeys } from '@/scripts/database/keys'
import { openEmbedded } from '@/scripts/installation'
import { asOwner, databaseUrl, useDatabase } from '@/tests/support/database'
import { makeCase, makeInstitution, makePerson, makeTeam } from '@/tests/support/world'

useDatabase()

/** One person whose PESEL is sealed with this key of the ring. */
const store = async (ring: KeyRing, keyId: string): Promise<void> => {
  const ops = await makeInstitution()
  const person = await makePerson(await makeCase({ teamId: await makeTeam({ lead: ops }), owner: ops }))
  await asOwner().query(
    'update person_identity set pesel_sealed = $2, pesel_hash = $3 where person_id = $1',
    [
      person,
      seal('02070803628', 'pesel', { ...ring, current: keyId }),
      searchHash('02070803628', 'pesel', ring),
    ],
  )
}

describe('encryption keys and the database', () => {
  const right = newKeys()

  it('the first start leaves a sealed probe, the next start with the same keys passes', async () => {
    await asOwner().query('delete from installation')
    await checkKeys(databaseUrl(), right)
    await checkKeys(databaseUrl(), right)
    const { rows } = await asOwner().query<{ key_id: string; key_check: string }>(
      'select key_id, key_check from installation',
    )
    expect(rows).toHaveLength(1)
    expect(rows[0]?.key_id).toBe('k1')
    expect(rows[0]?.key_check).toMatch(/^v1\.k1\./)
  })

  it('a wrong key stops the start with a clear message', async () => {
    await expect(checkKeys(databaseUrl(), newKeys())).rejects.toThrow(
      'The encryption keys do not open this database',
    )
  })

  it('a missing key stops the start', async () => {
    await expect(checkKeys(databaseUrl(), undefined)).rejects.toThrow('KOOPERACJA_KEYS is not set')
  })

  it('a wrong search key stops the start: nobody would be found by PESEL any more', async () => {
    const other = JSON.stringify({ ...parseKeyRing(right), search: parseKeyRing(newKeys()).search })
    await expect(checkKeys(databaseUrl(), other)).rejects.toThrow('The search key of KOOPERACJA_KEYS is not')
    await checkKeys(databaseUrl(), right)
  })

  it('a database without that probe proves the search key on a stored PESEL', async () => {
    const ring = parseKeyRing(right)
    const other = { ...ring, search: parseKeyRing(newKeys()).search }
    await store(ring, 'k1')
    await asOwner().query('update installation set search_check = null')
    await expect(checkKeys(databaseUrl(), JSON.stringify(other))).rejects.toThrow('The search key')
    await checkKeys(databaseUrl(), right)
    const { rows } = await asOwner().query<{ known: boolean }>(
      'select search_check is not null as known from installation',
    )
    expect(rows).toEqual([{ known: true }])
  })

  it('an older key that values still name must be in the ring, and be the right one', async () => {
    const older = parseKeyRing(right)
    const both = {
      ...older,
      current: 'k2',
      keys: { ...older.keys, k2: parseKeyRing(newKeys()).keys.k1 ?? '' },
    }
    const probe = seal('kooperacja', 'key-check', both)
    await asOwner().query(`update installation set key_id = 'k2', key_check = $1`, [probe])
    await checkKeys(databaseUrl(), JSON.stringify(both))
    const without = { ...both, keys: { k2: both.keys.k2 } }
    await expect(checkKeys(databaseUrl(), JSON.stringify(without))).rejects.toThrow(
      'KOOPERACJA_KEYS has no key k1, with which 1 values are sealed',
    )
    const wrong = { ...both, keys: { ...both.keys, k1: parseKeyRing(newKeys()).keys.k1 } }
    await expect(checkKeys(databaseUrl(), JSON.stringify(wrong))).rejects.toThrow(
      'The encryption keys do not open this database',
    )
  })

  it('keys are never made over an existing embedded database', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'kooperacja-keys-'))
    writeFileSync(join(folder, 'database.json'), '{}')
    await expect(openEmbedded(folder, 0)).rejects.toThrow('its keys')
    rmSync(folder, { recursive: true })
  })
})
