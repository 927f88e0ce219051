import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import { z } from 'zod'
import type { IsoDate } from '@/lib/format/dates'
import { meetingFacts, ofMeeting } from '@/lib/meetings/facts'
import { calendarWords } from '@/lib/messages/pl/meetings'
import { fromDbDate } from '@/lib/platform/clock'
import { notFound } from '@/lib/platform/errors'
import { uuid } from '@/lib/platform/input'
import { defineQuery } from '@/lib/policy/usecase'

/** What a calendar is told: gmina, day, hour, place. Never a person, a case or the agenda. */
export type Appointment = {
  readonly id: string
  readonly gmina: string
  readonly heldOn: IsoDate
  readonly startsAt: string
  readonly place: string | null
  readonly cancelled: boolean
  readonly revision: number
}

/** A meeting lasts two hours in a calendar [default]. */
const length = 2
const zone = 'Europe/Warsaw'

/** The hour on the wall: the zone says which instant that is. */
const wall = (day: IsoDate, time: string): string => `${day}T${time}:00`
const later = (day: IsoDate, time: string, hours: number): string => {
  const at = new Date(`${day}T${time}:00Z`)
  return new Date(at.getTime() + hours * 3_600_000).toISOString().slice(0, 19)
}

/** A calendar file of these meetings (RFC 5545). */
export const calendarFile = (appointments: readonly Appointment[], now: Date): string => {
  const file = ical({
    name: calendarWords.name,
    prodId: { company: 'Kooperacja', product: 'Spotkania', language: 'PL' },
    method: ICalCalendarMethod.PUBLISH,
    timezone: zone,
    ttl: 6 * 3600,
  })
  for (const one of appointments)
    file.createEvent({
      id: `${one.id}@kooperacja`,
      sequence: one.revision,
      stamp: now,
      start: wall(one.heldOn, one.startsAt),
      end: later(one.heldOn, one.startsAt, length),
      timezone: zone,
      summary: calendarWords.summary(one.gmina),
      location: one.place ?? undefined,
      status: one.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    })
  return file.toString()
}

/** One meeting for the own calendar. */
export const meetingCalendar = defineQuery({
  name: 'meeting.calendar',
  input: z.strictObject({ meetingId: uuid() }),
  subject: meetingFacts,
  run: async ({ tx, now }, _input, { row, team }) => {
    if (!row.calledAt) throw notFound()
    const gmina = await tx.territoryUnit.findUnique({ where: { code: team.gminaCode } })
    return calendarFile(
      [
        {
          id: row.id,
          gmina: gmina?.name ?? '',
          heldOn: fromDbDate(row.heldOn),
          startsAt: row.startsAt,
          place: row.place ?? row.link,
          cancelled: row.status === 'cancelled',
          revision: row.version,
        },
      ],
      now,
    )
  },
  audit: (_r, _i, facts) => ofMeeting(facts),
})
