import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Client } from 'pg'
import { startEmbedded } from '@/scripts/database/embedded'

/** The embedded installation's folder: `KOOPERACJA_DATA`, else `.data/`. */
export const dataFolder = (): string => resolve(process.env.KOOPERACJA_DATA ?? join(process.cwd(), '.data'))

/**
 * Runs `work` on the URL of the database's owner: `DATABASE_OWNER_URL`, else the embedded database of
 * `KOOPERACJA_DATA`, which is started for the command and must not be running (`npm start` holds it).
 */
export const withOwnerUrl = async <T>(work: (ownerUrl: string) => Promise<T>): Promise<T> => {
  const own = process.env.DATABASE_OWNER_URL
  if (own) return work(own)
  if (process.env.DATABASE_URL)
    throw new Error('DATABASE_OWNER_URL is not set: this command connects as the owner of the database.')
  const folder = dataFolder()
  if (!existsSync(join(folder, 'database.json')))
    throw new Error(`No database in ${folder}: set DATABASE_OWNER_URL, or run npm start once.`)
  const cluster = await startEmbedded(folder)
  try {
    return await work(cluster.ownerUrl)
  } finally {
    await cluster.stop()
  }
}

/** A connection for `work` alone. */
export const withClient = async <T>(url: string, work: (client: Client) => Promise<T>): Promise<T> => {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** All of `work` or nothing of it. */
export const inTransaction = async <T>(client: Client, work: () => Promise<T>): Promise<T> => {
  await client.query('begin')
  try {
    const result = await work()
    await client.query('commit')
    return result
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

/** Runs a command to its exit code; a fault is one readable line, never a stack. */
export const runCommand = async (work: () => Promise<number>): Promise<never> => {
  try {
    process.exit(await work())
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  }
}
