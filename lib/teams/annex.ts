import { z } from 'zod'
import { toDbDate } from '@/lib/platform/clock'
import { AppError, conflict, notFound } from '@/lib/platform/errors'
import { date, line, prose, uuid, version } from '@/lib/platform/input'
import { type Context, defineCommand } from '@/lib/policy/usecase'
import { refusalToLeave } from '@/lib/teams/conditions'
import { demandStep, type TeamFacts, teamFacts } from '@/lib/teams/facts'
import { aboutTeam, changeTeam } from '@/lib/teams/move'

const bySubject = (ctx: Context, { teamId }: { teamId: string }): Promise<TeamFacts> => teamFacts(ctx, teamId)

/** A party joins an active team by an annex that it has signed (4.1). */
export const accession = defineCommand({
  name: 'team.accession',
  input: z.strictObject({
    teamId: uuid(),
    version: version(),
    institutionId: uuid(),
    signedOn: date(),
    signedByName: line(120),
  }),
  subject: bySubject,
  run: async (ctx, input, facts) => {
    const { setup } = await demandStep(ctx, facts, 'team.accession')
    const { tx, now, today } = ctx
    if (input.signedOn > today) throw new AppError('invalid', 'invalid', { signedOn: 'dateFuture' })
    if (setup.parties.some((p) => p.institutionId === input.institutionId))
      throw new AppError('invalid', 'invalid', { institutionId: 'alreadyParty' })
    const living = await tx.institution.count({ where: { id: input.institutionId, endedOn: null } })
    if (living !== 1) throw new AppError('invalid', 'invalid', { institutionId: 'choose' })
    const signedOn = toDbDate(input.signedOn)
    await tx.teamMember.createMany({
      data: [
        {
          teamId: facts.team.id,
          institutionId: input.institutionId,
          founding: false,
          invitedAt: now,
          joinedOn: signedOn,
          signedOn,
          signedByName: input.signedByName,
        },
      ],
    })
    await changeTeam(ctx, facts.team, input.version, {})
  },
  audit: (_r, { teamId }) => aboutTeam(teamId),
})

/** A party leaves by an annex: never the lead, never the last of a side, and no open line is left behind (4.1). */
export const withdrawParty = defineCommand({
  name: 'team.withdraw',
  input: z.strictObject({
    teamId: uuid(),
    version: version(),
    memberId: uuid(),
    leftOn: date(),
    reason: prose(2000),
  }),
  subject: bySubject,
  run: async (ctx, input, facts) => {
    const { setup } = await demandStep(ctx, facts, 'team.withdraw')
    const { tx, today } = ctx
    const { team } = facts
    const member = await tx.teamMember.findFirst({
      where: { id: input.memberId, teamId: team.id, leftOn: null },
    })
    if (!member) throw notFound()
    if (input.leftOn > today) throw new AppError('invalid', 'invalid', { leftOn: 'dateFuture' })
    const stays = refusalToLeave(setup, member.institutionId, team.leadInstitutionId)
    if (stays) throw conflict(stays)
    const [open] = await tx.$queryRaw<
      { n: number }[]
    >`select app.party_open_lines(${team.id}::uuid, ${member.institutionId}::uuid) as n`
    if (open && open.n > 0) throw conflict('partyHasOpenLines', { count: open.n })
    const changed = await tx.teamMember.updateMany({
      where: { id: member.id, version: member.version, leftOn: null },
      data: { leftOn: toDbDate(input.leftOn), leftReason: input.reason, version: { increment: 1 } },
    })
    if (changed.count !== 1) throw conflict('stale')
    await changeTeam(ctx, team, input.version, {})
  },
  audit: (_r, { teamId, reason }) => aboutTeam(teamId, reason),
})
