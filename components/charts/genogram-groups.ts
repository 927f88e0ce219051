import { type GenoLink, type GenoPerson, parentsOf } from '@/components/charts/genogram-order'

/** One line downwards: from one person or a couple to everybody below. */
export type Group = { parents: string[]; children: string[]; dashed: boolean }

/** The same for two persons whichever is named first. */
export const pairKey = (ids: readonly string[]): string => ids.toSorted().join(' ')

/** Children by the parents they descend from; parents in different rows each have a line of their own. */
export const descentGroups = (
  persons: readonly GenoPerson[],
  links: readonly GenoLink[],
  rowOf: ReadonlyMap<string, number>,
): Group[] => {
  const groups = new Map<string, Group>()
  const add = (parents: string[], child: string, dashed: boolean) => {
    const key = `${dashed} ${parents.join(' ')}`
    const group = groups.get(key) ?? { parents, children: [], dashed }
    if (!group.children.includes(child)) group.children.push(child)
    groups.set(key, group)
  }
  for (const { id } of persons) {
    const [one, other, ...more] = parentsOf(id, links).sort()
    const couple = one && other && rowOf.get(one) === rowOf.get(other)
    if (couple) add([one, other], id, false)
    for (const single of [...(couple ? [] : [one, other]), ...more]) if (single) add([single], id, false)
  }
  for (const { from, to } of links.filter((link) => isDashed(link, links))) add([from], to, true)
  return [...groups.values()]
}

const hasLink = (links: readonly GenoLink[], kind: GenoLink['kind'], from: string, to: string): boolean =>
  links.some((l) => l.kind === kind && l.from === from && l.to === to)

/** Drawn broken: care, guardianship, a step-parent beside no parent, a grandparent whose child is not in the picture. */
const isDashed = ({ kind, from, to }: GenoLink, links: readonly GenoLink[]): boolean => {
  if (kind === 'fosterCarer') return true
  const parents = parentsOf(to, links)
  if (kind === 'grandparent') return !parents.some((parent) => hasLink(links, 'parent', from, parent))
  if (kind === 'stepparent')
    return !parents.some((parent) =>
      links.some((l) => l.kind === 'partner' && pairKey([l.from, l.to]) === pairKey([from, parent])),
    )
  if (kind !== 'guardian') return false
  return !links.some((l) => l.kind !== 'guardian' && pairKey([l.from, l.to]) === pairKey([from, to]))
}

/** Siblings with no parent in the picture are tied above their heads. */
export const looseSiblings = (links: readonly GenoLink[]): GenoLink[] =>
  links.filter(({ kind, from, to }) => {
    if (kind !== 'sibling' && kind !== 'halfSibling') return false
    const parents = parentsOf(from, links)
    return !parentsOf(to, links).some((parent) => parents.includes(parent))
  })
