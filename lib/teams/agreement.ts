import { z } from 'zod'
import { addCalendarDays } from '@/lib/calendar'
import { dateInWarsaw, type IsoDate } from '@/lib/format/dates'
import { fold } from '@/lib/format/fold'
import { toDbDate, toDbDateOrNull } from '@/lib/platform/clock'
import { AppError, conflict, notFound } from '@/lib/platform/errors'
import { date, flag, line, many, optional, prose, uuid, version, whole } from '@/lib/platform/input'
import { type Context, defineCommand } from '@/lib/policy/usecase'
import { isOpsSide } from '@/lib/teams/conditions'
import { demandStep, type TeamFacts, teamFacts } from '@/lib/teams/facts'
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
    leadInstitutionId: draft.leadInstitutionId,
    agreementFrom: toDbDateOrNull(draft.agreementFrom),
    agreementTo: toDbDateOrNull(draft.agreementTo),
    minimumSignatures: draft.minimumSignatures,
    agreementText: draft.agreementText,
  }
}

/** Draft of the agreement: name, lead, dates, text, how many signatures are enough. */
export const mendTeam = defineCommand({
  name: 'team.mend',
  input: z.strictObject({ ...team, ...draftFields }),
  subject: bySubject,
  run: async (ctx, { teamId, version: seen, ...draft }, facts) => {
    await demandStep(ctx, facts, 'team.mend')
    await demandLead(ctx, teamId, draft.leadInstitutionId)
    await changeTeam(ctx, facts.team, seen, draftData(draft))
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

const signatureInput = z.strictObject({ memberId: uuid(), signed: flag(), signedByName: optional(line(120)) })

/** Signatures as they stand on paper, many of one day at once: who was ticked, and the name of who signed. */
export const recordSignatures = defineCommand({
  name: 'team.recordSignature',
  input: z.strictObject({ teamId: uuid(), signedOn: date(), signatures: many(signatureInput) }),
  subject: async (ctx, { teamId, signatures }) => {
    const facts = await teamFacts(ctx, teamId)
    const members = await ctx.tx.teamMember.findMany({
      where: { teamId, id: { in: signatures.filter((s) => s.signed).map((s) => s.memberId) }, leftOn: null },
    })
    // the head of an institution signs for the own party only (domain 3.6): one party of one's own, and nothing else
    const institutions = new Set(members.map((m) => m.institutionId))
    return { ...facts, members, institutionId: institutions.size === 1 ? [...institutions][0] : null }
  },
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
