import { z } from 'zod'
import type { CaseFacts } from '@/lib/cases/facts'
import { mayWorkWithFamilies } from '@/lib/cases/people'
import { bySubject, ofCase } from '@/lib/cases/subject'
import type { IsoDate } from '@/lib/format/dates'
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
  /** Institutions that declined, with their reason, newest first. */
  readonly declined: { participantId: string; name: string; reason: string | null; on: IsoDate | null }[]
  readonly invitable: { id: string; name: string }[]
  /** The institutional team: every party of the agreement, with whether it works with this family. */
  readonly parties: { id: string; name: string; takesPart: boolean }[]
  readonly staff: { userId: string; institutionId: string; name: string; institution: string; own: boolean }[]
}

type Participant = {
  id: string
  institutionId: string
  name: string
  phone: string | null
  purpose: string | null
  startsOn: IsoDate
  ended: boolean
  accepted: boolean | null
  answeredOn: IsoDate | null
  declineReason: string | null
  open: boolean
}

type Staff = {
  userId: string
  institutionId: string
  name: string
  institution: string
  roles: Role[]
}

type Found = {
  participants: Participant[] | null
  members: { id: string; name: string }[] | null
  staff: Staff[] | null
}

/**
 * In one question: institutions of the case, ended ones too, with whether consent lets each of them in now; parties of
 * the team; who is employed in the institutions that take part, with the roles held there.
 */
const foundIn = async (
  { tx }: Context,
  { caseId, teamId, ownerInstitutionId }: CaseFacts,
): Promise<Found> => {
  const [found] = await tx.$queryRaw<Found[]>`
    with taking_part as (
      select ${ownerInstitutionId}::uuid as id
      union select p.institution_id from case_participant p
        where p.case_id = ${caseId}::uuid and (p.ends_on is null or p.ends_on >= app.today()))
    select
      (select json_agg(json_build_object('id', p.id, 'institutionId', p.institution_id, 'name', i.name,
          'phone', i.phone, 'purpose', p.purpose, 'startsOn', p.starts_on,
          'ended', coalesce(p.ends_on < app.today(), false), 'accepted', p.accepted, 'answeredOn', p.answered_on,
          'declineReason', p.decline_reason, 'open', app.case_open(p.institution_id, p.case_id))
          order by p.starts_on, p.id)
        from case_participant p join institution i on i.id = p.institution_id
        where p.case_id = ${caseId}::uuid) as participants,
      (select json_agg(json_build_object('id', m.institution_id, 'name', i.name))
        from team_member m join institution i on i.id = m.institution_id
        where m.team_id = ${teamId}::uuid and m.left_on is null) as members,
      (select json_agg(json_build_object('userId', e.user_id, 'institutionId', e.institution_id,
          'name', u.given_name || ' ' || u.family_name, 'institution', i.name, 'roles', array(
            select r.role from role_assignment r
            where r.user_id = e.user_id and r.institution_id = e.institution_id and r.ended_at is null
              and (r.ends_on is null or r.ends_on >= app.today()))) order by u.family_name, u.given_name)
        from employment e join user_account u on u.id = e.user_id join institution i on i.id = e.institution_id
        where e.institution_id in (select t.id from taking_part t) and e.ends_on is null
          and u.disabled_at is null) as staff`
  return found ?? { participants: null, members: null, staff: null }
}

/** Those who said no, the last one first. */
const declinedOf = (participants: readonly Participant[]): FamilyTeam['declined'] =>
  participants
    .filter((p) => p.accepted === false)
    .sort((a, b) => (b.answeredOn ?? '').localeCompare(a.answeredOn ?? '') || a.id.localeCompare(b.id))
    .map((p) => ({
      participantId: p.id,
      name: p.name,
      reason: p.declineReason,
      on: p.answeredOn,
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
    invitedOn: p.startsOn,
    owner: p.institutionId === ownerInstitutionId,
    open: p.institutionId === ownerInstitutionId || p.open,
  }))

/** Who works with the family, and who could be asked. */
export const familyTeam = defineQuery({
  name: 'participant.list',
  input: z.strictObject({ caseId: uuid() }),
  subject: bySubject,
  run: async (ctx, _input, facts): Promise<FamilyTeam> => {
    const found = await foundIn(ctx, facts)
    const all = found.participants ?? []
    const participants = all.filter((p) => !p.ended)
    const [members, staff] = [found.members ?? [], found.staff ?? []]
    return {
      institutions: institutionsOf(participants, facts),
      invitable: members.filter((m) => !participants.some((p) => p.institutionId === m.id)),
      parties: members
        .map((m) => ({ ...m, takesPart: participants.some((p) => p.institutionId === m.id) }))
        .toSorted((a, b) => a.name.localeCompare(b.name, 'pl')),
      declined: declinedOf(all),
      staff: staff
        .filter((s) => mayWorkWithFamilies(s.roles))
        .map(({ roles, ...s }) => ({ ...s, own: s.institutionId === facts.ownerInstitutionId })),
    }
  },
  audit: (_team, _input, facts) => ofCase(facts),
})
