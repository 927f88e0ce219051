import type { IsoDate } from '@/lib/format/dates'

/** ISO dates sort as text. */
export const earliest = (first: IsoDate, ...more: readonly IsoDate[]): IsoDate =>
  [first, ...more].sort()[0] ?? first

export const latest = (first: IsoDate, ...more: readonly IsoDate[]): IsoDate =>
  [first, ...more].sort().at(-1) ?? first
