// `npm run bench`: installs and builds what is missing, then measures in TypeScript.
import { spawnSync } from 'node:child_process'
import { prepare, root, typescript } from './prepare.mjs'

prepare()
const done = spawnSync(process.execPath, [...typescript, 'tests/bench/run.ts'], {
  cwd: root,
  stdio: 'inherit',
})
process.exit(done.status ?? 1)
