import { z } from 'zod'
import type { IsoDate } from '@/lib/format/dates'
import { tell } from '@/lib/notifications'
import { toDbDate, toDbDateOrNull } from '@/lib/platform/clock'
import { conflict, invalid } from '@/lib/platform/errors'
import type { GminaPlan } from '@/lib/platform/generated/prisma/client'
import { date, many, optional, prose, uuid, version } from '@/lib/platform/input'
import { type Context, defineCommand } from '@/lib/policy/usecase'
import { demandAnimator } from '@/lib/programme/animators'
import { knownOf, live, planFacts, regionOf } from '@/lib/programme/facts'
import { gminaCodesWithin } from '@/lib/territory'

const aboutPlan = (planId: string, reason: string | null = null) => ({
  subjectKind: 'programme',
  subjectIds: [planId],
  reason,
})

const tellAnimator = async (ctx: Context, userId: string | null): Promise<void> => {
  if (userId)
    await tell(ctx, [{ userId, institutionId: ctx.actor.institutionId }], { kind: 'programme.assigned' })
}

const changePlan = async (
  { tx }: Context,
  plan: GminaPlan,
  seen: number,
  data: Partial<GminaPlan>,
): Promise<void> => {
  const changed = await tx.gminaPlan.updateMany({
    where: { id: plan.id, version: seen },
    data: { ...data, version: { increment: 1 } },
  })
  if (changed.count !== 1) throw conflict('stale')
}

/** Refuses what was dropped meanwhile: its page shows it out of the plan. */
const demandLive = (plan: GminaPlan): void => {
  if (!live(plan)) throw conflict('wrongState')
}

/** Puts gminas of the own region into the plan, with who animates them and by when the agreement is to be signed. */
export const planGminas = defineCommand({
  name: 'programme.plan',
  input: z.strictObject({
    gminas: many(z.string().regex(/^\d{7}$/u, 'choose')),
    animatorId: optional(uuid()).optional(),
    agreementPlannedOn: optional(date()).optional(),
  }),
  subject: ({ actor }) => ({ wojewodztwoCode: regionOf(actor) }),
  run: async (ctx, { gminas, animatorId = null, agreementPlannedOn = null }) => {
    const { tx, actor } = ctx
    const region = regionOf(actor)
    if (gminas.length === 0) throw invalid({ gminas: 'choose' })
    const inside = new Set(await gminaCodesWithin(tx, region))
    if (gminas.some((code) => !inside.has(code))) throw invalid({ gminas: 'choose' })
    await demandAnimator(ctx, animatorId)
    const given = { animatorId, agreementPlannedOn: toDbDateOrNull(agreementPlannedOn) }
    const before = await tx.gminaPlan.findMany({ where: { gminaCode: { in: gminas } } })
    for (const plan of before.filter((one) => !live(one)))
      await changePlan(ctx, plan, plan.version, {
        ...given,
        institutionId: actor.institutionId,
        droppedOn: null,
        droppedReason: null,
      })
    const fresh = gminas.filter((code) => !before.some((plan) => plan.gminaCode === code))
    await tx.gminaPlan.createMany({
      data: fresh.map((code) => ({
        gminaCode: code,
        powiatCode: code.slice(0, 4),
        wojewodztwoCode: region,
        institutionId: actor.institutionId,
        createdById: actor.userId,
        ...given,
      })),
    })
    await tellAnimator(ctx, animatorId)
    return { gminas: gminas.length }
  },
  audit: (_result, { gminas }) => ({ subjectKind: 'programme', subjectIds: [], reason: gminas.join(' ') }),
})

/** Says who animates a gmina; that person is told. */
export const assignAnimator = defineCommand({
  name: 'programme.assign',
  input: z.strictObject({ planId: uuid(), version: version(), animatorId: optional(uuid()) }),
  subject: planFacts,
  run: async (ctx, { version: seen, animatorId }, { plan, gmina }) => {
    demandLive(plan)
    await demandAnimator(ctx, animatorId)
    await changePlan(ctx, plan, seen, { animatorId, institutionId: ctx.actor.institutionId })
    if (animatorId !== plan.animatorId) await tellAnimator(ctx, animatorId)
    return { gmina: gmina.code }
  },
  audit: (_result, { planId }) => aboutPlan(planId),
})

const inOrder = (days: readonly (IsoDate | null)[]): boolean => {
  const known = days.filter((day) => day !== null)
  return known.every((day, i) => i === 0 || (known[i - 1] ?? day) <= day)
}

/** Days of the stages: all are planned, two are also entered when they took place. */
export const keepStages = defineCommand({
  name: 'programme.keep',
  input: z.strictObject({
    planId: uuid(),
    version: version(),
    talkPlannedOn: optional(date()),
    talkDoneOn: optional(date()),
    presentationPlannedOn: optional(date()),
    presentationDoneOn: optional(date()),
    agreementPlannedOn: optional(date()),
    familyPlannedOn: optional(date()),
    steadyPlannedOn: optional(date()),
  }),
  subject: planFacts,
  run: async (ctx, { planId: _id, version: seen, ...days }, { plan, gmina }) => {
    demandLive(plan)
    for (const field of ['talkDoneOn', 'presentationDoneOn'] as const) {
      const day = days[field]
      if (day && day > ctx.today) throw invalid({ [field]: 'dateFuture' })
    }
    const { agreementOn } = (await knownOf(ctx.tx, plan.wojewodztwoCode))(plan.gminaCode)
    if (!inOrder([days.talkDoneOn, days.presentationDoneOn]))
      throw invalid({ presentationDoneOn: 'programme.order' })
    const planned = [
      days.talkPlannedOn,
      days.presentationPlannedOn,
      // what took place is no longer planned, and its day is no longer asked for
      agreementOn ? null : days.agreementPlannedOn,
      days.familyPlannedOn,
      days.steadyPlannedOn,
    ]
    if (!inOrder(planned)) throw invalid({ talkPlannedOn: 'programme.order' })
    await changePlan(
      ctx,
      plan,
      seen,
      Object.fromEntries(
        Object.entries(days).map(([field, day]) => [field, day ? toDbDate(day) : null]),
      ) as Partial<GminaPlan>,
    )
    return { gmina: gmina.code }
  },
  audit: (_result, { planId }) => aboutPlan(planId),
})

/** Takes a gmina out of the plan, with why; what was noted stays, and it can be planned again. */
export const dropGmina = defineCommand({
  name: 'programme.drop',
  input: z.strictObject({ planId: uuid(), version: version(), reason: prose(500) }),
  subject: planFacts,
  run: async (ctx, { version: seen, reason }, { plan, gmina }) => {
    demandLive(plan)
    await changePlan(ctx, plan, seen, { droppedOn: toDbDate(ctx.today), droppedReason: reason })
    return { gmina: gmina.code }
  },
  audit: (_result, { planId, reason }) => aboutPlan(planId, reason),
})
