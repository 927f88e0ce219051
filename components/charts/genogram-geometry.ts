import { descentGroups, looseSiblings } from '@/components/charts/genogram-groups'
import {
  descentLines,
  type GenoDescent,
  type GenoSiblings,
  type GenoSpot,
  type GenoUnion,
  genoSize,
  Lanes,
  type Layout,
  siblingLines,
  unionLines,
} from '@/components/charts/genogram-lines'
import {
  aroundHome,
  type GenoLink,
  type GenoPerson,
  generationsOf,
  type Row,
  rowOrder,
  type Union,
  unionsOf,
} from '@/components/charts/genogram-order'

export type Genogram = {
  readonly width: number
  readonly height: number
  readonly spots: readonly GenoSpot[]
  readonly unions: readonly GenoUnion[]
  readonly descents: readonly GenoDescent[]
  readonly siblings: readonly GenoSiblings[]
  /** Outline of the common household; null where fewer than two live together. */
  readonly house: string | null
}

/** The middle of those above or below to whom a line goes, as far as they stand already. */
const pullOf = (id: string, across: readonly GenoLink[], at: ReadonlyMap<string, number>): number | null => {
  const near = across.flatMap(({ from, to }) =>
    from === id ? (at.get(to) ?? []) : to === id ? (at.get(from) ?? []) : [],
  )
  return near.length === 0 ? null : near.reduce((sum, x) => sum + x, 0) / near.length
}

/** Rows from the main person's own down, then from it up: each takes its order from the row that stands already. */
const orderRows = (
  persons: readonly GenoPerson[],
  links: readonly GenoLink[],
  rowOf: ReadonlyMap<string, number>,
  unions: readonly Union[],
): Row[] => {
  const homes = new Set(persons.filter((p) => p.home).map((p) => p.id))
  const count = Math.max(...rowOf.values()) + 1
  const start = rowOf.get(persons[0]?.id ?? '') ?? 0
  const rows: Row[] = []
  const across = links.filter((l) => rowOf.get(l.from) !== rowOf.get(l.to))
  const at = new Map<string, number>()
  const downwards = Array.from({ length: count - start }, (_, n) => start + n)
  const upwards = Array.from({ length: start }, (_, n) => start - 1 - n)
  for (const row of [...downwards, ...upwards]) {
    const ids = persons.filter((p) => rowOf.get(p.id) === row).map((p) => p.id)
    const line = aroundHome(
      rowOrder(ids, unions, (id) => pullOf(id, across, at)),
      homes,
    )
    rows[row] = line
    for (const [id, x] of places(line)) at.set(id, x)
  }
  return rows
}

/** The household in the middle (x = 0), the others to its sides. */
const places = ({ left, home, right }: Row): [string, number][] => {
  const { slot, aside } = genoSize
  const half = (home.length / 2) * slot
  const gap = home.length > 0 ? aside : 0
  if (home.length === 0) {
    const all = [...left, ...right]
    return all.map((id, n) => [id, (n - (all.length - 1) / 2) * slot])
  }
  return [
    ...left.map((id, n): [string, number] => [id, -half - gap - (left.length - n - 0.5) * slot]),
    ...home.map((id, n): [string, number] => [id, -half + (n + 0.5) * slot]),
    ...right.map((id, n): [string, number] => [id, half + gap + (n + 0.5) * slot]),
  ]
}

type Band = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number }

/** What of the picture the household takes in each row between its first and its last. */
const bands = (layout: Layout, homes: ReadonlySet<string>): Band[] => {
  const all = [...layout.spots.values()]
  const rows = all.filter(({ id }) => homes.has(id)).map(({ row }) => row)
  const [first, last] = [Math.min(...rows), Math.max(...rows)]
  return Array.from({ length: last - first + 1 }, (_, n) => {
    const inRow = all.filter(({ row }) => row === first + n)
    const xs = inRow.filter(({ id }) => homes.has(id)).map(({ x }) => x)
    const y = inRow[0]?.y ?? 0
    const reach = genoSize.slot / 2 - 2
    return {
      // nobody of the household in this generation: a narrow way through
      left: xs.length > 0 ? Math.min(...xs) - reach : homeAxis(layout, homes) - 6,
      right: xs.length > 0 ? Math.max(...xs) + reach : homeAxis(layout, homes) + 6,
      top: y - 10,
      bottom: y + layout.block + 4,
    }
  })
}

const homeAxis = (layout: Layout, homes: ReadonlySet<string>): number => {
  const home = [...layout.spots.values()].filter(({ id }) => homes.has(id))
  const row = home.filter((spot) => spot.row === home[0]?.row).map(({ x }) => x)
  return (Math.min(...row) + Math.max(...row)) / 2
}

/** One outline around everybody who lives together, over all rows. */
const houseOf = (layout: Layout, homes: ReadonlySet<string>): string | null => {
  if (homes.size < 2) return null
  const rows = bands(layout, homes)
  const edges = rows.map((band, n) => {
    const next = rows[n + 1]
    if (!next) return band.bottom
    return next.right - next.left > band.right - band.left ? next.top : band.bottom
  })
  const first = rows[0]
  if (!first) return null
  const right = rows.map((band, n) => `H${band.right}V${edges[n]}`).join('')
  const left = rows.toReversed().map((band, n) => {
    const up = edges[rows.length - 2 - n] ?? first.top
    return `H${band.left}V${up}`
  })
  return `M${first.left} ${first.top}${right}${left.join('')}Z`
}

/** Tops of the rows: between two of them there is room for every line that runs there. */
const tops = (count: number, block: number, lanes: Lanes): number[] => {
  const found: number[] = []
  for (let row = 0, y = 12; row < count; row += 1) {
    y += (lanes.above.get(row) ?? 0) * genoSize.lane
    found.push(y)
    y += block + (lanes.below.get(row) ?? 0) * genoSize.lane + 24
  }
  return found
}

const draw = (
  layout: Layout,
  links: readonly GenoLink[],
  persons: readonly GenoPerson[],
  rowOf: ReadonlyMap<string, number>,
) => {
  const lanes = new Lanes()
  const unions = unionLines(layout, unionsOf(persons, links, rowOf), lanes)
  return {
    lanes,
    unions: unions.map(({ lane: _lane, ...union }) => union),
    siblings: siblingLines(layout, looseSiblings(links), lanes),
    descents: descentLines(layout, descentGroups(persons, links, rowOf), unions, lanes),
  }
}

/** A family drawn from its relations. `lines` = lines of words below each symbol, 18 px each. */
export const genogram = (
  persons: readonly GenoPerson[],
  allLinks: readonly GenoLink[],
  lines: number,
): Genogram => {
  const ids = new Set(persons.map(({ id }) => id))
  const links = allLinks.filter(({ from, to }) => ids.has(from) && ids.has(to) && from !== to)
  const generations = generationsOf(persons, links)
  const levels = [...new Set(generations.values())].sort((a, b) => a - b)
  const rowOf = new Map([...generations].map(([id, generation]) => [id, levels.indexOf(generation)]))
  const rows = orderRows(persons, links, rowOf, unionsOf(persons, links, rowOf))
  const block = genoSize.symbol + 8 + lines * 18
  const at = rows.map(places)
  const leftmost = Math.min(0, ...at.flat().map(([, x]) => x - genoSize.slot / 2))
  const layoutAt = (ys: readonly number[]): Layout => ({
    block,
    order: rows.map(({ left, home, right }) => [...left, ...home, ...right]),
    spots: new Map(
      at.flatMap((row, n) => row.map(([id, x]) => [id, { id, row: n, x: x - leftmost, y: ys[n] ?? 0 }])),
    ),
  })
  // once to learn how many lines run between the rows, once with room for them
  const ys = tops(rows.length, block, draw(layoutAt([]), links, persons, rowOf).lanes)
  const layout = layoutAt(ys)
  const { lanes: _lanes, ...drawn } = draw(layout, links, persons, rowOf)
  const spots = [...layout.spots.values()]
  return {
    width: Math.max(genoSize.slot, ...spots.map(({ x }) => x + genoSize.slot / 2)),
    height: (ys.at(-1) ?? 0) + block + 12,
    spots,
    ...drawn,
    house: houseOf(layout, new Set(persons.filter((p) => p.home).map((p) => p.id))),
  }
}
