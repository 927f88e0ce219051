import { z } from 'zod'
import type { CaseFacts } from '@/lib/cases/facts'
import { isOpen } from '@/lib/cases/state'
import { bySubject, ofCase } from '@/lib/cases/subject'
import { tell } from '@/lib/notifications'
import { toDbDate } from '@/lib/platform/clock'
import { conflict, invalid, notFound } from '@/lib/platform/errors'
import { uuid } from '@/lib/platform/input'
import type { Role } from '@/lib/policy/actor'
import { may } from '@/lib/policy/decide'
import { type Context, defineCommand } from '@/lib/policy/usecase'

const audit = (_r: unknown, _i: unknown, facts: CaseFacts) => ofCase(facts)

export const assignable = ['koordynator_rodziny', 'asystent_rodziny', 'specjalista'] as const

/** Warn from this family on (UWR art. 15: an assistant works with at most 15 families). */
const familiesOfAssistant = 15

/** Roles that watch or govern: who holds one never works with a family of the same institution. */
const apart: readonly Role[] = ['iod', 'audytor', 'radny', 'ministerstwo', 'operator']

/** A local administrator sees no case content, unless the person has another work here too. */
export const mayWorkWithFamilies = (roles: readonly Role[]): boolean =>
  !roles.some((role) => apart.includes(role)) &&
  (roles.length === 0 || roles.some((role) => role !== 'admin_lokalny'))

const otherRoleInGmina = async (
  { tx }: Context,
  userId: string,
  role: string,
  gminaCode: string,
): Promise<boolean> => {
  const other = role === 'asystent_rodziny' ? 'koordynator_rodziny' : 'asystent_rodziny'
  const [row] = await tx.$queryRaw<{ works: boolean }[]>`
    select app.works_in_gmina_as(${userId}::uuid, ${other}, ${gminaCode}) as works`
  return row?.works ?? false
}

const manyFamilies = async ({ tx }: Context, userId: string): Promise<boolean> => {
  const [row] = await tx.$queryRaw<{ n: number | null }[]>`
    select app.families_of_assistant(${userId}::uuid) as n`
  return (row?.n ?? 0) > familiesOfAssistant
}

/** Somebody who works in this institution and whose other roles there allow it. */
export const checkWorker = async (
  { tx, today }: Context,
  userId: string,
  institutionId: string,
): Promise<void> => {
  const live = await tx.employment.count({ where: { userId, institutionId, endsOn: null } })
  if (live === 0) throw notFound()
  const held = await tx.roleAssignment.findMany({
    where: {
      userId,
      institutionId,
      endedAt: null,
      OR: [{ endsOn: null }, { endsOn: { gte: toDbDate(today) } }],
    },
    select: { role: true },
  })
  if (!mayWorkWithFamilies(held.map(({ role }) => role))) throw invalid({ userId: 'keptApart' })
}

const takesPart = async ({ tx, today }: Context, facts: CaseFacts, institutionId: string): Promise<void> => {
  if (institutionId === facts.ownerInstitutionId) return
  const there = await tx.caseParticipant.count({
    where: {
      caseId: facts.caseId,
      institutionId,
      OR: [{ endsOn: null }, { endsOn: { gte: toDbDate(today) } }],
    },
  })
  if (there === 0) throw notFound()
}

/** Before a closed case is opened again it needs a family coordinator; nobody else is named where nobody works. */
const checkStage = (facts: CaseFacts, role: string): void => {
  if (isOpen(facts.status)) return
  if (facts.status !== 'closed' || role !== 'koordynator_rodziny') throw conflict('wrongState')
}

const coordinatorStepsBack = async ({ tx, now, today }: Context, caseId: string): Promise<void> => {
  await tx.roleAssignment.updateMany({
    where: { caseId, role: 'koordynator_rodziny', endedAt: null },
    data: { endedAt: now, endsOn: toDbDate(today) },
  })
}

/**
 * Names who works with the family: the family coordinator of the owner; assistants and specialists of any institution
 * that takes part. A new family coordinator takes over from the one before. One person is never social worker and
 * family assistant in the same gmina (UWR art. 17 ust. 3).
 */
export const assignToCase = defineCommand({
  name: 'case.assign',
  input: z.strictObject({
    caseId: uuid(),
    userId: uuid(),
    institutionId: uuid(),
    role: z.enum(assignable, { error: 'choose' }),
  }),
  subject: bySubject,
  run: async (ctx, { userId, institutionId, role }, facts) => {
    const { tx, actor, today } = ctx
    const { caseId, teamId } = facts
    checkStage(facts, role)
    await checkWorker(ctx, userId, institutionId)
    await takesPart(ctx, facts, institutionId)
    if (role === 'koordynator_rodziny' && institutionId !== facts.ownerInstitutionId)
      throw invalid({ institutionId: 'ownerPeopleOnly' })
    if (role !== 'specjalista' && (await otherRoleInGmina(ctx, userId, role, facts.gminaCode)))
      throw invalid({ userId: 'bothRolesInGmina' })
    if (role === 'koordynator_rodziny') {
      if (!may(actor, 'case.appointCoordinator', facts)) throw conflict('coordinatorByTeamOnly')
      await coordinatorStepsBack(ctx, caseId)
    }
    const already = await tx.roleAssignment.count({ where: { caseId, userId, role, endedAt: null } })
    if (already > 0) throw conflict('alreadyExists')
    await tx.roleAssignment.createMany({
      data: [{ userId, institutionId, role, caseId, startsOn: toDbDate(today), grantedById: actor.userId }],
    })
    await tell(ctx, [{ userId, institutionId }], { kind: 'case.assigned', teamId, caseId })
    return { manyFamilies: role === 'asystent_rodziny' && (await manyFamilies(ctx, userId)) }
  },
  audit,
})

/** People of an institution stop working with the family together with it. */
export const endAssignmentsOf = async (
  { tx, now, today }: Context,
  caseId: string,
  institutionId: string,
): Promise<void> => {
  await tx.roleAssignment.updateMany({
    where: { caseId, institutionId, role: { in: ['asystent_rodziny', 'specjalista'] }, endedAt: null },
    data: { endedAt: now, endsOn: toDbDate(today) },
  })
}

/**
 * Somebody stops working with the family; the sight of it ends the same day. The family coordinator is never left out
 * without a successor (domain 5.3.8): there somebody else is named instead.
 */
export const unassignFromCase = defineCommand({
  name: 'case.unassign',
  input: z.strictObject({ caseId: uuid(), assignmentId: uuid() }),
  subject: bySubject,
  run: async ({ tx, now, today }, { caseId, assignmentId }) => {
    const ended = await tx.roleAssignment.updateMany({
      where: { id: assignmentId, caseId, endedAt: null, role: { in: ['asystent_rodziny', 'specjalista'] } },
      data: { endedAt: now, endsOn: toDbDate(today) },
    })
    if (ended.count !== 1) throw notFound()
  },
  audit,
})
