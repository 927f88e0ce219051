import { z } from 'zod'
import { giveRoles } from '@/lib/people'
import { AppError } from '@/lib/platform/errors'
import { optional, uuid, version } from '@/lib/platform/input'
import type { Role } from '@/lib/policy/actor'
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

/** `person@institution`: one choice names both, since one person may work in several parties. */
const seat = optional(z.string().regex(/^[0-9a-f-]{36}@[0-9a-f-]{36}$/u, 'choose'))

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

const fill = async (ctx: Context, facts: TeamFacts, office: Office, chosen: string): Promise<void> => {
  const { tx, now } = ctx
  const teamId = facts.team.id
  const [userId = '', institutionId = ''] = chosen.split('@')
  const side = (await sidesOf(ctx, facts)).find((s) => s.institutionId === institutionId)
  const works = await tx.employment.count({ where: { userId, institutionId, endsOn: null } })
  if (!side || !office.fits(side) || works === 0)
    throw new AppError('invalid', 'invalid', { [office.field]: 'choose' })
  // one office, one person: the one before steps down from this team
  await tx.roleAssignment.updateMany({
    where: { role: office.role, teamId, endedAt: null, NOT: { userId, institutionId } },
    data: { endedAt: now },
  })
  await giveRoles(ctx, userId, institutionId, [{ role: office.role, teamId }])
}

/** Appoints leaders and the coordinator; an office left empty stays as it is. */
export const appointOffices = defineCommand({
  name: 'team.appoint',
  input: z.strictObject({
    teamId: uuid(),
    version: version(),
    liderGminny: seat,
    liderPowiatowy: seat,
    coordinator: seat,
  }),
  subject: (ctx, { teamId }) => teamFacts(ctx, teamId),
  run: async (ctx, input, facts) => {
    await demandStep(ctx, facts, 'team.appoint')
    for (const office of offices) {
      const chosen = input[office.field]
      if (chosen) await fill(ctx, facts, office, chosen)
    }
    await changeTeam(ctx, facts.team, input.version, {})
  },
  audit: (_r, { teamId }) => aboutTeam(teamId),
})
