import type { CaseFacts } from '@/lib/cases'
import { type DataCategory, dataCategoryNames } from '@/lib/catalogue'
import { openCategories } from '@/lib/diagnosis'
import { invalid } from '@/lib/platform/errors'
import type { Context } from '@/lib/policy/usecase'

/** Nobody keeps a text under a category that they could not read afterwards. */
export const checkCategory = async (
  ctx: Context,
  facts: CaseFacts,
  category: DataCategory,
): Promise<void> => {
  if (!(await openCategories(ctx, facts, null)).has(category)) throw invalid({ category: 'categoryClosed' })
}

export type KeptUnder = {
  readonly choices: readonly { readonly value: DataCategory; readonly label: string }[]
  readonly suggested: DataCategory | ''
}

/**
 * Under which category a text about the whole family may be kept: it is read by who may read that category. Suggested
 * is the most guarded one of the family's needs.
 */
export const keptUnder = async (ctx: Context, facts: CaseFacts): Promise<KeptUnder> => {
  const open = await openCategories(ctx, facts, null)
  const [row] = await ctx.tx.$queryRaw<{ category: DataCategory }[]>`
    select app.guarded_category(${facts.caseId}::uuid) as category`
  const choices = dataCategoryNames().filter((c) => open.has(c.value))
  return { choices, suggested: row && open.has(row.category) ? row.category : '' }
}
