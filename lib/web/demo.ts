import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { env } from '@/lib/platform/env'

const people = z.array(
  z.object({
    role: z.string(),
    roleName: z.string(),
    name: z.string(),
    email: z.string(),
    password: z.string(),
    institution: z.string(),
    note: z.string().optional(),
  }),
)

export type DemoPerson = z.output<typeof people>[number]

/** Is this the embedded demo? Set by the start script alone, never with a database of one's own. */
export const isDemo = (): boolean => env().KOOPERACJA_DEMO === '1'

/**
 * People of the embedded demo, from the file that the start script lays beside its database. A real installation
 * has neither the file nor the setting: no page, no route, no password.
 */
export const demoPeople = async (): Promise<DemoPerson[]> => {
  const folder = env().KOOPERACJA_DATA
  if (!isDemo() || !folder) return []
  const text = await readFile(join(folder, 'demo-people.json'), 'utf8').catch(() => '[]')
  return people.parse(JSON.parse(text))
}
