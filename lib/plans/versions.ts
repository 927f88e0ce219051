import { z } from 'zod'
import { sendLine } from '@/lib/baskets'
import {
  bySubject,
  type CaseFacts,
  countOf,
  demandDocuments,
  demandFreeMain,
  familyCoordinators,
  handedOver,
  moveCase,
  ofCase,
  reopenUntil,
  seen,
  teamCoordinators,
  tellPlanReady,
} from '@/lib/cases'
import { type IsoDate, todayInWarsaw } from '@/lib/format/dates'
import { tell } from '@/lib/notifications'
import {
  forceMissing,
  outsidePeriod,
  type PlanMissing,
  periodProblem,
  planDraft,
  submitMissing,
} from '@/lib/plans/conditions'
import { goalsOf } from '@/lib/plans/goals-read'
import { fromDbDate, fromDbDateOrNull, toDbDate } from '@/lib/platform/clock'
import { conflict, invalid } from '@/lib/platform/errors'
import type { PlanStatus } from '@/lib/platform/generated/prisma/enums'
import { date, flag, line, prose, uuid, version } from '@/lib/platform/input'
import { type Context, defineCommand } from '@/lib/policy/usecase'
import { termFor } from '@/lib/variants'

const one = { caseId: uuid(), version: version() }
const audit = (_result: unknown, _input: unknown, facts: CaseFacts) => ofCase(facts)
const unsigned = { familySignedOn: null, familySignedBy: null, coordinatorSignedOn: null }

const news = (kind: string, { teamId, caseId }: CaseFacts) => ({ kind, teamId, caseId })

const latest = ({ tx }: Context, caseId: string, status: PlanStatus) =>
  tx.plan.findFirst({ where: { caseId, status }, orderBy: { versionNo: 'desc' } })

const nextVersion = async ({ tx }: Context, caseId: string): Promise<number> => {
  const last = await tx.plan.findFirst({ where: { caseId }, orderBy: { versionNo: 'desc' } })
  return (last?.versionNo ?? 0) + 1
}

/** The version that people work on; a case that plans for the first time gets version 1. */
const draftVersion = async (ctx: Context, facts: CaseFacts, changeReason: string | null = null) => {
  const draft = await latest(ctx, facts.caseId, 'draft')
  if (draft) return draft
  const at = {
    caseId: facts.caseId,
    teamId: facts.teamId,
    ownerInstitutionId: facts.ownerInstitutionId,
  }
  const plan = await ctx.tx.plan.create({
    data: { ...at, versionNo: await nextVersion(ctx, facts.caseId) },
  })
  if (changeReason) await ctx.tx.planReason.createMany({ data: [{ ...at, planId: plan.id, changeReason }] })
  return plan
}

/** The lines of a version are those that are not over when it is submitted. */
const holdLines = async (
  { tx }: Context,
  facts: CaseFacts,
  planId: string,
  lineIds: readonly string[],
): Promise<void> => {
  await tx.planLine.deleteMany({ where: { planId } })
  await tx.planLine.createMany({
    data: lineIds.map((lineId) => ({ planId, lineId, caseId: facts.caseId, teamId: facts.teamId })),
  })
}

/** Of goals that cannot be measured yet their names. */
const detailsOf = async (
  ctx: Context,
  facts: CaseFacts,
  missing: PlanMissing,
): Promise<Record<string, string>> => {
  if (missing !== 'measures') return {}
  const goals = (await goalsOf(ctx, facts.caseId)).filter((g) => !g.endedOn && g.missing.length > 0)
  return { names: goals.map((g) => g.title).join(', ') }
}

/** Row 8: planning → planApproval. Drafts that nothing holds are sent on the way: the providers must answer. */
export const submitPlan = defineCommand({
  name: 'case.submitPlan',
  input: z.strictObject({ ...one, startsOn: date(), endsOn: date(), beyond: flag() }),
  subject: seen,
  run: async (ctx, input, facts) => {
    if (facts.status !== 'planning') throw conflict('wrongState')
    const problem = periodProblem(input.startsOn, input.endsOn, await termFor(ctx, facts, 'planLength'))
    if (problem) throw invalid({ endsOn: problem })
    const draft = await planDraft(ctx, facts)
    const missing = submitMissing(draft)
    if (missing[0]) throw conflict(`plan.${missing[0]}`, await detailsOf(ctx, facts, missing[0]))
    await demandDocuments(ctx, facts)
    const beyond = draft.lines.some((l) => outsidePeriod(l, input.startsOn, input.endsOn))
    if (beyond && !input.beyond) throw invalid({ beyond: 'linesOutsidePlan' })
    for (const l of draft.lines) if (l.status === 'draft') await sendLine(ctx, l.id)
    const plan = await draftVersion(ctx, facts)
    await holdLines(ctx, facts, plan.id, draft.openLineIds)
    const changed = await ctx.tx.plan.updateMany({
      where: { id: plan.id, status: 'draft' },
      data: {
        ...unsigned,
        status: 'approval',
        startsOn: toDbDate(input.startsOn),
        endsOn: toDbDate(input.endsOn),
        version: { increment: 1 },
      },
    })
    if (changed.count !== 1) throw conflict('stale')
    await moveCase(ctx, facts, 'planApproval')
    await tell(ctx, await teamCoordinators(ctx, facts.teamId), news('plan.submitted', facts))
    return { caseId: facts.caseId }
  },
  audit,
})

/** Row 8b: back to planning, with the reason; a returned plan is signed anew. */
export const returnPlan = defineCommand({
  name: 'case.returnPlan',
  input: z.strictObject({ ...one, reason: prose(1000) }),
  subject: seen,
  run: async (ctx, input, facts) => {
    if (facts.status !== 'planApproval') throw conflict('wrongState')
    await ctx.tx.plan.updateMany({
      where: { caseId: facts.caseId, status: 'approval' },
      data: { ...unsigned, status: 'draft', version: { increment: 1 } },
    })
    await moveCase(ctx, facts, 'planning', { note: input.reason })
    await tell(ctx, await teamCoordinators(ctx, facts.teamId), news('plan.returned', facts))
    return { caseId: facts.caseId }
  },
  audit,
})

/** The family cannot have signed before people began to plan with it this time. */
const planningSince = async ({ tx, today }: Context, facts: CaseFacts): Promise<IsoDate> => {
  const step = await tx.caseTransition.findFirst({
    where: { caseId: facts.caseId, toStatus: 'planning' },
    orderBy: { at: 'desc' },
  })
  const since = step ? todayInWarsaw(step.at) : facts.openedOn
  // the step's instant is the database's, today is ours: around midnight they may differ by a day
  return since < today ? since : today
}

/** The family signed on paper: who and when, recorded by its coordinator, who signs with them. */
export const signPlan = defineCommand({
  name: 'plan.sign',
  input: z.strictObject({ caseId: uuid(), signedOn: date(), signedBy: line(200) }),
  subject: bySubject,
  run: async (ctx, input, facts) => {
    if (facts.status !== 'planApproval') throw conflict('wrongState')
    if (input.signedOn > ctx.today) throw invalid({ signedOn: 'dateFuture' })
    if (input.signedOn < (await planningSince(ctx, facts))) throw invalid({ signedOn: 'signedTooEarly' })
    const changed = await ctx.tx.plan.updateMany({
      where: { caseId: facts.caseId, status: 'approval' },
      data: {
        familySignedOn: toDbDate(input.signedOn),
        familySignedBy: input.signedBy,
        coordinatorSignedOn: toDbDate(ctx.today),
        version: { increment: 1 },
      },
    })
    if (changed.count !== 1) throw conflict('wrongState')
    await tellPlanReady(ctx, facts.caseId)
    return { caseId: facts.caseId }
  },
  audit,
})

/** Row 9: the team's coordinator approves what the family signed and every provider took; the content is sealed. */
export const putInForce = defineCommand({
  name: 'case.putInForce',
  input: z.strictObject(one),
  subject: seen,
  run: async (ctx, _input, facts) => {
    const { tx, actor, now, today } = ctx
    const plan = await latest(ctx, facts.caseId, 'approval')
    if (facts.status !== 'planApproval' || !plan?.endsOn) throw conflict('wrongState')
    const held = await tx.planLine.findMany({ where: { planId: plan.id } })
    const lines = await tx.basketLine.findMany({ where: { id: { in: held.map((h) => h.lineId) } } })
    const missing = forceMissing(lines, plan.familySignedOn !== null)
    if (missing[0]) throw conflict(`missing.${missing[0]}`)
    const [sealed] = await tx.$queryRaw<{ hash: string }[]>`select app.seal_plan(${plan.id}::uuid) as hash`
    await tx.plan.updateMany({
      where: { caseId: facts.caseId, status: 'inForce' },
      data: { status: 'superseded', endedOn: toDbDate(today), version: { increment: 1 } },
    })
    const changed = await tx.plan.updateMany({
      where: { id: plan.id, version: plan.version },
      data: {
        status: 'inForce',
        contentHash: sealed?.hash ?? null,
        approvedById: actor.userId,
        approvedAt: now,
        inForceOn: toDbDate(today),
        version: { increment: 1 },
      },
    })
    if (changed.count !== 1) throw conflict('stale')
    await moveCase(ctx, facts, 'inProgress', {
      dueOn: fromDbDate(plan.endsOn),
      set: facts.planInForceOn ? {} : { planInForceOn: toDbDate(today) },
    })
    await tell(ctx, await familyCoordinators(ctx, facts.caseId), news('plan.inForce', facts))
    return { caseId: facts.caseId }
  },
  audit,
})

/** Row 10: a new version begins; the one in force goes on until the new one is signed. */
export const changePlan = defineCommand({
  name: 'case.changePlan',
  input: z.strictObject({ ...one, reason: prose(1000) }),
  subject: seen,
  run: async (ctx, input, facts) => {
    if (facts.status !== 'inProgress') throw conflict('wrongState')
    await draftVersion(ctx, facts, input.reason)
    await moveCase(ctx, facts, 'planning', { note: input.reason })
    return { caseId: facts.caseId }
  },
  audit,
})

const drop = async ({ tx, today }: Context, planId: string, endReason: string): Promise<void> => {
  await tx.plan.updateMany({
    where: { id: planId },
    data: { status: 'dropped', endedOn: toDbDate(today), version: { increment: 1 } },
  })
  await tx.planReason.updateMany({ where: { planId }, data: { endReason } })
}

/** Row 10b: the new version is dropped with a reason; the one in force stays. */
export const dropVersion = defineCommand({
  name: 'case.dropVersion',
  input: z.strictObject({ ...one, reason: prose(1000) }),
  subject: seen,
  run: async (ctx, input, facts) => {
    const inForce = await latest(ctx, facts.caseId, 'inForce')
    if (facts.status !== 'planning' || !inForce) throw conflict('plan.noneInForce')
    const dropped = await latest(ctx, facts.caseId, 'draft')
    if (dropped) await drop(ctx, dropped.id, input.reason)
    await moveCase(ctx, facts, 'inProgress', {
      note: input.reason,
      dueOn: fromDbDateOrNull(inForce.endsOn),
    })
    return { caseId: facts.caseId }
  },
  audit,
})

/** Row 15 asks of a closed case what rows 4a to 6 ask of a new one: nothing may have lapsed while it rested. */
const demandReopenable = async (ctx: Context, facts: CaseFacts): Promise<void> => {
  if (facts.status !== 'closed' || !facts.closedOn) throw conflict('wrongState')
  if (ctx.today > reopenUntil(facts.closedOn)) throw conflict('plan.reopenTooLate')
  if (await handedOver(ctx, facts.caseId)) throw conflict('plan.handedOver')
  const once = await ctx.tx.plan.count({ where: { caseId: facts.caseId, inForceOn: { not: null } } })
  if (once === 0) throw conflict('plan.neverInForce')
  await demandFreeMain(ctx, facts)
  if ((await countOf(ctx, facts.caseId, 'coordinators')) === 0) throw conflict('missing.coordinator')
  if (facts.subject !== 'environment' && (await countOf(ctx, facts.caseId, 'without_consent')) > 0)
    throw conflict('missing.consents')
}

/** Row 15: closed → planning within six months, where a plan was once in force and consents are valid again. */
export const reopenCase = defineCommand({
  name: 'case.reopen',
  input: z.strictObject({ ...one, reason: prose(1000) }),
  subject: seen,
  run: async (ctx, input, facts) => {
    await demandReopenable(ctx, facts)
    await draftVersion(ctx, facts, input.reason)
    await moveCase(ctx, facts, 'planning', {
      note: input.reason,
      set: { closedOn: null, outcomeKey: null, closingReasonKey: null },
    })
    await ctx.tx.$executeRaw`select app.begin_round(${facts.caseId}::uuid)`
    return { caseId: facts.caseId }
  },
  audit,
})
