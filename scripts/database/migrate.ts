import { Client } from 'pg'
import { noFilter, withEngine } from '@/scripts/database/engine'
import { migrationList, presentSchema } from '@/scripts/database/files'

const extensions = ['pg_trgm', 'unaccent', 'pgcrypto', 'btree_gist']

const asOwner = async <T>(ownerUrl: string, work: (client: Client) => Promise<T>): Promise<T> => {
  const client = new Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** Refuses a server that is too old (PostgreSQL 15: security_invoker views, forced policies as we use them). */
const checkServer = async (client: Client): Promise<void> => {
  const { rows } = await client.query<{ version: number }>(
    `select current_setting('server_version_num')::int as version`,
  )
  if ((rows[0]?.version ?? 0) < 150_000) throw new Error('PostgreSQL 15 or newer is needed')
}

/**
 * Brings the database up to date as its owner and grants the app's role what the migrations say. Gives the names of
 * the migrations that were applied now. All four extensions are trusted, so the owner need not be a superuser.
 */
export const migrate = async (ownerUrl: string, appRole: string): Promise<string[]> => {
  await asOwner(ownerUrl, async (client) => {
    await checkServer(client)
    for (const name of extensions) await client.query(`create extension if not exists ${name}`)
  })
  const { appliedMigrationNames } = await withEngine(ownerUrl, presentSchema(), (engine) =>
    engine.applyMigrations({ migrationsList: migrationList(), filters: noFilter }),
  )
  await asOwner(ownerUrl, (client) => client.query('select app.grant_runtime($1)', [appRole]))
  return appliedMigrationNames
}

/** Role name of a connection URL. */
export const roleOf = (url: string): string => decodeURIComponent(new URL(url).username)
