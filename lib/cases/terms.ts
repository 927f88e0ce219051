import { type Term, termEnd } from '@/lib/calendar'
import type { IsoDate } from '@/lib/format/dates'
import type { Context } from '@/lib/policy/usecase'

/** Longest times of domain 4.2 (rows 11 and 12) that no stage bears; a team may set its own. */
export const longestTimes = {
  suspension: { unit: 'calendar', count: 90 },
  planLength: { unit: 'month', count: 12 },
  /** how long another team has to answer when a family is offered to it [default] */
  transferAnswer: { unit: 'calendar', count: 7 },
} as const satisfies Record<string, Term>

/** Terms of meetings (domain 4.5), of the team and around a case; a team may set its own. */
export const meetingTerms = {
  meetingNotice: { unit: 'calendar', count: 7 },
  minutesRemarks: { unit: 'calendar', count: 7 },
  meetingRhythm: { unit: 'month', count: 3 },
  caseMeetingRhythm: { unit: 'month', count: 2 },
} as const satisfies Record<string, Term>

/** A unit as it is stored. */
export const termUnit = (text: string): 'calendar' | 'business' | 'month' =>
  text === 'business' || text === 'month' ? text : 'calendar'

/** What the team set for itself under this key; null: the default holds. */
export const ownTerm = async ({ tx }: Context, teamId: string, key: string): Promise<Term | null> => {
  const row = await tx.teamDeadline.findUnique({ where: { teamId_key: { teamId, key } } })
  return row ? { unit: termUnit(row.unit), count: row.count } : null
}

/** How long a plan lasts at most in this team. */
export const planLength = async (ctx: Context, teamId: string): Promise<Term> =>
  (await ownTerm(ctx, teamId, 'planLength')) ?? longestTimes.planLength

/** The last day on which work that is suspended today may be looked at again. */
export const lastReview = async (ctx: Context, teamId: string): Promise<IsoDate> =>
  termEnd(ctx.today, (await ownTerm(ctx, teamId, 'suspension')) ?? longestTimes.suspension)
