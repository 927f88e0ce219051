import { z } from 'zod'
import { type CaseFacts, ofCase } from '@/lib/cases'
import { asLevel, attainmentOf } from '@/lib/plans/goal-progress'
import { type GoalFacts, goalFacts } from '@/lib/plans/goals'
import { monitored } from '@/lib/plans/monitoring'
import { fromDbDate, toDbDate } from '@/lib/platform/clock'
import { conflict, invalid, notFound, staleWith } from '@/lib/platform/errors'
import { date, line, optional, prose, uuid, version } from '@/lib/platform/input'
import { type Context, defineCommand } from '@/lib/policy/usecase'

const audit = (_result: unknown, _input: unknown, facts: CaseFacts) => ofCase(facts)

/** Stages in which a goal is ended: never while its plan waits for signatures. */
export const ending: readonly CaseFacts['status'][] = ['inProgress', 'planning', 'suspended', 'evaluation']

// as the form sends it: an empty answer is none, and never the level 0
const level = z
  .enum(['-2', '-1', '0', '1', '2'], { error: 'choose' })
  .transform((text) => asLevel(Number(text)) ?? 0)

const lookFields = {
  lookedOn: date(),
  value: optional(line(120)),
  level: optional(level),
  familyLevel: optional(level),
  note: optional(prose(1000)),
}
const lookInput = z.strictObject(lookFields)
type Look = z.output<typeof lookInput>

const checkLook = (ctx: Context, look: Look): void => {
  if (look.lookedOn > ctx.today) throw invalid({ lookedOn: 'dateFuture' })
  if (look.value === null && look.level === null && look.familyLevel === null)
    throw invalid({ level: 'lookEmpty' })
}

const columns = (look: Look) => ({
  lookedOn: toDbDate(look.lookedOn),
  value: look.value,
  level: look.level,
  familyLevel: look.familyLevel,
  note: look.note,
})

const keepLook = async (ctx: Context, facts: GoalFacts, look: Look, final: boolean): Promise<void> => {
  await ctx.tx.goalLook.createMany({
    data: [
      {
        ...columns(look),
        goalId: facts.goalId,
        caseId: facts.caseId,
        teamId: facts.teamId,
        ownerInstitutionId: facts.ownerInstitutionId,
        final,
        recordedById: ctx.actor.userId,
      },
    ],
  })
}

const liveGoal = async ({ tx }: Context, goalId: string) => {
  const goal = await tx.goal.findUnique({ where: { id: goalId } })
  if (!goal) throw notFound()
  if (goal.droppedOn !== null) throw conflict('wrongState')
  return goal
}

/** How it is with a goal on a day, by the agreed measure, by the team and by the family; what was done is no part of it. */
export const noteLook = defineCommand({
  name: 'goal.look',
  input: z.strictObject({ goalId: uuid(), ...lookFields }),
  subject: goalFacts,
  run: async (ctx, { goalId, ...look }, facts) => {
    if (!monitored.includes(facts.status)) throw conflict('wrongState')
    if ((await liveGoal(ctx, goalId)).endedOn !== null) throw conflict('plan.goalEnded')
    checkLook(ctx, look)
    await keepLook(ctx, facts, look, false)
    return { caseId: facts.caseId, goalId }
  },
  audit,
})

const ofLook = async (ctx: Context, { lookId }: { lookId: string }) => {
  const row = await ctx.tx.goalLook.findUnique({ where: { id: lookId } })
  if (!row) throw notFound()
  return goalFacts(ctx, { goalId: row.goalId })
}

/** What was noted by mistake is mended; somebody else's change meanwhile comes back with both texts. */
export const correctLook = defineCommand({
  name: 'goal.correctLook',
  input: z.strictObject({ lookId: uuid(), version: version(), ...lookFields }),
  subject: ofLook,
  run: async (ctx, { lookId, version: seen, ...look }, facts) => {
    if (!monitored.includes(facts.status)) throw conflict('wrongState')
    checkLook(ctx, look)
    const now = await ctx.tx.goalLook.findUniqueOrThrow({ where: { id: lookId } })
    // the level of the last look is what the goal came to: it is changed by taking the ending back
    if (now.final && now.level !== look.level) throw invalid({ level: 'lookFinal' })
    if (now.version !== seen)
      throw staleWith({
        version: String(now.version),
        lookedOn: fromDbDate(now.lookedOn),
        value: now.value ?? '',
        note: now.note ?? '',
      })
    const changed = await ctx.tx.goalLook.updateMany({
      where: { id: lookId, version: seen },
      data: { ...columns(look), version: { increment: 1 } },
    })
    if (changed.count !== 1) throw conflict('stale')
    return { caseId: facts.caseId, goalId: facts.goalId }
  },
  audit,
})

const endGoal = async (ctx: Context, facts: GoalFacts, seen: number, data: object): Promise<void> => {
  const changed = await ctx.tx.goal.updateMany({
    where: { id: facts.goalId, version: seen },
    data: { ...data, version: { increment: 1 } },
  })
  if (changed.count !== 1) throw conflict('stale')
}

/** The goal is ended with what it came to, by the team and by the family; a new version of the plan goes on without it. */
export const finishGoal = defineCommand({
  name: 'goal.finish',
  input: z.strictObject({ goalId: uuid(), version: version(), ...lookFields, level }),
  subject: goalFacts,
  run: async (ctx, { goalId, version: seen, ...look }, facts) => {
    if (!ending.includes(facts.status)) throw conflict('wrongState')
    if ((await liveGoal(ctx, goalId)).endedOn !== null) throw conflict('plan.goalEnded')
    checkLook(ctx, look)
    await endGoal(ctx, facts, seen, {
      endedOn: toDbDate(look.lookedOn),
      attainment: attainmentOf(look.level),
      familyAttainment: look.familyLevel === null ? null : attainmentOf(look.familyLevel),
      attainmentNote: look.note,
    })
    await keepLook(ctx, facts, look, true)
    return { caseId: facts.caseId, goalId }
  },
  audit,
})

/** It was ended by mistake, or it is not over after all: the goal counts again, and the look that ended it stays. */
export const resumeGoal = defineCommand({
  name: 'goal.resume',
  input: z.strictObject({ goalId: uuid(), version: version() }),
  subject: goalFacts,
  run: async (ctx, { goalId, version: seen }, facts) => {
    if (!ending.includes(facts.status)) throw conflict('wrongState')
    if ((await liveGoal(ctx, goalId)).endedOn === null) throw conflict('wrongState')
    await endGoal(ctx, facts, seen, {
      endedOn: null,
      attainment: null,
      familyAttainment: null,
      attainmentNote: null,
    })
    return { caseId: facts.caseId, goalId }
  },
  audit,
})
