import type { ConsentView, Pair } from '@/lib/consents'
import { categoryWords, consentMessages as m } from '@/lib/messages/pl/consents'

export const categories = Object.keys(categoryWords) as (keyof typeof categoryWords)[]

/** "podstawowe, edukacja" in the order of the columns. */
export const listed = (pairs: readonly Pair[]): string =>
  categories
    .filter((category) => pairs.some((pair) => pair.category === category))
    .map((category) => categoryWords[category].name)
    .join(', ')

/** "SP Trzciana (podstawowe, edukacja); Przychodnia (podstawowe)" */
export const listedByPlace = (view: ConsentView, pairs: readonly Pair[]): string =>
  view.places
    .map(({ id, name }) => ({ name, of: pairs.filter((pair) => pair.institutionId === id) }))
    .filter(({ of }) => of.length > 0)
    .map(({ name, of }) => `${name} (${listed(of)})`)
    .join('; ')

export const named = (name: string | null): string => name ?? m.unnamed
