import { z } from 'zod'
import { addCalendarDays } from '@/lib/calendar'
import { dateInWarsaw, type IsoDate } from '@/lib/format/dates'
import { toDbDate } from '@/lib/platform/clock'
import { AppError, conflict, notFound } from '@/lib/platform/errors'
import { date, flag, line, many, optional, prose, uuid } from '@/lib/platform/input'
import { type Context, defineCommand } from '@/lib/policy/usecase'
import { demandStep, type TeamFacts, teamFacts } from '@/lib/teams/facts'
import { aboutTeam } from '@/lib/teams/move'

/**
 * The team, and the parties that are meant. The head of an institution signs for the own party only (domain 3.6): one
 * party of one's own, and nothing else.
 */
const partiesMeant = async (ctx: Context, teamId: string, memberIds: readonly string[]) => {
  const facts = await teamFacts(ctx, teamId)
  const members = await ctx.tx.teamMember.findMany({
    where: { teamId, id: { in: [...memberIds] }, leftOn: null },
  })
  const institutions = new Set(members.map((m) => m.institutionId))
  return { ...facts, members, institutionId: institutions.size === 1 ? [...institutions][0] : null }
}

const signatureInput = z.strictObject({ memberId: uuid(), signed: flag(), signedByName: optional(line(120)) })

/** Not in the future, and not before the agreement was there to be signed (a day of grace for the paper). */
const refusedDay = (
  { today }: Context,
  { team: { agreementSentAt } }: TeamFacts,
  signedOn: IsoDate,
): string | null => {
  if (signedOn > today) return 'dateFuture'
  if (agreementSentAt && signedOn < addCalendarDays(dateInWarsaw(agreementSentAt), -1))
    return 'beforeAgreement'
  return null
}

/** Signatures as they stand on paper, many of one day at once: who was ticked, and the name of who signed. */
export const recordSignatures = defineCommand({
  name: 'team.recordSignature',
  input: z.strictObject({ teamId: uuid(), signedOn: date(), signatures: many(signatureInput) }),
  subject: (ctx, { teamId, signatures }) =>
    partiesMeant(
      ctx,
      teamId,
      signatures.filter((s) => s.signed).map((s) => s.memberId),
    ),
  run: async (ctx, { signatures, signedOn }, facts) => {
    await demandStep(ctx, facts, 'team.recordSignature')
    let recorded = 0
    const wrongDay = refusedDay(ctx, facts, signedOn)
    if (wrongDay) throw new AppError('invalid', 'invalid', { signedOn: wrongDay })
    for (const [index, { memberId, signed, signedByName }] of signatures.entries()) {
      if (!signed) continue
      const member = facts.members.find((m) => m.id === memberId)
      if (!member) throw notFound()
      if (!signedByName)
        throw new AppError('invalid', 'invalid', { [`signatures.${index}.signedByName`]: 'required' })
      const changed = await ctx.tx.teamMember.updateMany({
        where: { id: memberId, version: member.version },
        data: {
          signedOn: toDbDate(signedOn),
          signedByName,
          joinedOn: toDbDate(signedOn),
          version: { increment: 1 },
        },
      })
      if (changed.count !== 1) throw conflict('stale')
      recorded += 1
    }
    return { recorded }
  },
  audit: (_r, { teamId }) => aboutTeam(teamId),
})

/** A signature that was written down by mistake, while the agreement is still being signed; the reason stays in the log. */
export const unrecordSignature = defineCommand({
  name: 'team.unrecordSignature',
  input: z.strictObject({ teamId: uuid(), memberId: uuid(), reason: prose(2000) }),
  subject: (ctx, { teamId, memberId }) => partiesMeant(ctx, teamId, [memberId]),
  run: async (ctx, _input, facts) => {
    await demandStep(ctx, facts, 'team.unrecordSignature')
    const [member] = facts.members
    if (!member) throw notFound()
    const changed = await ctx.tx.teamMember.updateMany({
      where: { id: member.id, version: member.version, signedOn: { not: null } },
      data: { signedOn: null, signedByName: null, joinedOn: null, version: { increment: 1 } },
    })
    if (changed.count !== 1) throw conflict('stale')
  },
  audit: (_r, { teamId, reason }) => aboutTeam(teamId, reason),
})
