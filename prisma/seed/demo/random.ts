/** Same seed, same numbers: the demo is the same on every machine (mulberry32). */
export type Random = {
  /** 0 ≤ x < 1 */
  readonly next: () => number
  /** Whole number, both ends included. */
  readonly int: (from: number, to: number) => number
  readonly pick: <T>(items: readonly T[]) => T
  readonly chance: (probability: number) => boolean
  readonly shuffle: <T>(items: readonly T[]) => T[]
  readonly digits: (count: number) => string
}

export const makeRandom = (seed: number): Random => {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const int = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1))
  const pick = <T>(items: readonly T[]): T => {
    const item = items[int(0, items.length - 1)]
    if (item === undefined) throw new Error('nothing to pick from')
    return item
  }
  const shuffle = <T>(items: readonly T[]): T[] =>
    items
      .map((item) => ({ item, order: next() }))
      .sort((a, b) => a.order - b.order)
      .map(({ item }) => item)
  return {
    next,
    int,
    pick,
    chance: (probability) => next() < probability,
    shuffle,
    digits: (count) => Array.from({ length: count }, () => int(0, 9)).join(''),
  }
}
