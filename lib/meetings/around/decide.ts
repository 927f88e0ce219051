import { z } from 'zod'
import { caseFacts, ofCase } from '@/lib/cases'
import { aboutCaseMeeting, caseMeetingFacts } from '@/lib/meetings/around/facts'
import { demandStage } from '@/lib/meetings/facts'
import { invalid, notFound } from '@/lib/platform/errors'
import type { CaseStatus } from '@/lib/platform/generated/prisma/enums'
import { optional, prose, uuid } from '@/lib/platform/input'
import { type Context, defineCommand, defineQuery } from '@/lib/policy/usecase'
import { caseHolders, demandHolder, dueDay, dueFields, giveCaseTask, optionalHolder } from '@/lib/tasks'

/** Steps of a case that a meeting decides on, with the stage that each leads to (domain 4.2). */
export const decidedSteps = {
  'case.changePlan': 'planning',
  'case.suspend': 'suspended',
  'case.resume': 'inProgress',
  'case.startEvaluation': 'evaluation',
  'case.interrupt': 'closed',
} as const satisfies Record<string, CaseStatus>
export type DecidedStep = keyof typeof decidedSteps
const stepKeys = Object.keys(decidedSteps) as DecidedStep[]

/** Typed once: a task at once, or what it will be, made by the form of the basket or of the case out of these words. */
export const decideAroundCase = defineCommand({
  name: 'caseMeeting.decide',
  input: z.strictObject({
    meetingId: uuid(),
    body: prose(500),
    becomes: z.enum(['task', 'line', 'step'], { error: 'choose' }),
    stepKey: optional(z.enum(stepKeys, { error: 'choose' })),
    to: optionalHolder(),
    ...dueFields,
  }),
  subject: caseMeetingFacts,
  run: async (ctx, { body, becomes, stepKey, to, ...due }, facts) => {
    const { row } = facts
    demandStage(row.status, 'decide')
    if (becomes === 'step' && !stepKey) throw invalid({ stepKey: 'choose' })
    const taskId = becomes === 'task' ? await taskOf(ctx, facts, body, to, due) : null
    const { caseId, teamId, ownerInstitutionId, category } = row
    await ctx.tx.caseDecision.createMany({
      data: [
        {
          caseId,
          teamId,
          ownerInstitutionId,
          category,
          caseMeetingId: row.id,
          body,
          becomes,
          taskId,
          stepKey: becomes === 'step' ? stepKey : null,
          createdById: ctx.actor.userId,
          createdAt: ctx.now,
        },
      ],
    })
    return { meetingId: row.id, caseId: row.caseId }
  },
  audit: aboutCaseMeeting,
})

type Given = { userId: string | null; institutionId: string } | null

const taskOf = async (
  ctx: Context,
  facts: Awaited<ReturnType<typeof caseMeetingFacts>>,
  body: string,
  to: Given,
  due: Parameters<typeof dueDay>[1],
): Promise<string> => {
  if (!to) throw invalid({ to: 'choose' })
  demandHolder(await caseHolders(ctx, facts.caseId), to)
  const task = { ...to, title: body, note: null, dueOn: dueDay(ctx.today, due) }
  return giveCaseTask(ctx, facts, facts.row.category, task)
}

const decisionFacts = async (ctx: Context, { decisionId }: { decisionId: string }) => {
  const row = await ctx.tx.caseDecision.findUnique({ where: { id: decisionId } })
  if (!row) throw notFound()
  return { ...(await caseFacts(ctx, row.caseId)), row }
}

/** The words of a decision, for the form that makes a line or a step of it. */
export const readDecision = defineQuery({
  name: 'caseMeeting.decision',
  input: z.strictObject({ decisionId: uuid() }),
  subject: decisionFacts,
  run: async (_ctx, _input, { row }) => ({ id: row.id, caseId: row.caseId, body: row.body }),
  audit: (_r, _i, facts) => ofCase(facts),
})
