import { type IsoDate, todayInWarsaw } from '@/lib/format/dates'

/** The only source of "now": tests set it, nothing else does. */
let frozen: Date | null = null

export const now = (): Date => (frozen ? new Date(frozen) : new Date())

/** Today's calendar date in Warsaw. */
export const today = (): IsoDate => todayInWarsaw(now())

/** Test hook: stops the clock at an instant; null lets it run. */
export const freeze = (instant: string | null): void => {
  frozen = instant === null ? null : new Date(instant)
}

/** A calendar date as the driver wants it for a DATE column (UTC midnight). */
export const toDbDate = (isoDate: string): Date => new Date(`${isoDate}T00:00:00.000Z`)

/** A DATE column's value as YYYY-MM-DD. */
export const fromDbDate = (value: Date): IsoDate => value.toISOString().slice(0, 10) as IsoDate

/** The same for an optional date. */
export const fromDbDateOrNull = (value: Date | null): IsoDate | null => (value ? fromDbDate(value) : null)
export const toDbDateOrNull = (value: string | null | undefined): Date | null =>
  value ? toDbDate(value) : null
