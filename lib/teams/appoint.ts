import { z } from 'zod'
import { giveRoles } from '@/lib/people'
import { toDbDate } from '@/lib/platform/clock'
import { AppError, forbidden } from '@/lib/platform/errors'
import { date, optional, uuid, version } from '@/lib/platform/input'
import { hasRole, type Role } from '@/lib/policy/actor'
import { type Context, defineCommand } from '@/lib/policy/usecase'
import { isOpsSide, isPowiatSide } from '@/lib/teams/conditions'
import { demandStep, type TeamFacts, teamFacts } from '@/lib/teams/facts'
import { aboutTeam, changeTeam } from '@/lib/teams/move'

type Office = { readonly field: string; readonly role: Role; readonly fits: (side: Side) => boolean }
type Side = { institutionId: string; kindKey: string; replacesOps: boolean; lead: boolean }

/** Who may hold which office: leaders come from the gmina's and the powiat's side, the coordinator from the lead. */
export const offices = [
  { field: 'liderGminny', role: 'lider_gminny', fits: (s) => s.lead || isOpsSide(s) || s.kindKey === 'cus' },
  { field: 'liderPowiatowy', role: 'lider_powiatowy', fits: isPowiatSide },
  { field: 'coordinator', role: 'koordynator_zespolu', fits: (s) => s.lead },
] as const satisfies readonly Office[]

const coordinates = offices[2]

/** `person@institution`: one choice names both, since one person may work in several parties. */
const seatShape = z.string().regex(/^[0-9a-f-]{36}@[0-9a-f-]{36}$/u, 'choose')
const seat = optional(seatShape)
const nobody = 'none'

const wrong = (field: string, why: string): AppError => new AppError('invalid', 'invalid', { [field]: why })

const sidesOf = async ({ tx }: Context, { team }: TeamFacts): Promise<Side[]> => {
  const rows = await tx.teamMember.findMany({
    where: { teamId: team.id, leftOn: null },
    include: { institution: { select: { kindKey: true, replacesOps: true } } },
  })
  return rows.map((r) => ({
    institutionId: r.institutionId,
    ...r.institution,
    lead: r.institutionId === team.leadInstitutionId,
  }))
}

/** The person and institution of a choice, when somebody works there whose institution may hold the office. */
const chosenFor = async (
  ctx: Context,
  facts: TeamFacts,
  { field, fits }: Pick<Office, 'field' | 'fits'>,
  chosen: string,
): Promise<{ userId: string; institutionId: string }> => {
  const [userId = '', institutionId = ''] = chosen.split('@')
  const side = (await sidesOf(ctx, facts)).find((s) => s.institutionId === institutionId)
  const works = await ctx.tx.employment.count({ where: { userId, institutionId, endsOn: null } })
  if (!side || !fits(side) || works === 0) throw wrong(field, 'choose')
  return { userId, institutionId }
}

const fill = async (ctx: Context, facts: TeamFacts, office: Office, chosen: string): Promise<void> => {
  const { tx, now } = ctx
  const teamId = facts.team.id
  const { userId, institutionId } = await chosenFor(ctx, facts, office, chosen)
  const held = { role: office.role, teamId, endedAt: null }
  // one office, one person: the one before steps down from this team
  await tx.roleAssignment.updateMany({
    where: {
      ...held,
      NOT: { userId, institutionId },
      // a deputy coordinator, who is named until a day, stays
      ...(office.field === coordinates.field ? { endsOn: null } : {}),
    },
    data: { endedAt: now },
  })
  // and a deputy who becomes the coordinator is no longer one until a day
  await tx.roleAssignment.updateMany({
    where: { ...held, userId, institutionId, endsOn: { not: null } },
    data: { endedAt: now },
  })
  await giveRoles(ctx, userId, institutionId, [{ role: office.role, teamId }])
}

type Deputy = { readonly chosen: string; readonly from: string | null; readonly until: string | null }

/**
 * Somebody coordinates the team beside its coordinator from a day to a day (a leave, an illness): the same role, dated.
 * One at a time; naming another, or nobody, ends the one before.
 */
const fillDeputy = async (ctx: Context, facts: TeamFacts, deputy: Deputy): Promise<void> => {
  const { tx, actor, now, today } = ctx
  const { role } = coordinates
  const teamId = facts.team.id
  const dated = { role, teamId, endedAt: null, endsOn: { not: null } }
  if (deputy.chosen === nobody) {
    await tx.roleAssignment.updateMany({ where: dated, data: { endedAt: now } })
    return
  }
  const field = 'deputyCoordinator'
  const who = await chosenFor(ctx, facts, { field, fits: coordinates.fits }, deputy.chosen)
  const { until, from: asked } = deputy
  const from = asked ?? today
  if (until === null) throw wrong('deputyUntil', 'required')
  if (until < from || until < today) throw wrong('deputyUntil', 'dateOrder')
  const main = await tx.roleAssignment.count({ where: { role, teamId, endedAt: null, endsOn: null, ...who } })
  if (main > 0) throw wrong(field, 'isCoordinator')
  await tx.roleAssignment.updateMany({ where: dated, data: { endedAt: now } })
  await tx.roleAssignment.createMany({
    data: [
      {
        ...who,
        role,
        teamId,
        startsOn: toDbDate(from),
        endsOn: toDbDate(until),
        grantedById: actor.userId,
      },
    ],
  })
}

/** The ROPS says which of its animators looks after the team; the one before steps down. */
const fillAnimator = async (ctx: Context, { team }: TeamFacts, chosen: string): Promise<void> => {
  const { tx, actor, now } = ctx
  const [userId = '', institutionId = ''] = chosen.split('@')
  if (!hasRole(actor, 'rops_koordynator') || team.wojewodztwoCode !== actor.wojewodztwoCode) throw forbidden()
  const animates = await tx.roleAssignment.count({
    where: { userId, institutionId, role: 'animator', endedAt: null },
  })
  const works = await tx.employment.count({ where: { userId, institutionId, endsOn: null } })
  if (institutionId !== actor.institutionId || animates === 0 || works === 0)
    throw wrong('animator', 'choose')
  const already = await tx.roleAssignment.count({
    where: { userId, institutionId, role: 'animator', teamId: team.id, endedAt: null },
  })
  await tx.roleAssignment.updateMany({
    where: { role: 'animator', teamId: team.id, endedAt: null, NOT: { userId, institutionId } },
    data: { endedAt: now },
  })
  await giveRoles(ctx, userId, institutionId, [{ role: 'animator', teamId: team.id }])
  if (already === 0 && userId !== actor.userId)
    await tx.notification.createMany({
      data: [{ userId, institutionId, kind: 'team.animator', teamId: team.id }],
    })
}

/** Appoints leaders, the coordinator, a deputy and the animator; an office left empty stays as it is. */
export const appointOffices = defineCommand({
  name: 'team.appoint',
  input: z.strictObject({
    teamId: uuid(),
    version: version(),
    liderGminny: seat,
    liderPowiatowy: seat,
    coordinator: seat,
    deputyCoordinator: optional(z.union([z.literal(nobody), seatShape])).optional(),
    deputyFrom: optional(date()).optional(),
    deputyUntil: optional(date()).optional(),
    animator: seat.optional(),
  }),
  subject: (ctx, { teamId }) => teamFacts(ctx, teamId),
  run: async (ctx, input, facts) => {
    await demandStep(ctx, facts, 'team.appoint')
    for (const office of offices) {
      const chosen = input[office.field]
      if (chosen) await fill(ctx, facts, office, chosen)
    }
    const { deputyCoordinator: chosen, deputyFrom: from = null, deputyUntil: until = null, animator } = input
    if (chosen) await fillDeputy(ctx, facts, { chosen, from, until })
    if (animator) await fillAnimator(ctx, facts, animator)
    await changeTeam(ctx, facts.team, input.version, {})
  },
  audit: (_r, { teamId }) => aboutTeam(teamId),
})
