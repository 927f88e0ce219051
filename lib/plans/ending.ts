import { z } from 'zod'
import { isFinal, lineViews } from '@/lib/baskets'
import { bySubject, type CaseFacts, moveCase, ofCase, reopenUntil, seen } from '@/lib/cases'
import { outcomeCodes } from '@/lib/catalogue'
import type { IsoDate } from '@/lib/format/dates'
import { goalsOf } from '@/lib/plans/goals'
import { fromDbDate, fromDbDateOrNull, toDbDate, toDbDateOrNull } from '@/lib/platform/clock'
import { conflict, invalid, staleWith } from '@/lib/platform/errors'
import { date, many, optional, prose, uuid, version, whole } from '@/lib/platform/input'
import { mayAll } from '@/lib/policy/decide'
import { type Context, defineCommand, defineQuery } from '@/lib/policy/usecase'

const one = { caseId: uuid(), version: version() }
const audit = (_result: unknown, _input: unknown, facts: CaseFacts) => ofCase(facts)

/** Stages in which the work with the family is looked at. */
const monitored: readonly CaseFacts['status'][] = [
  'inProgress',
  'planning',
  'planApproval',
  'suspended',
  'evaluation',
]

/** A look at the work in the middle: when, what, when again. */
export const recordMonitoring = defineCommand({
  name: 'monitoring.record',
  input: z.strictObject({ caseId: uuid(), heldOn: date(), summary: prose(4000), nextOn: optional(date()) }),
  subject: bySubject,
  run: async ({ tx, actor, today }, input, facts) => {
    if (!monitored.includes(facts.status)) throw conflict('wrongState')
    if (input.heldOn > today) throw invalid({ heldOn: 'dateFuture' })
    if (input.nextOn && input.nextOn <= input.heldOn) throw invalid({ nextOn: 'dateOrder' })
    await tx.monitoringCard.createMany({
      data: [
        {
          caseId: facts.caseId,
          teamId: facts.teamId,
          ownerInstitutionId: facts.ownerInstitutionId,
          heldOn: toDbDate(input.heldOn),
          summary: input.summary,
          nextOn: toDbDateOrNull(input.nextOn),
          recordedById: actor.userId,
        },
      ],
    })
    return { caseId: facts.caseId }
  },
  audit,
})

/** Row 12: inProgress → evaluation, when every line is over or goes on after the plan (carried forward). */
export const startEvaluation = defineCommand({
  name: 'case.startEvaluation',
  input: z.strictObject({ ...one, carry: many(uuid()) }),
  subject: seen,
  run: async (ctx, input, facts) => {
    if (facts.status !== 'inProgress') throw conflict('wrongState')
    const lines = await ctx.tx.basketLine.findMany({ where: { caseId: facts.caseId } })
    const open = lines.filter((l) => !isFinal(l.status) && l.carriedOn === null)
    if (open.some((l) => !input.carry.includes(l.id))) throw conflict('missing.openLines')
    await ctx.tx.basketLine.updateMany({
      where: { id: { in: open.map((l) => l.id) } },
      data: { carriedOn: toDbDate(ctx.today), version: { increment: 1 } },
    })
    await moveCase(ctx, facts, 'evaluation')
    return { caseId: facts.caseId }
  },
  audit,
})

const attainment = z.preprocess(
  (v) => (v === '' || v === undefined ? null : v),
  z.enum(['achieved', 'partly', 'not'], { error: 'choose' }).nullable(),
)
const stars = z.preprocess((v) => (v === '' || v === undefined ? null : v), whole(1, 5).nullable())

const evaluationInput = z.strictObject({
  caseId: uuid(),
  /** 0: nothing was recorded yet */
  version: whole(0, 1_000_000),
  heldOn: date(),
  outcomeKey: z.enum(
    outcomeCodes().map((o) => o.key),
    { error: 'choose' },
  ),
  summary: prose(6000),
  familyVoice: optional(prose(4000)),
  satisfaction: stars,
  closingTalkOn: optional(date()),
  goals: z.record(z.uuid(), attainment).default({}),
  lines: z.record(z.uuid(), attainment).default({}),
})
type EvaluationInput = z.output<typeof evaluationInput>

const columns = (input: EvaluationInput) => ({
  heldOn: toDbDate(input.heldOn),
  outcomeKey: input.outcomeKey,
  summary: input.summary,
  familyVoice: input.familyVoice,
  satisfaction: input.satisfaction,
  closingTalkOn: toDbDateOrNull(input.closingTalkOn),
})

/** What each goal and each line came to. */
const outcomes = async ({ tx }: Context, facts: CaseFacts, input: EvaluationInput): Promise<void> => {
  for (const [id, value] of Object.entries(input.goals))
    await tx.goal.updateMany({ where: { id, caseId: facts.caseId }, data: { attainment: value } })
  for (const [id, value] of Object.entries(input.lines))
    await tx.basketLine.updateMany({ where: { id, caseId: facts.caseId }, data: { outcome: value } })
}

/** The evaluation card with the outcome of every line and goal; the family's voice beside the team's. */
export const recordEvaluation = defineCommand({
  name: 'evaluation.record',
  input: evaluationInput,
  subject: bySubject,
  run: async (ctx, input, facts) => {
    const { tx, actor, today } = ctx
    if (facts.status !== 'evaluation') throw conflict('wrongState')
    if (input.heldOn > today) throw invalid({ heldOn: 'dateFuture' })
    if (input.closingTalkOn && input.closingTalkOn > today) throw invalid({ closingTalkOn: 'dateFuture' })
    const row = await tx.evaluation.findFirst({
      where: { caseId: facts.caseId },
      orderBy: { createdAt: 'desc' },
    })
    if ((row?.version ?? 0) !== input.version)
      throw staleWith({ version: String(row?.version ?? 0), summary: row?.summary ?? '' })
    if (row) {
      const changed = await tx.evaluation.updateMany({
        where: { id: row.id, version: input.version },
        data: { ...columns(input), recordedById: actor.userId, version: { increment: 1 } },
      })
      if (changed.count !== 1) throw conflict('stale')
    } else
      await tx.evaluation.createMany({
        data: [
          {
            ...columns(input),
            caseId: facts.caseId,
            teamId: facts.teamId,
            ownerInstitutionId: facts.ownerInstitutionId,
            recordedById: actor.userId,
          },
        ],
      })
    await outcomes(ctx, facts, input)
    return { caseId: facts.caseId }
  },
  audit,
})

/** Row 13: the leader closes what was evaluated, after the closing talk with the family. */
export const closeCase = defineCommand({
  name: 'case.close',
  input: z.strictObject(one),
  subject: seen,
  run: async (ctx, _input, facts) => {
    const { tx, today } = ctx
    if (facts.status !== 'evaluation') throw conflict('wrongState')
    const evaluation = await tx.evaluation.findFirst({
      where: { caseId: facts.caseId },
      orderBy: { createdAt: 'desc' },
    })
    if (!evaluation) throw conflict('missing.evaluation')
    if (!evaluation.closingTalkOn) throw conflict('plan.closingTalk')
    await tx.plan.updateMany({
      where: { caseId: facts.caseId, status: 'inForce' },
      data: { status: 'superseded', endedOn: toDbDate(today), version: { increment: 1 } },
    })
    await moveCase(ctx, facts, 'closed', {
      set: {
        closedOn: toDbDate(today),
        outcomeKey: evaluation.outcomeKey,
        closingReasonKey: 'zakonczenie',
      },
    })
    return { caseId: facts.caseId }
  },
  audit,
})

const monitoringOf = async ({ tx }: Context, caseId: string) => {
  const cards = await tx.monitoringCard.findMany({ where: { caseId }, orderBy: { heldOn: 'desc' } })
  return cards.map((c) => ({
    id: c.id,
    heldOn: fromDbDate(c.heldOn),
    summary: c.summary,
    nextOn: fromDbDateOrNull(c.nextOn),
  }))
}

const evaluationOf = async ({ tx }: Context, caseId: string) => {
  const row = await tx.evaluation.findFirst({ where: { caseId }, orderBy: { createdAt: 'desc' } })
  return row
    ? {
        heldOn: fromDbDate(row.heldOn),
        outcomeKey: row.outcomeKey,
        summary: row.summary,
        familyVoice: row.familyVoice,
        satisfaction: row.satisfaction,
        closingTalkOn: fromDbDateOrNull(row.closingTalkOn),
        version: row.version,
      }
    : null
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
      'case.startEvaluation',
      'evaluation.record',
      'case.close',
      'case.reopen',
    )
    const until = reopening(facts, ctx.today)
    return {
      status: facts.status,
      version: facts.version,
      closedOn: facts.closedOn,
      reopenUntil: until,
      goals: await goalsOf(ctx, facts.caseId),
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
      open: views.filter((v) => !isFinal(v.status)),
      monitoring: await monitoringOf(ctx, facts.caseId),
      evaluation: await evaluationOf(ctx, facts.caseId),
      today: ctx.today,
      may: {
        monitor: may['monitoring.record'] && monitored.includes(facts.status),
        start: may['case.startEvaluation'] && facts.status === 'inProgress',
        evaluate: may['evaluation.record'] && facts.status === 'evaluation',
        close: may['case.close'] && facts.status === 'evaluation',
        reopen: may['case.reopen'] && until !== null,
      },
    }
  },
  audit,
})

export type EndingPage = Awaited<ReturnType<typeof readEnding.execute>>
