import { z } from 'zod'
import { type LineStatus, openLinesOf, type PassRefusal, passLineOn, passRefusal } from '@/lib/baskets'
import { ofCase } from '@/lib/cases'
import { serviceTypes } from '@/lib/catalogue'
import { writeAudit } from '@/lib/platform/audit'
import { conflict, invalid, notFound } from '@/lib/platform/errors'
import { many, prose, uuid } from '@/lib/platform/input'
import { may } from '@/lib/policy/decide'
import { type Context, defineCommand, defineQuery } from '@/lib/policy/usecase'
import { refusalToLeave } from '@/lib/teams/conditions'
import { partiesOf, type TeamFacts, teamFacts, teamSetup } from '@/lib/teams/facts'
import { aboutTeam } from '@/lib/teams/move'
import { stepOf } from '@/lib/teams/state'

const bySubject = (ctx: Context, { teamId }: { teamId: string }): Promise<TeamFacts> => teamFacts(ctx, teamId)

/** An open service of a party that leaves, as far as the reader may know it. */
export type LeavingLine = {
  readonly id: string
  readonly caseId: string
  readonly number: string
  readonly service: string
  readonly status: LineStatus
  /** Why it cannot be handed over now. */
  readonly refusal: PassRefusal | null
}

export type Leaving = {
  readonly teamId: string
  readonly version: number
  readonly memberId: string
  readonly party: string
  readonly lines: readonly LeavingLine[]
  /** Open services in cases of which this reader must learn nothing. */
  readonly hidden: number
  /** Parties that could take a service over. */
  readonly takers: readonly { readonly id: string; readonly name: string }[]
  /** Why it may not leave at all, before any service. */
  readonly stays: ReturnType<typeof refusalToLeave>
  readonly coordinators: readonly string[]
  readonly may: { readonly handOver: boolean; readonly withdraw: boolean }
}

const memberOf = async ({ tx }: Context, teamId: string, memberId: string) => {
  const member = await tx.teamMember.findFirst({
    where: { id: memberId, teamId, leftOn: null },
    include: { institution: { select: { name: true } } },
  })
  if (!member) throw notFound()
  return member
}

const takersOf = async (ctx: Context, teamId: string, leavingId: string) => {
  const signed = (await partiesOf(ctx, teamId)).filter(
    (p) => p.institutionId !== leavingId && p.signedOn !== null && p.signedOn <= ctx.today,
  )
  return ctx.tx.institution.findMany({
    where: { id: { in: signed.map((p) => p.institutionId) }, endedOn: null },
    select: { id: true, name: true },
    orderBy: [{ nameFolded: 'asc' }, { id: 'asc' }],
  })
}

const openCount = async ({ tx }: Context, teamId: string, institutionId: string): Promise<number> => {
  const [open] = await tx.$queryRaw<{ n: number }[]>`
    select app.party_open_lines(${teamId}::uuid, ${institutionId}::uuid) as n`
  return open?.n ?? 0
}

const coordinatorsOf = async ({ tx }: Context, teamId: string): Promise<string[]> => {
  const rows = await tx.roleAssignment.findMany({
    where: { teamId, role: 'koordynator_zespolu', endedAt: null },
    include: { user: { select: { givenName: true, familyName: true } } },
    distinct: ['userId'],
  })
  return rows.map(({ user }) => `${user.givenName} ${user.familyName}`)
}

/** Before a party leaves: the services that it would leave behind, who could take them, and what stands in the way. */
export const readLeaving = defineQuery({
  name: 'team.leaving',
  input: z.strictObject({ teamId: uuid(), memberId: uuid() }),
  subject: bySubject,
  run: async (ctx, { memberId }, facts): Promise<Leaving> => {
    const { team } = facts
    const member = await memberOf(ctx, team.id, memberId)
    const lines = await openLinesOf(ctx, team.id, member.institutionId)
    const names = new Map(serviceTypes().map((s) => [s.key, s.namePl]))
    const setup = await teamSetup(ctx, team)
    return {
      teamId: team.id,
      version: team.version,
      memberId,
      party: member.institution.name,
      lines: lines.map((line) => ({
        id: line.id,
        caseId: line.caseId,
        number: line.number,
        service: line.title ?? names.get(line.serviceKey) ?? line.serviceKey,
        status: line.status,
        refusal: passRefusal(line, false),
      })),
      hidden: Math.max(0, (await openCount(ctx, team.id, member.institutionId)) - lines.length),
      takers: await takersOf(ctx, team.id, member.institutionId),
      stays: refusalToLeave(setup, member.institutionId, team.leadInstitutionId),
      coordinators: await coordinatorsOf(ctx, team.id),
      may: {
        handOver: may(ctx.actor, 'team.handLinesOver', facts),
        withdraw: stepOf(team.status, 'team.withdraw', setup).open && may(ctx.actor, 'team.withdraw', facts),
      },
    }
  },
  audit: ({ lines, teamId }) =>
    lines.length > 0
      ? { subjectKind: 'line', subjectIds: lines.map(({ id }) => id), teamId }
      : aboutTeam(teamId),
})

/**
 * Chosen services of a leaving party go to another one, or end, in one step. What cannot now stays and is counted; the
 * team's coordinator does it, who coordinates every case that it touches (second lock: app.copy_line_to).
 */
export const handLinesOver = defineCommand({
  name: 'team.handLinesOver',
  input: z.strictObject({
    teamId: uuid(),
    memberId: uuid(),
    lines: many(uuid()),
    /** An institution, or the end of the services. */
    to: z.union([z.literal('close'), uuid()], { error: 'choose' }),
    reason: prose(500),
  }),
  subject: bySubject,
  run: async (ctx, { memberId, lines: wanted, to: choice, reason }, { team }) => {
    const member = await memberOf(ctx, team.id, memberId)
    const open = await openLinesOf(ctx, team.id, member.institutionId)
    const to = choice === 'close' ? null : choice
    if (wanted.length === 0) throw invalid({ lines: 'choose' })
    if (!wanted.every((id) => open.some((line) => line.id === id))) throw conflict('stale')
    if (to && !(await takersOf(ctx, team.id, member.institutionId)).some(({ id }) => id === to))
      throw invalid({ to: 'choose' })
    const able = open.filter((line) => wanted.includes(line.id) && passRefusal(line, to === null) === null)
    let asked = 0
    for (const line of able) {
      const done = await passLineOn(ctx, line.id, to, reason)
      asked += done.asked ? 1 : 0
      // who looks for what happened to a family finds it there
      await writeAudit(ctx.tx, ctx.actor, [
        { action: 'team.handLinesOver', kind: 'write', subject: ofCase(done.familyCase) },
      ])
    }
    if (able.length === 0) throw conflict('linesInApproval')
    return { handed: able.length, asked, stayed: wanted.length - able.length, closed: to === null }
  },
  audit: (_r, { teamId, reason }) => aboutTeam(teamId, reason),
})
