import { addCalendarDays, addWorkingDays, type Term, termEnd } from '@/lib/calendar'
import type { IsoDate } from '@/lib/format/dates'
import { fromDbDate } from '@/lib/platform/clock'
import type { Context } from '@/lib/policy/usecase'

/** The earliest day for which a meeting may be called today. */
export const earliestDay = (today: IsoDate, { unit, count }: Term): IsoDate =>
  unit === 'business' ? addWorkingDays(today, count) : addCalendarDays(today, count)

/** By when the next one should be: so long after the last. */
export const nextBy = (lastOn: IsoDate, rhythm: Term): IsoDate => termEnd(lastOn, rhythm)

const held = ['held', 'minutes', 'approved']

/** The day of the last meeting that took place, by team; teams without one are not there. */
export const lastHeldOn = async (
  { tx }: Context,
  teamIds: readonly string[],
): Promise<ReadonlyMap<string, IsoDate>> => {
  const rows = await tx.teamMeeting.groupBy({
    by: ['teamId'],
    where: { teamId: { in: [...teamIds] }, status: { in: held } },
    _max: { heldOn: true },
  })
  return new Map(rows.flatMap((r) => (r._max.heldOn ? [[r.teamId, fromDbDate(r._max.heldOn)] as const] : [])))
}
