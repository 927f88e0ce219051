import { Client } from 'pg'
import { afterAll, beforeAll, inject } from 'vitest'
import { freeze } from '@/lib/platform/clock'
import { disconnect } from '@/lib/platform/db'
import { testInstant } from '@/tests/support/day'

const withDatabase = (url: string, name: string): string => {
  const at = new URL(url)
  at.pathname = `/${name}`
  return at.href
}

const command = async (url: string, sql: string): Promise<void> => {
  const client = new Client({ connectionString: url })
  await client.connect()
  await client.query(sql).finally(() => client.end())
}

/**
 * Plain first: then the server ends its own vacuum in this database, which an owner who is no superuser may not end by
 * force. A connection of ours that lingers is ended by force afterwards. The cluster is thrown away after the run, so
 * what a vacuum still holds then is left alone.
 */
const drop = async (url: string, name: string): Promise<void> => {
  try {
    await command(url, `drop database if exists ${name}`)
  } catch {
    await command(url, `drop database if exists ${name} with (force)`).catch(() => undefined)
  }
}

let owner: Client | undefined
let ownerUrl = ''

/** Connection of the owner role: lays the world out and looks behind the policies. Not what the tested code uses. */
export const asOwner = (): Client => {
  if (!owner) throw new Error('call useDatabase() at the top of the test file')
  return owner
}

/** URL of this file's database as its owner, for code that opens connections of its own (seeds). */
export const databaseUrl = (): string => ownerUrl

/**
 * A database of its own for this test file, copied from the migrated template. The code under test connects as the
 * runtime role (not owner, not superuser, no BYPASSRLS), exactly as in production.
 */
export const useDatabase = (): void => {
  let name = ''
  beforeAll(async () => {
    freeze(testInstant)
    const adminUrl = inject('adminUrl')
    name = `t_${process.pid}_${Math.random().toString(36).slice(2, 10)}`
    await command(adminUrl, `create database ${name} template ${inject('templateName')}`)
    ownerUrl = withDatabase(adminUrl, name)
    owner = new Client({ connectionString: ownerUrl })
    await owner.connect()
    const runtime = new URL(process.env.TEST_APP_URL ?? '')
    runtime.pathname = `/${name}`
    // files share their modules: what the one before left running may have opened a pool of its database again
    await disconnect()
    process.env.DATABASE_URL = runtime.href
  })
  afterAll(async () => {
    await disconnect()
    await owner?.end()
    owner = undefined
    await drop(inject('adminUrl'), name)
  })
}

/** For what counts by the database's own `now()` (links, sessions, limits a day): both clocks run again in this file. */
export const clockRuns = async (): Promise<void> => {
  freeze(null)
  await asOwner().query(
    `create or replace function app.today() returns date language sql stable
       as $$ select (now() at time zone 'Europe/Warsaw')::date $$`,
  )
}
