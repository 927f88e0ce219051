import { z } from 'zod'
import { toDbDate } from '@/lib/platform/clock'
import { prose, uuid, version } from '@/lib/platform/input'
import { type Context, defineCommand } from '@/lib/policy/usecase'
import { demandStep, refuseSecondTeam, type TeamFacts, teamFacts } from '@/lib/teams/facts'
import { aboutTeam, moveTeam, tellParties } from '@/lib/teams/move'

const team = { teamId: uuid(), version: version() }
const withReason = { ...team, reason: prose(2000) }
const bySubject = (ctx: Context, { teamId }: { teamId: string }): Promise<TeamFacts> => teamFacts(ctx, teamId)

/** POROZUMIENIE → AKTYWNY. One active team a gmina and variant (4.1): the unique index holds it, this says it. */
export const activateTeam = defineCommand({
  name: 'team.activate',
  input: z.strictObject(team),
  subject: bySubject,
  run: async (ctx, { version: seen }, facts) => {
    const { to } = await demandStep(ctx, facts, 'team.activate')
    const { id, gminaCode, variantKey } = facts.team
    await refuseSecondTeam(ctx, gminaCode, variantKey, id)
    await moveTeam(ctx, facts.team, seen, to, { activatedOn: toDbDate(ctx.today) })
    await tellParties(ctx, id, 'team.activated')
  },
  audit: (_r, { teamId }) => aboutTeam(teamId),
})

/** INICJOWANY, POROZUMIENIE → ROZWIĄZANY: the parties are told why. */
export const giveUpTeam = defineCommand({
  name: 'team.giveUp',
  input: z.strictObject(withReason),
  subject: bySubject,
  run: async (ctx, { version: seen, reason }, facts) => {
    const { to } = await demandStep(ctx, facts, 'team.giveUp')
    const end = { dissolvedOn: toDbDate(ctx.today), dissolvedReason: reason }
    await tellParties(ctx, facts.team.id, 'team.givenUp')
    await moveTeam(ctx, facts.team, seen, to, end, reason)
  },
  audit: (_r, { teamId, reason }) => aboutTeam(teamId, reason),
})
