import { randomUUID } from 'node:crypto'
import { addMonths, deadline } from '@/lib/calendar'
import type { CaseFacts, CaseStatus } from '@/lib/cases/facts'
import { movePermissions, stageTermKeys } from '@/lib/cases/state'
import type { IsoDate } from '@/lib/format/dates'
import { fromDbDateOrNull, toDbDate, toDbDateOrNull } from '@/lib/platform/clock'
import { conflict } from '@/lib/platform/errors'
import type { Prisma } from '@/lib/platform/generated/prisma/client'
import type { Permission } from '@/lib/policy/permissions'
import type { Context } from '@/lib/policy/usecase'
import { type TermHolder, termFor } from '@/lib/variants'

type Why = {
  readonly reasonKey?: string | null
  readonly note?: string | null
  /** Dates and keys of the case that this step sets. */
  readonly set?: Prisma.FamilyCaseUncheckedUpdateManyInput
  /** Replaces the stage's default term. */
  readonly dueOn?: IsoDate | null
  /** The step's own permission, where another use case causes the step (an answer that sends the plan back). */
  readonly as?: Permission
}

/** When the stage that begins today should be over, by the term that holds there; null: the stage has none (domain 4.2). */
export const stageDue = async (
  ctx: Context,
  holder: TermHolder,
  stage: CaseStatus,
): Promise<IsoDate | null> => {
  const key = stageTermKeys.find((known) => known === stage)
  return key ? deadline(ctx.today, await termFor(ctx, holder, key)) : null
}

/**
 * Moves a case one step of domain 4.2: refuses a jump, and a step that belongs to another permission than the use
 * case's (`wrongState`), and a stale version (`stale`); sets the term, keeps who and why. What is closed ends whole: its
 * plan and its services with it. The caller has checked the step's conditions.
 */
export const moveCase = async (
  ctx: Context,
  facts: CaseFacts,
  to: CaseStatus,
  why: Why = {},
): Promise<void> => {
  const { tx, actor, today } = ctx
  const by = why.as ?? ctx.useCase
  if (!movePermissions(facts.status, to).some((permission) => permission === by)) throw conflict('wrongState')
  const due = why.dueOn === undefined ? await stageDue(ctx, facts, to) : why.dueOn
  const changed = await tx.familyCase.updateMany({
    where: { id: facts.caseId, version: facts.version, status: facts.status },
    data: {
      ...why.set,
      status: to,
      statusSince: toDbDate(today),
      dueOn: toDbDateOrNull(due),
      version: { increment: 1 },
    },
  })
  if (changed.count !== 1) throw conflict('stale')
  // an ordinary closing (row 13) and a handing over let services go on that were carried forward
  const goesOn = by === 'case.close' || by === 'transfer.pass'
  if (to === 'closed') await tx.$executeRaw`select app.end_work(${facts.caseId}::uuid, ${goesOn})`
  const id = randomUUID()
  await tx.caseTransition.createMany({
    data: [
      {
        id,
        caseId: facts.caseId,
        teamId: facts.teamId,
        fromStatus: facts.status,
        toStatus: to,
        actorId: actor.userId,
        institutionId: actor.institutionId,
        reasonKey: why.reasonKey ?? null,
      },
    ],
  })
  // the words are for the owner's people alone, so they are kept apart from the step
  const at = { transitionId: id, caseId: facts.caseId, teamId: facts.teamId }
  if (why.note) await tx.stepNote.createMany({ data: [{ ...at, note: why.note }] })
}

/** When the plan in force ends: by then it is renewed or evaluated. */
export const planEnd = async ({ tx }: Context, caseId: string): Promise<IsoDate | null> => {
  const plan = await tx.plan.findFirst({ where: { caseId, status: 'inForce' }, select: { endsOn: true } })
  return fromDbDateOrNull(plan?.endsOn ?? null)
}

/** Until when a closed case may be opened again (domain 4.2, row 15): six months from closing. */
export const reopenUntil = (closedOn: IsoDate): IsoDate => addMonths(closedOn, 6)

/** A case that was handed to the team of another gmina is never opened again here: the work goes on there. */
export const handedOver = async ({ tx }: Context, caseId: string): Promise<boolean> =>
  (await tx.familyCase.count({ where: { id: caseId, closingReasonKey: 'przekazanie' } })) > 0
