import { z } from 'zod'
import { addYears } from '@/lib/calendar'
import { tell } from '@/lib/notifications'
import { fromDbDate, toDbDate } from '@/lib/platform/clock'
import { conflict, invalid, notFound } from '@/lib/platform/errors'
import { date, optional, uuid } from '@/lib/platform/input'
import { type Context, defineCommand } from '@/lib/policy/usecase'

/** Whose absence: the own one when nobody is named. */
export const whose = async ({ tx, actor }: Context, userId: string | null) => {
  const away = userId ?? actor.userId
  const { institutionId } = actor
  const employed = await tx.employment.count({ where: { userId: away, institutionId, endsOn: null } })
  if (employed === 0) throw notFound()
  return { authorId: away, authorInstitutionId: institutionId, institutionId, away }
}

const aboutAbsence = (userId: string, institutionId: string) => ({
  subjectKind: 'user',
  subjectIds: [userId],
  ownerInstitutionId: institutionId,
})

/**
 * From a day to a day somebody else of the institution stands in: sees and answers the services for which the absent
 * person is named, by the roles that the substitute holds. Cases are not opened by it: they are handed over.
 */
export const noteAbsence = defineCommand({
  name: 'absence.note',
  input: z.strictObject({
    userId: optional(uuid()).optional(),
    startsOn: date(),
    endsOn: date(),
    substituteId: uuid(),
  }),
  subject: (ctx, { userId }) => whose(ctx, userId ?? null),
  run: async (ctx, { startsOn, endsOn, substituteId }, { away, institutionId }) => {
    const { tx, actor, today } = ctx
    if (endsOn < startsOn || endsOn < today) throw invalid({ endsOn: 'dateOrder' })
    if (endsOn > addYears(startsOn, 2)) throw invalid({ endsOn: 'outOfRange' })
    const works = await tx.employment.count({
      where: { userId: substituteId, institutionId, endsOn: null, user: { disabledAt: null } },
    })
    if (works === 0 || substituteId === away) throw invalid({ substituteId: 'choose' })
    const period = { startsOn: { lte: toDbDate(endsOn) }, endsOn: { gte: toDbDate(startsOn) } }
    const live = { institutionId, cancelledAt: null, ...period }
    if ((await tx.absence.count({ where: { ...live, userId: away } })) > 0)
      throw invalid({ startsOn: 'absenceOverlaps' })
    const [busy] = await tx.$queryRaw<{ away: boolean }[]>`
      select app.away_between(${substituteId}::uuid, ${startsOn}::date, ${endsOn}::date) as away`
    if (busy?.away) throw invalid({ substituteId: 'substituteAway' })
    await tx.absence.createMany({
      data: [
        {
          userId: away,
          institutionId,
          startsOn: toDbDate(startsOn),
          endsOn: toDbDate(endsOn),
          substituteId,
          recordedById: actor.userId,
        },
      ],
    })
    await tell(ctx, [{ userId: substituteId, institutionId }], { kind: 'absence.substitute' })
    await tell(ctx, [{ userId: away, institutionId }], { kind: 'absence.noted' })
  },
  audit: (_r, _i, { away, institutionId }) => aboutAbsence(away, institutionId),
})

const facts = async ({ tx, actor }: Context, absenceId: string) => {
  const row = await tx.absence.findFirst({
    where: { id: absenceId, institutionId: actor.institutionId, cancelledAt: null },
  })
  if (!row) throw notFound()
  const { userId, institutionId } = row
  return { authorId: userId, authorInstitutionId: institutionId, institutionId, row }
}

/** The person is back, or never left: the substitute stops standing in at once. */
export const endAbsence = defineCommand({
  name: 'absence.end',
  input: z.strictObject({ absenceId: uuid() }),
  subject: (ctx, { absenceId }) => facts(ctx, absenceId),
  run: async (ctx, { absenceId }, { row }) => {
    if (fromDbDate(row.endsOn) < ctx.today) throw conflict('wrongState')
    const changed = await ctx.tx.absence.updateMany({
      where: { id: absenceId, cancelledAt: null },
      data: { cancelledAt: ctx.now },
    })
    if (changed.count !== 1) throw conflict('stale')
    await tell(ctx, [{ userId: row.substituteId, institutionId: row.institutionId }], {
      kind: 'absence.over',
    })
  },
  audit: (_r, _i, { row }) => aboutAbsence(row.userId, row.institutionId),
})
