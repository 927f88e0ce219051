import { toDbDate } from '@/lib/platform/clock'
import { conflict } from '@/lib/platform/errors'
import type { Prisma, Team } from '@/lib/platform/generated/prisma/client'
import type { Context } from '@/lib/policy/usecase'
import type { TeamStatus } from '@/lib/teams/state'

/** Changes a team that the person saw in this version; anything else is `stale`. */
export const changeTeam = async (
  { tx }: Context,
  team: Team,
  seen: number,
  data: Prisma.TeamUncheckedUpdateManyInput,
): Promise<void> => {
  const changed = await tx.team.updateMany({
    where: { id: team.id, version: seen, status: team.status },
    data: { ...data, version: { increment: 1 } },
  })
  if (changed.count !== 1) throw conflict('stale')
}

/** Moves a team to another state and keeps who, from which institution, and why. */
export const moveTeam = async (
  ctx: Context,
  team: Team,
  seen: number,
  to: TeamStatus,
  data: Prisma.TeamUncheckedUpdateManyInput = {},
  reason: string | null = null,
): Promise<void> => {
  await changeTeam(ctx, team, seen, { ...data, status: to })
  await ctx.tx.teamTransition.createMany({
    data: [
      {
        teamId: team.id,
        fromStatus: team.status,
        toStatus: to,
        actorId: ctx.actor.userId,
        institutionId: ctx.actor.institutionId,
        reason,
      },
    ],
  })
}

/** Tells the representatives and deputies of every party; the message names the team only. */
export const tellParties = async ({ tx, actor }: Context, teamId: string, kind: string): Promise<void> => {
  const members = await tx.teamMember.findMany({ where: { teamId, leftOn: null } })
  const people = members.flatMap((m) =>
    [m.representativeId, m.deputyId].flatMap((userId) =>
      userId && userId !== actor.userId ? [{ userId, institutionId: m.institutionId }] : [],
    ),
  )
  await tx.notification.createMany({ data: people.map((p) => ({ ...p, kind, teamId })) })
}

/**
 * Tells the heads of one institution, who may have no seat in the team yet. Only who keeps the team knows them by
 * name, so the people are asked for in the working context's own rows.
 */
export const tellParty = async (
  { tx, actor, today }: Context,
  teamId: string,
  institutionId: string,
  kind: string,
): Promise<void> => {
  const heads = await tx.roleAssignment.findMany({
    where: {
      institutionId,
      role: { in: ['decydent', 'lider_gminny', 'lider_powiatowy'] },
      caseId: null,
      endedAt: null,
      OR: [{ endsOn: null }, { endsOn: { gte: toDbDate(today) } }],
      NOT: { userId: actor.userId },
    },
    distinct: ['userId'],
    select: { userId: true },
  })
  await tx.notification.createMany({
    data: heads.map(({ userId }) => ({ userId, institutionId, kind, teamId })),
  })
}

/** Audit subject of anything about a team. */
export const aboutTeam = (teamId: string, reason: string | null = null) => ({
  subjectKind: 'team',
  subjectIds: [teamId],
  teamId,
  reason,
})
