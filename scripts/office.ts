import { existsSync } from 'node:fs'

const known = ['/usr/bin/soffice', '/usr/bin/libreoffice', '/usr/lib/libreoffice/program/soffice']

/** `SOFFICE_PATH`, then a LibreOffice of the system; null when there is none. */
export const officePath = (): string | null => {
  const asked = process.env.SOFFICE_PATH
  if (asked) return existsSync(asked) ? asked : null
  return known.find((path) => existsSync(path)) ?? null
}

export const missingOffice =
  'No LibreOffice found: the tests of group office count as failed. Install one (apt-get install libreoffice-writer-nogui) or set SOFFICE_PATH.'
