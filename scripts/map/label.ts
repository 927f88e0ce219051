export type Point = readonly [x: number, y: number]
type Segment = readonly [Point, Point]

/** Steps of the search grid along the longer side of a shape. */
const steps = 32

/**
 * The whole-numbered point inside a polygon that is farthest from its lines, holes included: a powiat that
 * surrounds a city gets its mark beside the city, not on it.
 */
export const labelPoint = (polygon: readonly (readonly Point[])[]): Point => {
  const [outer = []] = polygon
  const segments = polygon.flatMap(segmentsOf)
  const [left, top] = [Math.min(...outer.map(([x]) => x)), Math.min(...outer.map(([, y]) => y))]
  const [right, bottom] = [Math.max(...outer.map(([x]) => x)), Math.max(...outer.map(([, y]) => y))]
  const step = Math.max(1, Math.max(right - left, bottom - top) / steps)
  let best: Point = outer[0] ?? [0, 0]
  let widest = -1
  for (let x = left; x <= right; x += step) {
    for (let y = top; y <= bottom; y += step) {
      const point: Point = [Math.round(x), Math.round(y)]
      if (!isInside(point, segments)) continue
      const room = Math.min(...segments.map((segment) => distance(point, segment)))
      if (room > widest) [best, widest] = [point, room]
    }
  }
  return best
}

const segmentsOf = (ring: readonly Point[]): Segment[] =>
  ring.map((point, index): Segment => [point, ring[(index + 1) % ring.length] ?? point])

/** Even-odd rule over all rings at once. */
const isInside = ([x, y]: Point, segments: readonly Segment[]): boolean =>
  segments.filter(([[ax, ay], [bx, by]]) => ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax)
    .length %
    2 ===
  1

const distance = ([x, y]: Point, [[ax, ay], [bx, by]]: Segment): number => {
  const [dx, dy] = [bx - ax, by - ay]
  const length = dx * dx + dy * dy
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / length))
  return Math.hypot(x - ax - along * dx, y - ay - along * dy)
}
