import { fold } from '@/lib/format/fold'

export type ComboOption = {
  id: string
  label: string
  /** what tells two like names apart: kind, powiat, distance */
  detail?: string
  /** TERYT, REGON, number: matched from its beginning */
  code?: string
}

const shown = 50

/** The options that fit what was typed: every word in the name or detail, or the beginning of the code. */
export const matchOptions = (options: readonly ComboOption[], typed: string): readonly ComboOption[] => {
  const query = fold(typed)
  if (query === '') return options.slice(0, shown)
  const words = query.split(' ')
  const fits = options.filter((option) => {
    if (option.code?.toLowerCase().startsWith(query)) return true
    const text = fold(`${option.label} ${option.detail ?? ''}`)
    return words.every((word) => text.includes(word))
  })
  // names that begin with the query first; the order within stays as given
  const first = fits.filter((option) => fold(option.label).startsWith(query))
  return [...first, ...fits.filter((option) => !first.includes(option))].slice(0, shown)
}

/**
 * Where the first typed word stands in a label, to underline it; null when it is not there.
 * Folding keeps the length of Polish texts, so places in the folded text hold in the label.
 */
export const matchedPart = (label: string, typed: string): { from: number; to: number } | null => {
  const word = fold(typed).split(' ')[0] ?? ''
  const folded = fold(label)
  if (word === '' || folded.length !== label.length) return null
  const from = folded.indexOf(word)
  return from < 0 ? null : { from, to: from + word.length }
}
