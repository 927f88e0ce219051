import { z } from 'zod'
import type { CaseFacts } from '@/lib/cases/facts'
import { bySubject, ofCase } from '@/lib/cases/subject'
import { toDbDate } from '@/lib/platform/clock'
import { conflict, invalid, notFound } from '@/lib/platform/errors'
import { line, optional, uuid } from '@/lib/platform/input'
import { may } from '@/lib/policy/decide'
import { type Context, defineCommand } from '@/lib/policy/usecase'

const audit = (_r: unknown, _i: unknown, facts: CaseFacts) => ofCase(facts)

export const assignable = ['koordynator_rodziny', 'asystent_rodziny', 'specjalista'] as const

/** Warn from this family on (UWR art. 15: an assistant works with at most 15 families). */
const familiesOfAssistant = 15

const otherRoleInGmina = async (
  { tx }: Context,
  userId: string,
  role: string,
  gminaCode: string,
): Promise<boolean> => {
  const other = role === 'asystent_rodziny' ? 'koordynator_rodziny' : 'asystent_rodziny'
  const [row] = await tx.$queryRaw<{ n: number }[]>`
    select count(*)::int as n from role_assignment r join family_case c on c.id = r.case_id
    where r.user_id = ${userId}::uuid and r.role::text = ${other} and r.ended_at is null and c.gmina_code = ${gminaCode}`
  return (row?.n ?? 0) > 0
}

const employed = async ({ tx }: Context, userId: string, institutionId: string): Promise<void> => {
  const live = await tx.employment.count({ where: { userId, institutionId, endsOn: null } })
  if (live === 0) throw notFound()
}

/**
 * Names who works with the family: the family coordinator and assistant of the owner, specialists of any institution
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
  run: async (ctx, input, facts) => {
    const { tx, actor, now, today } = ctx
    await employed(ctx, input.userId, input.institutionId)
    const ownRole = input.role !== 'specjalista'
    if (ownRole && input.institutionId !== facts.ownerInstitutionId)
      throw invalid({ institutionId: 'ownerPeopleOnly' })
    if (ownRole && (await otherRoleInGmina(ctx, input.userId, input.role, facts.gminaCode)))
      throw invalid({ userId: 'bothRolesInGmina' })
    if (input.role === 'koordynator_rodziny') {
      const coordinates = may(actor, 'case.appointCoordinator', facts)
      if (!coordinates) throw conflict('coordinatorByTeamOnly')
      await tx.roleAssignment.updateMany({
        where: { caseId: facts.caseId, role: 'koordynator_rodziny', endedAt: null },
        data: { endedAt: now, endsOn: toDbDate(today) },
      })
    }
    const already = await tx.roleAssignment.count({
      where: { caseId: facts.caseId, userId: input.userId, role: input.role, endedAt: null },
    })
    if (already > 0) throw conflict('alreadyExists')
    await tx.roleAssignment.createMany({
      data: [
        {
          userId: input.userId,
          institutionId: input.institutionId,
          role: input.role,
          caseId: facts.caseId,
          startsOn: toDbDate(today),
          grantedById: actor.userId,
        },
      ],
    })
    const families = await tx.roleAssignment.count({
      where: { userId: input.userId, role: 'asystent_rodziny', endedAt: null },
    })
    return { manyFamilies: input.role === 'asystent_rodziny' && families > familiesOfAssistant }
  },
  audit,
})

/** Invites an institution of the team into the family team; it sees nothing before consent or basis. */
export const inviteInstitution = defineCommand({
  name: 'participant.invite',
  input: z.strictObject({
    caseId: uuid(),
    institutionIds: z.preprocess(
      (v) => (Array.isArray(v) ? v : v ? [v] : []),
      z.array(uuid()).min(1, 'choose'),
    ),
    purpose: optional(line(300)),
  }),
  subject: bySubject,
  run: async ({ tx, actor, today }, { institutionIds, purpose }, facts) => {
    const members = await tx.teamMember.findMany({
      where: { teamId: facts.teamId, leftOn: null, institutionId: { in: institutionIds } },
      select: { institutionId: true },
    })
    if (members.length !== new Set(institutionIds).size) throw notFound()
    const there = await tx.caseParticipant.findMany({
      where: { caseId: facts.caseId, endsOn: null },
      select: { institutionId: true },
    })
    const present = new Set(there.map((p) => p.institutionId))
    const fresh = institutionIds.filter((id) => !present.has(id))
    await tx.caseParticipant.createMany({
      data: fresh.map((institutionId) => ({
        caseId: facts.caseId,
        teamId: facts.teamId,
        institutionId,
        purpose,
        startsOn: toDbDate(today),
        invitedById: actor.userId,
      })),
    })
    return { invited: fresh.length }
  },
  audit,
})

/** An institution leaves the family team; with its participation its sight of the case ends the same day. */
export const endParticipation = defineCommand({
  name: 'participant.end',
  input: z.strictObject({ caseId: uuid(), participantId: uuid() }),
  subject: bySubject,
  run: async ({ tx, today }, { participantId }, facts) => {
    const dayBefore = new Date(toDbDate(today).getTime() - 86_400_000)
    const ended = await tx.caseParticipant.updateMany({
      where: { id: participantId, caseId: facts.caseId, endsOn: null },
      data: { endsOn: dayBefore },
    })
    if (ended.count !== 1) throw notFound()
  },
  audit,
})

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
