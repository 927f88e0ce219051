import { type StrengthView, strengthsOf } from '@/lib/diagnosis'
import type { IsoDate } from '@/lib/format/dates'
import { asLevel, type GoalLevel, type GoalMeasure, missingMeasures } from '@/lib/plans/goal-progress'
import { fromDbDate, fromDbDateOrNull } from '@/lib/platform/clock'
import type { GoalModel } from '@/lib/platform/generated/prisma/models'
import type { Context } from '@/lib/policy/usecase'

export type GoalView = {
  readonly id: string
  readonly title: string
  readonly familyWords: string | null
  readonly indicator: string | null
  readonly baseline: string | null
  readonly target: string | null
  readonly unit: string | null
  readonly dueOn: IsoDate | null
  readonly attainment: string | null
  readonly attainmentNote: string | null
  readonly familyAttainment: string | null
  readonly endedOn: IsoDate | null
  readonly personId: string | null
  readonly needIds: readonly string[]
  readonly strengthIds: readonly string[]
  /** what it still lacks to be measured */
  readonly missing: readonly GoalMeasure[]
  readonly version: number
}

const view = (row: GoalModel, needIds: readonly string[]): GoalView => {
  const goal = {
    id: row.id,
    title: row.title,
    familyWords: row.familyWords,
    indicator: row.indicator,
    baseline: row.baseline,
    target: row.target,
    unit: row.unit,
    dueOn: fromDbDateOrNull(row.dueOn),
    attainment: row.attainment,
    attainmentNote: row.attainmentNote,
    familyAttainment: row.familyAttainment,
    endedOn: fromDbDateOrNull(row.endedOn),
    personId: row.personId,
    needIds,
    strengthIds: row.strengthIds,
    version: row.version,
  }
  return { ...goal, missing: missingMeasures(goal) }
}

/** Goals that this person may read, in their order, ended ones with them; dropped ones are left out. */
export const goalsOf = async ({ tx }: Context, caseId: string): Promise<GoalView[]> => {
  const rows = await tx.goal.findMany({
    where: { caseId, droppedOn: null },
    orderBy: [{ position: 'asc' }, { createdAt: 'asc' }],
  })
  const links = await tx.goalNeed.findMany({ where: { goalId: { in: rows.map((r) => r.id) } } })
  return rows.map((row) =>
    view(
      row,
      links.filter((l) => l.goalId === row.id).map((l) => l.needId),
    ),
  )
}

/** A look at a goal: how it was on a day, by the team and by the family. */
export type GoalLook = {
  readonly id: string
  readonly goalId: string
  readonly lookedOn: IsoDate
  readonly value: string | null
  readonly level: GoalLevel | null
  readonly familyLevel: GoalLevel | null
  readonly note: string | null
  readonly final: boolean
  readonly by: string | null
  readonly version: number
}

/** Looks at these goals, the newest first, with the name of who noted them. */
export const looksOf = async ({ tx }: Context, goalIds: readonly string[]): Promise<GoalLook[]> => {
  const rows = await tx.goalLook.findMany({
    where: { goalId: { in: [...goalIds] } },
    orderBy: [{ lookedOn: 'desc' }, { createdAt: 'desc' }],
  })
  const users = await tx.userAccount.findMany({
    where: { id: { in: rows.map((r) => r.recordedById) } },
    select: { id: true, givenName: true, familyName: true },
  })
  const names = new Map(users.map((u) => [u.id, `${u.givenName} ${u.familyName}`]))
  return rows.map((row) => ({
    id: row.id,
    goalId: row.goalId,
    lookedOn: fromDbDate(row.lookedOn),
    value: row.value,
    level: asLevel(row.level),
    familyLevel: asLevel(row.familyLevel),
    note: row.note,
    final: row.final,
    by: names.get(row.recordedById) ?? null,
    version: row.version,
  }))
}

/** What stands around the goals of a case: strengths and persons that this reader may know, and the looks. */
export const aroundGoals = async (ctx: Context, caseId: string, goals: readonly GoalView[]) => {
  const strengths = await strengthsOf(ctx, caseId)
  const ids = goals.flatMap((g) => g.personId ?? [])
  const people = await ctx.tx.person.findMany({ where: { id: { in: ids } } })
  const looks = await looksOf(
    ctx,
    goals.map((g) => g.id),
  )
  const names = new Map(people.map((p) => [p.id, `${p.givenName} ${p.familyName}`]))
  return {
    strengths,
    of: (goal: GoalView) => ({
      person: goal.personId ? (names.get(goal.personId) ?? null) : null,
      strengths: strengths.filter((s) => goal.strengthIds.includes(s.id)),
      looks: looks.filter((l) => l.goalId === goal.id),
    }),
  }
}

export type GoalAround = {
  readonly person: string | null
  readonly strengths: readonly StrengthView[]
  readonly looks: readonly GoalLook[]
}
