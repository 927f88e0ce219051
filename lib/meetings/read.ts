import { z } from 'zod'
import { caseFacts, ofCase } from '@/lib/cases'
import type { IsoDate } from '@/lib/format/dates'
import { proposalsFor } from '@/lib/meetings/agenda'
import { type MeetingFacts, meetingFacts, ofMeeting } from '@/lib/meetings/facts'
import { earliestDay, lastHeldOn, nextBy } from '@/lib/meetings/notice'
import { type MeetingAction, type MeetingStatus, stepFrom } from '@/lib/meetings/state'
import { wholeOf } from '@/lib/meetings/whole'
import { fromDbDate } from '@/lib/platform/clock'
import { notFound } from '@/lib/platform/errors'
import { uuid } from '@/lib/platform/input'
import { may } from '@/lib/policy/decide'
import { type Context, defineQuery } from '@/lib/policy/usecase'
import { caseHolders, teamHolders } from '@/lib/tasks'
import { teamFacts } from '@/lib/teams'
import { termFor } from '@/lib/variants'

export type MeetingRow = {
  readonly id: string
  readonly status: MeetingStatus
  readonly heldOn: IsoDate
  readonly startsAt: string
  readonly place: string | null
}

/** Meetings of a team, the newest first, and by when the next one should be. */
export const listMeetings = defineQuery({
  name: 'meeting.list',
  input: z.strictObject({ teamId: uuid() }),
  subject: (ctx, { teamId }) => teamFacts(ctx, teamId),
  run: async (ctx, { teamId }, facts) => {
    const rows = await ctx.tx.teamMeeting.findMany({
      where: { teamId },
      orderBy: [{ heldOn: 'desc' }, { id: 'asc' }],
      take: 100,
    })
    const last = (await lastHeldOn(ctx, [teamId])).get(teamId) ?? null
    const since = last ?? (facts.team.activatedOn ? fromDbDate(facts.team.activatedOn) : null)
    return {
      rows: rows.map(
        (r): MeetingRow => ({
          id: r.id,
          status: r.status as MeetingStatus,
          heldOn: fromDbDate(r.heldOn),
          startsAt: r.startsAt,
          place: r.place ?? r.link,
        }),
      ),
      lastOn: last,
      nextBy: since && nextBy(since, await termFor(ctx, { teamId }, 'meetingRhythm')),
      earliest: earliestDay(ctx.today, await termFor(ctx, { teamId }, 'meetingNotice')),
      quorumShare: rows[0]?.quorumShare ?? 50,
      mayPlan:
        (facts.team.status === 'active' || facts.team.status === 'suspended') &&
        may(ctx.actor, 'meeting.plan', facts),
      today: ctx.today,
    }
  },
  audit: 'notPersonal',
})
export type MeetingList = Awaited<ReturnType<typeof listMeetings.execute>>

const actions = [
  'mend',
  'agenda',
  'call',
  'cancel',
  'attend',
  'decide',
  'hold',
  'writeMinutes',
  'sendMinutes',
  'remark',
  'answerRemark',
  'approve',
  'annex',
] as const satisfies readonly MeetingAction[]

/** The buttons: in this stage, by the same policy that the commands obey. */
const mayDo = (ctx: Context, facts: MeetingFacts): Record<MeetingAction, boolean> =>
  Object.fromEntries(
    actions.map((action) => [
      action,
      stepFrom(facts.row.status as MeetingStatus, action) !== null &&
        may(ctx.actor, `meeting.${action}`, facts),
    ]),
  ) as Record<MeetingAction, boolean>

/** A meeting whole: agenda, who came, decisions, minutes, remarks, annexes. */
export const readMeeting = defineQuery({
  name: 'meeting.read',
  input: z.strictObject({ meetingId: uuid() }),
  subject: meetingFacts,
  run: async (ctx, _input, facts) => {
    const can = mayDo(ctx, facts)
    const whole = await wholeOf(ctx, facts)
    const listed = new Set(whole.items.map((i) => (i.kind === 'case' ? i.caseId : i.title)))
    const offered = can.agenda ? await proposalsFor(ctx, facts.team, whole.heldOn) : []
    return {
      ...whole,
      can,
      proposals: offered.filter((p) => !listed.has(p.kind === 'case' ? p.caseId : p.title)),
      holders: can.decide ? await teamHolders(ctx, whole.teamId) : [],
      earliest: earliestDay(ctx.today, await termFor(ctx, { teamId: whole.teamId }, 'meetingNotice')),
      today: ctx.today,
    }
  },
  audit: (_r, _i, facts) => ofMeeting(facts),
})
export type MeetingView = Awaited<ReturnType<typeof readMeeting.execute>>

const itemFacts = async (ctx: Context, { itemId }: { itemId: string }) => {
  const item = await ctx.tx.meetingCaseItem.findFirst({ where: { id: itemId, droppedAt: null } })
  if (!item) throw notFound()
  return { ...(await caseFacts(ctx, item.caseId)), item }
}

/** One item that names a case, opened on the screen by who may: number, stage and what waits. Each opening is logged. */
export const openItem = defineQuery({
  name: 'meeting.openItem',
  input: z.strictObject({ itemId: uuid() }),
  subject: itemFacts,
  run: async (ctx, _input, { item, caseId, number, status, dueOn, ...facts }) => {
    const asked = await ctx.tx.basketLine.count({ where: { caseId, status: 'proposed' } })
    const decisions = await ctx.tx.caseDecision.findMany({
      where: { caseId, teamMeetingId: item.meetingId },
      orderBy: { createdAt: 'asc' },
      select: { id: true, body: true },
    })
    const mayDecide = may(ctx.actor, 'meeting.decideCase', { ...facts, caseId })
    return {
      id: item.id,
      reason: item.reason,
      caseId,
      number,
      status,
      dueOn,
      asked,
      decisions,
      holders: mayDecide ? await caseHolders(ctx, caseId) : [],
      mayDecide,
    }
  },
  audit: (_r, _i, facts) => ofCase(facts),
})
export type OpenItem = Awaited<ReturnType<typeof openItem.execute>>
