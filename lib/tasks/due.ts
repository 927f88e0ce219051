import { deadline, nextWorkingDay } from '@/lib/calendar'
import type { IsoDate } from '@/lib/format/dates'
import { invalid } from '@/lib/platform/errors'
import { date, optional, whole } from '@/lib/platform/input'

/** Until when: a day, or so many working days from today. */
export const dueFields = { dueOn: optional(date()), days: optional(whole(1, 250)) }

/** The last day of a task: never a day off (KPA art. 57 § 4). */
export const dueDay = (
  today: IsoDate,
  { dueOn, days }: { dueOn: IsoDate | null; days: number | null },
): IsoDate => {
  if (days !== null) return deadline(today, { unit: 'business', count: days })
  if (dueOn === null) throw invalid({ dueOn: 'required' })
  if (dueOn < today) throw invalid({ dueOn: 'datePast' })
  return nextWorkingDay(dueOn)
}
