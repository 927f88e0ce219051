import { termEnd } from '@/lib/calendar'
import type { CaseFacts } from '@/lib/cases/facts'
import type { IsoDate } from '@/lib/format/dates'
import type { Context } from '@/lib/policy/usecase'
import { termFor } from '@/lib/variants'

/** From which day on a family that never answered counts as one without consent (domain 4.2 row 6x). */
export const silenceUntil = async (ctx: Context, facts: CaseFacts): Promise<IsoDate> =>
  termEnd(facts.statusSince, await termFor(ctx, facts, 'awaitingConsent'))

/** The last day on which work that is suspended today may be looked at again. */
export const lastReview = async (ctx: Context, facts: CaseFacts): Promise<IsoDate> =>
  termEnd(ctx.today, await termFor(ctx, facts, 'suspension'))
