// `npm start`: installs what is missing, then hands over to TypeScript.
import { spawn } from 'node:child_process'
import { prepare, root, typescript } from './prepare.mjs'

prepare()
const child = spawn(process.execPath, [...typescript, 'scripts/serve.ts'], { cwd: root, stdio: 'inherit' })
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
child.on('exit', (code) => process.exit(code ?? 0))
