export type KnotState =
  | 'going'
  | 'paused'
  | 'done'
  | 'promise'
  | 'ask'
  | 'mine'
  | 'queue'
  | 'draft'
  | 'refused'
  | 'twice'
  | 'against'
  | 'ended'
  | 'dropped'

export type Tie = 'tie-l' | 'tie' | 'tie-r' | ''

/**
 * The thick thread between institutions that do the same: from the first doubled column to the last
 * one. `doubled` says for each column whether it has such a knot; fewer than two make no thread.
 */
export const ties = (doubled: readonly boolean[]): readonly Tie[] => {
  const first = doubled.indexOf(true)
  const last = doubled.lastIndexOf(true)
  return doubled.map((_, column) => {
    if (first === last || column < first || column > last) return ''
    return column === first ? 'tie-l' : column === last ? 'tie-r' : 'tie'
  })
}

/** Runs of neighbours with the same key: for the head of a wide matrix, grouped by sector. */
export const runs = <T>(items: readonly T[], key: (item: T) => string): { first: T; length: number }[] => {
  const found: { first: T; length: number }[] = []
  for (const item of items) {
    const last = found.at(-1)
    if (last && key(last.first) === key(item)) last.length += 1
    else found.push({ first: item, length: 1 })
  }
  return found
}

/** Items with the same key brought together, in the order in which the keys first appear. */
export const grouped = <T>(items: readonly T[], key: (item: T) => string): T[] =>
  [...new Set(items.map(key))].flatMap((wanted) => items.filter((item) => key(item) === wanted))
