import { z } from 'zod'
import { namesOf } from '@/lib/people'
import { toDbDate } from '@/lib/platform/clock'
import { conflict, notFound } from '@/lib/platform/errors'
import type { TeamProposal } from '@/lib/platform/generated/prisma/client'
import { prose, uuid, version } from '@/lib/platform/input'
import { type Context, defineCommand } from '@/lib/policy/usecase'
import { demandStep, type TeamFacts, teamFacts } from '@/lib/teams/facts'
import { aboutTeam, moveTeam, tellParties } from '@/lib/teams/move'
import type { TeamStatus } from '@/lib/teams/state'

/** Steps that both leaders decide (domain 4.1). */
export type JointAction = 'team.suspend' | 'team.resume' | 'team.dissolve'

const jointActions: readonly JointAction[] = ['team.suspend', 'team.resume', 'team.dissolve']
const team = { teamId: uuid(), version: version() }
const withReason = { ...team, reason: prose(2000) }
const bySubject = (ctx: Context, { teamId }: { teamId: string }): Promise<TeamFacts> => teamFacts(ctx, teamId)

type Why = { readonly reason: string; readonly finalReport: string | null }

const told: Readonly<Record<JointAction, string>> = {
  'team.suspend': 'team.suspended',
  'team.resume': 'team.resumed',
  'team.dissolve': 'team.dissolved',
}

const changes = (ctx: Context, action: JointAction, { reason, finalReport }: Why) => {
  if (action === 'team.suspend') return { suspendedReason: reason }
  if (action === 'team.resume') return { suspendedReason: null }
  return { dissolvedOn: toDbDate(ctx.today), dissolvedReason: reason, finalReport }
}

const decided = async (
  ctx: Context,
  facts: TeamFacts,
  seen: number,
  action: JointAction,
  to: TeamStatus,
  why: Why,
): Promise<void> => {
  await tellParties(ctx, facts.team.id, told[action])
  await moveTeam(ctx, facts.team, seen, to, changes(ctx, action, why), why.reason)
}

const otherLeaders = ({ tx }: Context, teamId: string) =>
  tx.$queryRaw<{ userId: string; institutionId: string }[]>`
    select user_id as "userId", institution_id as "institutionId" from app.other_leaders(${teamId}::uuid)`

const tellOthers = async (ctx: Context, teamId: string, kind: string): Promise<void> => {
  const others = await otherLeaders(ctx, teamId)
  await ctx.tx.notification.createMany({ data: others.map((one) => ({ ...one, kind, teamId })) })
}

const liveProposal = ({ tx }: Context, teamId: string): Promise<TeamProposal | null> =>
  tx.teamProposal.findFirst({ where: { teamId, endedAt: null } })

/** Decides at once where nobody leads the other side; else the other leader is asked. */
const propose = async (
  ctx: Context,
  facts: TeamFacts,
  seen: number,
  action: JointAction,
  why: Why,
): Promise<{ decided: boolean }> => {
  const { to } = await demandStep(ctx, facts, action)
  const teamId = facts.team.id
  if (facts.team.version !== seen) throw conflict('stale')
  if (await liveProposal(ctx, teamId)) throw conflict('proposalWaits')
  if ((await otherLeaders(ctx, teamId)).length === 0) {
    await decided(ctx, facts, seen, action, to, why)
    return { decided: true }
  }
  await ctx.tx.teamProposal.createMany({
    data: [
      {
        teamId,
        action,
        ...why,
        proposedById: ctx.actor.userId,
        institutionId: ctx.actor.institutionId,
      },
    ],
  })
  await tellOthers(ctx, teamId, 'team.proposed')
  return { decided: false }
}

/** AKTYWNY → ZAWIESZONY: no new referral; what runs, runs on. */
export const suspendTeam = defineCommand({
  name: 'team.suspend',
  input: z.strictObject(withReason),
  subject: bySubject,
  run: (ctx, { version: seen, reason }, facts) =>
    propose(ctx, facts, seen, 'team.suspend', { reason, finalReport: null }),
  audit: (_r, { teamId, reason }) => aboutTeam(teamId, reason),
})

/** ZAWIESZONY → AKTYWNY. */
export const resumeTeam = defineCommand({
  name: 'team.resume',
  input: z.strictObject(withReason),
  subject: bySubject,
  run: (ctx, { version: seen, reason }, facts) =>
    propose(ctx, facts, seen, 'team.resume', { reason, finalReport: null }),
  audit: (_r, { teamId, reason }) => aboutTeam(teamId, reason),
})

/** AKTYWNY, ZAWIESZONY → ROZWIĄZANY: no open case, with a final report. */
export const dissolveTeam = defineCommand({
  name: 'team.dissolve',
  input: z.strictObject({ ...withReason, finalReport: prose(20_000) }),
  subject: bySubject,
  run: (ctx, { version: seen, reason, finalReport }, facts) =>
    propose(ctx, facts, seen, 'team.dissolve', { reason, finalReport }),
  audit: (_r, { teamId, reason }) => aboutTeam(teamId, reason),
})

const proposalOf = async (ctx: Context, teamId: string) => {
  const proposal = await liveProposal(ctx, teamId)
  const action = jointActions.find((known) => known === proposal?.action)
  if (!proposal || !action) throw notFound()
  return { proposal, action }
}

const endProposal = async (ctx: Context, { id }: TeamProposal, agreed: boolean): Promise<void> => {
  const changed = await ctx.tx.teamProposal.updateMany({
    where: { id, endedAt: null },
    data: { endedAt: ctx.now, ...(agreed ? { agreedById: ctx.actor.userId } : {}) },
  })
  if (changed.count !== 1) throw conflict('stale')
}

/** The leader of the other side agrees: now it happens, under the same conditions. */
export const agreeToProposal = defineCommand({
  name: 'team.agree',
  input: z.strictObject(team),
  subject: bySubject,
  run: async (ctx, { version: seen }, facts) => {
    const { proposal, action } = await proposalOf(ctx, facts.team.id)
    const { to } = await demandStep(ctx, facts, action)
    const others = await otherLeaders(ctx, facts.team.id)
    if (!others.some(({ userId }) => userId === proposal.proposedById)) throw conflict('proposalOfOwnSide')
    await endProposal(ctx, proposal, true)
    await decided(ctx, facts, seen, action, to, proposal)
  },
  audit: (_r, { teamId }) => aboutTeam(teamId),
})

/** Who proposed takes it back, or the other leader does not agree. */
export const dropProposal = defineCommand({
  name: 'team.dropProposal',
  input: z.strictObject({ teamId: uuid() }),
  subject: bySubject,
  run: async (ctx, _input, facts) => {
    const { proposal } = await proposalOf(ctx, facts.team.id)
    await endProposal(ctx, proposal, false)
    await tellOthers(ctx, facts.team.id, 'team.proposalDropped')
  },
  audit: (_r, { teamId }) => aboutTeam(teamId),
})

/** What waits for the other leader, for the page of the team. */
export const waitingProposal = async (ctx: Context, teamId: string) => {
  const proposal = await liveProposal(ctx, teamId)
  const action = jointActions.find((known) => known === proposal?.action)
  if (!proposal || !action) return null
  const names = await namesOf(ctx.tx, [proposal.proposedById])
  const others = await otherLeaders(ctx, teamId)
  return {
    action,
    reason: proposal.reason,
    finalReport: proposal.finalReport,
    by: names.get(proposal.proposedById) ?? null,
    at: proposal.at,
    mine: proposal.proposedById === ctx.actor.userId,
    mayAgree: others.some(({ userId }) => userId === proposal.proposedById),
  }
}
