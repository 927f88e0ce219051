/** The Polish noun after 1, after 2–4 (but not 12–14), and after every other whole number. */
export type PluralForms = { readonly one: string; readonly few: string; readonly many: string }

const rules = new Intl.PluralRules('pl')
const numbers = new Intl.NumberFormat('pl-PL', { useGrouping: 'min2' })

/** The noun alone, for a sentence whose number stands elsewhere. */
export const pluralForm = (n: number, forms: PluralForms): string => {
  const rule = rules.select(n)
  if (rule === 'one') return forms.one
  // A fraction takes the genitive singular in Polish ("2,5 rodziny"), which for regular nouns is the form of 2–4.
  if (rule === 'few' || rule === 'other') return forms.few
  return forms.many
}

/** The number and its noun: `plural(5, …)` gives "5 rodzin". */
export const plural = (n: number, forms: PluralForms): string => `${formatNumber(n)} ${pluralForm(n, forms)}`

/** A whole or decimal number the Polish way: 1234, 12 345, 2,5. Spaces never break. */
export const formatNumber = (n: number): string => numbers.format(n)
