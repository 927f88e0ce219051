import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkKeys, newKeys } from '@/scripts/database/keys'
import { openEmbedded } from '@/scripts/installation'
import { asOwner, databaseUrl, useDatabase } from '@/tests/support/database'

useDatabase()

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

  it('keys are never made over an existing embedded database', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'kooperacja-keys-'))
    writeFileSync(join(folder, 'database.json'), '{}')
    await expect(openEmbedded(folder, 0)).rejects.toThrow('its keys')
    rmSync(folder, { recursive: true })
  })
})
