import { z } from 'zod'
import { basketOf, lineViews } from '@/lib/baskets'
import { ofCase } from '@/lib/cases'
import { needsOf } from '@/lib/diagnosis'
import { ending } from '@/lib/plans/goal-looks'
import { goalFacts } from '@/lib/plans/goals'
import { aroundGoals, goalsOf } from '@/lib/plans/goals-read'
import { monitored } from '@/lib/plans/monitoring'
import { notFound } from '@/lib/platform/errors'
import { uuid } from '@/lib/platform/input'
import { mayAll } from '@/lib/policy/decide'
import { defineQuery } from '@/lib/policy/usecase'

/**
 * One goal: what it came to so far, look by look, and apart from that what was done for it. Much may be done and nothing
 * reached, so neither is ever counted out of the other.
 */
export const readGoal = defineQuery({
  name: 'goal.read',
  input: z.strictObject({ goalId: uuid() }),
  subject: goalFacts,
  run: async (ctx, { goalId }, facts) => {
    const goal = (await goalsOf(ctx, facts.caseId)).find((g) => g.id === goalId)
    if (!goal) throw notFound()
    const around = await aroundGoals(ctx, facts.caseId, [goal])
    const { rows, goalsOf: goalIds } = await basketOf(ctx, facts)
    const mine = rows.filter((row) => goalIds.get(row.id)?.includes(goalId))
    const may = mayAll(ctx.actor, facts, 'goal.look', 'goal.correctLook', 'goal.finish', 'goal.resume')
    const live = goal.endedOn === null
    return {
      ...goal,
      ...around.of(goal),
      needs: (await needsOf(ctx, facts.caseId)).filter((n) => goal.needIds.includes(n.id)),
      lines: await lineViews(ctx, mine, facts),
      caseId: facts.caseId,
      today: ctx.today,
      may: {
        look: may['goal.look'] && live && monitored.includes(facts.status),
        mend: may['goal.correctLook'] && monitored.includes(facts.status),
        finish: may['goal.finish'] && live && ending.includes(facts.status),
        resume: may['goal.resume'] && !live && ending.includes(facts.status),
      },
    }
  },
  audit: (_result, _input, facts) => ofCase(facts),
})

export type GoalPage = Awaited<ReturnType<typeof readGoal.execute>>
