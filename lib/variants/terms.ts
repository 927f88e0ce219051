import type { Term } from '@/lib/calendar'

/**
 * Deadlines of domain 4 with their defaults, in the order of the work: those of the national model. `business` skips days
 * off, `calendar` days are counted by KPA art. 57, `month` ends on the same-numbered day. A region's version of a variant
 * may give another count or unit, a team another again.
 */
export const standardTerms = {
  /** founding parties sign (4.1) */
  signatures: { unit: 'calendar', count: 60 },
  submitted: { unit: 'business', count: 3 },
  screening: { unit: 'calendar', count: 7 },
  qualified: { unit: 'calendar', count: 14 },
  awaitingConsent: { unit: 'calendar', count: 30 },
  diagnosis: { unit: 'calendar', count: 30 },
  /** a provider answers whether it takes a line (4.3) */
  lineAnswer: { unit: 'calendar', count: 7 },
  planApproval: { unit: 'calendar', count: 14 },
  /** longest life of a plan (4.2 row 12) */
  planLength: { unit: 'month', count: 12 },
  /** longest time until suspended work is looked at again (4.2 row 11) */
  suspension: { unit: 'calendar', count: 90 },
  /** how long another team has to answer when a family is offered to it [default] */
  transferAnswer: { unit: 'calendar', count: 7 },
  evaluation: { unit: 'calendar', count: 30 },
  meetingNotice: { unit: 'calendar', count: 7 },
  minutesRemarks: { unit: 'calendar', count: 7 },
  meetingRhythm: { unit: 'month', count: 3 },
  caseMeetingRhythm: { unit: 'month', count: 2 },
} as const satisfies Record<string, Term>

export type TermKey = keyof typeof standardTerms
export const termKeys = Object.keys(standardTerms) as [TermKey, ...TermKey[]]

export const termUnits = ['calendar', 'business', 'month'] as const
/** A term as a version or a team may set it. */
export type ChosenTerm = { readonly unit: (typeof termUnits)[number]; readonly count: number }

/** The most that may be set: a year of days, three years of months. */
export const longestTerm = { calendar: 365, business: 250, month: 36 } as const

/** What is counted in months stays in months, and nothing else is. */
export const fitsUnit = (key: TermKey, unit: (typeof termUnits)[number]): boolean =>
  (standardTerms[key].unit === 'month') === (unit === 'month')
