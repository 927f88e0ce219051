import { z } from 'zod'
import { mayWorkWithFamilies } from '@/lib/cases/people'
import { bySubject, ofCase } from '@/lib/cases/subject'
import type { IsoDate } from '@/lib/format/dates'
import { fromDbDate, fromDbDateOrNull, toDbDate } from '@/lib/platform/clock'
import { uuid } from '@/lib/platform/input'
import { defineQuery } from '@/lib/policy/usecase'

export type FamilyTeam = {
  readonly institutions: {
    participantId: string
    institutionId: string
    name: string
    phone: string | null
    purpose: string | null
    owner: boolean
    open: boolean
    /** What the institution answered to the invitation; null: nothing yet. */
    accepted: boolean | null
    invitedOn: IsoDate
  }[]
  readonly people: {
    assignmentId: string
    name: string
    role: string
    institution: string
    phone: string | null
    /** Somebody who may leave without a successor. */
    mayLeave: boolean
  }[]
  /** Institutions that declined, with their reason, newest first. */
  readonly declined: { participantId: string; name: string; reason: string | null; on: IsoDate | null }[]
  readonly invitable: { id: string; name: string }[]
  readonly staff: { userId: string; institutionId: string; name: string; institution: string; own: boolean }[]
}

/** Who works with the family, and who could be asked. */
export const familyTeam = defineQuery({
  name: 'participant.list',
  input: z.strictObject({ caseId: uuid() }),
  subject: bySubject,
  run: async ({ tx, today }, { caseId }, facts): Promise<FamilyTeam> => {
    const participants = await tx.caseParticipant.findMany({
      where: { caseId, OR: [{ endsOn: null }, { endsOn: { gte: toDbDate(today) } }] },
      orderBy: { startsOn: 'asc' },
    })
    const members = await tx.teamMember.findMany({
      where: { teamId: facts.teamId, leftOn: null },
      include: { institution: { select: { id: true, name: true, phone: true } } },
    })
    const beside = await tx.institution.findMany({
      where: { id: { in: participants.map((p) => p.institutionId) } },
      select: { id: true, name: true, phone: true },
    })
    const institutionOf = new Map(
      [...members.map((m) => m.institution), ...beside].map((i) => [i.id, i] as const),
    )
    const opened = await tx.$queryRaw<{ institution_id: string; open: boolean }[]>`
      select p.institution_id, app.case_open(p.institution_id, p.case_id) as open from case_participant p where p.case_id = ${caseId}::uuid`
    const assigned = await tx.roleAssignment.findMany({
      where: { caseId, endedAt: null },
      include: { user: { select: { givenName: true, familyName: true, phone: true } } },
    })
    const inCase = new Set([facts.ownerInstitutionId, ...participants.map((p) => p.institutionId)])
    const staff = await tx.employment.findMany({
      where: { institutionId: { in: [...inCase] }, endsOn: null, user: { disabledAt: null } },
      include: {
        user: { select: { givenName: true, familyName: true } },
        institution: { select: { name: true } },
      },
      orderBy: { user: { familyName: 'asc' } },
    })
    const held = await tx.roleAssignment.findMany({
      where: {
        institutionId: { in: [...inCase] },
        endedAt: null,
        OR: [{ endsOn: null }, { endsOn: { gte: toDbDate(today) } }],
      },
      select: { userId: true, institutionId: true, role: true },
    })
    const rolesOf = (userId: string, institutionId: string) =>
      held.filter((h) => h.userId === userId && h.institutionId === institutionId).map((h) => h.role)
    const declined = await tx.caseParticipant.findMany({
      where: { caseId, accepted: false },
      orderBy: [{ answeredOn: 'desc' }, { id: 'asc' }],
    })
    const nameOf = (id: string): string =>
      institutionOf.get(id)?.name ?? staff.find((s) => s.institutionId === id)?.institution.name ?? ''
    return {
      institutions: participants.map((p) => ({
        participantId: p.id,
        institutionId: p.institutionId,
        name: nameOf(p.institutionId),
        phone: institutionOf.get(p.institutionId)?.phone ?? null,
        purpose: p.purpose,
        accepted: p.accepted,
        invitedOn: fromDbDate(p.startsOn),
        owner: p.institutionId === facts.ownerInstitutionId,
        open:
          p.institutionId === facts.ownerInstitutionId ||
          opened.some((o) => o.institution_id === p.institutionId && o.open),
      })),
      people: assigned.map((a) => ({
        assignmentId: a.id,
        name: `${a.user.givenName} ${a.user.familyName}`,
        role: a.role,
        institution: nameOf(a.institutionId),
        phone: a.user.phone,
        mayLeave: a.role !== 'koordynator_rodziny',
      })),
      invitable: members
        .filter((m) => !participants.some((p) => p.institutionId === m.institutionId))
        .map((m) => ({ id: m.institutionId, name: m.institution.name })),
      declined: declined.map((p) => ({
        participantId: p.id,
        name: nameOf(p.institutionId),
        reason: p.declineReason,
        on: fromDbDateOrNull(p.answeredOn),
      })),
      staff: staff
        .filter((s) => mayWorkWithFamilies(rolesOf(s.userId, s.institutionId)))
        .map((s) => ({
          userId: s.userId,
          institutionId: s.institutionId,
          name: `${s.user.givenName} ${s.user.familyName}`,
          institution: s.institution.name,
          own: s.institutionId === facts.ownerInstitutionId,
        })),
    }
  },
  audit: (_team, _input, facts) => ofCase(facts),
})
