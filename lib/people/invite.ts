import { randomUUID } from 'node:crypto'
import { addMonths } from '@/lib/calendar'
import type { IsoDate } from '@/lib/format/dates'
import { fold } from '@/lib/format/fold'
import { invitationLetter } from '@/lib/messages/pl/letters'
import { letterMessages } from '@/lib/messages/pl/team-letters'
import { authorise } from '@/lib/people/authorise'
import { toDbDate } from '@/lib/platform/clock'
import { env } from '@/lib/platform/env'
import { email, personName } from '@/lib/platform/input'
import { newToken } from '@/lib/platform/tokens'
import type { Role } from '@/lib/policy/actor'
import type { Context } from '@/lib/policy/usecase'

/** Days for which the one-time link works. */
export const invitationDays = 7
/** A named authorisation is issued for a year [default] and renewed by hand. */
export const authorisationMonths = 12

/** Fields of a person who is invited; the address is kept in lower case. */
export const newPersonInput = {
  givenName: personName(80),
  familyName: personName(120),
  email: email(),
}

export type NewPerson = { givenName: string; familyName: string; email: string; address?: 'pan' | 'pani' }

type Invitee = {
  readonly institutionId: string
  readonly person: NewPerson
  readonly jobTitle: string
  readonly roles: readonly {
    readonly role: Role
    readonly teamId?: string | null
    readonly endsOn?: Date | null
  }[]
  /** What the named authorisation covers, in words (GDPR art. 29). */
  readonly scope: string
  /** Until when; a year when left out [default]. */
  readonly validTo?: IsoDate
}

/** Gives the roles that the person does not hold there yet. */
export const giveRoles = async (
  { tx, actor, today }: Context,
  userId: string,
  institutionId: string,
  wanted: Invitee['roles'],
): Promise<void> => {
  const live = await tx.roleAssignment.findMany({
    where: {
      userId,
      institutionId,
      endedAt: null,
      OR: [{ endsOn: null }, { endsOn: { gte: toDbDate(today) } }],
    },
    select: { role: true, teamId: true, caseId: true },
  })
  const held = (role: Role, teamId: string | null) =>
    live.some((r) => r.role === role && r.caseId === null && r.teamId === teamId)
  const missing = wanted.filter(({ role, teamId = null }) => !held(role, teamId))
  await tx.roleAssignment.createMany({
    data: missing.map(({ role, teamId = null, endsOn = null }) => ({
      userId,
      institutionId,
      role,
      teamId,
      startsOn: toDbDate(today),
      endsOn,
      grantedById: actor.userId,
    })),
  })
}

/** A one-time link by mail; the mail names no family and no person but the invited one. */
export const sendInvitation = async (
  { tx, actor, now }: Context,
  to: { userId: string; email: string; institutionId: string; institutionName: string },
): Promise<void> => {
  const { token, tokenHash } = newToken()
  await tx.invitation.createMany({
    data: [
      {
        userId: to.userId,
        institutionId: to.institutionId,
        tokenHash,
        createdById: actor.userId,
        expiresAt: new Date(now.getTime() + invitationDays * 86_400_000),
      },
    ],
  })
  const link = `${env().PUBLIC_URL}/zaproszenie/${token}`
  await tx.outgoingMail.createMany({
    data: [{ recipient: to.email, ...invitationLetter({ institution: to.institutionName, link }) }],
  })
}

/** Who works here already is authorised anew when a day was typed, or when no authorisation holds. */
const authoriseAgain = async (ctx: Context, userId: string, invitee: Invitee): Promise<void> => {
  const { tx, actor, today } = ctx
  const { institutionId, scope, validTo } = invitee
  if (userId === actor.userId) return
  if (!validTo) {
    const [expired] = await tx.$queryRaw<
      { on: Date | null }[]
    >`select app.authorisation_expired_on(${userId}::uuid, ${institutionId}::uuid) as on`
    if (!expired?.on) return
  }
  await authorise(ctx, {
    userId,
    institutionId,
    scope,
    validTo: validTo ?? addMonths(today, authorisationMonths),
  })
}

/**
 * Employs a person in an institution, with roles, a named authorisation and an invitation. A person who already has an
 * account (in another institution, too) keeps it; who works here already gets the roles and the
 * authorisation, without a link. Gives the person's id.
 */
export const invitePerson = async (ctx: Context, invitee: Invitee): Promise<string> => {
  const { tx, actor, today } = ctx
  const { institutionId, person, jobTitle, roles } = invitee
  const [known] = await tx.$queryRaw<
    { id: string | null }[]
  >`select app.account_for_email(${person.email}) as id`
  const userId = known?.id ?? randomUUID()
  if (!known?.id)
    await tx.userAccount.createMany({
      data: [
        {
          id: userId,
          ...person,
          nameFolded: fold(`${person.givenName} ${person.familyName}`),
          createdById: actor.userId,
        },
      ],
    })
  const employed = await tx.employment.count({ where: { userId, institutionId, endsOn: null } })
  if (employed === 0) {
    const institution = await tx.institution.findUniqueOrThrow({ where: { id: institutionId } })
    await tx.employment.createMany({
      data: [{ userId, institutionId, jobTitle, startsOn: toDbDate(today), createdById: actor.userId }],
    })
    await authorise(ctx, {
      userId,
      institutionId,
      scope: invitee.scope,
      validTo: invitee.validTo ?? addMonths(today, authorisationMonths),
    })
    await sendInvitation(ctx, {
      userId,
      email: person.email,
      institutionId,
      institutionName: institution.name,
    })
  } else await authoriseAgain(ctx, userId, invitee)
  await giveRoles(ctx, userId, institutionId, roles)
  return userId
}

/**
 * A letter to people of the house, by their addresses of work. Its words are of who wrote it, so its subject in the mail is
 * ours: nothing typed by hand stands in a subject line (domain 5.3.9).
 */
export const mailStaff = async (
  { tx, actor }: Context,
  userIds: readonly string[],
  letter: { subject: string; body: string },
): Promise<void> => {
  const people = await tx.userAccount.findMany({
    where: { id: { in: [...userIds] }, disabledAt: null },
    select: { email: true },
  })
  const words = letterMessages.mail({
    ...letter,
    author: `${actor.givenName} ${actor.familyName}`,
    institution: actor.institutionName,
    link: env().PUBLIC_URL,
  })
  await tx.outgoingMail.createMany({ data: people.map(({ email: recipient }) => ({ recipient, ...words })) })
}
