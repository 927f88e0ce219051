// `npm test`: installs and builds like `npm start`, then runs every group of tests on a cluster of its own.
import { spawn } from 'node:child_process'
import { prepare, root, typescript } from './prepare.mjs'

// a database of one's own is never touched by tests
for (const name of [
  'DATABASE_URL',
  'DATABASE_OWNER_URL',
  'KOOPERACJA_DATA',
  'KOOPERACJA_KEYS',
  'PUBLIC_URL',
  'SMTP_URL',
  'TRUSTED_PROXIES',
])
  delete process.env[name]

prepare()
const child = spawn(process.execPath, [...typescript, 'scripts/tests.ts', ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
})
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
child.on('exit', (code) => process.exit(code ?? 1))
