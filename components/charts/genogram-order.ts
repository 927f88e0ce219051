/** One person of the picture; the order of the list is the family's own, the main person first. */
export type GenoPerson = {
  readonly id: string
  /** Row by the word for the relation to the main person (0 = the same generation), where no line says more. */
  readonly generation: number
  /** Lives in the common household now. */
  readonly home: boolean
}

/** `from` stands above `to` in the first five kinds; of the others the order says nothing. */
export type GenoKind =
  | 'parent'
  | 'stepparent'
  | 'fosterCarer'
  | 'grandparent'
  | 'guardian'
  | 'partner'
  | 'sibling'
  | 'halfSibling'

export type GenoLink = {
  readonly from: string
  readonly to: string
  readonly kind: GenoKind
  readonly ended: boolean
}

/** Two persons of one generation who are or were a couple, or have a child together and nothing more is known. */
export type Union = { readonly a: string; readonly b: string; readonly state: 'together' | 'ended' | 'child' }

// a guardian may be of any generation, so guardianship moves nobody
const steps: Readonly<Record<GenoKind, number | null>> = {
  parent: 1,
  stepparent: 1,
  fosterCarer: 1,
  grandparent: 2,
  guardian: null,
  partner: 0,
  sibling: 0,
  halfSibling: 0,
}

const neighbours = (id: string, links: readonly GenoLink[]): { id: string; step: number }[] =>
  links.flatMap(({ from, to, kind }) => {
    const step = steps[kind]
    if (step === null) return []
    if (from === id) return [{ id: to, step }]
    return to === id ? [{ id: from, step: -step }] : []
  })

/** Generation of everybody: along the lines from the main person on, else by the word for the relation. */
export const generationsOf = (
  persons: readonly GenoPerson[],
  links: readonly GenoLink[],
): Map<string, number> => {
  const known = new Set(persons.map(({ id }) => id))
  const found = new Map<string, number>()
  for (const seed of persons) {
    if (found.has(seed.id)) continue
    found.set(seed.id, seed.generation)
    const queue = [seed.id]
    for (let id = queue.shift(); id !== undefined; id = queue.shift())
      for (const next of neighbours(id, links)) {
        if (found.has(next.id) || !known.has(next.id)) continue
        found.set(next.id, (found.get(id) ?? 0) + next.step)
        queue.push(next.id)
      }
  }
  return found
}

/** Parents of a child that the lines know, at most two: the picture has no place for more. */
export const parentsOf = (id: string, links: readonly GenoLink[]): string[] => [
  ...new Set(links.filter((l) => l.kind === 'parent' && l.to === id).map((l) => l.from)),
]

/** Couples of one row; parents of a common child of whom nothing else is known are one as well. */
export const unionsOf = (
  persons: readonly GenoPerson[],
  links: readonly GenoLink[],
  rowOf: ReadonlyMap<string, number>,
): Union[] => {
  const unions = new Map<string, Union>()
  const add = (one: string, other: string, state: Union['state']) => {
    const [a = one, b = other] = [one, other].sort()
    const before = unions.get(`${a} ${b}`)
    if (rowOf.get(a) !== rowOf.get(b) || before?.state === 'together') return
    if (!before || state === 'together') unions.set(`${a} ${b}`, { a, b, state })
  }
  for (const link of links)
    if (link.kind === 'partner') add(link.from, link.to, link.ended ? 'ended' : 'together')
  for (const { id } of persons) {
    const [one, other] = parentsOf(id, links)
    if (one && other) add(one, other, 'child')
  }
  return [...unions.values()]
}

const partnersOf = (id: string, unions: readonly Union[]) =>
  unions.flatMap(({ a, b, state }) => (a === id ? [{ id: b, state }] : b === id ? [{ id: a, state }] : []))

/** People of a row who hang together by couples, as they stand: former partners left, present ones right of who has both. */
const cluster = (seed: string, all: readonly string[], unions: readonly Union[]): string[] => {
  const members = [seed]
  for (const id of members)
    for (const partner of partnersOf(id, unions)) if (!members.includes(partner.id)) members.push(partner.id)
  const inOrder = all.filter((id) => members.includes(id))
  const most = Math.max(...inOrder.map((id) => partnersOf(id, unions).length))
  const hub = inOrder.find((id) => partnersOf(id, unions).length === most) ?? seed
  const placed = [hub]
  for (const id of placed.slice()) extend(id, placed, unions, 'both')
  for (let before = 0; before !== placed.length; ) {
    before = placed.length
    const [first, last] = [placed[0], placed.at(-1)]
    if (first) extend(first, placed, unions, 'left')
    if (last) extend(last, placed, unions, 'right')
  }
  return [...placed, ...inOrder.filter((id) => !placed.includes(id))]
}

const extend = (id: string, placed: string[], unions: readonly Union[], side: 'left' | 'right' | 'both') => {
  for (const partner of partnersOf(id, unions)) {
    if (placed.includes(partner.id)) continue
    const left = side === 'left' || (side === 'both' && partner.state !== 'together')
    if (left) placed.unshift(partner.id)
    else placed.push(partner.id)
  }
}

const mean = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, v) => sum + v, 0) / values.length

/** Who stands beside whom in one row; `pull` says near which place somebody belongs, where that is known. */
export const rowOrder = (
  ids: readonly string[],
  unions: readonly Union[],
  pull: (id: string) => number | null,
): string[] => {
  const done = new Set<string>()
  const clusters: { ids: string[]; at: number | null }[] = []
  for (const id of ids) {
    if (done.has(id)) continue
    const together = cluster(id, ids, unions)
    for (const one of together) done.add(one)
    clusters.push({ ids: together, at: mean(together.flatMap((one) => pull(one) ?? [])) })
  }
  const pulled = clusters.filter((c) => c.at !== null).sort((x, y) => (x.at ?? 0) - (y.at ?? 0))
  return [...pulled, ...clusters.filter((c) => c.at === null)].flatMap((c) => c.ids)
}

export type Row = {
  readonly left: readonly string[]
  readonly home: readonly string[]
  readonly right: readonly string[]
}

/** The household stands together; who lives elsewhere stands on the side on which the order has them. */
export const aroundHome = (order: readonly string[], homes: ReadonlySet<string>): Row => {
  const home = order.filter((id) => homes.has(id))
  const middle = mean(home.map((id) => order.indexOf(id))) ?? (order.length - 1) / 2
  const out = order.filter((id) => !homes.has(id))
  return {
    left: out.filter((id) => order.indexOf(id) < middle),
    home,
    right: out.filter((id) => order.indexOf(id) >= middle),
  }
}
