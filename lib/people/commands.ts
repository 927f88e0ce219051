import { z } from 'zod'
import { rolesToGive } from '@/lib/people/grantable'
import { giveRoles, invitePerson, newPersonInput, sendInvitation } from '@/lib/people/invite'
import { aboutPerson, employeeFacts, type PlaceFacts, placeFacts } from '@/lib/people/place'
import { toDbDate, toDbDateOrNull } from '@/lib/platform/clock'
import { AppError, conflict, forbidden, notFound } from '@/lib/platform/errors'
import { date, line, many, optional, prose, uuid } from '@/lib/platform/input'
import type { Role } from '@/lib/policy/actor'
import { type Context, defineCommand } from '@/lib/policy/usecase'

const role = z.string({ error: 'choose' }).min(1, 'choose').max(40)
const person = { institutionId: uuid(), userId: uuid() }
const byPerson = (ctx: Context, { institutionId, userId }: { institutionId: string; userId: string }) =>
  employeeFacts(ctx, institutionId, userId)

/** Only roles of the table (domain 3.6); anything else is refused, whatever the form said. */
const grantable = ({ actor }: Context, { place }: PlaceFacts, wanted: readonly string[]): Role[] => {
  const mine = rolesToGive(actor, place)
  const chosen = mine.filter((r) => wanted.includes(r))
  if (chosen.length !== new Set(wanted).size) throw forbidden('roleNotYours')
  return chosen
}

/** Invites a person: account, employment, roles, named authorisation, one-time link. */
export const invite = defineCommand({
  name: 'people.invite',
  input: z.strictObject({
    institutionId: uuid(),
    ...newPersonInput,
    jobTitle: line(120),
    address: z.enum(['pan', 'pani'], { error: 'choose' }),
    roles: many(role).refine((r) => r.length > 0, 'choose'),
    scope: prose(1000),
    validTo: date(),
  }),
  subject: (ctx, { institutionId }) => placeFacts(ctx, institutionId),
  run: async (ctx, input, facts) => {
    const { institutionId, givenName, familyName, email, jobTitle, address, scope, validTo } = input
    const roles = grantable(ctx, facts, input.roles)
    if (validTo < ctx.today) throw new AppError('invalid', 'invalid', { validTo: 'dateOrder' })
    const userId = await invitePerson(ctx, {
      institutionId,
      person: { givenName, familyName, email, address },
      jobTitle,
      roles: roles.map((r) => ({ role: r })),
      scope,
      validTo,
    })
    return { userId, institutionId }
  },
  audit: ({ userId, institutionId }) => aboutPerson(userId, institutionId),
})

/** A new link in place of the one that was lost or expired; the old one stops working. */
export const resendInvitation = defineCommand({
  name: 'people.resendInvitation',
  input: z.strictObject(person),
  subject: byPerson,
  run: async (ctx, { institutionId, userId }, facts) => {
    const { tx, now } = ctx
    const user = await tx.userAccount.findUnique({ where: { id: userId } })
    if (!user) throw notFound()
    const last = await tx.invitation.findFirst({
      where: { userId, institutionId },
      orderBy: { createdAt: 'desc' },
    })
    if (!last || last.usedAt) throw conflict('alreadyWorks')
    await tx.invitation.updateMany({
      where: { userId, institutionId, usedAt: null, revokedAt: null },
      data: { revokedAt: now },
    })
    await sendInvitation(ctx, { userId, email: user.email, institutionId, institutionName: facts.name })
  },
  audit: (_r, { userId, institutionId }) => aboutPerson(userId, institutionId),
})

/** Takes an invitation back: its link stops working at once. */
export const revokeInvitation = defineCommand({
  name: 'people.revokeInvitation',
  input: z.strictObject(person),
  subject: byPerson,
  run: async ({ tx, now }, { institutionId, userId }) => {
    const revoked = await tx.invitation.updateMany({
      where: { userId, institutionId, usedAt: null, revokedAt: null },
      data: { revokedAt: now },
    })
    if (revoked.count === 0) throw conflict('wrongState')
  },
  audit: (_r, { userId, institutionId }) => aboutPerson(userId, institutionId),
})

/** Gives one more role, from today until a day. */
export const appoint = defineCommand({
  name: 'people.appoint',
  input: z.strictObject({ ...person, role, endsOn: optional(date()) }),
  subject: byPerson,
  run: async (ctx, { institutionId, userId, role: wanted, endsOn }, facts) => {
    const [chosen] = grantable(ctx, facts, [wanted])
    if (!chosen) throw forbidden('roleNotYours')
    if (endsOn && endsOn < ctx.today) throw new AppError('invalid', 'invalid', { endsOn: 'dateOrder' })
    // a control reads between two dates and never without an end (domain 3.6)
    if (chosen === 'audytor' && !endsOn) throw new AppError('invalid', 'invalid', { endsOn: 'required' })
    const works = await ctx.tx.employment.count({ where: { userId, institutionId, endsOn: null } })
    if (works === 0) throw conflict('wrongState')
    await giveRoles(ctx, userId, institutionId, [{ role: chosen, endsOn: toDbDateOrNull(endsOn) }])
  },
  audit: (_r, { userId, institutionId, role: given }) => aboutPerson(userId, institutionId, given),
})

/** Ends a role of the institution today; roles of a team or a case end there. */
export const endRole = defineCommand({
  name: 'people.endRole',
  input: z.strictObject({ ...person, assignmentId: uuid() }),
  subject: byPerson,
  run: async (ctx, { institutionId, userId, assignmentId }, facts) => {
    const { tx, now, today } = ctx
    const row = await tx.roleAssignment.findFirst({
      where: { id: assignmentId, userId, institutionId, teamId: null, caseId: null, endedAt: null },
    })
    if (!row) throw notFound()
    grantable(ctx, facts, [row.role])
    const ended = await tx.roleAssignment.updateMany({
      where: { id: assignmentId, endedAt: null },
      data: { endedAt: now, endsOn: toDbDate(today) },
    })
    if (ended.count !== 1) throw conflict('stale')
  },
  audit: (_r, { userId, institutionId }) => aboutPerson(userId, institutionId),
})

/** The mark `nk`: who sees the Blue Card flag of cases otherwise accessible (8.2). Dated, with the appointment's number. */
export const markNk = defineCommand({
  name: 'people.markNk',
  input: z.strictObject({
    ...person,
    appointmentNumber: line(60),
    startsOn: date(),
    endsOn: optional(date()),
  }),
  subject: byPerson,
  run: async ({ tx, actor }, { institutionId, userId, appointmentNumber, startsOn, endsOn }) => {
    if (endsOn && endsOn < startsOn) throw new AppError('invalid', 'invalid', { endsOn: 'dateOrder' })
    const works = await tx.employment.count({ where: { userId, institutionId, endsOn: null } })
    if (works === 0) throw conflict('wrongState')
    await tx.nkMark.createMany({
      data: [
        {
          userId,
          institutionId,
          appointmentNumber,
          startsOn: toDbDate(startsOn),
          endsOn: toDbDateOrNull(endsOn),
          grantedById: actor.userId,
        },
      ],
    })
  },
  audit: (_r, { userId, institutionId, appointmentNumber }) =>
    aboutPerson(userId, institutionId, appointmentNumber),
})

/** Takes the mark away; it is without effect from today on. */
export const unmarkNk = defineCommand({
  name: 'people.unmarkNk',
  input: z.strictObject({ ...person, markId: uuid() }),
  subject: byPerson,
  run: async ({ tx, today }, { institutionId, userId, markId }) => {
    const yesterday = new Date(toDbDate(today).getTime() - 86_400_000)
    const ended = await tx.nkMark.updateMany({
      where: {
        id: markId,
        userId,
        institutionId,
        OR: [{ endsOn: null }, { endsOn: { gte: toDbDate(today) } }],
      },
      data: { endsOn: yesterday },
    })
    if (ended.count !== 1) throw notFound()
  },
  audit: (_r, { userId, institutionId }) => aboutPerson(userId, institutionId),
})
