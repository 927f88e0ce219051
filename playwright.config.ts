import { defineConfig, devices } from '@playwright/test'

const port = process.env.PORT ?? '3000'
/** Set by scripts/test-groups.ts: one half of the tests, each with a server and a demo of its own. */
const part = process.env.E2E_PART
/** The half that looks at pages one by one, with what stands on its own; both halves take about as long. */
const pages = ['every-page', 'bad-input', 'navigation', 'sign-in'].map((name) => `**/${name}.spec.ts`)

export default defineConfig({
  testDir: 'tests/e2e',
  ...(part === 'pages' ? { testMatch: pages } : {}),
  ...(part === 'journeys' ? { testIgnore: pages } : {}),
  outputDir: `test-results/${part ?? 'all'}`,
  workers: 1,
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  reporter: process.env.E2E_REPORT
    ? [['list'], ['json', { outputFile: process.env.E2E_REPORT }]]
    : [['list']],
  use: {
    ...devices['Desktop Chrome'],
    viewport: { width: 1366, height: 768 },
    baseURL: `http://localhost:${port}`,
    locale: 'pl-PL',
    timezoneId: 'Europe/Warsaw',
    actionTimeout: 20_000,
    // a trace doubles the work of the browser: E2E_TRACE=1 keeps one of what failed
    trace: process.env.E2E_TRACE ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    },
  },
  webServer: {
    command: 'node --import tsx scripts/serve.ts',
    url: `http://localhost:${port}/api/health`,
    timeout: 180_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
  },
})
