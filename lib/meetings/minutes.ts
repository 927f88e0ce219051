import { createHash } from 'node:crypto'
import { z } from 'zod'
import { deadline } from '@/lib/calendar'
import { aboutMeeting, demandStage, type MeetingFacts, meetingFacts, moveMeeting } from '@/lib/meetings/facts'
import { wholeOf } from '@/lib/meetings/whole'
import { teamProse } from '@/lib/meetings/words'
import { minutesText } from '@/lib/messages/pl/minutes'
import { toDbDate } from '@/lib/platform/clock'
import { conflict, notFound } from '@/lib/platform/errors'
import { uuid, version } from '@/lib/platform/input'
import { type Context, defineCommand } from '@/lib/policy/usecase'
import { termFor } from '@/lib/variants'

const target = { meetingId: uuid(), version: version() }
const longest = 20_000

const tellAll = ({ tx }: Context, meetingId: string, kind: string) =>
  tx.$executeRaw`select app.tell_meeting(${meetingId}::uuid, ${kind}, null, null)`

/** What was said, beside what the product writes by itself: attendance, agenda and decisions. */
export const writeMinutes = defineCommand({
  name: 'meeting.writeMinutes',
  input: z.strictObject({ meetingId: uuid(), minutesVersion: version(), body: teamProse(longest) }),
  subject: meetingFacts,
  run: async ({ tx }, { minutesVersion, body }, { row }) => {
    demandStage(row.status, 'writeMinutes')
    const at = { meetingId: row.id, teamId: row.teamId }
    const known = await tx.meetingMinutes.count({ where: { meetingId: row.id } })
    if (known === 0) await tx.meetingMinutes.createMany({ data: [{ ...at, body }] })
    else {
      const { count } = await tx.meetingMinutes.updateMany({
        where: { meetingId: row.id, version: minutesVersion },
        data: { body, version: { increment: 1 } },
      })
      if (count !== 1) throw conflict('stale')
    }
    return { meetingId: row.id }
  },
  audit: aboutMeeting,
})

/** The draft goes to everybody for remarks. */
export const sendMinutes = defineCommand({
  name: 'meeting.sendMinutes',
  input: z.strictObject(target),
  subject: meetingFacts,
  run: async (ctx, { version: seen }, facts) => {
    const { row } = facts
    demandStage(row.status, 'sendMinutes')
    const remarksUntil = toDbDate(
      deadline(ctx.today, await termFor(ctx, { teamId: row.teamId }, 'minutesRemarks')),
    )
    const { count } = await ctx.tx.meetingMinutes.updateMany({
      where: { meetingId: row.id },
      data: { sentAt: ctx.now, remarksUntil },
    })
    if (count !== 1) throw conflict('meeting.noMinutes')
    await tellAll(ctx, row.id, 'meeting.minutes')
    return moveMeeting(ctx, facts, seen, 'sendMinutes', {})
  },
  audit: aboutMeeting,
})

const entry = ({ actor }: Context, { row }: MeetingFacts, kind: 'remark' | 'annex', body: string) => ({
  meetingId: row.id,
  teamId: row.teamId,
  kind,
  body,
  authorId: actor.userId,
  institutionId: actor.institutionId,
})

/** What should be put right in the draft; it stays, with its author and the answer. */
export const remarkOnMinutes = defineCommand({
  name: 'meeting.remark',
  input: z.strictObject({ meetingId: uuid(), body: teamProse(2000) }),
  subject: meetingFacts,
  run: async (ctx, { body }, facts) => {
    demandStage(facts.row.status, 'remark')
    await ctx.tx.meetingEntry.createMany({ data: [entry(ctx, facts, 'remark', body)] })
    return { meetingId: facts.row.id }
  },
  audit: aboutMeeting,
})

/** Taken into the text or not, and why. */
export const answerRemark = defineCommand({
  name: 'meeting.answerRemark',
  input: z.strictObject({ meetingId: uuid(), entryId: uuid(), answer: teamProse(2000) }),
  subject: meetingFacts,
  run: async ({ tx, actor, now }, { entryId, answer }, { row }) => {
    demandStage(row.status, 'answerRemark')
    const { count } = await tx.meetingEntry.updateMany({
      where: { id: entryId, meetingId: row.id, kind: 'remark', answeredAt: null },
      data: { answer, answeredById: actor.userId, answeredAt: now },
    })
    if (count !== 1) throw notFound()
    return { meetingId: row.id }
  },
  audit: aboutMeeting,
})

/** Approved and locked, word for word: the database refuses every change from then on. */
export const approveMinutes = defineCommand({
  name: 'meeting.approve',
  input: z.strictObject(target),
  subject: meetingFacts,
  run: async (ctx, { version: seen }, facts) => {
    const { tx, actor, now } = ctx
    const meetingId = facts.row.id
    demandStage(facts.row.status, 'approve')
    const open = await tx.meetingEntry.count({ where: { meetingId, kind: 'remark', answeredAt: null } })
    if (open > 0) throw conflict('meeting.remarksOpen', { count: open })
    const content = minutesText(await wholeOf(ctx, facts))
    const contentHash = createHash('sha256').update(content).digest('hex')
    const result = await moveMeeting(ctx, facts, seen, 'approve', {})
    const { count } = await tx.meetingMinutes.updateMany({
      where: { meetingId },
      data: { approvedAt: now, approvedById: actor.userId, content, contentHash },
    })
    if (count !== 1) throw conflict('meeting.noMinutes')
    await tellAll(ctx, meetingId, 'meeting.approved')
    return result
  },
  audit: aboutMeeting,
})

/** A correction of approved minutes, beside them. */
export const addAnnex = defineCommand({
  name: 'meeting.annex',
  input: z.strictObject({ meetingId: uuid(), body: teamProse(4000) }),
  subject: meetingFacts,
  run: async (ctx, { body }, facts) => {
    demandStage(facts.row.status, 'annex')
    await ctx.tx.meetingEntry.createMany({ data: [entry(ctx, facts, 'annex', body)] })
    await tellAll(ctx, facts.row.id, 'meeting.annex')
    return { meetingId: facts.row.id }
  },
  audit: aboutMeeting,
})
