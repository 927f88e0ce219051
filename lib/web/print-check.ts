import { confirmPrint } from '@/lib/families'
import type { Actor } from '@/lib/policy/actor'
import { withParams } from '@/lib/web/params'

export type PrintState = {
  /** Whom the print would show; null: it may be shown as asked. */
  readonly gate: {
    readonly persons: readonly string[]
    readonly whole: string
    readonly without: string
  } | null
  /** Lines whose hour and place stay out. */
  readonly hidden: ReadonlySet<string>
  /** Kept by links of the page, so that it does not ask again. */
  readonly chosen: string | undefined
}

const whole = 'wszystko'
const without = 'bez-terminow'

/**
 * Asks before a print of a family is rendered at all (domain 8.2 e). `search` is what the page was asked with. Each look at
 * the whole print is a row of the access log, also when its address was kept.
 */
export const printCheck = async (
  actor: Actor,
  here: { readonly path: string; readonly caseId: string },
  search: Readonly<Record<string, string | undefined>>,
): Promise<PrintState> => {
  const confirmed = search.dane === whole
  const { persons, lineIds } = await confirmPrint.execute(actor, { caseId: here.caseId, confirmed })
  if (persons.length === 0) return { gate: null, hidden: new Set(), chosen: undefined }
  const { dane: _dane, ...asked } = search
  const to = (dane: string) => withParams(here.path, { ...asked, dane })
  const known = confirmed || search.dane === without
  return {
    gate: known ? null : { persons, whole: to(whole), without: to(without) },
    hidden: new Set(confirmed ? [] : lineIds),
    chosen: known ? search.dane : undefined,
  }
}
