export type SparkPoint = { x: number; y: number }

/** Points of a small line in a box of 112 × 32 with a margin of 4; equal values lie in the middle. */
export const sparkPoints = (values: readonly number[]): SparkPoint[] => {
  const low = Math.min(...values)
  const high = Math.max(...values)
  const step = values.length > 1 ? 104 / (values.length - 1) : 0
  return values.map((value, i) => ({
    x: Math.round((4 + i * step) * 10) / 10,
    y: high === low ? 16 : Math.round((28 - ((value - low) / (high - low)) * 24) * 10) / 10,
  }))
}
