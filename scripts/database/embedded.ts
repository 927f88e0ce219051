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
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { Client } from 'pg'
import { asUser, binaryFolder, type RunAs, runAs } from '@/scripts/database/binaries'

const run = promisify(execFile)

export type Cluster = { ownerUrl: string; appUrl: string; adminUrl: string; stop: () => Promise<void> }

/** The role of the app in the embedded database. */
export const embeddedAppRole = 'kooperacja_app'

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
    await client.query(
      `create role ${embeddedAppRole} login nosuperuser nobypassrls password '${secrets.app}'`,
    )
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

/** Does a server of ours answer for this data folder? One that is starting or stopping says 57P03. */
const answersFor = async (data: string, port: string | undefined, password: string): Promise<boolean> => {
  const client = new Client({
    host: '127.0.0.1',
    port: Number(port),
    user: 'postgres',
    password,
    database: 'postgres',
  })
  try {
    await client.connect()
    const { rows } = await client.query<{ data_directory: string }>('show data_directory')
    return rows[0]?.data_directory === data
  } catch (error) {
    return (error as { code?: string }).code === '57P03'
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** Which process started the server of this folder; it lies beside the cluster as long as that process holds it. */
const holderFile = (folder: string): string => join(folder, 'holder.pid')
const hasHolder = (folder: string): boolean => {
  const file = holderFile(folder)
  return !existsSync(file) || isAlive(Number(readFileSync(file, 'utf8')))
}

type Control = (...args: string[]) => Promise<unknown>

/**
 * A running server of the same folder is an error to say plainly. One whose starter was killed (a power cut of the
 * terminal, an impatient second Ctrl-C) serves nobody and is stopped; a stale pid file of a crash is removed.
 */
const makeWay = async (folder: string, data: string, password: string, control: Control): Promise<void> => {
  const file = join(data, 'postmaster.pid')
  if (!existsSync(file)) return
  const [pid, , , port] = readFileSync(file, 'utf8').split('\n')
  if (!isAlive(Number(pid))) return rmSync(file)
  if (hasHolder(folder) || !(await answersFor(data, port, password)))
    throw new Error(
      `a database is already running in ${data} (process ${pid}); stop it or set KOOPERACJA_DATA`,
    )
  await control('-m', 'fast', 'stop')
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
  const control = (...args: string[]) =>
    run(join(bin, 'pg_ctl'), ['-D', data, '-w', '-t', '60', ...args], { cwd: '/', ...asUser(user) })
  await makeWay(folder, data, secrets.superuser, control)
  const stop = async (): Promise<void> => {
    await control('-m', 'fast', 'stop').catch(() => undefined)
    rmSync(holderFile(folder), { force: true })
    // a cluster that lies beside /var/tmp does not go with the folder of the tests
    if (temporary) rmSync(data.startsWith(folder) ? data : dirname(data), { recursive: true, force: true })
  }
  const port = await freePort()
  const settings = [`-p ${port}`, '-c listen_addresses=127.0.0.1', `-c unix_socket_directories=''`]
  if (temporary) settings.push('-c fsync=off', '-c synchronous_commit=off', '-c full_page_writes=off')
  const url = (role: string, password: string, database: string) =>
    `postgresql://${role}:${password}@127.0.0.1:${port}/${database}`
  writeFileSync(holderFile(folder), String(process.pid))
  try {
    await control('-l', join(data, 'server.log'), '-o', settings.join(' '), 'start')
    await createRoles(url('postgres', secrets.superuser, 'postgres'), secrets)
  } catch (error) {
    await stop()
    throw error
  }
  return {
    ownerUrl: url('kooperacja_owner', secrets.owner, 'kooperacja'),
    appUrl: url(embeddedAppRole, secrets.app, 'kooperacja'),
    adminUrl: url('kooperacja_owner', secrets.owner, 'postgres'),
    stop,
  }
}
