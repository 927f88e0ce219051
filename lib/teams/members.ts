import { z } from 'zod'
import { AppError, conflict, notFound } from '@/lib/platform/errors'
import { many, uuid, version } from '@/lib/platform/input'
import { type Context, defineCommand } from '@/lib/policy/usecase'
import { isOpsSide } from '@/lib/teams/conditions'
import { demandStep, type TeamFacts, teamFacts } from '@/lib/teams/facts'
import { aboutTeam, changeTeam, tellParty } from '@/lib/teams/move'
import { addParties, freshInput, registerFresh } from '@/lib/teams/parties'

const bySubject = (ctx: Context, { teamId }: { teamId: string }): Promise<TeamFacts> => teamFacts(ctx, teamId)

/** A team without a lead takes the first OPS side that joins. */
const leadFrom = async ({ tx }: Context, teamId: string): Promise<string | null> => {
  const rows = await tx.teamMember.findMany({
    where: { teamId, leftOn: null },
    include: { institution: { select: { kindKey: true, replacesOps: true } } },
    orderBy: { createdAt: 'asc' },
  })
  const able = rows.filter(({ institution: i }) => isOpsSide(i) || i.kindKey === 'cus')
  return (able.find(({ institution }) => isOpsSide(institution)) ?? able[0])?.institutionId ?? null
}

/** Founding parties, known or new; before the team is active. */
export const addMembers = defineCommand({
  name: 'team.addMember',
  input: z.strictObject({
    teamId: uuid(),
    version: version(),
    members: many(uuid()),
    more: many(uuid()).optional(),
    fresh: freshInput,
  }),
  subject: bySubject,
  run: async (ctx, input, facts) => {
    await demandStep(ctx, facts, 'team.addMember')
    const fresh = await registerFresh(ctx, input.fresh, facts.team.gminaCode)
    const wanted = [...input.members, ...(input.more ?? []), ...fresh.map((f) => f.institutionId)]
    if (wanted.length === 0) throw new AppError('invalid', 'invalid', { 'more.0': 'choose' })
    const added = await addParties(ctx, facts.team.id, wanted)
    // the agreement is out already: who comes late must hear of it too (4.1)
    if (facts.team.status === 'agreement')
      for (const institutionId of added)
        await tellParty(ctx, facts.team.id, institutionId, 'team.agreementSent')
    const lead = facts.team.leadInstitutionId ?? (await leadFrom(ctx, facts.team.id))
    await changeTeam(ctx, facts.team, input.version, { leadInstitutionId: lead })
    return { added: added.length }
  },
  audit: (_r, { teamId }) => aboutTeam(teamId),
})

/** Takes a party out before it signed; afterwards it withdraws (team.withdraw). */
export const removeMember = defineCommand({
  name: 'team.removeMember',
  input: z.strictObject({ teamId: uuid(), memberId: uuid(), version: version() }),
  subject: bySubject,
  run: async (ctx, { memberId, version: seen }, facts) => {
    await demandStep(ctx, facts, 'team.removeMember')
    const { tx } = ctx
    const member = await tx.teamMember.findFirst({
      where: { id: memberId, teamId: facts.team.id, leftOn: null },
    })
    if (!member) throw notFound()
    if (member.signedOn) throw conflict('memberSigned')
    const removed = await tx.teamMember.deleteMany({ where: { id: memberId, signedOn: null } })
    if (removed.count !== 1) throw conflict('stale')
    const lead =
      facts.team.leadInstitutionId === member.institutionId
        ? await leadFrom(ctx, facts.team.id)
        : facts.team.leadInstitutionId
    await changeTeam(ctx, facts.team, seen, { leadInstitutionId: lead })
  },
  audit: (_r, { teamId }) => aboutTeam(teamId),
})
