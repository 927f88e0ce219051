/** A box around the outlines of a map: smallest x and y, width and height. */
export type Box = {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

const pointsOf = (d: string): (readonly [number, number])[] => {
  const points: (readonly [number, number])[] = []
  let [x, y] = [0, 0]
  // Our maps use M with an absolute start, l with relative steps, and z (scripts/map.ts).
  for (const [, command, numbers = ''] of d.matchAll(/([Mlz])([\d\s-]*)/g)) {
    const values = (numbers.match(/-?\d+/g) ?? []).map(Number)
    for (let n = 0; n + 1 < values.length; n += 2) {
      const [dx = 0, dy = 0] = [values[n], values[n + 1]]
      ;[x, y] = command === 'M' ? [dx, dy] : [x + dx, y + dy]
      points.push([x, y])
    }
  }
  return points
}

/** The box around these outlines, with a margin on each side, for a map of a few units cut out of a larger one. */
export const boundsOf = (outlines: readonly string[], margin = 8): Box => {
  const points = outlines.flatMap(pointsOf)
  const xs = points.map(([x]) => x)
  const ys = points.map(([, y]) => y)
  const [left, top] = [Math.min(...xs) - margin, Math.min(...ys) - margin]
  return {
    x: left,
    y: top,
    width: Math.max(...xs) + margin - left,
    height: Math.max(...ys) + margin - top,
  }
}
