import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { bySubject, type CaseFacts, isOpen, ofCase } from '@/lib/cases'
import type { IsoDate } from '@/lib/format/dates'
import { tell } from '@/lib/notifications'
import { toDbDate } from '@/lib/platform/clock'
import { conflict, invalid } from '@/lib/platform/errors'
import { DataCategory } from '@/lib/platform/generated/prisma/enums'
import { optional, uuid } from '@/lib/platform/input'
import { hasRole } from '@/lib/policy/actor'
import { anySubject, type Context, defineCommand } from '@/lib/policy/usecase'
import { dueDay, dueFields } from '@/lib/tasks/due'
import {
  caseHolders,
  demandHolder,
  type Holder,
  holderField,
  houseHolders,
  teamHolders,
} from '@/lib/tasks/people'
import { teamWords, words } from '@/lib/tasks/words'
import { teamFacts } from '@/lib/teams'

type NewTask = Holder & {
  readonly title: string
  readonly note: string | null
  readonly dueOn: IsoDate
}

/** Who is told: the named person, else everybody who decides for the institution. */
const hearers = async ({ tx }: Context, { userId, institutionId }: Holder) => {
  const rows = await tx.$queryRaw<{ userId: string | null }[]>`
    select h as "userId" from app.line_hearers(${institutionId}::uuid, ${userId}::uuid) h`
  return rows.flatMap((r) => (r.userId ? [{ userId: r.userId, institutionId }] : []))
}

/** Tells that a task was given; a kind and where it is, never its words. */
export const tellGiven = async (
  ctx: Context,
  holder: Holder,
  about: { teamId: string | null; caseId?: string },
): Promise<void> => tell(ctx, await hearers(ctx, holder), { kind: 'task.given', ...about })

const columns = (ctx: Context, id: string, { userId, institutionId, title, note, dueOn }: NewTask) => ({
  id,
  title,
  note,
  dueOn: toDbDate(dueOn),
  toUserId: userId,
  toInstitutionId: institutionId,
  createdById: ctx.actor.userId,
  createdInstitutionId: ctx.actor.institutionId,
})

/** A task about a team, or about nothing. Gives its id. */
export const giveTask = async (ctx: Context, teamId: string | null, task: NewTask): Promise<string> => {
  const id = randomUUID()
  await ctx.tx.task.createMany({ data: [{ ...columns(ctx, id, task), teamId }] })
  await tellGiven(ctx, task, { teamId })
  return id
}

/** A task about a case, only to whom the family opened its category. Gives its id. */
export const giveCaseTask = async (
  ctx: Context,
  facts: CaseFacts,
  category: DataCategory,
  task: NewTask,
): Promise<string> => {
  const { caseId, teamId, ownerInstitutionId } = facts
  const [row] = await ctx.tx.$queryRaw<{ open: boolean }[]>`
    select ${task.institutionId}::uuid = ${ownerInstitutionId}::uuid
      or app.granted(${task.institutionId}::uuid, ${caseId}::uuid, null, ${category}::data_category) as open`
  if (!row?.open) throw invalid({ to: 'taskNotOpened' })
  const id = randomUUID()
  await ctx.tx.caseTask.createMany({
    data: [{ ...columns(ctx, id, task), caseId, teamId, ownerInstitutionId, category }],
  })
  await tellGiven(ctx, task, { teamId, caseId })
  return id
}

/** A task of the team, to one of its people or parties. */
export const addTask = defineCommand({
  name: 'task.add',
  input: z.strictObject({ teamId: uuid(), to: holderField(), ...teamWords, ...dueFields }),
  subject: (ctx, { teamId }) => teamFacts(ctx, teamId),
  run: async (ctx, { teamId, to, title, note, ...due }) => {
    demandHolder(await teamHolders(ctx, teamId), to)
    return {
      taskId: await giveTask(ctx, teamId, { ...to, title, note, dueOn: dueDay(ctx.today, due) }),
      teamId,
    }
  },
  audit: ({ taskId, teamId }) => ({ subjectKind: 'task', subjectIds: [taskId], teamId }),
})

/** A task about nothing else: for oneself; who heads the house gives it to its people. */
export const addOwnTask = defineCommand({
  name: 'task.addOwn',
  input: z.strictObject({ to: optional(holderField()), ...words, ...dueFields }),
  subject: anySubject,
  run: async (ctx, { to, title, note, ...due }) => {
    const { actor, today } = ctx
    const self = { userId: actor.userId, institutionId: actor.institutionId }
    const holder = to ?? self
    if (holder.userId !== self.userId && !headsHouse(ctx)) throw invalid({ to: 'choose' })
    if (to) demandHolder(await houseHolders(ctx), to)
    return { taskId: await giveTask(ctx, null, { ...holder, title, note, dueOn: dueDay(today, due) }) }
  },
  audit: ({ taskId }) => ({ subjectKind: 'task', subjectIds: [taskId] }),
})

/** Who gives work to the people of the own house. */
export const headsHouse = ({ actor }: Context): boolean =>
  hasRole(actor, 'decydent', 'lider_gminny', 'lider_powiatowy', 'koordynator_zespolu', 'rops_koordynator')

/** A task of a case, under the category that its words belong to. */
export const addCaseTask = defineCommand({
  name: 'caseTask.add',
  input: z.strictObject({
    caseId: uuid(),
    category: z.enum(DataCategory, { error: 'choose' }),
    to: holderField(),
    ...words,
    ...dueFields,
  }),
  subject: bySubject,
  run: async (ctx, { caseId, category, to, title, note, ...due }, facts) => {
    if (!isOpen(facts.status)) throw conflict('wrongState')
    demandHolder(await caseHolders(ctx, caseId), to)
    const task = { ...to, title, note, dueOn: dueDay(ctx.today, due) }
    return { taskId: await giveCaseTask(ctx, facts, category, task), caseId }
  },
  audit: ({ taskId }, _i, facts) => ({ ...ofCase(facts), subjectKind: 'task', subjectIds: [taskId] }),
})
