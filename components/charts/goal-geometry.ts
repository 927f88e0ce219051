/** From where the line starts and where it ends, in per cent of the width: a goal may be missed and may be surpassed. */
const start = 12
const target = 80

/** Where a look stands; `share` is how far it came, 0 at the baseline, 100 at the target. What lies beyond stands at the edge. */
export const lookPlace = (share: number): number =>
  Math.min(98, Math.max(2, Math.round(start + (share * (target - start)) / 100)))

export type LookMark = { readonly id: string; readonly x: number; readonly last: boolean }

/** Marks of the looks that were counted, the oldest first; the last one is full. */
export const lookMarks = (
  looks: readonly { readonly id: string; readonly share: number | null }[],
): readonly LookMark[] => {
  const counted = looks.flatMap(({ id, share }) => (share === null ? [] : [{ id, share }]))
  return counted.map(({ id, share }, i) => ({ id, x: lookPlace(share), last: i === counted.length - 1 }))
}
