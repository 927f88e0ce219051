import type { Box } from '@/components/charts/ecomap-geometry'

/** Places of the picture of a team: the team in the middle, boxes of sectors by level around it. Whole numbers. */

export type Level = 'gmina' | 'powiat' | 'wojewodztwo'

type Group = { readonly level: Level; readonly rows: number }
export type Placed = Box & { readonly tie: string }
export type CompositionPlaces = {
  readonly width: number
  readonly height: number
  readonly team: Box
  readonly heads: readonly { readonly level: Level; readonly x: number; readonly y: number }[]
  /** in the order of the groups that were given */
  readonly boxes: readonly Placed[]
}

export const rowHeight = 20
const headHeight = 40
const gap = 14
const wide = { width: 1200, box: 440, team: { width: 200, height: 96 }, label: 28 }
const phone = { width: 312, inset: 30, team: 56, label: 30 }

const heightOf = ({ rows }: Group): number => headHeight + rows * rowHeight + 10
const stacked = (groups: readonly Group[]): number =>
  groups.reduce((sum, group) => sum + heightOf(group) + gap, 0)

type Spot = { readonly group: Group; readonly box: Box }

const stack = (groups: readonly Group[], x: number, from: number): Spot[] => {
  let y = from
  return groups.map((group) => {
    const box = { x, y, width: wide.box, height: heightOf(group) }
    y += box.height + gap
    return { group, box }
  })
}

const bowed = (team: Box, box: Box): string => {
  const left = box.x < team.x
  const from = { x: left ? team.x : team.x + team.width, y: team.y + team.height / 2 }
  const to = { x: left ? box.x + box.width : box.x, y: Math.round(box.y + box.height / 2) }
  const turn = Math.round((from.x + to.x) / 2)
  return `M${from.x} ${from.y}C${turn} ${from.y} ${turn} ${to.y} ${to.x} ${to.y}`
}

/** Below the team: down from it, then to the box. */
const hung = (team: Box, box: Box): string => {
  const from = { x: team.x + team.width / 2, y: team.y + team.height }
  const to = { x: box.x + box.width / 2, y: box.y }
  return `M${from.x} ${from.y}C${from.x} ${to.y - 10} ${to.x} ${to.y - 40} ${to.x} ${to.y}`
}

/** For an office screen and paper: the gmina's level left, the powiat's right, the voivodeship's below in two columns. */
export const compositionWide = (groups: readonly Group[]): CompositionPlaces => {
  const of = (level: Level) => groups.filter((group) => group.level === level)
  const right = wide.width - wide.box
  const upper = Math.max(stacked(of('gmina')), stacked(of('powiat')), wide.team.height + gap)
  const below = of('wojewodztwo')
  const half = Math.ceil(below.length / 2)
  const lowTop = wide.label + upper + wide.label
  const spots = [
    ...stack(of('gmina'), 0, wide.label),
    ...stack(of('powiat'), right, wide.label),
    ...stack(below.slice(0, half), 0, lowTop),
    ...stack(below.slice(half), right, lowTop),
  ]
  const team = {
    ...wide.team,
    x: (wide.width - wide.team.width) / 2,
    y: Math.round(wide.label + (upper - wide.team.height) / 2),
  }
  const low = Math.max(stacked(below.slice(0, half)), stacked(below.slice(half)))
  return {
    width: wide.width,
    height: below.length > 0 ? lowTop + low : wide.label + upper,
    team,
    heads: [
      { level: 'gmina', x: 0, y: 16 },
      { level: 'powiat', x: right, y: 16 },
      ...(below.length > 0 ? [{ level: 'wojewodztwo' as const, x: 0, y: lowTop - 12 }] : []),
    ],
    boxes: groups.flatMap((group) => {
      const box = spots.find((spot) => spot.group === group)?.box
      if (!box) return []
      return { ...box, tie: box.y >= lowTop ? hung(team, box) : bowed(team, box) }
    }),
  }
}

/** For a phone: the team on top, a trunk down the left edge, levels one under another. */
export const compositionPhone = (groups: readonly Group[]): CompositionPlaces => {
  const heads: { level: Level; x: number; y: number }[] = []
  const placed = new Map<Group, Placed>()
  let y = phone.team + gap
  for (const level of ['gmina', 'powiat', 'wojewodztwo'] as const) {
    const own = groups.filter((group) => group.level === level)
    if (own.length === 0) continue
    heads.push({ level, x: phone.inset, y: y + 18 })
    y += phone.label
    for (const group of own) {
      const height = heightOf(group)
      const middle = Math.round(y + height / 2)
      const box = { x: phone.inset, y, width: phone.width - phone.inset, height }
      placed.set(group, { ...box, tie: `M12 ${phone.team}V${middle}H${phone.inset}` })
      y += height + gap
    }
  }
  return {
    width: phone.width,
    height: y,
    team: { x: 0, y: 0, width: phone.width, height: phone.team },
    heads,
    boxes: groups.flatMap((group) => placed.get(group) ?? []),
  }
}
