import { z } from 'zod'
import { teamPeopleMessages } from '@/lib/messages/pl/teams'
import { giveRoles, invitePerson, newPersonInput } from '@/lib/people'
import { AppError, conflict, notFound } from '@/lib/platform/errors'
import { line, many, optional, uuid } from '@/lib/platform/input'
import type { Role } from '@/lib/policy/actor'
import { type Context, defineCommand } from '@/lib/policy/usecase'
import { kindEntry } from '@/lib/teams/composition'
import { demandStep, type TeamFacts, teamFacts } from '@/lib/teams/facts'
import { aboutTeam } from '@/lib/teams/move'

/** The choice "without a deputy". */
const nobody = 'none'

/** A person of the institution, or a new one: nobody yet when all fields are empty. */
const someone = z
  .strictObject({
    userId: optional(z.union([z.literal(nobody), uuid()])),
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

type Seat = { institutionId: string; kindKey: string; field: string }

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
type SeatInput = z.output<typeof seatInput>

const memberOf = async ({ tx }: Context, teamId: string, memberId: string) => {
  const member = await tx.teamMember.findFirst({
    where: { id: memberId, teamId, leftOn: null },
    include: { institution: { select: { kindKey: true } } },
  })
  if (!member) throw notFound()
  return member
}
type Member = Awaited<ReturnType<typeof memberOf>>

/** Who is new in a seat is told; who has none any more loses the role that came with it (app.end_seat_role). */
const follow = async (
  { tx, actor }: Context,
  { team }: TeamFacts,
  member: Member,
  now: { representativeId: string | null; deputyId: string | null },
): Promise<void> => {
  const { institutionId } = member
  const before = [member.representativeId, member.deputyId].flatMap((id) => id ?? [])
  const after = [now.representativeId, now.deputyId].flatMap((id) => id ?? [])
  const kind = team.status === 'agreement' ? 'team.agreementSent' : 'team.seat'
  const fresh = after.filter((id) => !before.includes(id) && id !== actor.userId)
  await tx.notification.createMany({
    data: fresh.map((userId) => ({ userId, institutionId, kind, teamId: team.id })),
  })
  for (const userId of before.filter((id) => !after.includes(id)))
    await tx.$executeRaw`select app.end_seat_role(${team.id}::uuid, ${institutionId}::uuid, ${userId}::uuid)`
}

/** One party's people as the form says; gives how many were named or taken out. */
const fillSeat = async (ctx: Context, facts: TeamFacts, seat: SeatInput, index: number): Promise<number> => {
  const member = await memberOf(ctx, facts.team.id, seat.memberId)
  const at = { institutionId: member.institutionId, kindKey: member.institution.kindKey }
  const field = (who: string) => `seats.${index}.${who}`
  const without = seat.deputy?.userId === nobody
  if (seat.representative?.userId === nobody)
    throw new AppError('invalid', 'invalid', { [field('representative.userId')]: 'choose' })
  const representative = await settle(ctx, { ...at, field: field('representative') }, seat.representative)
  const deputy = without ? null : await settle(ctx, { ...at, field: field('deputy') }, seat.deputy)
  if (!representative && !deputy && !without) return 0
  const seated = {
    representativeId: representative ?? member.representativeId,
    deputyId: without ? null : (deputy ?? member.deputyId),
  }
  if (seated.representativeId !== null && seated.representativeId === seated.deputyId)
    throw new AppError('invalid', 'invalid', { [field('deputy.userId')]: 'sameAsRepresentative' })
  const changed = await ctx.tx.teamMember.updateMany({
    where: { id: member.id, version: member.version },
    data: { ...seated, version: { increment: 1 } },
  })
  if (changed.count !== 1) throw conflict('stale')
  await follow(ctx, facts, member, seated)
  return [representative, deputy, without && member.deputyId].filter(Boolean).length
}

/** Names representatives and deputies of many parties at once; who is new gets an invitation by mail. */
export const nameRepresentatives = defineCommand({
  name: 'team.nameRepresentatives',
  input: z.strictObject({ teamId: uuid(), seats: many(seatInput) }),
  subject: (ctx, { teamId }) => teamFacts(ctx, teamId),
  run: async (ctx, { seats }, facts) => {
    await demandStep(ctx, facts, 'team.nameRepresentatives')
    let named = 0
    for (const [index, seat] of seats.entries()) named += await fillSeat(ctx, facts, seat, index)
    return { named }
  },
  audit: (_r, { teamId }) => aboutTeam(teamId),
})
