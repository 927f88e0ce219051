import { z } from 'zod'
import { variantKeys } from '@/lib/catalogue'
import { fold } from '@/lib/format/fold'
import { toDbDate, toDbDateOrNull } from '@/lib/platform/clock'
import { AppError } from '@/lib/platform/errors'
import { date, line, optional, prose, uuid, version, whole } from '@/lib/platform/input'
import { type Context, defineCommand } from '@/lib/policy/usecase'
import { isOpsSide } from '@/lib/teams/conditions'
import { demandStep, refuseSecondTeam, type TeamFacts, teamFacts } from '@/lib/teams/facts'
import { corrected, gminaCode } from '@/lib/teams/gmina'
import { aboutTeam, changeTeam, moveTeam, tellParties } from '@/lib/teams/move'

const team = { teamId: uuid(), version: version() }
const bySubject = (ctx: Context, { teamId }: { teamId: string }): Promise<TeamFacts> => teamFacts(ctx, teamId)

const demandLead = async ({ tx }: Context, teamId: string, leadId: string | null): Promise<void> => {
  if (leadId === null) return
  const member = await tx.teamMember.findFirst({
    where: { teamId, institutionId: leadId, leftOn: null },
    include: { institution: { select: { kindKey: true, replacesOps: true } } },
  })
  if (!member || !(isOpsSide(member.institution) || member.institution.kindKey === 'cus'))
    throw new AppError('invalid', 'invalid', { leadInstitutionId: 'choose' })
}

const draftFields = {
  name: line(120),
  variant: z.enum(variantKeys, { error: 'choose' }),
  leadInstitutionId: optional(uuid()),
  agreementFrom: optional(date()),
  agreementTo: optional(date()),
  minimumSignatures: optional(whole(2, 200)),
  agreementText: optional(prose(20_000)),
}

type Draft = z.output<z.ZodObject<typeof draftFields>>

const draftData = (draft: Draft) => {
  if (draft.agreementFrom && draft.agreementTo && draft.agreementTo < draft.agreementFrom)
    throw new AppError('invalid', 'invalid', { agreementTo: 'dateOrder' })
  return {
    name: draft.name,
    nameFolded: fold(draft.name),
    variantKey: draft.variant,
    leadInstitutionId: draft.leadInstitutionId,
    agreementFrom: toDbDateOrNull(draft.agreementFrom),
    agreementTo: toDbDateOrNull(draft.agreementTo),
    minimumSignatures: draft.minimumSignatures,
    agreementText: draft.agreementText,
  }
}

/** Draft of the agreement: gmina, name, variant, lead, dates, text, how many signatures are enough. */
export const mendTeam = defineCommand({
  name: 'team.mend',
  input: z.strictObject({ ...team, ...draftFields, gmina: gminaCode().optional() }),
  subject: bySubject,
  run: async (ctx, { teamId, version: seen, gmina, ...draft }, facts) => {
    await demandStep(ctx, facts, 'team.mend')
    await demandLead(ctx, teamId, draft.leadInstitutionId)
    const moved = await corrected(ctx, facts.team, gmina, draft)
    if (moved || draft.variant !== facts.team.variantKey)
      await refuseSecondTeam(ctx, moved?.gminaCode ?? facts.team.gminaCode, draft.variant, teamId)
    await changeTeam(ctx, facts.team, seen, { ...draftData(draft), ...moved })
  },
  audit: (_r, { teamId }) => aboutTeam(teamId),
})

/** INICJOWANY → POROZUMIENIE. From now on the text does not change: parties sign what they were sent. */
export const sendAgreement = defineCommand({
  name: 'team.sendAgreement',
  input: z.strictObject(team),
  subject: bySubject,
  run: async (ctx, { version: seen }, facts) => {
    const { to } = await demandStep(ctx, facts, 'team.sendAgreement')
    await moveTeam(ctx, facts.team, seen, to, { agreementSentAt: ctx.now })
    await tellParties(ctx, facts.team.id, 'team.agreementSent')
  },
  audit: (_r, { teamId }) => aboutTeam(teamId),
})

/** The regulamin: the day on which the team adopted it. */
export const adoptRules = defineCommand({
  name: 'team.adoptRules',
  input: z.strictObject({ ...team, rulesAdoptedOn: date() }),
  subject: bySubject,
  run: async (ctx, { version: seen, rulesAdoptedOn }, facts) => {
    await demandStep(ctx, facts, 'team.adoptRules')
    if (rulesAdoptedOn > ctx.today) throw new AppError('invalid', 'invalid', { rulesAdoptedOn: 'dateFuture' })
    await changeTeam(ctx, facts.team, seen, { rulesAdoptedOn: toDbDate(rulesAdoptedOn) })
  },
  audit: (_r, { teamId }) => aboutTeam(teamId),
})

/**
 * POROZUMIENIE → INICJOWANY: something in it is wrong, so it becomes a draft again. Signatures were put under other words
 * and are taken back with it; the parties are told why.
 */
export const takeBackAgreement = defineCommand({
  name: 'team.takeBack',
  input: z.strictObject({ ...team, reason: prose(2000) }),
  subject: bySubject,
  run: async (ctx, { version: seen, reason }, facts) => {
    const { to } = await demandStep(ctx, facts, 'team.takeBack')
    const teamId = facts.team.id
    await ctx.tx.teamMember.updateMany({
      where: { teamId, leftOn: null },
      data: { signedOn: null, signedByName: null, joinedOn: null, version: { increment: 1 } },
    })
    await moveTeam(ctx, facts.team, seen, to, { agreementSentAt: null }, reason)
    await tellParties(ctx, teamId, 'team.takenBack')
  },
  audit: (_r, { teamId, reason }) => aboutTeam(teamId, reason),
})
