import { z } from 'zod'
import type { CaseFacts } from '@/lib/cases/facts'
import { mayWorkWithFamilies } from '@/lib/cases/people'
import { bySubject, ofCase } from '@/lib/cases/subject'
import type { IsoDate } from '@/lib/format/dates'
import { fromDbDate, fromDbDateOrNull } from '@/lib/platform/clock'
import { uuid } from '@/lib/platform/input'
import type { Role } from '@/lib/policy/actor'
import { type Context, defineQuery } from '@/lib/policy/usecase'

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

type Participant = {
  id: string
  institutionId: string
  name: string
  phone: string | null
  purpose: string | null
  startsOn: Date
  ended: boolean
  accepted: boolean | null
  answeredOn: Date | null
  declineReason: string | null
  open: boolean
}

/** Institutions of the case, ended ones too, with whether consent lets each of them in now. */
const participantsOf = ({ tx }: Context, caseId: string): Promise<Participant[]> => tx.$queryRaw`
  select p.id, p.institution_id as "institutionId", i.name, i.phone, p.purpose, p.starts_on as "startsOn",
    coalesce(p.ends_on < app.today(), false) as ended, p.accepted, p.answered_on as "answeredOn",
    p.decline_reason as "declineReason", app.case_open(p.institution_id, p.case_id) as open
  from case_participant p join institution i on i.id = p.institution_id
  where p.case_id = ${caseId}::uuid order by p.starts_on, p.id`

type Staff = {
  userId: string
  institutionId: string
  name: string
  institution: string
  roles: Role[]
}

/** Who is employed in these institutions, with the roles held there. */
const staffOf = ({ tx }: Context, institutionIds: readonly string[]): Promise<Staff[]> => tx.$queryRaw`
  select e.user_id as "userId", e.institution_id as "institutionId", u.given_name || ' ' || u.family_name as name,
    i.name as institution, array(
      select r.role::text from role_assignment r
      where r.user_id = e.user_id and r.institution_id = e.institution_id and r.ended_at is null
        and (r.ends_on is null or r.ends_on >= app.today())) as roles
  from employment e join user_account u on u.id = e.user_id join institution i on i.id = e.institution_id
  where e.institution_id = any (${institutionIds as string[]}::uuid[]) and e.ends_on is null and u.disabled_at is null
  order by u.family_name, u.given_name`

/** Those who said no, the last one first. */
const declinedOf = (participants: readonly Participant[]): FamilyTeam['declined'] =>
  participants
    .filter((p) => p.accepted === false)
    .sort((a, b) => Number(b.answeredOn) - Number(a.answeredOn) || a.id.localeCompare(b.id))
    .map((p) => ({
      participantId: p.id,
      name: p.name,
      reason: p.declineReason,
      on: fromDbDateOrNull(p.answeredOn),
    }))

const institutionsOf = (
  participants: readonly Participant[],
  { ownerInstitutionId }: CaseFacts,
): FamilyTeam['institutions'] =>
  participants.map((p) => ({
    participantId: p.id,
    institutionId: p.institutionId,
    name: p.name,
    phone: p.phone,
    purpose: p.purpose,
    accepted: p.accepted,
    invitedOn: fromDbDate(p.startsOn),
    owner: p.institutionId === ownerInstitutionId,
    open: p.institutionId === ownerInstitutionId || p.open,
  }))

/** Who works with the family, and who could be asked. */
export const familyTeam = defineQuery({
  name: 'participant.list',
  input: z.strictObject({ caseId: uuid() }),
  subject: bySubject,
  run: async (ctx, { caseId }, facts): Promise<FamilyTeam> => {
    const all = await participantsOf(ctx, caseId)
    const participants = all.filter((p) => !p.ended)
    const members = await ctx.tx.teamMember.findMany({
      where: { teamId: facts.teamId, leftOn: null },
      select: { institutionId: true, institution: { select: { name: true } } },
    })
    const assigned = await ctx.tx.roleAssignment.findMany({
      where: { caseId, endedAt: null },
      include: { user: { select: { givenName: true, familyName: true, phone: true } } },
    })
    const inCase = new Set([facts.ownerInstitutionId, ...participants.map((p) => p.institutionId)])
    const staff = await staffOf(ctx, [...inCase])
    const names = new Map([
      ...staff.map((s) => [s.institutionId, s.institution] as const),
      ...members.map((m) => [m.institutionId, m.institution.name] as const),
      ...all.map((p) => [p.institutionId, p.name] as const),
    ])
    return {
      institutions: institutionsOf(participants, facts),
      people: assigned.map((a) => ({
        assignmentId: a.id,
        name: `${a.user.givenName} ${a.user.familyName}`,
        role: a.role,
        institution: names.get(a.institutionId) ?? '',
        phone: a.user.phone,
        mayLeave: a.role !== 'koordynator_rodziny',
      })),
      invitable: members
        .filter((m) => !participants.some((p) => p.institutionId === m.institutionId))
        .map((m) => ({ id: m.institutionId, name: m.institution.name })),
      declined: declinedOf(all),
      staff: staff
        .filter((s) => mayWorkWithFamilies(s.roles))
        .map(({ roles, ...s }) => ({ ...s, own: s.institutionId === facts.ownerInstitutionId })),
    }
  },
  audit: (_team, _input, facts) => ofCase(facts),
})
