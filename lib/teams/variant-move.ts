import { z } from 'zod'
import { toDbDate } from '@/lib/platform/clock'
import { invalid } from '@/lib/platform/errors'
import { prose, uuid, version } from '@/lib/platform/input'
import { type Context, defineCommand } from '@/lib/policy/usecase'
import { demandStep, teamFacts } from '@/lib/teams/facts'
import { aboutTeam, changeTeam } from '@/lib/teams/move'
import { versionChoice, versionsFor } from '@/lib/variants'

/** Who leads a party or speaks for it in the team; the message names the team only. */
const tellLeaders = async ({ tx, actor, today }: Context, teamId: string): Promise<void> => {
  const members = await tx.teamMember.findMany({ where: { teamId, leftOn: null } })
  const leaders = await tx.roleAssignment.findMany({
    where: {
      institutionId: { in: members.map((m) => m.institutionId) },
      role: { in: ['lider_gminny', 'lider_powiatowy'] },
      caseId: null,
      endedAt: null,
      OR: [{ teamId: null }, { teamId }],
      AND: [{ OR: [{ endsOn: null }, { endsOn: { gte: toDbDate(today) } }] }],
    },
    select: { userId: true, institutionId: true },
  })
  const seated = members.flatMap(({ representativeId, deputyId, institutionId }) =>
    [representativeId, deputyId].flatMap((userId) => (userId ? [{ userId, institutionId }] : [])),
  )
  const people = new Map([...leaders, ...seated].map((p) => [`${p.userId}@${p.institutionId}`, p]))
  await tx.notification.createMany({
    data: [...people.values()]
      .filter(({ userId }) => userId !== actor.userId)
      .map((person) => ({ ...person, kind: 'team.variantMoved', teamId })),
  })
}

/**
 * Moves the team to another version of its variant, newer or older, or to the national model. Deadlines that the team set
 * for itself stay; cases keep the version they began with. The row is what moves the team (trigger move_team_variant).
 */
export const moveVariantVersion = defineCommand({
  name: 'team.moveVariantVersion',
  input: z.strictObject({ teamId: uuid(), version: version(), to: versionChoice(), reason: prose(2000) }),
  subject: (ctx, { teamId }) => teamFacts(ctx, teamId),
  run: async (ctx, { teamId, version: seen, to, reason }, facts) => {
    await demandStep(ctx, facts, 'team.moveVariantVersion')
    const { team } = facts
    const fromVersionId = team.variantVersionId
    // whoever looked at the changes against another version is told that, before anything else
    await changeTeam(ctx, team, seen, {})
    const chosen = (await versionsFor(ctx, team)).find(({ choice }) => choice === to)
    if (!chosen || chosen.id === fromVersionId) throw invalid({ to: 'choose' })
    await ctx.tx.teamVariantMove.createMany({
      data: [
        {
          teamId,
          fromVersionId,
          toVersionId: chosen.id,
          reason,
          at: ctx.now,
          byId: ctx.actor.userId,
          institutionId: ctx.actor.institutionId,
        },
      ],
    })
    await tellLeaders(ctx, teamId)
  },
  audit: (_r, { teamId, reason }) => aboutTeam(teamId, reason),
})
