export type Segment = { label: string; days: number }

/** End of the common scale: the longest of all times and a little air. */
export const scaleEnd = (totals: readonly number[]): number =>
  Math.max(1, Math.ceil(Math.max(0, ...totals) * 1.08))

/**
 * True when the words along the thread would run into each other. They stand alternately below and
 * above their knots, so each shares its side with the one after the next. `width` is the length of
 * the whole scale in px, a sign takes about 8.
 */
export const labelsCollide = (segments: readonly Segment[], end: number, width: number): boolean => {
  let passed = 0
  const spots = segments.map(({ label, days }, i) => {
    passed += days
    const right = (passed / end) * width + 8
    const long = (label.length + String(days).length + 5) * 8
    // the first one begins at the start of the thread
    return i === 0 ? { left: 0, right: long } : { left: right - long, right }
  })
  return spots.some((spot, i) => {
    const before = spots[i - 2]
    return spot.left < 0 || (before !== undefined && spot.left < before.right)
  })
}
