// Plain JavaScript on purpose: it runs before anything is installed.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Kooperacja needs Node 20.19 or newer; this is ${process.version}.`)
  process.exit(1)
}

const quiet = {
  ...process.env,
  npm_config_loglevel: 'error',
  NEXT_TELEMETRY_DISABLED: '1',
  CHECKPOINT_DISABLE: '1',
}

/** Runs a step; on failure shows what it printed and stops. */
const step = (what, command, args, env = quiet) => {
  console.log(`${what} …`)
  const started = Date.now()
  const done = spawnSync(command, args, {
    cwd: root,
    env,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  })
  if (done.status !== 0) {
    console.error(`${done.stdout ?? ''}${done.stderr ?? ''}${done.error ?? ''}`)
    console.error(`${what}: failed.`)
    process.exit(1)
  }
  console.log(`${what}: done in ${((Date.now() - started) / 1000).toFixed(1)} s`)
}

const hashOf = (paths) => {
  const hash = createHash('sha256')
  const visit = (path) => {
    if (!existsSync(path)) return
    if (statSync(path).isDirectory()) {
      for (const name of readdirSync(path).sort()) if (name !== 'generated') visit(join(path, name))
    } else hash.update(path.slice(root.length)).update(readFileSync(path))
  }
  for (const path of paths) visit(join(root, path))
  return hash.update(process.versions.node).digest('hex')
}

const stale = (stamp, hash) => !existsSync(stamp) || readFileSync(stamp, 'utf8') !== hash

/** Installs the exact lockfile when packages are missing or the lockfile changed. */
export const install = () => {
  const stamp = join(root, 'node_modules/.kooperacja')
  const hash = hashOf(['package-lock.json'])
  if (!stale(stamp, hash)) return
  step('Installing packages', 'npm', ['ci', '--no-audit', '--no-fund'])
  writeFileSync(stamp, hash)
}

/** Generates the database client when the schema changed. Needs no engine binary: any existing file satisfies it. */
export const generate = () => {
  const stamp = join(root, 'lib/platform/generated/.stamp')
  const hash = hashOf(['prisma/schema', 'package-lock.json'])
  if (!stale(stamp, hash)) return
  const env = { ...quiet, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath }
  step(
    'Generating the database client',
    process.execPath,
    ['node_modules/prisma/build/index.js', 'generate'],
    env,
  )
  writeFileSync(stamp, hash)
}

const sources = ['app', 'components', 'lib', 'public', 'prisma/reference', 'prisma/schema']
const settings = [
  'package-lock.json',
  'next.config.ts',
  'proxy.ts',
  'instrumentation.ts',
  'postcss.config.mjs',
  'tsconfig.json',
]

/** Builds when a source changed since the last build. */
export const build = () => {
  const stamp = join(root, '.next/kooperacja')
  const hash = hashOf([...sources, ...settings])
  if (!stale(stamp, hash)) return
  step('Building', process.execPath, ['node_modules/next/dist/bin/next', 'build'], {
    ...quiet,
    NODE_ENV: 'production',
  })
  writeFileSync(stamp, hash)
}

export const prepare = () => {
  install()
  generate()
  build()
}

/** Arguments that make Node run our TypeScript. */
export const typescript = ['--import', 'tsx']
