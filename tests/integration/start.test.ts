import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Cluster, freePort, startEmbedded } from '@/scripts/database/embedded'
import { migrate, roleOf } from '@/scripts/database/migrate'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kooperacja-start-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const answer = async (url: string): Promise<unknown> => {
  const client = new Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query('select 1 as one')
  await client.end()
  return rows[0]
}

/** How many migrations the server of this folder has run, read beside it; 0 when it does not answer yet. */
const migrationsOf = async (data: string): Promise<number> => {
  const client = new Client({ connectionString: ownerOf(data) })
  try {
    await client.connect()
    const { rows } = await client.query('select count(*)::int as n from _prisma_migrations')
    return rows[0]?.n ?? 0
  } catch {
    return 0
  } finally {
    await client.end().catch(() => undefined)
  }
}

const clusterOf = (data: string): string =>
  [
    join(data, 'pg'),
    `/var/tmp/kooperacja-${createHash('sha256').update(data).digest('hex').slice(0, 12)}/pg`,
  ].find((place) => existsSync(join(place, 'postmaster.pid'))) ?? data

const ownerOf = (data: string): string => {
  try {
    const port = readFileSync(join(clusterOf(data), 'postmaster.pid'), 'utf8').split('\n')[3]
    const { owner } = JSON.parse(readFileSync(join(data, 'database.json'), 'utf8'))
    return `postgresql://kooperacja_owner:${owner}@127.0.0.1:${port}/kooperacja`
  } catch {
    return 'postgresql://nobody@127.0.0.1:1/nothing'
  }
}

const dead = async (): Promise<number> => {
  const child = spawn(process.execPath, ['-e', ''])
  await once(child, 'exit')
  return child.pid ?? 0
}

describe('the embedded database', () => {
  it('of a starter that lives is not started twice; of one that was killed it is stopped and taken over', async () => {
    const first = await startEmbedded(folder, { temporary: true })
    await expect(startEmbedded(folder, { temporary: true })).rejects.toThrow('a database is already running')
    expect(await answer(first.appUrl)).toEqual({ one: 1 })
    writeFileSync(join(folder, 'holder.pid'), String(await dead()))
    let second: Cluster | undefined
    try {
      second = await startEmbedded(folder, { temporary: true })
      expect(await answer(second.appUrl)).toEqual({ one: 1 })
      await expect(answer(first.appUrl)).rejects.toThrow('ECONNREFUSED')
    } finally {
      await (second ?? first).stop()
    }
    expect(existsSync(join(folder, 'holder.pid'))).toBe(false)
  }, 60_000)

  it.each([
    ['SIGTERM', 'while the server comes up', (data: string) => existsSync(join(data, 'holder.pid'))],
    ['SIGINT', 'while it is migrated', (data: string) => migrationsOf(data).then((n) => n > 2)],
  ] as const)(
    '%s %s leaves no server behind, and the next start goes on',
    async (signal, _when, reached) => {
      const data = join(folder, signal)
      const place = { DATABASE_URL: '', DATABASE_OWNER_URL: '', KOOPERACJA_DATA: data }
      const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/serve.ts'], {
        env: { ...process.env, ...place, PORT: String(await freePort()) },
        stdio: 'ignore',
      })
      await expect.poll(() => reached(data), { timeout: 40_000, interval: 20 }).toBe(true)
      child.kill(signal)
      const [code] = await once(child, 'exit')
      expect(code).toBe(130)
      expect(existsSync(join(data, 'holder.pid'))).toBe(false)
      const next = await startEmbedded(data, { temporary: true })
      try {
        await migrate(next.ownerUrl, roleOf(next.appUrl))
        expect(await answer(next.appUrl)).toEqual({ one: 1 })
      } finally {
        await next.stop()
      }
    },
    90_000,
  )
})
