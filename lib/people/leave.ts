import { z } from 'zod'
import { aboutPerson, employeeFacts } from '@/lib/people/place'
import { type Holding, holdingsOf } from '@/lib/people/read'
import { fromDbDate } from '@/lib/platform/clock'
import { AppError, conflict } from '@/lib/platform/errors'
import { date, optional, prose, uuid } from '@/lib/platform/input'
import { type Context, defineCommand } from '@/lib/policy/usecase'

/** The team of a holding: the second half of its key. */
const teamOf = ({ key, kind }: Holding): string | null => key.slice(kind.length + 1) || null

/** Who takes over works in the institution now and may hold what is handed over. */
const demandSuccessors = async (
  { tx }: Context,
  { userId, institutionId }: { userId: string; institutionId: string },
  holdings: readonly Holding[],
  successors: Readonly<Record<string, string | null>>,
): Promise<void> => {
  const wrong: Record<string, string> = {}
  for (const holding of holdings) {
    const [row] = await tx.$queryRaw<{ why: string | null }[]>`
      select app.hand_over_refusal(${userId}::uuid, ${institutionId}::uuid, ${holding.kind}, ${teamOf(holding)}::uuid,
                                   ${successors[holding.key] ?? null}::uuid) as why`
    if (row?.why) wrong[`successors.${holding.key}`] = row.why
  }
  if (Object.keys(wrong).length > 0) throw new AppError('invalid', 'invalid', wrong)
}

/**
 * Ends an employment. Everything that the person answers for is handed over first (domain 5.3.8: a case is never
 * without its coordinator); roles, authorisation, mark and sessions end in the same moment (8.1 R3).
 */
export const endEmployment = defineCommand({
  name: 'people.endEmployment',
  input: z.strictObject({
    institutionId: uuid(),
    userId: uuid(),
    endsOn: date(),
    reason: prose(500),
    /** Successor by the key of a holding. */
    successors: z.record(z.string().max(80), optional(uuid())).default({}),
  }),
  subject: (ctx, { institutionId, userId }) => employeeFacts(ctx, institutionId, userId),
  run: async (ctx, { institutionId, userId, endsOn, reason, successors }) => {
    const { tx, actor, today } = ctx
    if (userId === actor.userId) throw conflict('notYourself')
    if (endsOn > today) throw new AppError('invalid', 'invalid', { endsOn: 'dateFuture' })
    const employed = await tx.employment.findFirst({ where: { userId, institutionId, endsOn: null } })
    if (!employed) throw conflict('wrongState')
    if (endsOn < fromDbDate(employed.startsOn))
      throw new AppError('invalid', 'invalid', { endsOn: 'dateOrder' })
    const holdings = await holdingsOf(ctx, userId, institutionId)
    const without = holdings.filter((h) => h.required && !successors[h.key])
    if (without.length > 0)
      throw new AppError(
        'invalid',
        'handOverFirst',
        Object.fromEntries(without.map((h) => [`successors.${h.key}`, 'choose'])),
      )
    await demandSuccessors(ctx, { userId, institutionId }, holdings, successors)
    await tx.$executeRaw`
      select app.hand_over_each(${userId}::uuid, ${institutionId}::uuid, ${JSON.stringify(successors)}::jsonb)`
    const [closed] = await tx.$queryRaw<
      { ok: boolean }[]
    >`select app.close_employment(${userId}::uuid, ${institutionId}::uuid, ${endsOn}::date, ${reason}) as ok`
    if (!closed?.ok) throw conflict('wrongState')
    return { institutionId }
  },
  audit: (_r, { userId, institutionId, reason }) => aboutPerson(userId, institutionId, reason),
})
