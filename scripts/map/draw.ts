import type { MultiLineString, Position } from 'geojson'
import { labelPoint, type Point } from '@/scripts/map/label'
import type { Shape } from '@/scripts/map/topology'

export type Frame = { readonly viewBox: string; readonly place: (position: Position) => Point }
export type DrawnUnit = {
  readonly code: string
  readonly name: string
  readonly x: number
  readonly y: number
  readonly d: string
}

const margin = 4

/** Fits shapes into a box of `size` units on its longer side; every point becomes a whole number. */
export const frameOf = (shapes: readonly Shape[], size: number): Frame => {
  const points = shapes.flatMap(({ geometry }) => geometry.coordinates.flat(2))
  const xs = points.map((point) => point[0] ?? 0)
  const ys = points.map((point) => point[1] ?? 0)
  const range = (values: readonly number[]) =>
    values.reduce(([low, high], value) => [Math.min(low, value), Math.max(high, value)] as const, [
      Number.POSITIVE_INFINITY,
      Number.NEGATIVE_INFINITY,
    ] as const)
  const [left, right] = range(xs)
  const [top, bottom] = range(ys)
  const scale = (size - 2 * margin) / Math.max(right - left, bottom - top)
  const extent = (length: number): number => Math.round(length * scale) + 2 * margin
  return {
    viewBox: `0 0 ${extent(right - left)} ${extent(bottom - top)}`,
    place: ([x = 0, y = 0]) => [
      Math.round((x - left) * scale) + margin,
      Math.round((y - top) * scale) + margin,
    ],
  }
}

/** One unit as an SVG path with the point where a label or a mark may stand. */
export const drawUnit = (shape: Shape, name: string, frame: Frame): DrawnUnit => {
  const rings = shape.geometry.coordinates.map((polygon) =>
    polygon.map((ring) => tidy(ring.map(frame.place), true)),
  )
  const kept = rings.filter(([outer = []]) => Math.abs(areaOf(outer)) > 0)
  const largest = kept.toSorted(([a = []], [b = []]) => Math.abs(areaOf(b)) - Math.abs(areaOf(a)))[0]
  if (largest === undefined) throw new Error(`${shape.code} has no area left`)
  const [x, y] = labelPoint(largest)
  const d = kept
    .flat()
    .filter((ring) => ring.length > 2)
    .map((ring) => `${pathOf(ring)}z`)
    .join('')
  return { code: shape.code, name, x, y, d }
}

/** Lines as one SVG path. */
export const drawLines = (lines: MultiLineString, frame: Frame): string =>
  lines.coordinates
    .map((line) => tidy(line.map(frame.place), false))
    .filter((line) => line.length > 1)
    .map(pathOf)
    .join('')

/** Without points that fell together in rounding, and for a ring without the repeated first one. */
const tidy = (points: readonly Point[], ring: boolean): Point[] => {
  const kept = points.filter(
    ([x, y], index) => index === 0 || x !== points[index - 1]?.[0] || y !== points[index - 1]?.[1],
  )
  const [first, last] = [kept[0], kept.at(-1)]
  return ring && kept.length > 1 && first?.[0] === last?.[0] && first?.[1] === last?.[1]
    ? kept.slice(0, -1)
    : kept
}

/** Signed area of a ring by the shoelace formula. */
const areaOf = (ring: readonly Point[]): number =>
  ring.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = ring[(index + 1) % ring.length] ?? [x, y]
    return sum + (x * nextY - nextX * y) / 2
  }, 0)

/** Relative commands keep the files small: "M10 20l3-4 5 6". */
const pathOf = (points: readonly Point[]): string => {
  const steps = points.slice(1).map(([x, y], index) => {
    const [fromX, fromY] = points[index] ?? [x, y]
    return pair(x - fromX, y - fromY)
  })
  const [startX, startY] = points[0] ?? [0, 0]
  const line = steps.map((step, index) => (index === 0 || step.startsWith('-') ? step : ` ${step}`)).join('')
  return `M${pair(startX, startY)}l${line}`
}

const pair = (x: number, y: number): string => `${x}${y < 0 ? '' : ' '}${y}`
