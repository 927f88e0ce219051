import { z } from 'zod'
import { isFinal, type LineStatus } from '@/lib/baskets'
import {
  bySubject,
  type CaseFacts,
  demand,
  demandDocuments,
  moveCase,
  ofCase,
  roundOf,
  seen,
} from '@/lib/cases'
import { dataCategories, outcomeCodes } from '@/lib/catalogue'
import { checkCategory } from '@/lib/plans/kept-under'
import { tellWhenWhole } from '@/lib/plans/whole'
import { toDbDate } from '@/lib/platform/clock'
import { conflict, invalid, staleWith } from '@/lib/platform/errors'
import { date, many, optional, prose, uuid, version, whole } from '@/lib/platform/input'
import { type Context, defineCommand } from '@/lib/policy/usecase'

const one = { caseId: uuid(), version: version() }
const audit = (_result: unknown, _input: unknown, facts: CaseFacts) => ofCase(facts)

/** What goes on after a plan: work that was taken on, or a place on a waiting list; a question still open does not. */
const carriable: readonly LineStatus[] = ['accepted', 'scheduled', 'inProgress', 'suspended', 'waitingList']

export const mayCarry = (line: { readonly status: LineStatus }): boolean => carriable.includes(line.status)

/** Row 12: inProgress → evaluation, when every line is over or goes on after the plan (carried forward). */
export const startEvaluation = defineCommand({
  name: 'case.startEvaluation',
  input: z.strictObject({ ...one, carry: many(uuid()) }),
  subject: seen,
  run: async (ctx, input, facts) => {
    if (facts.status !== 'inProgress') throw conflict('wrongState')
    const lines = await ctx.tx.basketLine.findMany({ where: { caseId: facts.caseId } })
    const open = lines.filter((l) => !isFinal(l.status) && l.carriedOn === null)
    if (open.some((l) => !mayCarry(l) || !input.carry.includes(l.id))) throw conflict('missing.openLines')
    await demandDocuments(ctx, facts)
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

const evaluationInput = z.strictObject({
  caseId: uuid(),
  /** 0: nothing was recorded yet */
  version: whole(0, 1_000_000),
  heldOn: date(),
  outcomeKey: z.enum(
    outcomeCodes().map((o) => o.key),
    { error: 'choose' },
  ),
  category: z.enum(dataCategories, { error: 'choose' }),
  summary: prose(6000),
  familyVoice: optional(prose(4000)),
  goals: z.record(z.uuid(), attainment).default({}),
  lines: z.record(z.uuid(), attainment).default({}),
})
type EvaluationInput = z.output<typeof evaluationInput>

const columns = (input: EvaluationInput) => ({
  heldOn: toDbDate(input.heldOn),
  outcomeKey: input.outcomeKey,
  category: input.category,
  summary: input.summary,
  familyVoice: input.familyVoice,
  results: { goals: input.goals, lines: input.lines },
})

/** What each goal and each line came to: a goal in use, a line that was delivered, was not, or goes on. */
const outcomes = async ({ tx }: Context, facts: CaseFacts, input: EvaluationInput): Promise<void> => {
  // a goal that was ended before keeps what it came to
  for (const [id, value] of Object.entries(input.goals))
    await tx.goal.updateMany({
      where: { id, caseId: facts.caseId, endedOn: null },
      data: { attainment: value },
    })
  for (const [id, value] of Object.entries(input.lines))
    await tx.basketLine.updateMany({ where: { id, caseId: facts.caseId }, data: { outcome: value } })
}

/** Cards are kept a round of work: a case that was opened again is evaluated anew. */
const saveCard = async (ctx: Context, facts: CaseFacts, input: EvaluationInput): Promise<void> => {
  const { tx, actor } = ctx
  const round = await roundOf(ctx, facts.caseId)
  const row = await tx.evaluation.findFirst({ where: { caseId: facts.caseId, round } })
  if ((row?.version ?? 0) !== input.version)
    throw staleWith({ version: String(row?.version ?? 0), summary: row?.summary ?? '' })
  if (row) {
    const changed = await tx.evaluation.updateMany({
      where: { id: row.id, version: input.version },
      data: { ...columns(input), recordedById: actor.userId, version: { increment: 1 } },
    })
    if (changed.count !== 1) throw conflict('stale')
    return
  }
  await tx.evaluation.createMany({
    data: [
      {
        ...columns(input),
        caseId: facts.caseId,
        teamId: facts.teamId,
        ownerInstitutionId: facts.ownerInstitutionId,
        round,
        recordedById: actor.userId,
      },
    ],
  })
}

/** The evaluation card with the outcome of every line and goal; the family's voice beside the team's. */
export const recordEvaluation = defineCommand({
  name: 'evaluation.record',
  input: evaluationInput,
  subject: bySubject,
  run: async (ctx, input, facts) => {
    if (facts.status !== 'evaluation') throw conflict('wrongState')
    if (input.heldOn > ctx.today) throw invalid({ heldOn: 'dateFuture' })
    await checkCategory(ctx, facts, input.category)
    await tellWhenWhole(ctx, facts, async () => {
      await saveCard(ctx, facts, input)
      await outcomes(ctx, facts, input)
    })
    return { caseId: facts.caseId }
  },
  audit,
})

/** Row 13: the leader closes what was evaluated, goal by goal and line by line, after the closing talk with the family. */
export const closeCase = defineCommand({
  name: 'case.close',
  input: z.strictObject(one),
  subject: seen,
  run: async (ctx, _input, facts) => {
    const { tx, today } = ctx
    await demand(ctx, facts, 'evaluation')
    const card = await tx.evaluation.findFirst({
      where: { caseId: facts.caseId, round: await roundOf(ctx, facts.caseId) },
    })
    if (!card) throw conflict('missing.evaluation')
    await moveCase(ctx, facts, 'closed', {
      set: { closedOn: toDbDate(today), outcomeKey: card.outcomeKey, closingReasonKey: 'zakonczenie' },
    })
    return { caseId: facts.caseId }
  },
  audit,
})
