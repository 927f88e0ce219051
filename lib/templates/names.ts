import { fold } from '@/lib/format/fold'

/** Words of a label that name nobody. */
const common = new Set(['rodzina', 'rodziny', 'panstwo', 'dom', 'sprawa', 'osoba', 'srodowisko'])

const wordsOf = (text: string): string[] => fold(text).match(/[\p{L}\d]+/gu) ?? []

/** A Polish name is inflected at its end: "Wrzosek", "Wrzoska", "Wrzoskowie". */
const stem = (word: string): string => (word.length > 5 ? word.slice(0, -2) : word)

/** Does a text name somebody of the family? Names as they were entered, in any case of the noun. */
export const namesSomebody = (text: string, names: readonly string[]): boolean => {
  const stems = names
    .flatMap(wordsOf)
    .filter((word) => word.length > 2 && !common.has(word))
    .map(stem)
  return wordsOf(text).some((word) => stems.some((one) => word.startsWith(one)))
}
