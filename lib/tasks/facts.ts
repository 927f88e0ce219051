import { notFound } from '@/lib/platform/errors'
import type { CaseTask, Task } from '@/lib/platform/generated/prisma/client'
import type { Facts } from '@/lib/policy/decide'
import type { Context } from '@/lib/policy/usecase'
import { teamFacts } from '@/lib/teams'

export type TaskFacts = Facts & { readonly row: Task }
export type CaseTaskFacts = Facts & { readonly row: CaseTask }

const holders = (row: Task | CaseTask): Facts => ({
  providerInstitutionId: row.toInstitutionId,
  responsibleUserId: row.toUserId,
  authorId: row.createdById,
  authorInstitutionId: row.createdInstitutionId,
})

/** A task through row-level security, with what its team is to the actor; hidden and absent are notFound alike. */
export const taskFacts = async (ctx: Context, { taskId }: { taskId: string }): Promise<TaskFacts> => {
  const row = await ctx.tx.task.findUnique({ where: { id: taskId } })
  if (!row) throw notFound()
  if (!row.teamId) return { row, ...holders(row) }
  // who only was given the task need not be in the team
  const seen = await ctx.tx.team.count({ where: { id: row.teamId } })
  const team = seen > 0 ? await teamFacts(ctx, row.teamId) : {}
  return { ...team, row, ...holders(row) }
}

/** A task of a case. Row-level security shows it to nobody to whom its category is closed. */
export const caseTaskFacts = async (
  { tx }: Context,
  { taskId }: { taskId: string },
): Promise<CaseTaskFacts> => {
  const row = await tx.caseTask.findUnique({ where: { id: taskId } })
  if (!row) throw notFound()
  return {
    row,
    ...holders(row),
    teamId: row.teamId,
    caseId: row.caseId,
    ownerInstitutionId: row.ownerInstitutionId,
    open: true,
  }
}

export const ofTask = ({ row }: TaskFacts) => ({
  subjectKind: 'task',
  subjectIds: [row.id],
  teamId: row.teamId,
})

export const ofCaseTask = ({ row }: CaseTaskFacts) => ({
  subjectKind: 'task',
  subjectIds: [row.id],
  caseId: row.caseId,
  teamId: row.teamId,
  ownerInstitutionId: row.ownerInstitutionId,
})
