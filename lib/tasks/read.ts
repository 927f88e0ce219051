import { z } from 'zod'
import { bySubject, isOpen, ofCase } from '@/lib/cases'
import { uuid } from '@/lib/platform/input'
import { may } from '@/lib/policy/decide'
import { anySubject, type Context, defineQuery } from '@/lib/policy/usecase'
import { caseHolders, houseHolders, teamHolders } from '@/lib/tasks/people'
import { type TaskRow, taskRows } from '@/lib/tasks/view'
import { headsHouse } from '@/lib/tasks/write'
import { teamFacts } from '@/lib/teams'

/** What ended is shown for so many rows. */
const endedShown = 10
const most = 300

const newestFirst = { endedAt: 'desc' as const }
const byTerm = [{ dueOn: 'asc' as const }, { id: 'asc' as const }]

const mine = ({ actor }: Context) => ({
  toInstitutionId: actor.institutionId,
  OR: [{ toUserId: actor.userId }, { toUserId: null }],
})
const givenByMe = ({ actor }: Context) => ({
  createdById: actor.userId,
  createdInstitutionId: actor.institutionId,
  NOT: { toUserId: actor.userId },
})

/** Open ones and the last that ended, of both tables. */
const found = async (ctx: Context, where: object): Promise<TaskRow[]> => {
  const { tx } = ctx
  const open = { where: { AND: [where, { status: 'open' }] }, orderBy: byTerm, take: most }
  const ended = {
    where: { AND: [where, { status: { not: 'open' } }] },
    orderBy: newestFirst,
    take: endedShown,
  }
  return taskRows(ctx, [
    ...(await tx.task.findMany(open)),
    ...(await tx.caseTask.findMany(open)),
    ...(await tx.task.findMany(ended)),
    ...(await tx.caseTask.findMany(ended)),
  ])
}

const aboutRows = (rows: readonly TaskRow[]) => ({
  subjectKind: 'task',
  subjectIds: rows.map((r) => r.id),
})

/** The own list: given to this person or to the own institution as a whole, and what this person gave to others. */
export const listMyTasks = defineQuery({
  name: 'task.list',
  input: z.strictObject({}),
  subject: anySubject,
  run: async (ctx) => ({
    mine: await found(ctx, mine(ctx)),
    given: (await found(ctx, givenByMe(ctx))).filter((row) => !row.mine),
    holders: headsHouse(ctx) ? await houseHolders(ctx) : [],
    today: ctx.today,
  }),
  audit: ({ mine: own, given }) => aboutRows([...own, ...given]),
})
export type MyTasks = Awaited<ReturnType<typeof listMyTasks.execute>>

/** Tasks of the team that name no case. */
export const listTeamTasks = defineQuery({
  name: 'task.team',
  input: z.strictObject({ teamId: uuid() }),
  subject: (ctx, { teamId }) => teamFacts(ctx, teamId),
  run: async (ctx, { teamId }, facts) => {
    const open = { where: { teamId, status: 'open' }, orderBy: byTerm, take: most }
    const ended = { where: { teamId, status: { not: 'open' } }, orderBy: newestFirst, take: endedShown }
    const rows = [...(await ctx.tx.task.findMany(open)), ...(await ctx.tx.task.findMany(ended))]
    const mayAdd = may(ctx.actor, 'task.add', facts)
    const tasks = await taskRows(ctx, rows)
    const needed = mayAdd || tasks.some((t) => t.can.reassign)
    return { tasks, mayAdd, holders: needed ? await teamHolders(ctx, teamId) : [] }
  },
  audit: ({ tasks }, { teamId }) => ({ ...aboutRows(tasks), teamId }),
})

/** Tasks of a case, as far as their categories are open. */
export const listCaseTasks = defineQuery({
  name: 'caseTask.list',
  input: z.strictObject({ caseId: uuid() }),
  subject: bySubject,
  run: async (ctx, { caseId }, facts) => {
    const rows = await ctx.tx.caseTask.findMany({ where: { caseId }, orderBy: byTerm, take: most })
    const mayAdd = isOpen(facts.status) && may(ctx.actor, 'caseTask.add', facts)
    return {
      tasks: await taskRows(ctx, rows),
      mayAdd,
      holders: mayAdd ? await caseHolders(ctx, caseId) : [],
    }
  },
  audit: ({ tasks }, _i, facts) => ({ ...ofCase(facts), ...aboutRows(tasks) }),
})
export type TaskList = Awaited<ReturnType<typeof listCaseTasks.execute>>
