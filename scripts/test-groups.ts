import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { demoPeople } from '@/prisma/seed/demo-people'
import { browserPath, missingBrowser } from '@/scripts/browser'
import { freePort } from '@/scripts/database/embedded'
import { routes } from '@/scripts/list-routes'

export type Counts = { passed: number; failed: number }

export const sum = (all: readonly Counts[]): Counts =>
  all.reduce((a, b) => ({ passed: a.passed + b.passed, failed: a.failed + b.failed }), {
    passed: 0,
    failed: 0,
  })

const run = async (script: string, args: readonly string[], env: Record<string, string>): Promise<number> => {
  const child = spawn(process.execPath, [script, ...args], {
    env: { ...process.env, ...env, ...(process.stdout.isTTY ? {} : { NO_COLOR: '1' }) },
    stdio: 'inherit',
  })
  const [code] = (await once(child, 'exit')) as [number | null]
  return code ?? 1
}

type VitestReport = { numPassedTests: number; numFailedTests: number; numFailedTestSuites: number }

/** One vitest project. A group in which no test ran, or a file that did not load, counts as failed. */
export const runVitest = async (
  project: string,
  folder: string,
  env: Record<string, string>,
  files: readonly string[],
): Promise<Counts> => {
  const report = join(folder, `${project}.json`)
  const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${report}`]
  const code = await run(
    'node_modules/vitest/vitest.mjs',
    ['run', '--project', project, ...reporters, ...files],
    env,
  )
  if (!existsSync(report)) return { passed: 0, failed: 1 }
  const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8')) as VitestReport
  const failed = Math.max(numFailedTests, code === 0 ? 0 : 1)
  console.log(`${project}: ${numPassedTests} passed, ${failed} failed\n`)
  return { passed: numPassedTests, failed }
}

type PlaywrightReport = { stats: { expected: number; unexpected: number; flaky: number } }

/** Pages one by one, journeys, or what is named: each has a server and a demo of its own, so they may run side by side. */
export type BrowserPart = 'pages' | 'journeys' | 'named'

/** Browser tests, on a production server of their own with the demo data. */
export const runBrowser = async (
  part: BrowserPart,
  folder: string,
  env: Record<string, string>,
  files: readonly string[],
): Promise<Counts> => {
  const browser = browserPath()
  if (!browser) {
    console.error(missingBrowser)
    return { passed: 0, failed: 1 }
  }
  const report = join(folder, `e2e-${part}.json`)
  const lists = join(folder, `e2e-${part}-lists.json`)
  writeFileSync(lists, JSON.stringify({ people: demoPeople, routes: routes() }))
  const port = String(await freePort())
  const more = {
    ...env,
    NODE_ENV: 'production',
    CHROMIUM_PATH: browser,
    PORT: port,
    KOOPERACJA_DATA: join(folder, `demo-${part}`),
    E2E_REPORT: report,
    E2E_LISTS: lists,
    E2E_PART: part,
  }
  const code = await run('node_modules/@playwright/test/cli.js', ['test', ...files], more)
  if (!existsSync(report)) return { passed: 0, failed: 1 }
  const { stats } = JSON.parse(readFileSync(report, 'utf8')) as PlaywrightReport
  const failed = Math.max(stats.unexpected + stats.flaky, code === 0 ? 0 : 1)
  console.log(`browser, ${part}: ${stats.expected} passed, ${failed} failed\n`)
  return { passed: stats.expected, failed }
}
