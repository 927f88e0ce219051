import { z } from 'zod'
import { isFinal, lineViews } from '@/lib/baskets'
import { weekOf, windowState } from '@/lib/calendar'
import {
  bySubject,
  type CaseFacts,
  handedOver,
  missingDocuments,
  missingFor,
  ofCase,
  reopenUntil,
  roundOf,
} from '@/lib/cases'
import type { IsoDate } from '@/lib/format/dates'
import { mayCarry } from '@/lib/plans/evaluation'
import { aroundGoals, goalsOf } from '@/lib/plans/goals-read'
import { keptUnder } from '@/lib/plans/kept-under'
import { type MoveReason, monitored } from '@/lib/plans/monitoring'
import { talkStages, talksOf } from '@/lib/plans/talk'
import { fromDbDate, fromDbDateOrNull } from '@/lib/platform/clock'
import type { EvaluationModel } from '@/lib/platform/generated/prisma/models'
import { uuid } from '@/lib/platform/input'
import { mayAll } from '@/lib/policy/decide'
import { type Context, defineQuery } from '@/lib/policy/usecase'

const audit = (_result: unknown, _input: unknown, facts: CaseFacts) => ofCase(facts)

const weekState = (planned: IsoDate, today: IsoDate) => ({
  ...weekOf(planned),
  state: windowState(planned, today),
})

const monitoringOf = async ({ tx, today }: Context, caseId: string) => {
  const cards = await tx.monitoringCard.findMany({
    where: { caseId },
    orderBy: [{ heldOn: 'desc' }, { createdAt: 'desc' }],
    include: { moves: { orderBy: { movedAt: 'asc' } } },
  })
  return cards.map((c, i) => ({
    id: c.id,
    heldOn: fromDbDate(c.heldOn),
    category: c.category,
    summary: c.summary,
    version: c.version,
    nextOn: fromDbDateOrNull(c.nextOn),
    /** The week of the next look, and where today stands to it; null: it took place, or none is planned. */
    week: i === 0 && c.nextOn ? weekState(fromDbDate(c.nextOn), today) : null,
    moves: c.moves.map((move) => ({
      id: move.id,
      from: weekOf(fromDbDate(move.fromOn)),
      to: weekOf(fromDbDate(move.toOn)),
      reason: move.reasonKey as MoveReason,
    })),
  }))
}

const results = z.object({
  goals: z.record(z.string(), z.string().nullable()).default({}),
  lines: z.record(z.string(), z.string().nullable()).default({}),
})

const cardOf = (row: EvaluationModel) => ({
  id: row.id,
  round: row.round,
  heldOn: fromDbDate(row.heldOn),
  outcomeKey: row.outcomeKey,
  category: row.category,
  summary: row.summary,
  familyVoice: row.familyVoice,
  results: results.parse(row.results),
  version: row.version,
})
export type EvaluationCard = ReturnType<typeof cardOf>

/** The card of this round of work, and those of the rounds before, newest first. */
const cardsOf = async (ctx: Context, caseId: string) => {
  const rows = await ctx.tx.evaluation.findMany({ where: { caseId }, orderBy: { round: 'desc' } })
  const round = await roundOf(ctx, caseId)
  const cards = rows.map(cardOf)
  return {
    evaluation: cards.find((c) => c.round === round) ?? null,
    earlier: cards.filter((c) => c.round < round),
  }
}

const reopening = (facts: CaseFacts, today: IsoDate): IsoDate | null => {
  if (facts.status !== 'closed' || !facts.closedOn || !facts.planInForceOn) return null
  const until = reopenUntil(facts.closedOn)
  return today <= until ? until : null
}

/** Monitoring, evaluation and the ways out of a case. */
export const readEnding = defineQuery({
  name: 'evaluation.read',
  input: z.strictObject({ caseId: uuid() }),
  subject: bySubject,
  run: async (ctx, _input, facts) => {
    const rows = await ctx.tx.basketLine.findMany({
      where: { caseId: facts.caseId },
      orderBy: { startsOn: 'asc' },
    })
    const views = await lineViews(ctx, rows, facts)
    const may = mayAll(
      ctx.actor,
      facts,
      'monitoring.record',
      'monitoring.edit',
      'case.startEvaluation',
      'evaluation.record',
      'case.close',
      'case.reopen',
      'talk.record',
      'talk.read',
    )
    const open = reopening(facts, ctx.today)
    const until = open && !(await handedOver(ctx, facts.caseId)) ? open : null
    const goals = await goalsOf(ctx, facts.caseId)
    const around = await aroundGoals(ctx, facts.caseId, goals)
    return {
      status: facts.status,
      version: facts.version,
      closedOn: facts.closedOn,
      reopenUntil: until,
      /** with the newest look at each, which is what the evaluation rests on */
      goals: goals.map((goal) => ({ ...goal, look: around.of(goal).looks[0] ?? null })),
      lines: views
        .filter((v) => !['draft', 'cancelled', 'declined'].includes(v.status))
        .map((view) => {
          const row = rows.find((r) => r.id === view.id)
          return {
            ...view,
            outcome: row?.outcome ?? null,
            carriedOn: fromDbDateOrNull(row?.carriedOn ?? null),
          }
        }),
      open: rows
        .filter((r) => !isFinal(r.status) && r.carriedOn === null)
        .flatMap((r) => views.filter((v) => v.id === r.id).map((v) => ({ ...v, mayCarry: mayCarry(v) }))),
      monitoring: await monitoringOf(ctx, facts.caseId),
      ...(await cardsOf(ctx, facts.caseId)),
      ...(await talksOf(ctx, facts.caseId)),
      keptUnder: await keptUnder(ctx, facts),
      missing: facts.status === 'evaluation' ? await missingFor(ctx, facts) : [],
      /** what the evaluation may not begin without, by the version of the variant */
      documents: facts.status === 'inProgress' ? await missingDocuments(ctx, facts) : [],
      today: ctx.today,
      may: {
        mendMonitoring: may['monitoring.edit'] && monitored.includes(facts.status),
        monitor: may['monitoring.record'] && monitored.includes(facts.status),
        start: may['case.startEvaluation'] && facts.status === 'inProgress',
        evaluate: may['evaluation.record'] && facts.status === 'evaluation',
        talk: may['talk.record'] && talkStages.includes(facts.status),
        printTalk: may['talk.read'],
        close: may['case.close'] && facts.status === 'evaluation',
        reopen: may['case.reopen'] && until !== null,
      },
    }
  },
  audit,
})

export type EndingPage = Awaited<ReturnType<typeof readEnding.execute>>
