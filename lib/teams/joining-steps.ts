import { z } from 'zod'
import { toDbDate } from '@/lib/platform/clock'
import { conflict, invalid, notFound } from '@/lib/platform/errors'
import { date, line, prose, uuid, version } from '@/lib/platform/input'
import { type Context, defineCommand } from '@/lib/policy/usecase'
import { type TeamFacts, teamFacts } from '@/lib/teams/facts'
import {
  demandJoinable,
  isAsked,
  type JoiningFacts,
  joiningFacts,
  liveJoining,
  waitingSides,
} from '@/lib/teams/joining'
import { aboutTeam } from '@/lib/teams/move'

const bySubject = (ctx: Context, { teamId }: { teamId: string }): Promise<TeamFacts> => teamFacts(ctx, teamId)

const tell = async ({ tx }: Context, joiningId: string, kind: string): Promise<void> => {
  await tx.$executeRaw`select app.tell_joining(${joiningId}::uuid, ${kind})`
}

const vote = async ({ tx, actor }: Context, joiningId: string, teamId: string): Promise<void> => {
  await tx.teamJoiningVote.createMany({
    data: [{ joiningId, teamId, userId: actor.userId, institutionId: actor.institutionId }],
  })
}

/** With the last agreement everything happens; the database does it whole or not at all. */
const doneWhenAllAgree = async (ctx: Context, joiningId: string): Promise<boolean> => {
  if ((await waitingSides(ctx, joiningId)).length > 0) return false
  await ctx.tx.$queryRaw`select app.join_teams(${joiningId}::uuid)`
  return true
}

/** Each acceding party signs: who, is asked one by one; an earlier signer is proposed by the form. */
const demandSigners = (facts: JoiningFacts, signers: Readonly<Record<string, string>>): void => {
  const unsigned = facts.parties.filter((p) => p.fate === 'accedes' && !signers[p.institutionId])
  if (unsigned.length > 0)
    throw invalid(Object.fromEntries(unsigned.map((p) => [`signers.${p.institutionId}`, 'required'])))
}

/** Annexes change the agreement of the team that stays: not signed in the future, nor before it began. */
const demandDay = (ctx: Context, { began }: JoiningFacts, signedOn: string): void => {
  if (signedOn > ctx.today) throw invalid({ signedOn: 'dateFuture' })
  if (began && signedOn < began) throw invalid({ signedOn: 'beforeTeam' })
}

const demandNothingWaits = async (ctx: Context, teamIds: readonly string[]): Promise<void> => {
  const waits = await ctx.tx.teamProposal.count({ where: { teamId: { in: [...teamIds] }, endedAt: null } })
  if (waits > 0) throw conflict('proposalWaits')
  for (const teamId of teamIds) if (await liveJoining(ctx, teamId)) throw conflict('joining.waits')
}

/** This team is to be joined to another one; who proposes it has thereby agreed for the sides that he leads. */
export const proposeJoining = defineCommand({
  name: 'team.proposeJoining',
  input: z.strictObject({
    teamId: uuid(),
    version: version(),
    intoTeamId: uuid(),
    signedOn: date(),
    signers: z.record(uuid(), line(120)).default({}),
    reason: prose(2000),
    finalReport: prose(20_000),
  }),
  subject: bySubject,
  run: async (ctx, input, facts) => {
    const { team } = facts
    if (team.version !== input.version) throw conflict('stale')
    const plan = await joiningFacts(ctx, team.id, input.intoTeamId)
    demandJoinable(plan)
    await demandNothingWaits(ctx, [team.id, input.intoTeamId])
    demandDay(ctx, plan, input.signedOn)
    demandSigners(plan, input.signers)
    const id = crypto.randomUUID()
    const { reason, finalReport, signers, intoTeamId } = input
    await ctx.tx.teamJoining.createMany({
      data: [
        {
          id,
          teamId: team.id,
          intoTeamId,
          reason,
          finalReport,
          signers,
          signedOn: toDbDate(input.signedOn),
          proposedById: ctx.actor.userId,
          institutionId: ctx.actor.institutionId,
        },
      ],
    })
    if (await isAsked(ctx, id)) await vote(ctx, id, team.id)
    if (await doneWhenAllAgree(ctx, id)) return { decided: true }
    await tell(ctx, id, 'team.joiningProposed')
    return { decided: false }
  },
  audit: (_r, { teamId, reason }) => aboutTeam(teamId, reason),
})

const liveOf = async (ctx: Context, teamId: string) => {
  const row = await liveJoining(ctx, teamId)
  if (!row) throw notFound()
  return row
}

/** A leader of one of both teams agrees; the last one makes it happen, under the same conditions as at the proposal. */
export const agreeToJoining = defineCommand({
  name: 'team.agreeToJoining',
  input: z.strictObject({ teamId: uuid(), joiningId: uuid() }),
  subject: bySubject,
  run: async (ctx, { joiningId }, { team }) => {
    const row = await liveOf(ctx, team.id)
    if (row.id !== joiningId) throw conflict('stale')
    if (!(await isAsked(ctx, row.id))) throw conflict('joining.notAsked')
    demandJoinable(await joiningFacts(ctx, row.teamId, row.intoTeamId))
    await vote(ctx, row.id, row.teamId)
    return { decided: await doneWhenAllAgree(ctx, row.id) }
  },
  audit: (_r, { teamId }) => aboutTeam(teamId),
})

/** Who proposed it takes it back, or somebody who would have to agree does not. */
export const dropJoining = defineCommand({
  name: 'team.dropJoining',
  input: z.strictObject({ teamId: uuid() }),
  subject: bySubject,
  run: async (ctx, _input, { team }) => {
    const row = await liveOf(ctx, team.id)
    await tell(ctx, row.id, 'team.joiningDropped')
    const changed = await ctx.tx.teamJoining.updateMany({
      where: { id: row.id, endedAt: null },
      data: { endedAt: ctx.now },
    })
    if (changed.count !== 1) throw conflict('stale')
  },
  audit: (_r, { teamId }) => aboutTeam(teamId),
})
