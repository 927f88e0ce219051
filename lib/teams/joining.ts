import { z } from 'zod'
import type { IsoDate } from '@/lib/format/dates'
import { namesOf } from '@/lib/people'
import { fromDbDate } from '@/lib/platform/clock'
import { conflict, notFound } from '@/lib/platform/errors'
import type { TeamJoining } from '@/lib/platform/generated/prisma/client'
import { optional, uuid } from '@/lib/platform/input'
import { may, mayAll } from '@/lib/policy/decide'
import { type Context, defineQuery } from '@/lib/policy/usecase'
import { type TeamFacts, teamFacts } from '@/lib/teams/facts'
import { aboutTeam } from '@/lib/teams/move'

export type JoiningRefusal = 'joining.teams' | 'joining.transfers' | 'joining.otherOwner'

/** What joining these two teams does, as app.joining_facts tells it to who decides about it. */
export type JoiningFacts = {
  readonly team: string
  readonly into: string
  readonly sameGmina: boolean
  readonly refusal: JoiningRefusal | null
  /** Since when the team that stays works. */
  readonly began: IsoDate | null
  /** Who leads it: only cases of this unit go over. */
  readonly leadInstitutionId: string
  readonly parties: readonly {
    readonly institutionId: string
    readonly name: string
    readonly fate: 'accedes' | 'both' | 'stays'
    readonly signedBy: string | null
  }[]
  readonly coordinators: readonly { readonly name: string; readonly passes: boolean }[]
  readonly tasks: number
  readonly meetings: number
  /** What goes over, for the unit whose cases these are. Null: this reader is told no number. */
  readonly cases: { readonly open: number; readonly over: number } | null
}

/** Asks the database; `notFound` for two teams that the reader does not decide about. */
export const joiningFacts = async (
  { tx }: Context,
  teamId: string,
  intoTeamId: string,
): Promise<JoiningFacts> => {
  const [row] = await tx.$queryRaw<{ facts: JoiningFacts | null }[]>`
    select app.joining_facts(${teamId}::uuid, ${intoTeamId}::uuid) as facts`
  if (!row?.facts) throw notFound()
  return row.facts
}

/** The proposal that waits, whichever of its two teams this is. */
export const liveJoining = ({ tx }: Context, teamId: string): Promise<TeamJoining | null> =>
  tx.teamJoining.findFirst({
    where: { endedAt: null, OR: [{ teamId }, { intoTeamId: teamId }] },
    orderBy: { at: 'asc' },
  })

type Side = { readonly teamId: string; readonly role: 'lider_gminny' | 'lider_powiatowy' }

/** A proposal that waits, and teams whose work this one took over. */
export type TeamJoinings = {
  readonly waits: { readonly ends: boolean; readonly asked: boolean } | null
  /** `team` is null for a reader who does not see the team that ended. */
  readonly tookOver: readonly {
    readonly id: string
    readonly team: string | null
    readonly reason: string
    readonly at: string
  }[]
}

/** What the page of a team says about joinings; of one that waits only to who decides about it. */
export const joiningsOf = async (ctx: Context, facts: TeamFacts): Promise<TeamJoinings> => {
  const { tx, actor } = ctx
  const { team } = facts
  const rows = await tx.teamJoining.findMany({
    where: {
      OR: [
        { intoTeamId: team.id, doneAt: { not: null } },
        { endedAt: null, OR: [{ teamId: team.id }, { intoTeamId: team.id }] },
      ],
    },
    orderBy: { at: 'desc' },
  })
  const done = rows.filter(({ doneAt }) => doneAt !== null)
  const live = rows.find(({ endedAt }) => endedAt === null)
  const teams =
    done.length > 0
      ? await tx.team.findMany({
          where: { id: { in: done.map(({ teamId }) => teamId) } },
          select: { id: true, name: true },
        })
      : []
  return {
    waits:
      live && may(actor, 'team.joining', facts)
        ? { ends: live.teamId === team.id, asked: await isAsked(ctx, live.id) }
        : null,
    tookOver: done.map(({ id, teamId, reason, doneAt, at }) => ({
      id,
      team: teams.find((one) => one.id === teamId)?.name ?? null,
      reason,
      at: (doneAt ?? at).toISOString(),
    })),
  }
}

/** Sides of both teams that have a leader and have not agreed yet. */
export const waitingSides = ({ tx }: Context, joiningId: string): Promise<Side[]> =>
  tx.$queryRaw<Side[]>`
    select w.team_id as "teamId", w.role from app.joining_waits(${joiningId}::uuid) w order by 1, 2`

/** Whether this person's agreement is one of those that are missing. */
export const isAsked = async ({ tx, actor }: Context, joiningId: string): Promise<boolean> => {
  const [row] = await tx.$queryRaw<{ asked: boolean }[]>`
    select exists (select from app.joining_leaders(${joiningId}::uuid) l
      join app.joining_waits(${joiningId}::uuid) w on w.team_id = l.team_id and w.role = l.role
      where l.user_id = ${actor.userId}::uuid and l.institution_id = ${actor.institutionId}::uuid) as asked`
  return row?.asked === true
}

export type JoiningProposal = {
  readonly id: string
  readonly by: string | null
  readonly at: Date
  readonly reason: string
  readonly finalReport: string
  readonly signedOn: IsoDate
  readonly signers: Readonly<Record<string, string>>
  readonly waits: readonly { readonly ends: boolean; readonly role: Side['role'] }[]
  readonly asked: boolean
  readonly mine: boolean
}

const proposalOf = async (ctx: Context, row: TeamJoining): Promise<JoiningProposal> => {
  const names = await namesOf(ctx.tx, [row.proposedById])
  const waits = await waitingSides(ctx, row.id)
  return {
    id: row.id,
    by: names.get(row.proposedById) ?? null,
    at: row.at,
    reason: row.reason,
    finalReport: row.finalReport,
    signedOn: fromDbDate(row.signedOn),
    signers: z.record(z.string(), z.string()).parse(row.signers),
    waits: waits.map(({ teamId, role }) => ({ ends: teamId === row.teamId, role })),
    asked: await isAsked(ctx, row.id),
    mine: row.proposedById === ctx.actor.userId,
  }
}

/** Open cases of another unit, which have to be transferred first, as far as the reader may know them. */
const casesInTheWay = ({ tx }: Context, teamId: string, leadInstitutionId: string) =>
  tx.familyCase.findMany({
    where: {
      teamId,
      status: { notIn: ['closed', 'rejected', 'redirected', 'archived', 'erased'] },
      ownerInstitutionId: { not: leadInstitutionId },
    },
    select: { id: true, number: true },
    orderBy: { number: 'asc' },
  })

type Candidate = { readonly id: string; readonly name: string; readonly near: boolean }

const candidatesFor = ({ tx }: Context, teamId: string): Promise<Candidate[]> =>
  tx.$queryRaw<Candidate[]>`select id, name, near from app.joinable_teams(${teamId}::uuid)`

const about = async (ctx: Context, teamId: string, intoTeamId: string) => {
  const facts = await joiningFacts(ctx, teamId, intoTeamId)
  const inTheWay =
    facts.refusal === 'joining.otherOwner' ? await casesInTheWay(ctx, teamId, facts.leadInstitutionId) : []
  return { ...facts, intoTeamId, inTheWay }
}

/** Before two teams become one: with which, what happens to whom, and who has to agree. */
export const readJoining = defineQuery({
  name: 'team.joining',
  input: z.strictObject({ teamId: uuid(), intoTeamId: optional(uuid()).optional() }),
  subject: (ctx, { teamId }): Promise<TeamFacts> => teamFacts(ctx, teamId),
  run: async (ctx, { intoTeamId }, facts) => {
    const { team } = facts
    const live = await liveJoining(ctx, team.id)
    const candidates = live ? [] : await candidatesFor(ctx, team.id)
    const chosen = candidates.find(({ id }) => id === intoTeamId)
    const open = team.status === 'active' || team.status === 'suspended'
    return {
      teamId: team.id,
      version: team.version,
      open,
      candidates: open ? candidates : [],
      plan: live
        ? await about(ctx, live.teamId, live.intoTeamId)
        : chosen && open
          ? await about(ctx, team.id, chosen.id)
          : null,
      proposal: live ? await proposalOf(ctx, live) : null,
      may: mayAll(ctx.actor, facts, 'team.proposeJoining', 'team.agreeToJoining', 'team.dropJoining'),
    }
  },
  audit: ({ plan }, { teamId }) =>
    plan && plan.inTheWay.length > 0
      ? { subjectKind: 'case', subjectIds: plan.inTheWay.map(({ id }) => id), teamId }
      : aboutTeam(teamId),
})

export type JoiningPage = Awaited<ReturnType<typeof readJoining.execute>>

/** Refuses with the words of what stands in the way. */
export const demandJoinable = (facts: JoiningFacts): void => {
  if (facts.refusal) throw conflict(facts.refusal)
}
