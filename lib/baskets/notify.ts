import type { LineFacts } from '@/lib/baskets/facts'
import type { LineAction } from '@/lib/baskets/state'
import { tellPlanReady } from '@/lib/cases'
import { toDbDate } from '@/lib/platform/clock'
import type { Context } from '@/lib/policy/usecase'

type Asked = Pick<LineFacts, 'lineId' | 'caseId' | 'teamId' | 'providerInstitutionId' | 'responsibleUserId'>

/** Who should answer: the named person (and who stands in for them today), else everybody who decides for the institution. */
const answerers = async ({ tx, today }: Context, line: Asked): Promise<string[]> => {
  if (line.responsibleUserId) {
    const [away] = await tx.$queryRaw<{ id: string | null }[]>`
      select app.substitute_of(${line.responsibleUserId}::uuid, ${line.providerInstitutionId}::uuid)::text as id`
    return [line.responsibleUserId, ...(away?.id ? [away.id] : [])]
  }
  const roles = await tx.roleAssignment.findMany({
    where: {
      institutionId: line.providerInstitutionId,
      role: 'decydent',
      endedAt: null,
      OR: [{ endsOn: null }, { endsOn: { gte: toDbDate(today) } }],
    },
  })
  return [...new Set(roles.map((r) => r.userId))]
}

/** Tells who answers for the line at its institution. No name and no service stands in the notification. */
export const notifyProvider = async (ctx: Context, line: Asked, kind: string): Promise<void> => {
  const userIds = await answerers(ctx, line)
  await ctx.tx.notification.createMany({
    data: userIds.map((userId) => ({
      userId,
      institutionId: line.providerInstitutionId,
      kind,
      teamId: line.teamId,
      lineId: line.lineId,
    })),
  })
}

/** A question waits for the institution. */
export const notifyAsked = (ctx: Context, line: Asked): Promise<void> =>
  notifyProvider(ctx, line, 'line.asked')

/** A refusal and a queue lead to who else could be asked. */
const answeredKinds: Partial<Record<LineAction, string>> = { decline: 'line.declined', wait: 'line.waiting' }

/** The institution answered: the family coordinator is told, and with the last answer who approves the plan. */
export const notifyAnswered = async (ctx: Context, line: LineFacts, answer: LineAction): Promise<void> => {
  const coordinators = await ctx.tx.roleAssignment.findMany({
    where: { caseId: line.caseId, role: 'koordynator_rodziny', endedAt: null },
  })
  await ctx.tx.notification.createMany({
    data: coordinators.map((c) => ({
      userId: c.userId,
      institutionId: c.institutionId,
      kind: answeredKinds[answer] ?? 'line.answered',
      teamId: line.teamId,
      caseId: line.caseId,
      lineId: line.lineId,
    })),
  })
  // the last answer may be all that a plan waited for
  await tellPlanReady(ctx, line.caseId)
}
