import { execFile } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import {
  accessSync,
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { Client } from 'pg'
import { asUser, binaryFolder, type RunAs, runAs } from '@/scripts/database/binaries'

const run = promisify(execFile)

export type Cluster = { ownerUrl: string; appUrl: string; adminUrl: string; stop: () => Promise<void> }

type Secrets = { superuser: string; owner: string; app: string }

export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = typeof address === 'object' && address ? address.port : 0
      server.close(() => resolve(port))
    })
  })

const secretsOf = (folder: string): Secrets => {
  const file = join(folder, 'database.json')
  if (!existsSync(file)) {
    const word = () => randomBytes(24).toString('base64url')
    writeFileSync(file, JSON.stringify({ superuser: word(), owner: word(), app: word() }), { mode: 0o600 })
  }
  return JSON.parse(readFileSync(file, 'utf8')) as Secrets
}

/** The cluster's own folder: inside the data folder, or beside /var/tmp when its user cannot reach into there. */
const clusterFolder = async (folder: string, user: RunAs): Promise<string> => {
  const inside = join(folder, 'pg')
  if (!user || existsSync(join(inside, 'PG_VERSION'))) return inside
  mkdirSync(inside, { recursive: true })
  chownSync(inside, user.uid, user.gid)
  const reachable = await run('test', ['-w', inside], { cwd: '/', ...asUser(user) }).then(
    () => true,
    () => false,
  )
  if (reachable) return inside
  const outside = `/var/tmp/kooperacja-${createHash('sha256').update(folder).digest('hex').slice(0, 12)}`
  mkdirSync(outside, { recursive: true, mode: 0o700 })
  chownSync(outside, user.uid, user.gid)
  return join(outside, 'pg')
}

const initialise = async (bin: string, data: string, user: RunAs, secrets: Secrets): Promise<void> => {
  const passwordFile = `${data}.password`
  mkdirSync(data, { recursive: true, mode: 0o700 })
  writeFileSync(passwordFile, secrets.superuser, { mode: 0o600 })
  if (user) {
    chownSync(data, user.uid, user.gid)
    chownSync(passwordFile, user.uid, user.gid)
  }
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=icu', '--icu-locale=pl-PL']
  const auth = ['--auth=scram-sha-256', `--pwfile=${passwordFile}`, '--username=postgres']
  try {
    await run(join(bin, 'initdb'), ['-D', data, ...locale, ...auth], { cwd: '/', ...asUser(user) })
  } finally {
    rmSync(passwordFile, { force: true })
  }
}

const createRoles = async (adminUrl: string, secrets: Secrets): Promise<void> => {
  const client = new Client({ connectionString: adminUrl })
  await client.connect()
  try {
    const { rowCount } = await client.query(`select from pg_roles where rolname = 'kooperacja_owner'`)
    if (rowCount) return
    await client.query(
      `create role kooperacja_owner login createdb nosuperuser nobypassrls password '${secrets.owner}'`,
    )
    await client.query(`create role kooperacja_app login nosuperuser nobypassrls password '${secrets.app}'`)
    await client.query('create database kooperacja owner kooperacja_owner')
  } finally {
    await client.end()
  }
}

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/** A running server of the same folder is an error to say plainly; a stale pid file of a crash is removed. */
const refuseSecond = (data: string): void => {
  const file = join(data, 'postmaster.pid')
  if (!existsSync(file)) return
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0])
  if (isAlive(pid))
    throw new Error(
      `a database is already running in ${data} (process ${pid}); stop it or set KOOPERACJA_DATA`,
    )
  rmSync(file)
}

/**
 * Starts the embedded PostgreSQL in `folder` (made when new) on 127.0.0.1. `temporary` gives up durability for speed.
 * Throws when one already runs there.
 */
export const startEmbedded = async (folder: string, { temporary = false } = {}): Promise<Cluster> => {
  mkdirSync(folder, { recursive: true })
  accessSync(folder)
  const user = runAs()
  const bin = binaryFolder(user)
  const data = await clusterFolder(folder, user)
  const secrets = secretsOf(folder)
  chmodSync(join(folder, 'database.json'), 0o600)
  if (!existsSync(join(data, 'PG_VERSION'))) await initialise(bin, data, user, secrets)
  refuseSecond(data)
  const port = await freePort()
  const settings = [`-p ${port}`, '-c listen_addresses=127.0.0.1', `-c unix_socket_directories=''`]
  if (temporary) settings.push('-c fsync=off', '-c synchronous_commit=off', '-c full_page_writes=off')
  const control = (...args: string[]) =>
    run(join(bin, 'pg_ctl'), ['-D', data, '-w', '-t', '60', ...args], { cwd: '/', ...asUser(user) })
  await control('-l', join(data, 'server.log'), '-o', settings.join(' '), 'start')
  const url = (role: string, password: string, database: string) =>
    `postgresql://${role}:${password}@127.0.0.1:${port}/${database}`
  await createRoles(url('postgres', secrets.superuser, 'postgres'), secrets)
  return {
    ownerUrl: url('kooperacja_owner', secrets.owner, 'kooperacja'),
    appUrl: url('kooperacja_app', secrets.app, 'kooperacja'),
    adminUrl: url('kooperacja_owner', secrets.owner, 'postgres'),
    stop: async () => {
      await control('-m', 'fast', 'stop').catch(() => undefined)
    },
  }
}
