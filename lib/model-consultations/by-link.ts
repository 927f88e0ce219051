import { z } from 'zod'
import type { IsoDate } from '@/lib/format/dates'
import type { ModelTheme } from '@/lib/knowledge'
import { remarkFields } from '@/lib/model-consultations/remark'
import { asSystem } from '@/lib/platform/db'
import { conflict, invalid } from '@/lib/platform/errors'
import { line, personName, withoutControlsIn } from '@/lib/platform/input'
import { hashToken } from '@/lib/platform/tokens'

/** What somebody outside sees: the text, until when, who asks, and the own remarks. */
export type ModelByLink = {
  readonly title: string
  readonly body: string
  readonly endsOn: IsoDate
  readonly issuer: string
  /** After closing the invited people see every remark, with its author. */
  readonly showsRemarks: boolean
  readonly remarks: readonly {
    readonly id: string
    readonly theme: ModelTheme
    readonly body: string
    readonly name: string
    readonly function: string
  }[]
}

/** The consultation behind a link, or null for whatever is wrong with it: unknown, taken back, over. */
export const modelByLink = async (token: string): Promise<ModelByLink | null> => {
  const [row] = await asSystem(
    'model-link',
    (tx) => tx.$queryRaw<{ found: ModelByLink | null }[]>`
      select app.model_consultation_by_link(${hashToken(token)}) as found`,
  )
  return row?.found ?? null
}

const remarkInput = z.strictObject({ ...remarkFields, name: personName(120), function: line(120) })

/** The remark of somebody without an account, who says who they are. Throws `conflict`: model.gone, model.many. */
export const remarkByLink = async (token: string, raw: unknown): Promise<void> => {
  const parsed = remarkInput.safeParse(withoutControlsIn(raw))
  if (!parsed.success)
    throw invalid(Object.fromEntries(parsed.error.issues.map((i) => [i.path.join('.'), i.message])))
  const { theme, body, name, function: job } = parsed.data
  const [row] = await asSystem(
    'model-link',
    (tx) => tx.$queryRaw<{ outcome: 'done' | 'gone' | 'many' }[]>`
      select app.remark_by_link(${hashToken(token)}, ${theme}, ${body}, ${name}, ${job}) as outcome`,
  )
  if (row?.outcome !== 'done') throw conflict(`model.${row?.outcome ?? 'gone'}`)
}
