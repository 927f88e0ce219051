import { z } from 'zod'
import { open, seal } from '@/lib/platform/crypto'
import { asSystem } from '@/lib/platform/db'

/** What stood in a form when its session had ended: which form of the page, and its fields. */
const shape = z.strictObject({
  form: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
})
export type KeptForm = z.output<typeof shape>

/** Keeps a form on the row of its ended session, sealed; false where the session lives or the form is too large. */
export const keepForm = async (sessionId: string, path: string, kept: KeptForm): Promise<boolean> => {
  const sealed = seal(JSON.stringify(kept), 'form')
  const [row] = await asSystem(
    'session',
    (tx) => tx.$queryRaw<{ kept: boolean }[]>`
      select app.keep_form(${sessionId}::uuid, ${path}, ${sealed}) as kept`,
  )
  return row?.kept === true
}

/** Gives a kept form of this page back, once, to the same person in the same institution. */
export const takeForm = async (sessionId: string, path: string): Promise<KeptForm | null> => {
  const [row] = await asSystem(
    'session',
    (tx) => tx.$queryRaw<{ sealed: string | null }[]>`
      select app.take_form(${sessionId}::uuid, ${path}) as sealed`,
  )
  return row?.sealed ? shape.parse(JSON.parse(open(row.sealed, 'form'))) : null
}
