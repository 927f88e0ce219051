import { Client } from 'pg'
import { afterAll, beforeAll, inject } from 'vitest'
import { disconnect } from '@/lib/platform/db'

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

/** The server's own vacuum may hold the database for a moment, and an owner who is no superuser cannot end it. */
const drop = async (url: string, name: string, triesLeft = 20): Promise<void> => {
  try {
    await command(url, `drop database if exists ${name} with (force)`)
  } catch (error) {
    if (triesLeft === 0) throw error
    await new Promise((done) => setTimeout(done, 250))
    await drop(url, name, triesLeft - 1)
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
    const adminUrl = inject('adminUrl')
    name = `t_${process.pid}_${Math.random().toString(36).slice(2, 10)}`
    await command(adminUrl, `create database ${name} template ${inject('templateName')}`)
    ownerUrl = withDatabase(adminUrl, name)
    owner = new Client({ connectionString: ownerUrl })
    await owner.connect()
    const runtime = new URL(process.env.TEST_APP_URL ?? '')
    runtime.pathname = `/${name}`
    process.env.DATABASE_URL = runtime.href
  })
  afterAll(async () => {
    await disconnect()
    await owner?.end()
    owner = undefined
    await drop(inject('adminUrl'), name)
  })
}
