import { spawnSync } from 'node:child_process'
import { beforeAll, describe, expect, it } from 'vitest'
import { type KeyRing, open, parseKeyRing, seal, searchHash } from '@/lib/platform/crypto'
import { checkKeys, newKeys } from '@/scripts/database/keys'
import { resealAll, withNewKey } from '@/scripts/database/rotate'
import { sealedColumns } from '@/scripts/database/sealed'
import { asOwner, databaseUrl, useDatabase } from '@/tests/support/database'
import { insert, makeCase, makeInstitution, makePerson, makeTeam } from '@/tests/support/world'

useDatabase()

const first: KeyRing = parseKeyRing(newKeys())
const second = withNewKey(first)
const pesels = ['02070803628', '44051401359', '85031412345', '90090515836', '99123112345']

const versions = async (): Promise<Record<string, number>> => {
  const used: Record<string, number> = {}
  for (const { table, column } of sealedColumns) {
    const { rows } = await asOwner().query<{ sealed: string }>(
      `select ${column} as sealed from ${table} where ${column} is not null`,
    )
    for (const { sealed } of rows) used[sealed.slice(0, 6)] = (used[sealed.slice(0, 6)] ?? 0) + 1
  }
  return used
}

const run = (ring: KeyRing, progress: (n: number) => void = () => undefined) =>
  resealAll(asOwner(), ring, { batch: 2, progress })

const command = (args: readonly string[], keys: string) =>
  spawnSync(process.execPath, ['--import', 'tsx', 'scripts/keys-rotate.ts', ...args], {
    env: { ...process.env, DATABASE_OWNER_URL: databaseUrl(), KOOPERACJA_KEYS: keys },
    encoding: 'utf8',
  })

let ids: string[] = []

beforeAll(async () => {
  await asOwner().query('delete from installation')
  await checkKeys(databaseUrl(), JSON.stringify(first))
  const ops = await makeInstitution()
  const teamId = await makeTeam({ lead: ops })
  const made = await makeCase({ teamId, owner: ops })
  ids = []
  for (const pesel of pesels) {
    const id = await makePerson(made)
    ids.push(id)
    await asOwner().query(
      `update person_identity set pesel_sealed = $2, pesel_hash = $3, document_sealed = $4, bank_sealed = $5 where person_id = $1`,
      [
        id,
        seal(pesel, 'pesel', first),
        searchHash(pesel, 'pesel', first),
        seal('ABS123456', 'document', first),
        seal('PL61', 'bank', first),
      ],
    )
  }
  const referral = crypto.randomUUID()
  await insert('referral', {
    id: referral,
    team_id: teamId,
    institution_id: ops,
    author_id: crypto.randomUUID(),
    family_label: 'Próbni',
    reason_keys: [],
  })
  await insert('referral_person', {
    referral_id: referral,
    team_id: teamId,
    given_name: 'Jan',
    family_name: 'Próbny',
    relation_key: 'ojciec',
    pesel_sealed: seal('02070803628', 'pesel', first),
  })
})

it('knows every sealed column of the database', async () => {
  const { rows } = await asOwner().query<{ name: string }>(
    `select table_name || '.' || column_name as name from information_schema.columns
     where table_schema = 'public' and column_name like '%\\_sealed' order by 1`,
  )
  expect(sealedColumns.map(({ table, column }) => `${table}.${column}`).sort()).toEqual(
    rows.map(({ name }) => name),
  )
})

it('a new key becomes the current one beside the older', () => {
  expect([second.current, Object.keys(second.keys), second.search === first.search]).toEqual([
    'k2',
    ['k1', 'k2'],
    true,
  ])
  expect(second.keys.k1).toBe(first.keys.k1)
})

describe('what stops it', () => {
  const alone = JSON.stringify({ ...second, keys: { k2: second.keys.k2 } })
  const foreign = JSON.stringify({ ...second, keys: { ...second.keys, k1: parseKeyRing(newKeys()).keys.k1 } })

  it('a missing old key, before anything is changed', async () => {
    await expect(run(parseKeyRing(alone))).rejects.toThrow(
      'KOOPERACJA_KEYS has no key k1, with which 16 values',
    )
    expect(await versions()).toEqual({ 'v1.k1.': 16 })
  })

  it('a wrong old key, with its batch rolled back', async () => {
    await expect(run(parseKeyRing(foreign))).rejects.toThrow('A value sealed with k1 does not open')
    expect(await versions()).toEqual({ 'v1.k1.': 16 })
  })

  it.each([
    ['', 'KOOPERACJA_KEYS is not set'],
    [foreign, 'The encryption keys do not open this database'],
    [JSON.stringify(first), 'Every value carries k1, the current key. To rotate'],
  ])('the command ends with 1 and says so (%#)', (keys, message) => {
    const done = command([], keys)
    expect(done.status).toBe(1)
    expect(done.stderr).toContain(message)
    expect(done.stderr).not.toContain('    at ')
  })
})

describe('rotation', () => {
  it('goes on where it was interrupted', async () => {
    const stop = (done: number) => {
      if (done === 4) throw new Error('power cut')
    }
    await expect(run(second, stop)).rejects.toThrow('power cut')
    expect(await versions()).toEqual({ 'v1.k1.': 12, 'v1.k2.': 4 })
    expect(await run(second)).toBe(12)
  })

  it('leaves every value under the new key, readable as before', async () => {
    expect(await versions()).toEqual({ 'v1.k2.': 16 })
    const alone: KeyRing = { ...second, keys: { k2: second.keys.k2 ?? '' } }
    const read: string[] = []
    for (const id of ids) {
      const { rows } = await asOwner().query('select * from person_identity where person_id = $1', [id])
      read.push(open(rows[0].pesel_sealed, 'pesel', alone))
      expect(open(rows[0].document_sealed, 'document', alone)).toBe('ABS123456')
      expect(open(rows[0].bank_sealed, 'bank', alone)).toBe('PL61')
    }
    expect(read).toEqual(pesels)
  })

  it('is still found by the same hash', async () => {
    const { rows } = await asOwner().query('select person_id from person_identity where pesel_hash = $1', [
      searchHash('44051401359', 'pesel', second),
    ])
    expect(rows).toEqual([{ person_id: ids[1] }])
  })

  it('the start accepts the new key alone', async () => {
    await checkKeys(databaseUrl(), JSON.stringify({ ...second, keys: { k2: second.keys.k2 } }))
    const { rows } = await asOwner().query('select key_id from installation')
    expect(rows).toEqual([{ key_id: 'k2' }])
  })

  it('the command adds a key for the environment and seals with it', async () => {
    const added = command(['--add'], JSON.stringify(second))
    const third = parseKeyRing(added.stdout)
    expect([added.status, third.current]).toEqual([0, 'k3'])
    expect(await versions()).toEqual({ 'v1.k2.': 16 })
    const done = command([], added.stdout.trim())
    expect([done.status, done.stderr]).toEqual([0, ''])
    expect(done.stdout).toContain('16 values sealed anew; every value carries k3')
    expect(await versions()).toEqual({ 'v1.k3.': 16 })
  })
})
