import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { browserPath } from '@/scripts/browser'
import { startEmbedded } from '@/scripts/database/embedded'
import { newKeys } from '@/scripts/database/keys'
import { missingOffice, officePath } from '@/scripts/office'
import { type BrowserPart, type Counts, runBrowser, runVitest, sum } from '@/scripts/test-groups'
import { ownServer } from '@/scripts/test-server'

const usual = ['pure', 'integration', 'security', 'e2e'] as const
/** `npm run check:a11y`: every page in every theme at every width. `office`: each DOCX opened in LibreOffice (.ci/run). */
const groups = [...usual, 'a11y', 'office'] as const
type Group = (typeof groups)[number]

/** `npm test`, `npm test -- pure`, `npm test -- integration tests/integration/x.test.ts`. */
const wanted = process.argv.slice(2)
const named = wanted.filter((word): word is Group => (groups as readonly string[]).includes(word))
const files = wanted.filter((word) => !(groups as readonly string[]).includes(word))
const chosen: readonly Group[] = named.length > 0 ? named : usual

const folder = mkdtempSync(join(tmpdir(), 'kooperacja-test-'))
const cluster = process.env.TEST_DATABASE_OWNER_URL
  ? await ownServer(process.env.TEST_DATABASE_OWNER_URL)
  : await startEmbedded(folder, { temporary: true })
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.once(signal, () => void cluster.stop().finally(() => process.exit(130)))
const env = {
  TEST_ADMIN_URL: cluster.adminUrl,
  TEST_APP_URL: cluster.appUrl,
  TEST_APP_ROLE: decodeURIComponent(new URL(cluster.appUrl).username),
  KOOPERACJA_KEYS: newKeys(),
  NODE_ENV: 'test',
  TZ: 'UTC',
}

/** A browser waits much of its time, so the two halves of these tests run beside each other; without one it is said once. */
const browser = (some: readonly string[]): Promise<Counts[]> => {
  const parts: readonly BrowserPart[] = some.length > 0 || !browserPath() ? ['named'] : ['pages', 'journeys']
  return Promise.all(parts.map((part) => runBrowser(part, folder, env, some)))
}

/** Without a LibreOffice it is said once, and the group counts as failed. */
const office = async (): Promise<Counts> => {
  const soffice = officePath()
  if (soffice) return runVitest('office', folder, { ...env, SOFFICE_PATH: soffice }, files)
  console.error(missingOffice)
  return { passed: 0, failed: 1 }
}

const results: Counts[] = []
try {
  for (const group of chosen) {
    if (group === 'e2e') results.push(...(await browser(files)))
    else if (group === 'a11y')
      results.push(await runBrowser('pages', folder, { ...env, E2E_LOOKS: 'all' }, files))
    else if (group === 'office') results.push(await office())
    else results.push(await runVitest(group, folder, env, files))
  }
} finally {
  await cluster.stop()
  rmSync(folder, { recursive: true, force: true })
}
const { passed, failed } = sum(results)
console.log(`\n${passed} passed, ${failed} failed`)
process.exit(failed === 0 && passed > 0 ? 0 : 1)
