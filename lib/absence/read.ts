import { z } from 'zod'
import { whose } from '@/lib/absence/note'
import type { IsoDate } from '@/lib/format/dates'
import { colleaguesIn, namesOf } from '@/lib/people'
import { fromDbDate, toDbDate } from '@/lib/platform/clock'
import { couldEver } from '@/lib/policy/decide'
import { type Context, defineQuery } from '@/lib/policy/usecase'

/** What waits for somebody one stands in for, as numbers. */
export type Covered = {
  readonly userId: string
  readonly name: string
  readonly from: IsoDate
  readonly until: IsoDate
  readonly begun: boolean
  readonly toAnswer: number
  readonly running: number
  readonly cases: number
  readonly seats: number
}

type CoveredRow = {
  user_id: string
  name: string
  starts_on: Date
  ends_on: Date
  to_answer: number
  running: number
  cases: number
  seats: number
}

const coveredBy = async ({ tx, today }: Context): Promise<Covered[]> => {
  const rows = await tx.$queryRaw<CoveredRow[]>`select * from app.substitute_counts()`
  return rows.map((r) => ({
    userId: r.user_id,
    name: r.name,
    from: fromDbDate(r.starts_on),
    until: fromDbDate(r.ends_on),
    begun: fromDbDate(r.starts_on) <= today,
    toAnswer: r.to_answer,
    running: r.running,
    cases: r.cases,
    seats: r.seats,
  }))
}

/** Absences of one person that are not over, who could stand in, and for whom this reader stands in. */
export const readAbsence = defineQuery({
  name: 'absence.read',
  input: z.strictObject({ userId: z.uuid().nullable() }),
  subject: (ctx, { userId }) => whose(ctx, userId),
  run: async (ctx, { userId }, { away, institutionId }) => {
    const { tx, actor, today } = ctx
    const rows = await tx.absence.findMany({
      where: { userId: away, institutionId, cancelledAt: null, endsOn: { gte: toDbDate(today) } },
      orderBy: { startsOn: 'asc' },
    })
    const names = await namesOf(
      tx,
      rows.map((r) => r.substituteId),
    )
    return {
      absences: rows.map((r) => ({
        id: r.id,
        from: fromDbDate(r.startsOn),
        until: fromDbDate(r.endsOn),
        substitute: names.get(r.substituteId) ?? '',
      })),
      colleagues: (await colleaguesIn(tx, [institutionId])).filter((c) => c.userId !== away),
      covers: userId === null ? await coveredBy(ctx) : [],
      mayHandOver: couldEver(actor, 'handover.prepare'),
      today,
    }
  },
  audit: 'notPersonal',
})

export type AbsenceView = Awaited<ReturnType<typeof readAbsence.execute>>

/** Who of a team's people is away now or soon. */
export const teamAbsences = async ({ tx }: Context, teamId: string) => {
  const rows = await tx.$queryRaw<
    { user_id: string; institution_id: string; starts_on: Date; ends_on: Date; substitute: string }[]
  >`select * from app.team_absences(${teamId}::uuid)`
  return rows.map((r) => ({
    userId: r.user_id,
    institutionId: r.institution_id,
    from: fromDbDate(r.starts_on),
    until: fromDbDate(r.ends_on),
    substitute: r.substitute,
  }))
}
