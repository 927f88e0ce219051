import { z } from 'zod'
import { basketOf, isFinal, type LineView, lineViews } from '@/lib/baskets'
import { addCalendarDays, type Term, termEnd } from '@/lib/calendar'
import { bySubject, type CaseFacts, missingDocuments, ofCase, renewalDays } from '@/lib/cases'
import { differingAreas, needsOf, peopleOf } from '@/lib/diagnosis'
import type { IsoDate } from '@/lib/format/dates'
import {
  forceMissing,
  outsidePeriod,
  type PlanMissing,
  planDraft,
  submitMissing,
} from '@/lib/plans/conditions'
import { aroundGoals, type GoalAround, type GoalView, goalsOf } from '@/lib/plans/goals-read'
import { fromDbDateOrNull } from '@/lib/platform/clock'
import type { PlanStatus } from '@/lib/platform/generated/prisma/enums'
import { uuid } from '@/lib/platform/input'
import { mayAll } from '@/lib/policy/decide'
import { type Context, defineQuery } from '@/lib/policy/usecase'
import { termFor } from '@/lib/variants'

export type { PlanStatus }

export type PlanVersion = {
  readonly id: string
  readonly versionNo: number
  readonly status: PlanStatus
  readonly startsOn: IsoDate | null
  readonly endsOn: IsoDate | null
  readonly changeReason: string | null
  readonly familySignedOn: IsoDate | null
  readonly familySignedBy: string | null
  readonly inForceOn: IsoDate | null
  readonly endedOn: IsoDate | null
  readonly endReason: string | null
  readonly endedWithCase: boolean
  readonly contentHash: string | null
}

export const versionsOf = async ({ tx }: Context, caseId: string): Promise<PlanVersion[]> =>
  (
    await tx.plan.findMany({
      where: { caseId },
      orderBy: { versionNo: 'desc' },
      include: { reason: true },
    })
  ).map((p) => ({
    id: p.id,
    versionNo: p.versionNo,
    status: p.status,
    startsOn: fromDbDateOrNull(p.startsOn),
    endsOn: fromDbDateOrNull(p.endsOn),
    changeReason: p.reason?.changeReason ?? null,
    familySignedOn: fromDbDateOrNull(p.familySignedOn),
    familySignedBy: p.familySignedBy,
    inForceOn: fromDbDateOrNull(p.inForceOn),
    endedOn: fromDbDateOrNull(p.endedOn),
    endReason: p.reason?.endReason ?? null,
    endedWithCase: p.endedWithCase,
    contentHash: p.contentHash,
  }))

export type PlanGoal = GoalView & GoalAround & { readonly lines: readonly LineView[] }

/** What is missing for the next step of the plan, as far as this person can know it. */
const missingFor = async (
  ctx: Context,
  facts: CaseFacts,
  versions: readonly PlanVersion[],
  lines: readonly LineView[],
): Promise<readonly PlanMissing[]> => {
  if (facts.status === 'planning')
    return [...submitMissing(await planDraft(ctx, facts)), ...(await missingDocuments(ctx, facts))]
  if (facts.status !== 'planApproval') return []
  const waiting = versions.find((v) => v.status === 'approval')
  const held = await ctx.tx.planLine.findMany({ where: { planId: waiting?.id ?? facts.caseId } })
  const ids = new Set(held.map((h) => h.lineId))
  return forceMissing(
    lines.filter((l) => ids.has(l.id)),
    waiting?.familySignedOn != null,
  )
}

/** End of the plan in force where it is near or past. */
const renewBy = (versions: readonly PlanVersion[], today: IsoDate): IsoDate | null => {
  const endsOn = versions.find((v) => v.status === 'inForce')?.endsOn ?? null
  return endsOn && endsOn <= addCalendarDays(today, renewalDays) ? endsOn : null
}

const dayAfter = (end: IsoDate | null, today: IsoDate): IsoDate =>
  end && end >= today ? addCalendarDays(end, 1) : today

/**
 * Dates for the form: those of the version being made, else the longest time from today, or from the end of a plan near it; not
 * beyond the agreement on which the team works (domain 5.3.4).
 */
const period = (
  versions: readonly PlanVersion[],
  today: IsoDate,
  agreementTo: IsoDate | null,
  longest: Term,
) => {
  const draft = versions.find((v) => v.status === 'draft')
  const startsOn = draft?.startsOn ?? dayAfter(renewBy(versions, today), today)
  const whole = addCalendarDays(termEnd(startsOn, longest), -1)
  const inside = agreementTo && agreementTo > startsOn && agreementTo < whole ? agreementTo : whole
  return { startsOn, endsOn: draft?.endsOn ?? inside }
}

const agreementEnd = async ({ tx }: Context, teamId: string): Promise<IsoDate | null> => {
  const team = await tx.team.findUnique({ where: { id: teamId }, select: { agreementTo: true } })
  return fromDbDateOrNull(team?.agreementTo ?? null)
}

const live: readonly PlanStatus[] = ['draft', 'approval', 'inForce']

const permissions = [
  'goal.add',
  'goal.edit',
  'goal.drop',
  'case.submitPlan',
  'case.returnPlan',
  'plan.sign',
  'plan.print',
  'plan.card',
  'plan.compare',
  'case.putInForce',
  'case.changePlan',
  'case.dropVersion',
] as const

/** Goals with their services, the version in force and the one being made, and what the next step needs. */
export const readPlan = defineQuery({
  name: 'plan.read',
  input: z.strictObject({ caseId: uuid() }),
  subject: bySubject,
  run: async (ctx, _input, facts) => {
    const { rows, goalsOf: goalIds } = await basketOf(ctx, facts)
    const lines = await lineViews(ctx, rows, facts)
    const goals = await goalsOf(ctx, facts.caseId)
    const around = await aroundGoals(ctx, facts.caseId, goals)
    const versions = await versionsOf(ctx, facts.caseId)
    const may = mayAll(ctx.actor, facts, ...permissions)
    const inForce = versions.some((v) => v.status === 'inForce')
    const agreementTo = await agreementEnd(ctx, facts.teamId)
    const longest = await termFor(ctx, facts, 'planLength')
    const suggested = period(versions, ctx.today, agreementTo, longest)
    const planned = ['diagnosis', 'planning'].includes(facts.status)
    return {
      status: facts.status,
      version: facts.version,
      goals: goals.map(
        (g): PlanGoal => ({
          ...g,
          ...around.of(g),
          lines: lines.filter((l) => goalIds.get(l.id)?.includes(g.id)),
        }),
      ),
      /** lines that belong to no goal: they do not hold the plan up, but somebody should know */
      loose: lines.filter(
        (l) => (goalIds.get(l.id) ?? []).length === 0 && !['declined', 'cancelled'].includes(l.status),
      ),
      needs: (await needsOf(ctx, facts.caseId)).filter((n) => n.closedOn === null),
      /** what a goal may lean on, and whose it may be */
      strengths: around.strengths.filter((s) => s.endedOn === null),
      people: await peopleOf(ctx, facts.caseId),
      /** where the family sees an area otherwise than the team: something to talk about */
      differing: await differingAreas(ctx, facts),
      versions,
      missing: await missingFor(ctx, facts, versions, lines),
      suggested,
      /** how many months a version may last */
      longest: longest.count,
      /** services that the suggested dates would not hold, and those that end with the plan */
      beyond: lines.filter((l) => outsidePeriod(l, suggested.startsOn, suggested.endsOn)),
      openEnded: lines.filter((l) => !isFinal(l.status) && l.endsOn === null),
      /** end of the team's agreement, where a version that counts goes on after it */
      agreementEnds:
        agreementTo && versions.some((v) => live.includes(v.status) && v.endsOn && v.endsOn > agreementTo)
          ? agreementTo
          : null,
      renewBy: facts.status === 'inProgress' ? renewBy(versions, ctx.today) : null,
      today: ctx.today,
      may: {
        addGoal: may['goal.add'] && planned,
        editGoal: may['goal.edit'] && planned,
        dropGoal: may['goal.drop'] && planned,
        submit: may['case.submitPlan'] && facts.status === 'planning',
        giveBack: may['case.returnPlan'] && facts.status === 'planApproval',
        sign: may['plan.sign'] && facts.status === 'planApproval',
        print: may['plan.print'],
        card: may['plan.card'] && inForce,
        compare: may['plan.compare'],
        approve: may['case.putInForce'] && facts.status === 'planApproval',
        change: may['case.changePlan'] && facts.status === 'inProgress',
        drop: may['case.dropVersion'] && facts.status === 'planning' && inForce,
      },
    }
  },
  audit: (_result, _input, facts) => ofCase(facts),
})

export type PlanPage = Awaited<ReturnType<typeof readPlan.execute>>
