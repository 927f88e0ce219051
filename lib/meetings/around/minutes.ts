import { createHash } from 'node:crypto'
import { z } from 'zod'
import { deadline } from '@/lib/calendar'
import {
  aboutCaseMeeting,
  type CaseMeetingFacts,
  caseMeetingFacts,
  moveCaseMeeting,
  partOf,
  tellCalled,
} from '@/lib/meetings/around/facts'
import { wholeAround } from '@/lib/meetings/around/whole'
import { demandStage } from '@/lib/meetings/facts'
import { caseMinutesText } from '@/lib/messages/pl/case-minutes'
import { toDbDate } from '@/lib/platform/clock'
import { conflict, notFound } from '@/lib/platform/errors'
import { optional, prose, uuid, version } from '@/lib/platform/input'
import { type Context, defineCommand } from '@/lib/policy/usecase'
import { termFor } from '@/lib/variants'

const target = { meetingId: uuid(), version: version() }

/** What was said; the summary is for institutions that are not shown the words. */
export const writeCaseMinutes = defineCommand({
  name: 'caseMeeting.writeMinutes',
  input: z.strictObject({ ...target, body: prose(20_000), summary: optional(prose(500)) }),
  subject: caseMeetingFacts,
  run: async (ctx, { version: seen, body, summary }, facts) => {
    const { tx } = ctx
    const meetingId = facts.row.id
    const result = await moveCaseMeeting(ctx, facts, seen, 'writeMinutes', { summary })
    const { count } = await tx.caseMeetingMinutes.updateMany({
      where: { meetingId },
      data: { body, version: { increment: 1 } },
    })
    if (count === 0) await tx.caseMeetingMinutes.createMany({ data: [{ ...partOf(facts), body }] })
    return result
  },
  audit: aboutCaseMeeting,
})

export const sendCaseMinutes = defineCommand({
  name: 'caseMeeting.sendMinutes',
  input: z.strictObject(target),
  subject: caseMeetingFacts,
  run: async (ctx, { version: seen }, facts) => {
    const { row } = facts
    demandStage(row.status, 'sendMinutes')
    const until = deadline(ctx.today, await termFor(ctx, row, 'minutesRemarks'))
    const { count } = await ctx.tx.caseMeetingMinutes.updateMany({
      where: { meetingId: row.id },
      data: { sentAt: ctx.now, remarksUntil: toDbDate(until) },
    })
    if (count !== 1) throw conflict('meeting.noMinutes')
    await tellCalled(ctx, row.id, 'minutes')
    return moveCaseMeeting(ctx, facts, seen, 'sendMinutes', {})
  },
  audit: aboutCaseMeeting,
})

const entry = ({ actor }: Context, facts: CaseMeetingFacts, kind: 'remark' | 'annex', body: string) => ({
  ...partOf(facts),
  kind,
  body,
  authorId: actor.userId,
  institutionId: actor.institutionId,
})
const pointer = ({ row }: CaseMeetingFacts) => ({ meetingId: row.id, caseId: row.caseId })

export const remarkOnCaseMinutes = defineCommand({
  name: 'caseMeeting.remark',
  input: z.strictObject({ meetingId: uuid(), body: prose(2000) }),
  subject: caseMeetingFacts,
  run: async (ctx, { body }, facts) => {
    demandStage(facts.row.status, 'remark')
    await ctx.tx.caseMeetingEntry.createMany({ data: [entry(ctx, facts, 'remark', body)] })
    return pointer(facts)
  },
  audit: aboutCaseMeeting,
})

export const answerCaseRemark = defineCommand({
  name: 'caseMeeting.answerRemark',
  input: z.strictObject({ meetingId: uuid(), entryId: uuid(), answer: prose(2000) }),
  subject: caseMeetingFacts,
  run: async ({ tx, actor, now }, { entryId, answer }, facts) => {
    demandStage(facts.row.status, 'answerRemark')
    const { count } = await tx.caseMeetingEntry.updateMany({
      where: { id: entryId, meetingId: facts.row.id, kind: 'remark', answeredAt: null },
      data: { answer, answeredById: actor.userId, answeredAt: now },
    })
    if (count !== 1) throw notFound()
    return pointer(facts)
  },
  audit: aboutCaseMeeting,
})

/** Approved and locked, word for word. */
export const approveCaseMinutes = defineCommand({
  name: 'caseMeeting.approve',
  input: z.strictObject(target),
  subject: caseMeetingFacts,
  run: async (ctx, { version: seen }, facts) => {
    const { tx, actor, now } = ctx
    const meetingId = facts.row.id
    demandStage(facts.row.status, 'approve')
    const open = await tx.caseMeetingEntry.count({
      where: { meetingId, kind: 'remark', answeredAt: null },
    })
    if (open > 0) throw conflict('meeting.remarksOpen', { count: open })
    const content = caseMinutesText(await wholeAround(ctx, facts))
    const contentHash = createHash('sha256').update(content).digest('hex')
    const result = await moveCaseMeeting(ctx, facts, seen, 'approve', {})
    const { count } = await tx.caseMeetingMinutes.updateMany({
      where: { meetingId },
      data: { approvedAt: now, approvedById: actor.userId, content, contentHash },
    })
    if (count !== 1) throw conflict('meeting.noMinutes')
    await tellCalled(ctx, meetingId, 'approved')
    return result
  },
  audit: aboutCaseMeeting,
})

export const addCaseAnnex = defineCommand({
  name: 'caseMeeting.annex',
  input: z.strictObject({ meetingId: uuid(), body: prose(4000) }),
  subject: caseMeetingFacts,
  run: async (ctx, { body }, facts) => {
    demandStage(facts.row.status, 'annex')
    await ctx.tx.caseMeetingEntry.createMany({ data: [entry(ctx, facts, 'annex', body)] })
    await tellCalled(ctx, facts.row.id, 'annex')
    return pointer(facts)
  },
  audit: aboutCaseMeeting,
})
