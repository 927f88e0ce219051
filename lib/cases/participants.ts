import { z } from 'zod'
import type { CaseFacts } from '@/lib/cases/facts'
import { checkWorker, endAssignmentsOf } from '@/lib/cases/people'
import { isOpen } from '@/lib/cases/state'
import { bySubject, ofCase } from '@/lib/cases/subject'
import { decidersOf, familyCoordinators, namedIn, teamCoordinators } from '@/lib/cases/whom'
import type { IsoDate } from '@/lib/format/dates'
import { tell } from '@/lib/notifications'
import { fromDbDate, toDbDate } from '@/lib/platform/clock'
import { conflict, invalid, notFound } from '@/lib/platform/errors'
import { line, optional, uuid } from '@/lib/platform/input'
import type { Facts } from '@/lib/policy/decide'
import { anySubject, type Context, defineCommand, defineQuery } from '@/lib/policy/usecase'

const audit = (_r: unknown, _i: unknown, facts: CaseFacts) => ofCase(facts)

/**
 * Institutions that may be asked: parties of the team, and with a reason any other of the registry (domain 5.3.1),
 * because what a family needs is not always done by a party.
 */
const checkInvited = async (
  { tx }: Context,
  teamId: string,
  institutionIds: readonly string[],
  reason: string | null,
): Promise<void> => {
  const wanted = [...new Set(institutionIds)]
  const members = await tx.teamMember.findMany({
    where: { teamId, leftOn: null, institutionId: { in: wanted } },
    select: { institutionId: true },
  })
  const party = new Set(members.map((m) => m.institutionId))
  const others = wanted.filter((id) => !party.has(id))
  if (others.length === 0) return
  const known = await tx.institution.count({ where: { id: { in: others }, endedOn: null } })
  if (known !== others.length) throw notFound()
  if (!reason) throw invalid({ purpose: 'required' })
}

/** Invites an institution into the family team; it sees nothing before consent or basis. */
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
  run: async (ctx, { institutionIds, purpose }, facts) => {
    const { tx, actor, today } = ctx
    const { caseId, teamId } = facts
    if (!isOpen(facts.status)) throw conflict('wrongState')
    await checkInvited(ctx, teamId, institutionIds, purpose)
    const there = await tx.caseParticipant.findMany({
      where: { caseId, endsOn: null },
      select: { institutionId: true },
    })
    const present = new Set(there.map((p) => p.institutionId))
    const fresh = [...new Set(institutionIds)].filter((id) => !present.has(id))
    const of = { caseId, teamId, purpose, startsOn: toDbDate(today), invitedById: actor.userId }
    await tx.caseParticipant.createMany({ data: fresh.map((institutionId) => ({ ...of, institutionId })) })
    // of a restricted case nobody hears who is not named in it
    const named = await namedIn(ctx, caseId)
    const deciders = await decidersOf(ctx, fresh)
    const told = deciders.filter(({ userId }) => named === null || named.includes(userId))
    await tell(ctx, told, { kind: 'participant.invited', teamId })
    const heard = new Set(told.map(({ institutionId }) => institutionId))
    return { invited: fresh.length, unheard: named !== null && fresh.some((id) => !heard.has(id)) }
  },
  audit,
})

/** An institution leaves the family team; its sight of the case, and the work of its people with it, end the same day. */
export const endParticipation = defineCommand({
  name: 'participant.end',
  input: z.strictObject({ caseId: uuid(), participantId: uuid() }),
  subject: bySubject,
  run: async (ctx, { participantId }, facts) => {
    const { tx, today } = ctx
    const where = { id: participantId, caseId: facts.caseId, endsOn: null }
    const row = await tx.caseParticipant.findFirst({ where })
    if (!row) throw notFound()
    if (row.institutionId === facts.ownerInstitutionId) throw conflict('wrongState')
    const dayBefore = new Date(toDbDate(today).getTime() - 86_400_000)
    const ended = await tx.caseParticipant.updateMany({ where, data: { endsOn: dayBefore } })
    if (ended.count !== 1) throw conflict('stale')
    await endAssignmentsOf(ctx, facts.caseId, row.institutionId)
  },
  audit,
})

type InvitationRow = {
  id: string
  case_id: string
  team_id: string
  owner_institution_id: string
  number: string
  team_name: string
  purpose: string | null
  invited_on: Date
  accepted: boolean | null
}

const invitationRows = ({ tx }: Context): Promise<InvitationRow[]> =>
  tx.$queryRaw<InvitationRow[]>`select * from app.invitations()`

export type Invitation = {
  readonly id: string
  readonly number: string
  readonly teamName: string
  readonly purpose: string | null
  readonly invitedOn: IsoDate
}

/** Invitations that wait for the own institution, and who of it could come. Number and purpose: nothing of a family. */
export const listInvitations = defineQuery({
  name: 'participant.invitations',
  input: z.strictObject({}),
  subject: anySubject,
  run: async (ctx) => {
    const rows = (await invitationRows(ctx)).filter(({ accepted }) => accepted === null)
    const staff =
      rows.length === 0
        ? []
        : await ctx.tx.employment.findMany({
            where: { institutionId: ctx.actor.institutionId, endsOn: null, user: { disabledAt: null } },
            include: { user: { select: { givenName: true, familyName: true } } },
            orderBy: { user: { familyName: 'asc' } },
          })
    return {
      invitations: rows.map(
        (r): Invitation => ({
          id: r.id,
          number: r.number,
          teamName: r.team_name,
          purpose: r.purpose,
          invitedOn: fromDbDate(r.invited_on),
        }),
      ),
      staff: staff.map(({ userId, user }) => ({ userId, name: `${user.givenName} ${user.familyName}` })),
      caseIds: rows.map((r) => r.case_id),
    }
  },
  audit: ({ caseIds }) => (caseIds.length === 0 ? null : { subjectKind: 'case', subjectIds: caseIds }),
})

type Invited = Facts & { readonly row: InvitationRow }

const invitation = async (ctx: Context, { participantId }: { participantId: string }): Promise<Invited> => {
  const row = (await invitationRows(ctx)).find(({ id }) => id === participantId)
  if (!row) throw notFound()
  return { row, institutionId: ctx.actor.institutionId }
}

/** The own institution takes part and names who comes, or declines with a reason (domain 3.6, "A own inst."). */
export const answerInvitation = defineCommand({
  name: 'participant.answer',
  input: z
    .strictObject({
      participantId: uuid(),
      answer: z.enum(['accept', 'decline'], { error: 'choose' }),
      userId: optional(uuid()),
      reason: optional(line(300)),
    })
    .refine((i) => i.answer !== 'accept' || i.userId !== null, { path: ['userId'], message: 'choose' })
    .refine((i) => i.answer !== 'decline' || i.reason !== null, { path: ['reason'], message: 'required' }),
  subject: invitation,
  run: async (ctx, { participantId, answer, userId, reason }, { row }) => {
    const accepted = answer === 'accept'
    const comes = accepted && userId ? [{ userId, institutionId: ctx.actor.institutionId }] : []
    for (const person of comes) await checkWorker(ctx, person.userId, person.institutionId)
    const [done] = await ctx.tx.$queryRaw<{ answered: boolean }[]>`
      select app.answer_invitation(${participantId}::uuid, ${accepted}, ${comes[0]?.userId ?? null}::uuid,
                                   ${accepted ? null : reason}::text) as answered`
    if (!done?.answered) throw conflict('stale')
    const told = [
      ...(await familyCoordinators(ctx, row.case_id)),
      ...(await teamCoordinators(ctx, row.team_id)),
    ]
    const kind = accepted ? 'participant.accepted' : 'participant.declined'
    const at = { teamId: row.team_id, caseId: row.case_id }
    await tell(ctx, told, { kind, ...at })
    await tell(ctx, comes, { kind: 'case.assigned', ...at })
  },
  audit: (_result, _input, { row }) => ({
    subjectKind: 'case',
    subjectIds: [row.case_id],
    caseId: row.case_id,
    teamId: row.team_id,
    ownerInstitutionId: row.owner_institution_id,
  }),
})
