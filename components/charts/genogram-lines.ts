import type { Group } from '@/components/charts/genogram-groups'
import { pairKey } from '@/components/charts/genogram-groups'
import type { GenoLink, Union } from '@/components/charts/genogram-order'

/** px: the symbol, the place of one person, the way between lines that run side by side, the way to who lives elsewhere. */
export const genoSize = { symbol: 44, slot: 136, lane: 12, aside: 24 } as const

export type GenoSpot = { readonly id: string; readonly row: number; readonly x: number; readonly y: number }
export type GenoUnion = Union & {
  readonly path: string
  /** Where the line is cut through when the couple parted: clear of the line to the children. */
  readonly mark: { readonly x: number; readonly y: number }
}
export type GenoDescent = {
  readonly parents: readonly string[]
  readonly children: readonly string[]
  /** Care or a generation left out, not descent. */
  readonly dashed: boolean
  readonly path: string
}
export type GenoSiblings = { readonly pair: readonly string[]; readonly half: boolean; readonly path: string }

export type Layout = {
  readonly spots: ReadonlyMap<string, GenoSpot>
  readonly order: readonly (readonly string[])[]
  /** Height of symbol and words together. */
  readonly block: number
}

/** How many lines run side by side: below a row, and above its heads. */
export class Lanes {
  readonly below = new Map<number, number>()
  readonly above = new Map<number, number>()
  private readonly entries = new Map<string, number>()

  /** The next free lane, counted from 1. */
  take(side: 'below' | 'above', row: number): number {
    const lane = (this[side].get(row) ?? 0) + 1
    this[side].set(row, lane)
    return lane
  }

  /** Lines that end at one head stand side by side. */
  entry(id: string): number {
    const before = this.entries.get(id) ?? 0
    this.entries.set(id, before + 1)
    return [0, 10, -10, 16, -16][before % 5] ?? 0
  }
}

const middle = genoSize.symbol / 2

const spotOf = ({ spots }: Layout, id: string | undefined): GenoSpot => {
  const spot = spots.get(id ?? '')
  if (!spot) throw new Error('nobody of the picture')
  return spot
}

const fromLeft = (layout: Layout, ids: readonly string[]): GenoSpot[] =>
  ids.map((id) => spotOf(layout, id)).sort((p, q) => p.x - q.x)

const besides = ({ order }: Layout, one: GenoSpot, other: GenoSpot): boolean => {
  const row = order[one.row] ?? []
  return one.row === other.row && Math.abs(row.indexOf(one.id) - row.indexOf(other.id)) === 1
}

/** From head to head, above everybody between. */
const arch = (one: GenoSpot, other: GenoSpot, lane: number): string =>
  `M${one.x} ${one.y}V${Math.min(one.y, other.y) - lane * genoSize.lane}H${other.x}V${other.y}`

/** Couples: a line between the two, or an arch where others stand between; with the arch's lane, else 0. */
export const unionLines = (layout: Layout, unions: readonly Union[], lanes: Lanes) =>
  unions.map((union): GenoUnion & { lane: number } => {
    const [one = spotOf(layout, union.a), other = one] = fromLeft(layout, [union.a, union.b])
    if (besides(layout, one, other))
      return {
        ...union,
        lane: 0,
        path: `M${one.x + middle} ${one.y + middle}H${other.x - middle}`,
        mark: { x: one.x + middle + (other.x - one.x - genoSize.symbol) / 4, y: one.y + middle },
      }
    const lane = lanes.take('above', one.row)
    const mark = { x: (one.x + other.x) / 2, y: one.y - lane * genoSize.lane }
    return { ...union, lane, path: arch(one, other, lane), mark }
  })

export const siblingLines = (layout: Layout, loose: readonly GenoLink[], lanes: Lanes): GenoSiblings[] =>
  loose.map(({ from, to, kind }) => {
    const [one, other] = [spotOf(layout, from), spotOf(layout, to)]
    return {
      pair: [from, to],
      half: kind === 'halfSibling',
      path: arch(one, other, lanes.take('above', Math.min(one.row, other.row))),
    }
  })

type Point = { readonly x: number; readonly y: number }

/** Below the words of one parent; between a couple, or beside the first of them where others stand between. */
const start = (layout: Layout, parents: readonly string[], lane: number): Point => {
  const [one, other] = fromLeft(layout, parents)
  if (!one) return { x: 0, y: 0 }
  if (!other) return { x: one.x, y: one.y + layout.block }
  return besides(layout, one, other)
    ? { x: (one.x + other.x) / 2, y: one.y + middle }
    : { x: one.x + genoSize.slot / 2, y: one.y - lane * genoSize.lane }
}

const tree = (from: Point, bus: number, ends: readonly Point[]): string => {
  const xs = [from.x, ...ends.map((end) => end.x)]
  const [first, last] = [Math.min(...xs), Math.max(...xs)]
  const across = first === last ? '' : `M${first} ${bus}H${last}`
  return `M${from.x} ${from.y}V${bus}${across}${ends.map((end) => `M${end.x} ${bus}V${end.y}`).join('')}`
}

const oneGroup = (
  layout: Layout,
  group: Group,
  unions: readonly (Union & { lane: number })[],
  lanes: Lanes,
): GenoDescent[] => {
  const first = spotOf(layout, group.parents[0])
  const children = group.children.map((id) => spotOf(layout, id))
  const lower = children.filter((spot) => spot.row > first.row)
  // somebody younger or of the same age cares for this person: the same line, above their heads
  const others = children.filter((spot) => spot.row <= first.row)
  const key = pairKey(group.parents)
  const lane = unions.find(({ a, b }) => pairKey([a, b]) === key)?.lane ?? 0
  const down = (): GenoDescent => {
    const bus = first.y + layout.block + lanes.take('below', first.row) * genoSize.lane
    const ends = lower.map(({ id, x, y }) => ({ x: x + lanes.entry(id), y }))
    return {
      ...group,
      children: lower.map(({ id }) => id),
      path: tree(start(layout, group.parents, lane), bus, ends),
    }
  }
  return [
    ...(lower.length > 0 ? [down()] : []),
    ...others.map((spot) => ({
      ...group,
      children: [spot.id],
      path: arch(first, spot, lanes.take('above', Math.min(first.row, spot.row))),
    })),
  ]
}

export const descentLines = (
  layout: Layout,
  groups: readonly Group[],
  unions: readonly (Union & { lane: number })[],
  lanes: Lanes,
): GenoDescent[] => groups.flatMap((group) => oneGroup(layout, group, unions, lanes))
