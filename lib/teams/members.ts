import { z } from 'zod'
import { teamPeopleMessages } from '@/lib/messages/pl/teams'
import { giveRoles, invitePerson, newPersonInput } from '@/lib/people'
import { AppError, conflict, notFound } from '@/lib/platform/errors'
import { line, many, optional, uuid, version } from '@/lib/platform/input'
import type { Role } from '@/lib/policy/actor'
import { type Context, defineCommand } from '@/lib/policy/usecase'
import { kindEntry } from '@/lib/teams/composition'
import { isOpsSide } from '@/lib/teams/conditions'
import { demandStep, type TeamFacts, teamFacts } from '@/lib/teams/facts'
import { aboutTeam, changeTeam } from '@/lib/teams/move'
import { addParties, freshInput, registerFresh } from '@/lib/teams/parties'

const bySubject = (ctx: Context, { teamId }: { teamId: string }): Promise<TeamFacts> => teamFacts(ctx, teamId)

/** A team without a lead takes the first OPS side that joins. */
const leadFrom = async ({ tx }: Context, teamId: string): Promise<string | null> => {
  const rows = await tx.teamMember.findMany({
    where: { teamId, leftOn: null },
    include: { institution: { select: { kindKey: true, replacesOps: true } } },
    orderBy: { createdAt: 'asc' },
  })
  const able = rows.filter(({ institution: i }) => isOpsSide(i) || i.kindKey === 'cus')
  return (able.find(({ institution }) => isOpsSide(institution)) ?? able[0])?.institutionId ?? null
}

/** Founding parties, known or new; before the team is active. */
export const addMembers = defineCommand({
  name: 'team.addMember',
  input: z.strictObject({ teamId: uuid(), version: version(), members: many(uuid()), fresh: freshInput }),
  subject: bySubject,
  run: async (ctx, input, facts) => {
    await demandStep(ctx, facts, 'team.addMember')
    const fresh = await registerFresh(ctx, input.fresh, facts.team.gminaCode)
    const wanted = [...input.members, ...fresh.map((f) => f.institutionId)]
    if (wanted.length === 0) throw new AppError('invalid', 'invalid', { members: 'choose' })
    const added = await addParties(ctx, facts.team.id, wanted)
    const lead = facts.team.leadInstitutionId ?? (await leadFrom(ctx, facts.team.id))
    await changeTeam(ctx, facts.team, input.version, { leadInstitutionId: lead })
    return { added }
  },
  audit: (_r, { teamId }) => aboutTeam(teamId),
})

/** Takes a party out before it signed; afterwards it withdraws (team.withdraw). */
export const removeMember = defineCommand({
  name: 'team.removeMember',
  input: z.strictObject({ teamId: uuid(), memberId: uuid(), version: version() }),
  subject: bySubject,
  run: async (ctx, { memberId, version: seen }, facts) => {
    await demandStep(ctx, facts, 'team.removeMember')
    const { tx } = ctx
    const member = await tx.teamMember.findFirst({
      where: { id: memberId, teamId: facts.team.id, leftOn: null },
    })
    if (!member) throw notFound()
    if (member.signedOn) throw conflict('memberSigned')
    const removed = await tx.teamMember.deleteMany({ where: { id: memberId, signedOn: null } })
    if (removed.count !== 1) throw conflict('stale')
    const lead =
      facts.team.leadInstitutionId === member.institutionId
        ? await leadFrom(ctx, facts.team.id)
        : facts.team.leadInstitutionId
    await changeTeam(ctx, facts.team, seen, { leadInstitutionId: lead })
  },
  audit: (_r, { teamId }) => aboutTeam(teamId),
})

/** A person of the institution, or a new one: nobody yet when all fields are empty. */
const someone = z
  .strictObject({
    userId: optional(uuid()),
    givenName: optional(newPersonInput.givenName),
    familyName: optional(newPersonInput.familyName),
    email: optional(newPersonInput.email),
    jobTitle: optional(line(120)),
  })
  .superRefine((value, ctx) => {
    const typed = [value.givenName, value.familyName, value.email]
    if (value.userId || typed.every((v) => v === null)) return
    for (const key of ['givenName', 'familyName', 'email'] as const)
      if (value[key] === null) ctx.addIssue({ code: 'custom', message: 'required', path: [key] })
  })

type Someone = z.output<typeof someone>

/** A councillor never holds a role that reaches a case (domain 3.5). */
const roleFor = (kindKey: string): Role =>
  kindEntry(kindKey)?.gpzkRole === 'bez_danych_osobowych' ? 'radny' : 'decydent'

type Seat = { institutionId: string; kindKey: string; institutionName: string; field: string }

const settle = async (ctx: Context, seat: Seat, who: Someone | undefined): Promise<string | null> => {
  if (!who) return null
  const roles = [{ role: roleFor(seat.kindKey) }]
  if (who.userId) {
    const works = await ctx.tx.employment.count({
      where: { userId: who.userId, institutionId: seat.institutionId, endsOn: null },
    })
    if (works === 0) throw new AppError('invalid', 'invalid', { [`${seat.field}.userId`]: 'choose' })
    await giveRoles(ctx, who.userId, seat.institutionId, roles)
    return who.userId
  }
  if (!who.givenName || !who.familyName || !who.email) return null
  return invitePerson(ctx, {
    institutionId: seat.institutionId,
    person: { givenName: who.givenName, familyName: who.familyName, email: who.email },
    jobTitle: who.jobTitle ?? teamPeopleMessages.representativeJob,
    roles,
    scope: teamPeopleMessages.representativeScope,
  })
}

const seatInput = z.strictObject({
  memberId: uuid(),
  representative: someone.optional(),
  deputy: someone.optional(),
})

/** Names representatives and deputies of many parties at once; who is new gets an invitation by mail. */
export const nameRepresentatives = defineCommand({
  name: 'team.nameRepresentatives',
  input: z.strictObject({ teamId: uuid(), seats: many(seatInput) }),
  subject: bySubject,
  run: async (ctx, { seats }, facts) => {
    await demandStep(ctx, facts, 'team.nameRepresentatives')
    const { tx } = ctx
    let named = 0
    for (const [index, seat] of seats.entries()) {
      const member = await tx.teamMember.findFirst({
        where: { id: seat.memberId, teamId: facts.team.id, leftOn: null },
        include: { institution: { select: { name: true, kindKey: true } } },
      })
      if (!member) throw notFound()
      const { institutionId, institution } = member
      const at = { institutionId, kindKey: institution.kindKey, institutionName: institution.name }
      const representative = await settle(
        ctx,
        { ...at, field: `seats.${index}.representative` },
        seat.representative,
      )
      const deputy = await settle(ctx, { ...at, field: `seats.${index}.deputy` }, seat.deputy)
      if (!representative && !deputy) continue
      const representativeId = representative ?? member.representativeId
      const deputyId = deputy ?? member.deputyId
      if (representativeId === deputyId)
        throw new AppError('invalid', 'invalid', { [`seats.${index}.deputy.userId`]: 'sameAsRepresentative' })
      const changed = await tx.teamMember.updateMany({
        where: { id: member.id, version: member.version },
        data: { representativeId, deputyId, version: { increment: 1 } },
      })
      if (changed.count !== 1) throw conflict('stale')
      named += Number(representative !== null) + Number(deputy !== null)
    }
    return { named }
  },
  audit: (_r, { teamId }) => aboutTeam(teamId),
})
