import { existsSync } from 'node:fs'
import { chromium } from 'playwright'

const known = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
]

/** `CHROMIUM_PATH`, then a system browser, then Playwright's own; null when there is none. */
export const browserPath = (): string | null => {
  const asked = process.env.CHROMIUM_PATH
  if (asked) return existsSync(asked) ? asked : null
  const found = [...known, chromium.executablePath()].find((path) => path && existsSync(path))
  return found ?? null
}

export const missingBrowser =
  'No Chromium found: the browser tests count as failed. Install one (apt-get install chromium, or npx playwright install chromium) or set CHROMIUM_PATH.'
