import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type DemoPerson, demoPeople, seedDemo, seedReference } from '@/prisma/seed'
import { startEmbedded } from '@/scripts/database/embedded'
import { checkKeys, newKeys } from '@/scripts/database/keys'
import { migrate, roleOf } from '@/scripts/database/migrate'

/** A migrated database with its keys, ready to be served. */
export type Installation = {
  readonly env: Record<string, string>
  /** For the bench and scripts that lay out data; the served app never gets it. */
  readonly ownerUrl: string
  readonly people: readonly DemoPerson[]
  readonly close: () => Promise<void>
}

type Secrets = { nextAuthSecret: string; keys: string }

/** Secrets of the embedded demo. Keys are made with a new database only: over an existing one a missing key stops the start. */
const secretsOf = (folder: string, isNew: boolean): Secrets => {
  const file = join(folder, 'keys.json')
  if (!existsSync(file)) {
    if (!isNew)
      throw new Error(
        `The database in ${folder} exists but its keys (${file}) are missing. Restore the file from the backup; new keys are never made over an existing database. / Brakuje kluczy do istniejącej bazy danych: proszę przywrócić plik z kopii.`,
      )
    const secrets: Secrets = { nextAuthSecret: randomBytes(32).toString('base64url'), keys: newKeys() }
    writeFileSync(file, JSON.stringify(secrets), { mode: 0o600 })
  }
  return JSON.parse(readFileSync(file, 'utf8')) as Secrets
}

/** Gives up waiting for `work` when the signal comes. */
const unless = <T>(signal: AbortSignal, work: Promise<T>): Promise<T> =>
  Promise.race([
    work,
    new Promise<never>((_, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason), { once: true })
    }),
  ])

/**
 * The embedded PostgreSQL with reference and demo data. A signal that comes meanwhile stops the server again and throws:
 * after a migration, because one cut in the middle would be unfinished for the next start; at once while data is
 * loaded, which is one transaction.
 */
export const openEmbedded = async (
  dataFolder: string,
  port: number,
  signal: AbortSignal = new AbortController().signal,
): Promise<Installation> => {
  const folder = resolve(dataFolder)
  mkdirSync(folder, { recursive: true })
  const isNew = !existsSync(join(folder, 'database.json'))
  const secrets = secretsOf(folder, isNew)
  const cluster = await startEmbedded(folder)
  try {
    signal.throwIfAborted()
    process.env.KOOPERACJA_KEYS = secrets.keys
    await migrate(cluster.ownerUrl, roleOf(cluster.appUrl))
    signal.throwIfAborted()
    await checkKeys(cluster.ownerUrl, secrets.keys)
    await unless(signal, seedReference(cluster.ownerUrl))
    await unless(signal, seedDemo(cluster.ownerUrl))
    signal.throwIfAborted()
    writeFileSync(join(folder, 'demo-people.json'), JSON.stringify(demoPeople), { mode: 0o600 })
  } catch (error) {
    await cluster.stop()
    throw error
  }
  return {
    env: {
      DATABASE_URL: cluster.appUrl,
      NEXTAUTH_SECRET: secrets.nextAuthSecret,
      NEXTAUTH_URL: `http://localhost:${port}`,
      PUBLIC_URL: `http://localhost:${port}`,
      KOOPERACJA_KEYS: secrets.keys,
      KOOPERACJA_DATA: folder,
      KOOPERACJA_DEMO: '1',
      // nothing stands before the demo unless its owner says so, and then nobody's claimed address is believed
      TRUSTED_PROXIES: process.env.TRUSTED_PROXIES || '0',
    },
    ownerUrl: cluster.ownerUrl,
    people: demoPeople,
    close: cluster.stop,
  }
}

const needed = (name: string): string => {
  const value = process.env[name]
  if (!value) throw new Error(`With a database of your own ${name} must be set (see docs/operations.md).`)
  return value
}

const sessionSecret = (): string => {
  const secret = needed('NEXTAUTH_SECRET')
  if (secret.length < 32)
    throw new Error('NEXTAUTH_SECRET is too short: 32 random characters at least (openssl rand -base64 32).')
  return secret
}

/** A database of one's own: both URLs, keys and secret come from the environment; no demo data, no demo page. */
export const openOwn = async (): Promise<Installation> => {
  const appUrl = needed('DATABASE_URL')
  const ownerUrl = needed('DATABASE_OWNER_URL')
  const keys = needed('KOOPERACJA_KEYS')
  const publicUrl = needed('PUBLIC_URL')
  const nextAuthSecret = sessionSecret()
  await migrate(ownerUrl, roleOf(appUrl))
  await checkKeys(ownerUrl, keys)
  await seedReference(ownerUrl)
  return {
    env: {
      DATABASE_URL: appUrl,
      NEXTAUTH_SECRET: nextAuthSecret,
      NEXTAUTH_URL: publicUrl,
      PUBLIC_URL: publicUrl,
      KOOPERACJA_KEYS: keys,
      KOOPERACJA_DEMO: '',
      DATABASE_OWNER_URL: '',
    },
    ownerUrl,
    people: [],
    close: async () => undefined,
  }
}
