import type { Context } from '@/lib/policy/usecase'
import { type TaskRow, taskRows } from '@/lib/tasks/view'

/** These tasks, open or ended, as far as this person reads them. */
export const tasksById = async (ctx: Context, ids: readonly string[]): Promise<TaskRow[]> => {
  if (ids.length === 0) return []
  const where = { id: { in: [...ids] } }
  return taskRows(ctx, [
    ...(await ctx.tx.task.findMany({ where })),
    ...(await ctx.tx.caseTask.findMany({ where })),
  ])
}
