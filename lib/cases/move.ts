import { addMonths, deadline } from '@/lib/calendar'
import type { CaseFacts, CaseStatus } from '@/lib/cases/facts'
import { moveNeeds, stageTerms } from '@/lib/cases/state'
import type { IsoDate } from '@/lib/format/dates'
import { toDbDate, toDbDateOrNull } from '@/lib/platform/clock'
import { conflict } from '@/lib/platform/errors'
import type { Prisma } from '@/lib/platform/generated/prisma/client'
import type { Context } from '@/lib/policy/usecase'

type Why = {
  readonly reasonKey?: string | null
  readonly note?: string | null
  /** Dates and keys of the case that this step sets. */
  readonly set?: Prisma.FamilyCaseUncheckedUpdateManyInput
  /** Replaces the stage's default term. */
  readonly dueOn?: IsoDate | null
}

/** When the stage that begins today should be over: the team's own term, else the default of domain 4.2. */
export const stageDue = async (
  { tx, today }: Context,
  teamId: string,
  stage: CaseStatus,
): Promise<IsoDate | null> => {
  const own = await tx.teamDeadline.findUnique({ where: { teamId_key: { teamId, key: stage } } })
  const term = own
    ? { unit: own.unit === 'business' ? ('business' as const) : ('calendar' as const), count: own.count }
    : stageTerms[stage]
  return term ? deadline(today, term) : null
}

/**
 * Moves a case one step of domain 4.2: refuses a jump (`wrongState`) and a stale version (`stale`), sets the term,
 * keeps who and why. The caller has checked the step's conditions; the use case has checked the permission.
 */
export const moveCase = async (
  ctx: Context,
  facts: CaseFacts,
  to: CaseStatus,
  why: Why = {},
): Promise<void> => {
  const { tx, actor, today } = ctx
  if (moveNeeds(facts.status, to) === null) throw conflict('wrongState')
  const due = why.dueOn === undefined ? await stageDue(ctx, facts.teamId, to) : why.dueOn
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
  await tx.caseTransition.createMany({
    data: [
      {
        caseId: facts.caseId,
        teamId: facts.teamId,
        fromStatus: facts.status,
        toStatus: to,
        actorId: actor.userId,
        institutionId: actor.institutionId,
        reasonKey: why.reasonKey ?? null,
        note: why.note ?? null,
      },
    ],
  })
}

/** Until when a closed case may be opened again (domain 4.2, row 15): six months from closing. */
export const reopenUntil = (closedOn: IsoDate): IsoDate => addMonths(closedOn, 6)
