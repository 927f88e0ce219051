import { z } from 'zod'
import { tell } from '@/lib/notifications'
import { toDbDate } from '@/lib/platform/clock'
import { conflict, invalid } from '@/lib/platform/errors'
import type { CaseTask, Task } from '@/lib/platform/generated/prisma/client'
import { optional, prose, uuid, version } from '@/lib/platform/input'
import { type Context, defineCommand } from '@/lib/policy/usecase'
import { dueDay, dueFields } from '@/lib/tasks/due'
import {
  type CaseTaskFacts,
  caseTaskFacts,
  ofCaseTask,
  ofTask,
  type TaskFacts,
  taskFacts,
} from '@/lib/tasks/facts'
import { caseHolders, demandHolder, holderField, houseHolders, teamHolders } from '@/lib/tasks/people'
import { namesNoCase } from '@/lib/tasks/words'
import { tellGiven } from '@/lib/tasks/write'

const target = { taskId: uuid(), version: version() }
type Change = { where: { id: string; version: number; status: 'open' }; data: object }
type Save = (change: Change) => Promise<{ count: number }>

const change = async (
  row: Task | CaseTask,
  seen: number,
  save: Save,
  data: object,
): Promise<{ taskId: string }> => {
  if (row.status !== 'open') throw conflict('wrongState')
  const { count } = await save({
    where: { id: row.id, version: seen, status: 'open' },
    data: { ...data, version: { increment: 1 } },
  })
  if (count !== 1) throw conflict('stale')
  return { taskId: row.id }
}

const savedIn = ({ tx }: Context): { task: Save; caseTask: Save } => ({
  task: (c) => tx.task.updateMany(c),
  caseTask: (c) => tx.caseTask.updateMany(c),
})

const ended = (ctx: Context, status: 'done' | 'cancelled', endNote: string | null) => ({
  status,
  endNote,
  endedById: ctx.actor.userId,
  endedAt: ctx.now,
})

/** Who gave it hears that it is done. */
const tellDone = (ctx: Context, row: Task | CaseTask): Promise<void> =>
  tell(ctx, [{ userId: row.createdById, institutionId: row.createdInstitutionId }], {
    kind: 'task.done',
    teamId: row.teamId,
    ...('caseId' in row ? { caseId: row.caseId } : {}),
  })

const doneInput = z.strictObject({ ...target, note: optional(prose(1000)) })
const cancelInput = z.strictObject({ ...target, note: prose(1000) })
/** How a task of the team ended is read by everybody who sits in it. */
const teamDoneInput = z.strictObject({ ...target, note: optional(namesNoCase(prose(1000))) })
const teamCancelInput = z.strictObject({ ...target, note: namesNoCase(prose(1000)) })

export const finishTask = defineCommand({
  name: 'task.finish',
  input: teamDoneInput,
  subject: taskFacts,
  run: async (ctx, { version: seen, note }, { row }) => {
    await tellDone(ctx, row)
    return change(row, seen, savedIn(ctx).task, ended(ctx, 'done', note))
  },
  audit: (_r, _i, facts: TaskFacts) => ofTask(facts),
})

export const finishCaseTask = defineCommand({
  name: 'caseTask.finish',
  input: doneInput,
  subject: caseTaskFacts,
  run: async (ctx, { version: seen, note }, { row }) => {
    await tellDone(ctx, row)
    return change(row, seen, savedIn(ctx).caseTask, ended(ctx, 'done', note))
  },
  audit: (_r, _i, facts: CaseTaskFacts) => ofCaseTask(facts),
})

/** It need not be done any more, and why. */
export const cancelTask = defineCommand({
  name: 'task.cancel',
  input: teamCancelInput,
  subject: taskFacts,
  run: (ctx, { version: seen, note }, { row }) =>
    change(row, seen, savedIn(ctx).task, ended(ctx, 'cancelled', note)),
  audit: (_r, _i, facts: TaskFacts) => ofTask(facts),
})

export const cancelCaseTask = defineCommand({
  name: 'caseTask.cancel',
  input: cancelInput,
  subject: caseTaskFacts,
  run: (ctx, { version: seen, note }, { row }) =>
    change(row, seen, savedIn(ctx).caseTask, ended(ctx, 'cancelled', note)),
  audit: (_r, _i, facts: CaseTaskFacts) => ofCaseTask(facts),
})

const giveOnInput = z.strictObject({ ...target, to: holderField(), ...dueFields })

/** A new term begins a new round of telling when it is late. */
const givenOn = (ctx: Context, { to, ...due }: Omit<z.output<typeof giveOnInput>, 'taskId' | 'version'>) => ({
  toUserId: to.userId,
  toInstitutionId: to.institutionId,
  dueOn: toDbDate(dueDay(ctx.today, due)),
  coordinatorToldOn: null,
  leaderToldOn: null,
})

/** Given to somebody else, with a new term. */
export const reassignTask = defineCommand({
  name: 'task.reassign',
  input: giveOnInput,
  subject: taskFacts,
  run: async (ctx, { taskId: _t, version: seen, ...given }, { row }) => {
    demandHolder(row.teamId ? await teamHolders(ctx, row.teamId) : await houseHolders(ctx), given.to)
    const result = await change(row, seen, savedIn(ctx).task, givenOn(ctx, given))
    await tellGiven(ctx, given.to, { teamId: row.teamId })
    return result
  },
  audit: (_r, _i, facts: TaskFacts) => ofTask(facts),
})

export const reassignCaseTask = defineCommand({
  name: 'caseTask.reassign',
  input: giveOnInput,
  subject: caseTaskFacts,
  run: async (ctx, { taskId: _t, version: seen, ...given }, { row }) => {
    const { caseId, teamId, category, ownerInstitutionId } = row
    demandHolder(await caseHolders(ctx, caseId), given.to)
    const [opened] = await ctx.tx.$queryRaw<{ open: boolean }[]>`
      select ${given.to.institutionId}::uuid = ${ownerInstitutionId}::uuid
        or app.granted(${given.to.institutionId}::uuid, ${caseId}::uuid, null, ${category}::data_category) as open`
    if (!opened?.open) throw invalid({ to: 'taskNotOpened' })
    const result = await change(row, seen, savedIn(ctx).caseTask, givenOn(ctx, given))
    await tellGiven(ctx, given.to, { teamId, caseId })
    return result
  },
  audit: (_r, _i, facts: CaseTaskFacts) => ofCaseTask(facts),
})
