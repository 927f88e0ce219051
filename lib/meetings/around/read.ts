import { z } from 'zod'
import { bySubject, isOpen, ofCase } from '@/lib/cases'
import { keptApart } from '@/lib/families'
import { aboutCaseMeeting, type CaseMeetingFacts, caseMeetingFacts } from '@/lib/meetings/around/facts'
import { participantsOf } from '@/lib/meetings/around/steps'
import { wholeAround } from '@/lib/meetings/around/whole'
import { earliestDay, nextBy } from '@/lib/meetings/notice'
import type { MeetingRow } from '@/lib/meetings/read'
import { type MeetingStatus, stepFrom, tookPlace } from '@/lib/meetings/state'
import { fromDbDate } from '@/lib/platform/clock'
import { uuid } from '@/lib/platform/input'
import { may } from '@/lib/policy/decide'
import { type Context, defineQuery } from '@/lib/policy/usecase'
import { caseHolders } from '@/lib/tasks'
import { termFor } from '@/lib/variants'

/** Meetings around a case, the newest first, and by when the next one should be. */
export const listCaseMeetings = defineQuery({
  name: 'caseMeeting.list',
  input: z.strictObject({ caseId: uuid() }),
  subject: bySubject,
  run: async (ctx, { caseId }, facts) => {
    const rows = await ctx.tx.caseMeeting.findMany({
      where: { caseId },
      orderBy: [{ heldOn: 'desc' }, { id: 'asc' }],
      take: 100,
    })
    const last = rows.find((r) => tookPlace.includes(r.status as MeetingStatus))
    const mayPlan = isOpen(facts.status) && may(ctx.actor, 'caseMeeting.plan', facts)
    const houses = mayPlan ? await participantsOf(ctx, caseId) : []
    const institutions = await ctx.tx.institution.findMany({
      where: { id: { in: houses.filter((id) => id !== facts.ownerInstitutionId) } },
      select: { id: true, name: true },
      orderBy: { name: 'asc' },
    })
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
      lastOn: last ? fromDbDate(last.heldOn) : null,
      nextBy:
        last && isOpen(facts.status)
          ? nextBy(fromDbDate(last.heldOn), await termFor(ctx, facts, 'caseMeetingRhythm'))
          : null,
      earliest: earliestDay(ctx.today, await termFor(ctx, facts, 'meetingNotice')),
      institutions: institutions.map(({ id, name }) => ({ value: id, label: name })),
      mayPlan,
      /** Told to who holds the mark `nk`: inviting the family would bring persons together who must not meet. */
      keptApart: mayPlan && (await keptApart(ctx, caseId)),
      today: ctx.today,
    }
  },
  audit: (_r, _i, facts) => ofCase(facts),
})
export type CaseMeetingList = Awaited<ReturnType<typeof listCaseMeetings.execute>>

const actions = [
  'mend',
  'call',
  'cancel',
  'decide',
  'hold',
  'writeMinutes',
  'sendMinutes',
  'remark',
  'answerRemark',
  'approve',
  'annex',
] as const

const mayDo = (ctx: Context, facts: CaseMeetingFacts): Record<(typeof actions)[number], boolean> =>
  Object.fromEntries(
    actions.map((action) => [
      action,
      stepFrom(facts.row.status as MeetingStatus, action) !== null &&
        may(ctx.actor, `caseMeeting.${action}`, facts),
    ]),
  ) as Record<(typeof actions)[number], boolean>

/** A meeting around a case whole. */
export const readCaseMeeting = defineQuery({
  name: 'caseMeeting.read',
  input: z.strictObject({ meetingId: uuid() }),
  subject: caseMeetingFacts,
  run: async (ctx, _input, facts) => {
    const can = mayDo(ctx, facts)
    const { status, withFamily } = facts.row
    const ahead = status === 'planned' || status === 'called'
    return {
      ...(await wholeAround(ctx, facts)),
      can,
      /** Told to who holds the mark `nk`: persons who must not meet are invited together. */
      keptApart: ahead && withFamily && (await keptApart(ctx, facts.caseId)),
      mayLine: may(ctx.actor, 'line.create', facts),
      holders: can.decide ? await caseHolders(ctx, facts.caseId) : [],
      earliest: earliestDay(ctx.today, await termFor(ctx, facts, 'meetingNotice')),
      today: ctx.today,
    }
  },
  audit: aboutCaseMeeting,
})
export type CaseMeetingView = Awaited<ReturnType<typeof readCaseMeeting.execute>>
