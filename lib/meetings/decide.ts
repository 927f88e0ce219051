import { z } from 'zod'
import { caseFacts, isOpen, ofCase } from '@/lib/cases'
import { aboutMeeting, demandStage, meetingFacts } from '@/lib/meetings/facts'
import { teamLine } from '@/lib/meetings/words'
import { conflict, invalid, notFound } from '@/lib/platform/errors'
import { DataCategory } from '@/lib/platform/generated/prisma/enums'
import { line, optional, uuid } from '@/lib/platform/input'
import { type Context, defineCommand } from '@/lib/policy/usecase'
import {
  caseHolders,
  demandHolder,
  dueDay,
  dueFields,
  giveCaseTask,
  giveTask,
  holderField,
  teamHolders,
} from '@/lib/tasks'

/** What the team decided, typed once: it is the task of a person or a party from then on. */
export const decideAtMeeting = defineCommand({
  name: 'meeting.decide',
  input: z.strictObject({
    meetingId: uuid(),
    itemId: optional(uuid()),
    body: teamLine(200),
    to: holderField(),
    ...dueFields,
  }),
  subject: meetingFacts,
  run: async (ctx, { itemId, body, to, dueOn, days }, { row }) => {
    demandStage(row.status, 'decide')
    const meetingId = row.id
    if (itemId && (await ctx.tx.meetingItem.count({ where: { id: itemId, meetingId } })) === 0)
      throw invalid({ itemId: 'choose' })
    demandHolder(await teamHolders(ctx, row.teamId), to)
    const task = { ...to, title: body, note: null, dueOn: dueDay(ctx.today, { dueOn, days }) }
    const taskId = await giveTask(ctx, row.teamId, task)
    const by = { createdById: ctx.actor.userId }
    await ctx.tx.meetingDecision.createMany({
      data: [{ meetingId, teamId: row.teamId, itemId, body, taskId, ...by }],
    })
    return { meetingId, taskId }
  },
  audit: aboutMeeting,
})

/** The case of an item, for who sees it. */
const itemCase = async (ctx: Context, { itemId }: { itemId: string }) => {
  const item = await ctx.tx.meetingCaseItem.findFirst({ where: { id: itemId, droppedAt: null } })
  if (!item) throw notFound()
  return { ...(await caseFacts(ctx, item.caseId)), item }
}

/** The same about a case: content of that case, under one category, read by nobody else in the room's papers. */
export const decideCaseAtMeeting = defineCommand({
  name: 'meeting.decideCase',
  input: z.strictObject({
    itemId: uuid(),
    body: line(200),
    category: z.enum(DataCategory, { error: 'choose' }),
    to: holderField(),
    ...dueFields,
  }),
  subject: itemCase,
  run: async (ctx, { body, category, to, dueOn, days }, facts) => {
    const { item, caseId, teamId, ownerInstitutionId, status } = facts
    const meeting = await ctx.tx.teamMeeting.findUnique({ where: { id: item.meetingId } })
    if (!meeting) throw notFound()
    demandStage(meeting.status, 'decide')
    if (!isOpen(status)) throw conflict('wrongState')
    demandHolder(await caseHolders(ctx, caseId), to)
    const task = { ...to, title: body, note: null, dueOn: dueDay(ctx.today, { dueOn, days }) }
    const taskId = await giveCaseTask(ctx, facts, category, task)
    const of = { caseId, teamId, ownerInstitutionId, category }
    await ctx.tx.caseDecision.createMany({
      data: [
        {
          ...of,
          teamMeetingId: meeting.id,
          body,
          becomes: 'task',
          taskId,
          createdById: ctx.actor.userId,
        },
      ],
    })
    return { meetingId: meeting.id, itemId: item.id, taskId }
  },
  audit: ({ taskId }, _i, facts) => ({ ...ofCase(facts), subjectKind: 'task', subjectIds: [taskId] }),
})
