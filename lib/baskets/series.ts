import type { LineView } from '@/lib/baskets/line-view'
import { type Occurrence, occurrences, planned, unnoted } from '@/lib/baskets/occurrences'
import { signedTerms } from '@/lib/baskets/signed'
import { isFinal } from '@/lib/baskets/state'
import { addCalendarDays } from '@/lib/calendar'
import type { IsoDate } from '@/lib/format/dates'
import type { Context } from '@/lib/policy/usecase'

// so many days ahead are shown of a plan that goes on
const ahead = 28
// what is older belongs to another plan: recordDelivery refuses it too
const yearBack = 366

type Noted = { readonly id: string; readonly on: IsoDate; readonly cancelled: boolean }

export type Schedule = {
  /** planned days with what took place for them; none where the rhythm names no day */
  readonly schedule: readonly Occurrence[]
  /** days that passed and of which this person may still say what took place */
  readonly unnoted: readonly IsoDate[]
}

/** Planned and delivered side by side. */
export const scheduleOf = async (
  ctx: Context,
  line: LineView,
  deliveries: readonly Noted[],
): Promise<Schedule> => {
  const days = occurrences(line, line.startsOn, addCalendarDays(ctx.today, ahead))
  const schedule = planned(days, deliveries, ctx.today)
  if (!line.can.includes('deliver')) return { schedule, unnoted: [] }
  const since = (await signedTerms(ctx, line.id))?.since ?? line.startsOn
  const first = addCalendarDays(ctx.today, -yearBack)
  const last = isFinal(line.status) ? line.statusSince : ctx.today
  const asked = unnoted(schedule).filter(
    (on) => on >= since && on >= first && on <= last && (line.decisionOn === null || on >= line.decisionOn),
  )
  return { schedule, unnoted: asked }
}
