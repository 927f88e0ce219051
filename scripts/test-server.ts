import { randomBytes } from 'node:crypto'
import { Client } from 'pg'
import type { Cluster } from '@/scripts/database/embedded'

/**
 * Another server for the tests (`TEST_DATABASE_OWNER_URL`: a role that may create databases and roles). The app's role
 * is made for this run and dropped after it; databases are dropped by the tests themselves.
 */
export const ownServer = async (ownerUrl: string): Promise<Cluster> => {
  const client = new Client({ connectionString: ownerUrl })
  await client.connect()
  const name = `kooperacja_test_${randomBytes(4).toString('hex')}`
  const password = randomBytes(18).toString('base64url')
  await client.query(`create role ${name} login nosuperuser nobypassrls password '${password}'`)
  const appUrl = new URL(ownerUrl)
  appUrl.username = name
  appUrl.password = password
  return {
    ownerUrl,
    adminUrl: ownerUrl,
    appUrl: appUrl.href,
    stop: async () => {
      await client.query(`drop role if exists ${name}`).catch(() => undefined)
      await client.end()
    },
  }
}
