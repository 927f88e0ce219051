import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { bySubject, type CaseFacts, ofCase } from '@/lib/cases'
import { type DataCategory, dataCategories } from '@/lib/catalogue'
import { peopleOf } from '@/lib/diagnosis'
import { goalsOf } from '@/lib/plans/goals-read'
import { toDbDate, toDbDateOrNull } from '@/lib/platform/clock'
import { conflict, invalid, notFound, staleWith } from '@/lib/platform/errors'
import { date, line, many, optional, prose, uuid, version } from '@/lib/platform/input'
import { type Context, defineCommand } from '@/lib/policy/usecase'

/** Goals are set while people diagnose and plan; a plan in force is changed by a new version. */
const stages: readonly CaseFacts['status'][] = ['diagnosis', 'planning']

const sensitive: ReadonlySet<DataCategory> = new Set([
  'BEZPIECZENSTWO',
  'ZDROWIE',
  'PSYCHIKA_UZALEZNIENIA',
  'KARNE',
  'INNE_SZCZEGOLNE',
])

/** A goal bears the category of its needs; where they differ, the one that fewer people may read. */
export const goalCategory = (needs: readonly DataCategory[]): DataCategory =>
  needs.find((c) => sensitive.has(c)) ?? dataCategories.find((c) => needs.includes(c)) ?? 'PODSTAWOWE'

const goalFields = {
  title: line(200),
  familyWords: optional(prose(1000)),
  personId: optional(uuid()),
  indicator: optional(line(300)),
  baseline: optional(line(300)),
  target: optional(line(300)),
  unit: optional(line(60)),
  dueOn: optional(date()),
  needIds: many(uuid()).pipe(z.array(z.string()).min(1, 'chooseNeed')),
  strengthIds: many(uuid()),
}
const goalInput = z.strictObject(goalFields)
type GoalInput = z.output<typeof goalInput>

const checkStage = (facts: CaseFacts): void => {
  if (!stages.includes(facts.status)) throw conflict('plan.goalsClosed')
}

const same = (a: string | null, b: string | null): boolean =>
  a !== null && a.toLocaleLowerCase('pl') === b?.toLocaleLowerCase('pl')

/** What the schema cannot know: that something is to change, whose the goal is, on what it leans. */
const checkGoal = async (ctx: Context, facts: CaseFacts, input: GoalInput): Promise<void> => {
  if (same(input.baseline, input.target)) throw invalid({ target: 'goalUnchanged' })
  if (input.personId && !(await peopleOf(ctx, facts.caseId)).some((p) => p.id === input.personId))
    throw invalid({ personId: 'choose' })
  const strengths = await ctx.tx.strength.count({
    where: { id: { in: input.strengthIds }, caseId: facts.caseId },
  })
  if (strengths !== new Set(input.strengthIds).size) throw invalid({ strengthIds: 'choose' })
}

const categoryFor = async ({ tx }: Context, facts: CaseFacts, needIds: readonly string[]) => {
  const needs = await tx.need.findMany({ where: { id: { in: [...needIds] }, caseId: facts.caseId } })
  if (needs.length !== new Set(needIds).size) throw invalid({ needIds: 'chooseNeed' })
  return goalCategory(needs.map((n) => n.category))
}

const columns = (input: GoalInput) => ({
  title: input.title,
  indicator: input.indicator,
  baseline: input.baseline,
  target: input.target,
  unit: input.unit,
  familyWords: input.familyWords,
  personId: input.personId,
  strengthIds: [...new Set(input.strengthIds)],
  dueOn: toDbDateOrNull(input.dueOn),
})

/** Lines of a need belong to its goals without asking twice. */
const adoptLines = async ({ tx }: Context, facts: CaseFacts, goalId: string, needIds: readonly string[]) => {
  const links = await tx.lineNeed.findMany({ where: { needId: { in: [...needIds] } } })
  const lineIds = [...new Set(links.map((l) => l.lineId))]
  const alive = await tx.basketLine.findMany({
    where: { id: { in: lineIds }, status: { notIn: ['declined', 'cancelled', 'notDelivered'] } },
  })
  await tx.lineGoal.createMany({
    data: alive.map((l) => ({ lineId: l.id, goalId, caseId: facts.caseId, teamId: facts.teamId })),
    skipDuplicates: true,
  })
}

/** A goal with what it is measured by, from where to where, until when, for which needs. */
export const addGoal = defineCommand({
  name: 'goal.add',
  input: z.strictObject({ caseId: uuid(), ...goalFields }),
  subject: bySubject,
  run: async (ctx, { caseId: _case, ...input }, facts) => {
    checkStage(facts)
    if (input.dueOn && input.dueOn < ctx.today) throw invalid({ dueOn: 'goalPast' })
    await checkGoal(ctx, facts, input)
    const category = await categoryFor(ctx, facts, input.needIds)
    const at = { caseId: facts.caseId, teamId: facts.teamId }
    const id = randomUUID()
    await ctx.tx.goal.createMany({
      data: [
        {
          ...columns(input),
          ...at,
          id,
          ownerInstitutionId: facts.ownerInstitutionId,
          category,
          position: await ctx.tx.goal.count({ where: { caseId: facts.caseId } }),
          createdById: ctx.actor.userId,
        },
      ],
    })
    await ctx.tx.goalNeed.createMany({
      data: [...new Set(input.needIds)].map((needId) => ({ ...at, goalId: id, needId })),
    })
    await adoptLines(ctx, facts, id, input.needIds)
    return { caseId: facts.caseId, goalId: id }
  },
  audit: (_result, _input, facts) => ofCase(facts),
})

export type GoalFacts = CaseFacts & { readonly goalId: string }

/** The case of a goal that this person may read. */
export const goalFacts = async (ctx: Context, { goalId }: { goalId: string }): Promise<GoalFacts> => {
  const row = await ctx.tx.goal.findUnique({ where: { id: goalId } })
  if (!row) throw notFound()
  return { ...(await bySubject(ctx, { caseId: row.caseId })), goalId }
}

/** Who cannot read a strength does not take it from the goal either. */
const withUnseen = async ({ tx }: Context, kept: readonly string[], chosen: readonly string[]) => {
  const seen = await tx.strength.findMany({ where: { id: { in: [...kept] } }, select: { id: true } })
  return [...kept.filter((id) => !seen.some((s) => s.id === id)), ...chosen]
}

/** Mends a goal; a stale version comes back with both texts. */
export const editGoal = defineCommand({
  name: 'goal.edit',
  input: z.strictObject({ goalId: uuid(), version: version(), ...goalFields }),
  subject: goalFacts,
  run: async (ctx, { goalId, version: seen, ...input }, facts) => {
    checkStage(facts)
    await checkGoal(ctx, facts, input)
    const category = await categoryFor(ctx, facts, input.needIds)
    const now = (await goalsOf(ctx, facts.caseId)).find((g) => g.id === goalId)
    if (!now) throw notFound()
    if (now.endedOn) throw conflict('plan.goalEnded')
    if (now.version !== seen)
      throw staleWith({
        version: String(now.version),
        title: now.title,
        indicator: now.indicator ?? '',
        baseline: now.baseline ?? '',
        target: now.target ?? '',
        unit: now.unit ?? '',
        familyWords: now.familyWords ?? '',
      })
    const changed = await ctx.tx.goal.updateMany({
      where: { id: goalId, version: seen },
      data: {
        ...columns({ ...input, strengthIds: await withUnseen(ctx, now.strengthIds, input.strengthIds) }),
        category,
        version: { increment: 1 },
      },
    })
    if (changed.count !== 1) throw conflict('stale')
    await ctx.tx.goalNeed.deleteMany({ where: { goalId } })
    await ctx.tx.goalNeed.createMany({
      data: [...new Set(input.needIds)].map((needId) => ({
        goalId,
        needId,
        caseId: facts.caseId,
        teamId: facts.teamId,
      })),
    })
    await adoptLines(ctx, facts, goalId, input.needIds)
    return { caseId: facts.caseId }
  },
  audit: (_result, _input, facts) => ofCase(facts),
})

/** The goal is given up; it stays in earlier versions of the plan. */
export const dropGoal = defineCommand({
  name: 'goal.drop',
  input: z.strictObject({ goalId: uuid(), version: version(), reason: prose(500) }),
  subject: goalFacts,
  run: async (ctx, input, facts) => {
    checkStage(facts)
    const changed = await ctx.tx.goal.updateMany({
      where: { id: input.goalId, version: input.version, droppedOn: null, endedOn: null },
      data: { droppedOn: toDbDate(ctx.today), attainmentNote: input.reason, version: { increment: 1 } },
    })
    if (changed.count !== 1) throw conflict('stale')
    return { caseId: facts.caseId }
  },
  audit: (_result, _input, facts) => ofCase(facts),
})
