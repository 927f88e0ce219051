import { z } from 'zod'
import { addCalendarDays } from '@/lib/calendar'
import { isOpen } from '@/lib/cases'
import type { IsoDate } from '@/lib/format/dates'
import { aboutMeeting, demandStage, type MeetingFacts, meetingFacts } from '@/lib/meetings/facts'
import { teamLine } from '@/lib/meetings/words'
import { agendaTitles } from '@/lib/messages/pl/meetings'
import { fromDbDate, fromDbDateOrNull, toDbDate } from '@/lib/platform/clock'
import { notFound } from '@/lib/platform/errors'
import type { Team } from '@/lib/platform/generated/prisma/client'
import { CaseStatus } from '@/lib/platform/generated/prisma/enums'
import { many, optional, uuid } from '@/lib/platform/input'
import { type Context, defineCommand } from '@/lib/policy/usecase'
import { expiringDays } from '@/lib/teams'

export type CaseReason = 'referral' | 'late' | 'review' | 'answers' | 'other'

/** What waits and could be talked about: a matter of the team, or a case that this reader sees, by its number. */
export type Proposal =
  | { readonly key: string; readonly kind: 'team'; readonly title: string }
  | {
      readonly key: string
      readonly kind: 'case'
      readonly caseId: string
      readonly number: string
      readonly reason: CaseReason
    }

const openStages = Object.values(CaseStatus).filter(isOpen)
const entering: readonly CaseStatus[] = ['submitted', 'screening']

/** Cases of the team that row-level security shows to this person, with what waits in them on the day. */
const waitingCases = async ({ tx, today }: Context, teamId: string, day: IsoDate) => {
  const rows = await tx.familyCase.findMany({
    where: { teamId, status: { in: openStages } },
    select: { id: true, number: true, status: true, dueOn: true },
    orderBy: { number: 'asc' },
  })
  const ids = { in: rows.map((r) => r.id) }
  const lines = await tx.basketLine.findMany({
    where: { caseId: ids, status: 'proposed', answerDueOn: { lt: toDbDate(today) } },
    select: { caseId: true },
  })
  const looks = await tx.monitoringCard.findMany({
    where: { caseId: ids, nextOn: { lte: toDbDate(day) } },
    select: { caseId: true, heldOn: true, nextOn: true },
  })
  const later = await tx.monitoringCard.groupBy({
    by: ['caseId'],
    where: { caseId: ids },
    _max: { heldOn: true },
  })
  const last = new Map(later.map((l) => [l.caseId, Number(l._max.heldOn)]))
  const due = new Set(looks.filter((l) => Number(l.heldOn) === last.get(l.caseId)).map((l) => l.caseId))
  const unanswered = new Set(lines.map((l) => l.caseId))
  const reasonOf = (row: (typeof rows)[number]): CaseReason | null => {
    const dueOn = fromDbDateOrNull(row.dueOn)
    if (entering.includes(row.status)) return 'referral'
    if (dueOn !== null && dueOn < today) return 'late'
    if (unanswered.has(row.id)) return 'answers'
    return due.has(row.id) ? 'review' : null
  }
  return {
    cases: rows.flatMap((row) => {
      const reason = reasonOf(row)
      return reason ? [{ id: row.id, number: row.number, reason }] : []
    }),
    unanswered: lines.length,
    referrals: rows.filter((r) => entering.includes(r.status)).length,
  }
}

/** The agenda that builds itself: counts of what waits for the whole team, then case by case where the reader sees it. */
export const proposalsFor = async (ctx: Context, team: Team, day: IsoDate): Promise<Proposal[]> => {
  const waiting = await waitingCases(ctx, team.id, day)
  const late = await ctx.tx.task.count({
    where: { teamId: team.id, status: 'open', dueOn: { lt: toDbDate(ctx.today) } },
  })
  const until = fromDbDateOrNull(team.agreementTo)
  const expiring = until !== null && until <= addCalendarDays(ctx.today, expiringDays)
  const matters: readonly (readonly [key: string, title: string | null])[] = [
    ['answers', waiting.unanswered > 0 ? agendaTitles.answers(waiting.unanswered) : null],
    ['referrals', waiting.referrals > 0 ? agendaTitles.referrals(waiting.referrals) : null],
    ['tasks', late > 0 ? agendaTitles.tasks(late) : null],
    ['agreement', expiring ? agendaTitles.agreement(until) : null],
    ['earlier', agendaTitles.earlier],
    ['other', agendaTitles.other],
  ]
  return [
    ...matters.flatMap(([key, title]): Proposal[] => (title ? [{ key, kind: 'team', title }] : [])),
    ...waiting.cases.map(
      ({ id, number, reason }): Proposal => ({ key: id, kind: 'case', caseId: id, number, reason }),
    ),
  ]
}

type Placed = { readonly id: string; readonly position: number; readonly table: 'team' | 'case' }

/** All items that the reader sees, in their order. */
export const itemsOf = async ({ tx }: Context, meetingId: string): Promise<Placed[]> => {
  const where = { meetingId, droppedAt: null }
  const team = await tx.meetingItem.findMany({ where, select: { id: true, position: true } })
  const ofCase = await tx.meetingCaseItem.findMany({ where, select: { id: true, position: true } })
  return [
    ...team.map((i) => ({ ...i, table: 'team' as const })),
    ...ofCase.map((i) => ({ ...i, table: 'case' as const })),
  ].sort((a, b) => a.position - b.position || a.id.localeCompare(b.id))
}

const addChosen = async (
  ctx: Context,
  { row }: MeetingFacts,
  chosen: readonly Proposal[],
  titles: readonly string[],
): Promise<void> => {
  const at = { meetingId: row.id, teamId: row.teamId }
  const from = ((await itemsOf(ctx, row.id)).at(-1)?.position ?? 0) + 1
  const matters = [...titles, ...chosen.flatMap((p) => (p.kind === 'team' ? [p.title] : []))]
  await ctx.tx.meetingItem.createMany({
    data: matters.map((title, i) => ({ ...at, title, position: from + i })),
  })
  await ctx.tx.meetingCaseItem.createMany({
    data: chosen
      .flatMap((p) => (p.kind === 'case' ? [p] : []))
      .map(({ caseId, reason }, i) => ({ ...at, caseId, reason, position: from + matters.length + i })),
  })
}

/** Takes what was ticked of the proposals, and one item typed by hand. */
export const addToAgenda = defineCommand({
  name: 'meeting.agenda',
  input: z.strictObject({
    meetingId: uuid(),
    title: optional(teamLine(200)),
    chosen: many(z.string().max(40)),
  }),
  subject: meetingFacts,
  run: async (ctx, { title, chosen }, facts) => {
    demandStage(facts.row.status, 'agenda')
    const offered = await proposalsFor(ctx, facts.team, fromDbDate(facts.row.heldOn))
    await addChosen(
      ctx,
      facts,
      offered.filter((p) => chosen.includes(p.key)),
      title ? [title] : [],
    )
    return { meetingId: facts.row.id }
  },
  audit: aboutMeeting,
})

/** One place up or down, or out of the agenda. */
export const arrangeAgenda = defineCommand({
  name: 'meeting.arrange',
  input: z.strictObject({
    meetingId: uuid(),
    itemId: uuid(),
    move: z.enum(['up', 'down', 'drop'], { error: 'choose' }),
  }),
  subject: meetingFacts,
  run: async (ctx, { itemId, move }, facts) => {
    demandStage(facts.row.status, 'agenda')
    const items = await itemsOf(ctx, facts.row.id)
    const place = items.findIndex((i) => i.id === itemId)
    if (place < 0) throw notFound()
    const order = items.map((i) => i)
    const [item] = order.splice(place, 1)
    if (!item) throw notFound()
    if (move === 'drop') await setItem(ctx, item, { droppedAt: ctx.now })
    else order.splice(Math.max(0, place + (move === 'up' ? -1 : 1)), 0, item)
    for (const [i, one] of order.entries())
      if (one.position !== i + 1) await setItem(ctx, one, { position: i + 1 })
    return { meetingId: facts.row.id }
  },
  audit: aboutMeeting,
})

/** Whoever arranges and may not change an item of a case leaves that one where it is. */
const setItem = ({ tx }: Context, { id, table }: Placed, data: object) =>
  table === 'team'
    ? tx.meetingItem.updateMany({ where: { id }, data })
    : tx.meetingCaseItem.updateMany({ where: { id }, data })
