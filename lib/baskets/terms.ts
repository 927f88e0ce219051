import { type Frequency, isFrequency } from '@/lib/baskets/schedule'
import type { IsoDate } from '@/lib/format/dates'

/** What a schedule promises. Quantities are hundredths. */
export type Terms = {
  readonly startsOn: IsoDate
  readonly endsOn: IsoDate | null
  readonly frequency: string
  readonly quantity: number | null
}

/** What was signed of a line, and the period of the plan that holds it. */
export type SignedTerms = Terms & {
  readonly planFrom: IsoDate | null
  readonly planTo: IsoDate | null
  /** first day on which a plan that holds the line was valid */
  readonly since: IsoDate | null
  /** grosze */
  readonly costPlanned: number | null
  readonly coPayment: number | null
}

/** With the day of the week and the hour: they stand on the sheet that the family signs, and are no measure of size. */
type Agreed = Terms & { readonly weekday: number | null; readonly atTime: string | null }

export const termsDiffer = (a: Agreed, b: Agreed): boolean =>
  a.weekday !== b.weekday ||
  a.atTime !== b.atTime ||
  a.startsOn !== b.startsOn ||
  a.endsOn !== b.endsOn ||
  a.frequency !== b.frequency ||
  a.quantity !== b.quantity

/** How many times in four weeks; a single thing is once, what is needed now and then has no measure. */
const inFourWeeks: Record<Frequency, number | null> = {
  once: 1,
  weekly: 4,
  twiceWeekly: 8,
  fortnightly: 2,
  monthly: 1,
  asNeeded: null,
}

const times = (frequency: string): number | null => (isFrequency(frequency) ? inFourWeeks[frequency] : null)

/** More often or more each time than was signed. Without a number on either side there is nothing to compare. */
const grows = (signed: Terms, next: Terms): boolean => {
  if (signed.frequency === 'once' && next.frequency !== 'once') return true
  const [before, after] = [times(signed.frequency), times(next.frequency)]
  if (before === null || after === null) return false
  if (signed.quantity === null || next.quantity === null) return after > before
  return after * next.quantity > before * signed.quantity
}

const outside = (day: IsoDate, { planFrom, planTo }: SignedTerms): boolean =>
  (planFrom !== null && day < planFrom) || (planTo !== null && day > planTo)

/**
 * Why a new schedule goes beyond the plan in force, by field; empty when it does not. What was signed is always in
 * order; anything else stays inside the plan's period and grows no larger. A larger change is a new version of the plan.
 */
export const beyondSigned = (signed: SignedTerms, next: Terms): Record<string, string> => ({
  ...(next.startsOn !== signed.startsOn && outside(next.startsOn, signed) ? { startsOn: 'outsidePlan' } : {}),
  ...(next.endsOn !== signed.endsOn && (next.endsOn === null || outside(next.endsOn, signed))
    ? { endsOn: 'outsidePlan' }
    : {}),
  ...(grows(signed, next) ? { quantity: 'moreThanSigned' } : {}),
})

type Money = { readonly costPlanned: number | null; readonly coPayment: number | null }

/** The same of money: the family pays no more than it signed, and a planned cost that was signed does not grow. */
export const dearerThanSigned = (signed: SignedTerms, next: Money): Record<string, string> => ({
  ...((next.coPayment ?? 0) > (signed.coPayment ?? 0) ? { coPayment: 'moreThanSigned' } : {}),
  ...(signed.costPlanned !== null && (next.costPlanned ?? 0) > signed.costPlanned
    ? { costPlanned: 'moreThanSigned' }
    : {}),
})
