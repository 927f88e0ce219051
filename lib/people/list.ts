import { z } from 'zod'
import { addCalendarDays } from '@/lib/calendar'
import type { IsoDate } from '@/lib/format/dates'
import { fold } from '@/lib/format/fold'
import { rolesToGive } from '@/lib/people/grantable'
import { type PlaceFacts, placeFacts } from '@/lib/people/place'
import { fromDbDate, fromDbDateOrNull, toDbDate } from '@/lib/platform/clock'
import { flag, uuid } from '@/lib/platform/input'
import type { Role } from '@/lib/policy/actor'
import { may } from '@/lib/policy/decide'
import { type Context, defineQuery } from '@/lib/policy/usecase'

/** working; invited: the link waits; expired: it waits no more; ended. */
export type PersonState = 'working' | 'invited' | 'expired' | 'ended'

export type PersonRow = {
  readonly userId: string
  readonly name: string
  readonly email: string
  readonly jobTitle: string
  readonly roles: readonly Role[]
  readonly state: PersonState
  /** Invented for the demo. */
  readonly sample: boolean
  readonly since: IsoDate
  /** Last day of the authorisation, from thirty days before it on. */
  readonly authorisationEnds: IsoDate | null
}

type Sent = { usedAt: Date | null; revokedAt: Date | null; expiresAt: Date }

type Issued = { acknowledgedAt: Date | null; validTo: Date | null }

/**
 * What invitation and authorisations say of a person; without any (sample people, operators) the person simply works.
 * Who may not see invitations still sees that no authorisation was ever acknowledged.
 */
export const stateOf = (
  ended: boolean,
  last: Sent | undefined,
  authorisations: readonly Issued[],
  now: Date,
): PersonState => {
  if (ended) return 'ended'
  if (last && !last.usedAt) return last.revokedAt || last.expiresAt <= now ? 'expired' : 'invited'
  const never = authorisations.length > 0 && authorisations.every((a) => a.acknowledgedAt === null)
  return !last && never ? 'invited' : 'working'
}

/** The last day of the authorisation in force; null when it has none or there is no authorisation. */
export const authorisedTo = (authorisations: readonly Issued[]): IsoDate | null => {
  const ends = authorisations.map((a) => fromDbDateOrNull(a.validTo))
  const dated = ends.filter((on) => on !== null)
  return dated.length === ends.length ? (dated.sort().at(-1) ?? null) : null
}

/** From this many days before its end an authorisation is to be renewed. */
export const renewalDays = 30

/** Nobody in the unit may read the Blue Card flag: told to who can grant the mark, without naming a case (8.2). */
const nobodyMarked = async ({ tx, actor, today }: Context, facts: PlaceFacts): Promise<boolean> => {
  if (!may(actor, 'people.markNk', facts)) return false
  const day = toDbDate(today)
  const marks = await tx.nkMark.count({
    where: {
      institutionId: facts.institutionId,
      startsOn: { lte: day },
      OR: [{ endsOn: null }, { endsOn: { gte: day } }],
    },
  })
  return marks === 0
}

/** People of an institution, by name; those who left on request. */
export const listPeople = defineQuery({
  name: 'people.list',
  input: z.strictObject({ institutionId: uuid(), text: z.string().max(200).default(''), former: flag() }),
  subject: (ctx, { institutionId }) => placeFacts(ctx, institutionId),
  run: async (ctx, { institutionId, text, former }, facts) => {
    const { tx, actor, now, today } = ctx
    const words = fold(text).split(' ').filter(Boolean)
    const rows = await tx.employment.findMany({
      where: {
        institutionId,
        ...(former ? {} : { endsOn: null }),
        user: { AND: words.map((word) => ({ nameFolded: { contains: word } })) },
      },
      include: { user: { select: { givenName: true, familyName: true, email: true, isSample: true } } },
      orderBy: [{ user: { familyName: 'asc' } }, { startsOn: 'desc' }, { id: 'asc' }],
      take: 300,
    })
    const ids = rows.map((r) => r.userId)
    const live = await tx.roleAssignment.findMany({
      where: {
        institutionId,
        userId: { in: ids },
        endedAt: null,
        OR: [{ endsOn: null }, { endsOn: { gte: toDbDate(today) } }],
      },
      select: { userId: true, role: true },
    })
    const sent = await tx.invitation.findMany({
      where: { institutionId, userId: { in: ids } },
      orderBy: { createdAt: 'desc' },
    })
    const issued = await tx.authorisation.findMany({
      where: { institutionId, userId: { in: ids }, revokedAt: null },
      select: { userId: true, acknowledgedAt: true, validTo: true },
    })
    const soon = addCalendarDays(today, renewalDays)
    const grantable = rolesToGive(actor, facts.place)
    return {
      institution: { id: institutionId, name: facts.name },
      mayInvite: may(actor, 'people.invite', facts) && grantable.length > 0,
      grantable,
      nobodyMarked: await nobodyMarked(ctx, facts),
      rows: rows.map((r): PersonRow => {
        const own = issued.filter((a) => a.userId === r.userId)
        const until = r.endsOn === null ? authorisedTo(own) : null
        return {
          userId: r.userId,
          name: `${r.user.givenName} ${r.user.familyName}`,
          email: r.user.email,
          jobTitle: r.jobTitle,
          sample: r.user.isSample,
          roles: [...new Set(live.filter((a) => a.userId === r.userId).map((a) => a.role))],
          state: stateOf(
            r.endsOn !== null,
            sent.find((s) => s.userId === r.userId),
            own,
            now,
          ),
          since: fromDbDate(r.startsOn),
          authorisationEnds: until && until <= soon ? until : null,
        }
      }),
    }
  },
  audit: 'notPersonal',
})
