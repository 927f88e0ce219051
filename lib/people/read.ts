import { z } from 'zod'
import { rolesToGive } from '@/lib/people/grantable'
import { leavingTasks } from '@/lib/people/leaving-tasks'
import { authorisedTo, stateOf } from '@/lib/people/list'
import { isAddressOpen } from '@/lib/people/mend'
import { colleaguesIn, namesOf } from '@/lib/people/names'
import { authorisationScans } from '@/lib/people/papers'
import { aboutPerson, employeeFacts, type PlaceFacts } from '@/lib/people/place'
import { fromDbDate, fromDbDateOrNull, toDbDate } from '@/lib/platform/clock'
import { uuid } from '@/lib/platform/input'
import type { Role } from '@/lib/policy/actor'
import { mayAll } from '@/lib/policy/decide'
import { type Context, defineQuery } from '@/lib/policy/usecase'

const rolesHeld = async ({ tx, actor, today }: Context, userId: string, facts: PlaceFacts) => {
  const rows = await tx.roleAssignment.findMany({
    where: {
      userId,
      institutionId: facts.institutionId,
      endedAt: null,
      OR: [{ endsOn: null }, { endsOn: { gte: toDbDate(today) } }],
    },
    orderBy: [{ startsOn: 'asc' }, { id: 'asc' }],
  })
  const teams = await tx.team.findMany({
    where: { id: { in: rows.flatMap((r) => (r.teamId ? [r.teamId] : [])) } },
    select: { id: true, name: true },
  })
  const givers = await namesOf(
    tx,
    rows.map((r) => r.grantedById),
  )
  const mine = rolesToGive(actor, facts.place)
  const cases = rows.filter((r) => r.caseId !== null)
  return {
    roles: rows
      .filter((r) => r.caseId === null)
      .map((r) => ({
        id: r.id,
        role: r.role,
        team: teams.find((t) => t.id === r.teamId)?.name ?? null,
        from: fromDbDate(r.startsOn),
        to: fromDbDateOrNull(r.endsOn),
        givenBy: givers.get(r.grantedById ?? '') ?? null,
        mayEnd: r.teamId === null && mine.includes(r.role),
      })),
    // how many, never which: who keeps people's accounts does not see cases
    caseRoles: (['koordynator_rodziny', 'asystent_rodziny', 'specjalista'] as const satisfies Role[])
      .map((role) => ({ role, count: cases.filter((c) => c.role === role).length }))
      .filter(({ count }) => count > 0),
    grantable: mine.filter(
      (role) => !rows.some((r) => r.role === role && r.teamId === null && r.caseId === null),
    ),
  }
}

export type Holding = {
  /** `kind:team`, the key of the choice of a successor. */
  readonly key: string
  readonly kind: HoldingKind
  readonly team: string | null
  readonly count: number
  readonly required: boolean
}
export const holdingKinds = [
  'koordynator_rodziny',
  'asystent_rodziny',
  'specjalista',
  'koordynator_zespolu',
  'lider_gminny',
  'lider_powiatowy',
  'animator',
  'representative',
  'deputy',
  'line',
  'task',
] as const
export type HoldingKind = (typeof holdingKinds)[number]

/** Nobody may be left without these: domain 5.3.8 (family coordinator), 4.1 (coordinator), 4.3 (who delivers). */
const needed: readonly HoldingKind[] = [
  'koordynator_rodziny',
  'koordynator_zespolu',
  'representative',
  'line',
]

/** What the person answers for in this institution (only for who may end the employment; else empty). */
export const holdingsOf = async (
  { tx }: Context,
  userId: string,
  institutionId: string,
): Promise<Holding[]> => {
  const rows = await tx.$queryRaw<
    { kind: string; team_id: string | null; team_name: string | null; things: number }[]
  >`select * from app.holdings(${userId}::uuid, ${institutionId}::uuid)`
  return rows.flatMap((r) => {
    const kind = holdingKinds.find((k) => k === r.kind)
    return kind
      ? [
          {
            key: `${kind}:${r.team_id ?? ''}`,
            kind,
            team: r.team_name,
            count: r.things,
            required: needed.includes(kind),
          },
        ]
      : []
  })
}

/** One person of an institution: roles with dates, authorisation, invitation, mark, what would have to be handed over. */
export const readPerson = defineQuery({
  name: 'people.read',
  input: z.strictObject({ institutionId: uuid(), userId: uuid() }),
  subject: (ctx, { institutionId, userId }) => employeeFacts(ctx, institutionId, userId),
  run: async (ctx, { institutionId, userId }, facts) => {
    const { tx, actor, now, today } = ctx
    const where = { userId, institutionId }
    const user = await tx.userAccount.findUniqueOrThrow({ where: { id: userId } })
    const employments = await tx.employment.findMany({ where, orderBy: { startsOn: 'desc' } })
    const last = await tx.invitation.findFirst({ where, orderBy: { createdAt: 'desc' } })
    const authorisations = await tx.authorisation.findMany({
      where: { ...where, revokedAt: null },
      orderBy: [{ validFrom: 'desc' }, { validTo: 'desc' }],
    })
    const [authorisation] = authorisations
    const until = authorisedTo(authorisations)
    const mark = await tx.nkMark.findFirst({
      where: { ...where, OR: [{ endsOn: null }, { endsOn: { gte: toDbDate(today) } }] },
      orderBy: { startsOn: 'desc' },
    })
    const ended = employments.every((e) => e.endsOn !== null)
    const can = mayAll(
      actor,
      facts,
      'people.endEmployment',
      'people.markNk',
      'people.appoint',
      'people.resendInvitation',
      'people.renewAuthorisation',
      'people.mend',
      'people.attachAuthorisation',
    )
    return {
      userId,
      institution: { id: institutionId, name: facts.name },
      name: `${user.givenName} ${user.familyName}`,
      email: user.email,
      phone: user.phone,
      givenName: user.givenName,
      familyName: user.familyName,
      address: user.address === 'pan' ? ('pan' as const) : ('pani' as const),
      version: user.version,
      jobTitle: employments[0]?.jobTitle ?? '',
      secrecy: employments[0]?.professionalSecrecy ?? false,
      employments: employments.map((e) => ({
        id: e.id,
        jobTitle: e.jobTitle,
        from: fromDbDate(e.startsOn),
        to: fromDbDateOrNull(e.endsOn),
        reason: e.endReason,
      })),
      state: stateOf(ended, last ?? undefined, authorisations, now),
      invitation: last && !last.usedAt ? { id: last.id, until: last.expiresAt.toISOString() } : null,
      authorisation: authorisation && {
        scope: authorisation.scope,
        from: fromDbDate(authorisation.validFrom),
        to: fromDbDateOrNull(authorisation.validTo),
        acknowledged: authorisation.acknowledgedAt !== null,
        expired: until !== null && until < today,
      },
      scans: authorisation ? await authorisationScans(ctx, where) : [],
      mark: mark && {
        id: mark.id,
        number: mark.appointmentNumber,
        from: fromDbDate(mark.startsOn),
        to: fromDbDateOrNull(mark.endsOn),
      },
      ...(await rolesHeld(ctx, userId, facts)),
      holdings: can['people.endEmployment'] ? await holdingsOf(ctx, userId, institutionId) : [],
      tasks: can['people.endEmployment'] ? await leavingTasks(ctx, userId, institutionId) : [],
      /** Who could take over. */
      colleagues: can['people.endEmployment']
        ? (await colleaguesIn(tx, [institutionId])).filter((c) => c.userId !== userId)
        : [],
      may: {
        end: can['people.endEmployment'] && !ended && userId !== actor.userId,
        mark: can['people.markNk'] && !ended,
        mend: can['people.mend'] && !ended,
        mendEmail: can['people.mend'] && !ended && (await isAddressOpen(ctx, userId, institutionId)),
        appoint: can['people.appoint'] && !ended,
        resend: can['people.resendInvitation'] && !ended,
        renew: can['people.renewAuthorisation'] && !ended && userId !== actor.userId,
        attachAuthorisation: can['people.attachAuthorisation'] && !ended && userId !== actor.userId,
      },
    }
  },
  audit: (_r, { userId, institutionId }) => aboutPerson(userId, institutionId),
})

export type PersonView = Awaited<ReturnType<typeof readPerson.execute>>
