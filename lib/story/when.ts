import type { IsoDate } from '@/lib/format/dates'

export const latest = (days: readonly IsoDate[]): IsoDate | null => [...days].sort().at(-1) ?? null

/** The first planned day after the last contact: what was planned before it has been answered by it. */
export const earliestOpen = (planned: readonly IsoDate[], lastOn: IsoDate | null): IsoDate | null =>
  [...planned].sort().find((day) => lastOn === null || day > lastOn) ?? null
