import type { Context } from '@/lib/policy/usecase'
import { type TaskRow, taskRows } from '@/lib/tasks/view'

/** Open tasks of somebody of the own house, as far as this person reads them, the most urgent first. */
export const heldTasks = async (ctx: Context, userId: string): Promise<TaskRow[]> => {
  const where = { toUserId: userId, toInstitutionId: ctx.actor.institutionId, status: 'open' }
  return taskRows(ctx, [
    ...(await ctx.tx.task.findMany({ where })),
    ...(await ctx.tx.caseTask.findMany({ where })),
  ])
}
