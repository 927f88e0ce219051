import { z } from 'zod'
import type { IsoDate } from '@/lib/format/dates'
import { fromDbDate, toDbDate } from '@/lib/platform/clock'
import { conflict, invalid, notFound } from '@/lib/platform/errors'
import type { Recruitment } from '@/lib/platform/generated/prisma/client'
import { date, many, optional, prose, uuid, version } from '@/lib/platform/input'
import { type Context, defineCommand } from '@/lib/policy/usecase'
import { gminaFacts, type PlanFacts } from '@/lib/programme/facts'
import { declineReasons } from '@/lib/programme/recruitment'
import { gminaCode, mayBeParty } from '@/lib/teams'

const about = (ids: readonly string[], reason: string | null = null) => ({
  subjectKind: 'recruitment',
  subjectIds: [...ids],
  reason,
})

const demandPast = ({ today }: Context, day: IsoDate, field: string): void => {
  if (day > today) throw invalid({ [field]: 'dateFuture' })
}

type Invited = { readonly id: string; readonly kindKey: string }

/** Living institutions of kinds that have a place in a team, none of them invited here already. */
const demandInvitable = async (
  { tx }: Context,
  gmina: string,
  ids: readonly string[],
): Promise<Invited[]> => {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) throw invalid({ institutions: 'choose' })
  const living = await tx.institution.findMany({
    where: { id: { in: wanted }, endedOn: null },
    select: { id: true, kindKey: true },
  })
  if (living.length !== wanted.length) throw invalid({ institutions: 'choose' })
  if (living.some(({ kindKey }) => !mayBeParty(kindKey))) throw invalid({ institutions: 'noPlaceInTeam' })
  const known = await tx.recruitment.count({
    where: { gminaCode: gmina, institutionId: { in: wanted }, endedOn: null },
  })
  if (known > 0) throw invalid({ institutions: 'recruit.known' })
  return living
}

const invite = async (
  { tx, actor }: Context,
  { gmina }: PlanFacts,
  institutions: readonly Invited[],
  on: IsoDate,
): Promise<string[]> => {
  const rows = institutions.map(({ id, kindKey }) => ({
    id: crypto.randomUUID(),
    gminaCode: gmina.code,
    powiatCode: gmina.powiatCode,
    wojewodztwoCode: gmina.wojewodztwoCode,
    institutionId: id,
    kindKey,
    invitedOn: toDbDate(on),
    invitedById: actor.userId,
    invitedByName: `${actor.givenName} ${actor.familyName}`,
    byInstitutionId: actor.institutionId,
  }))
  await tx.recruitment.createMany({ data: rows })
  return rows.map(({ id }) => id)
}

/** Writes down that institutions were invited for a gmina, before or beside its team. */
export const inviteInstitutions = defineCommand({
  name: 'recruit.invite',
  input: z.strictObject({
    gmina: gminaCode(),
    invitedOn: date(),
    institutions: many(uuid()),
    /** Found by search, beside those that were ticked. */
    more: many(uuid()).optional(),
  }),
  subject: gminaFacts('recruit.invite'),
  run: async (ctx, { invitedOn, institutions, more }, facts) => {
    demandPast(ctx, invitedOn, 'invitedOn')
    const able = await demandInvitable(ctx, facts.gmina.code, [...institutions, ...(more ?? [])])
    const ids = await invite(ctx, facts, able, invitedOn)
    return { gmina: facts.gmina.code, ids }
  },
  audit: ({ ids }) => about(ids),
})

type RowFacts = PlanFacts & { readonly row: Recruitment }

const rowFacts =
  (permission: 'recruit.answer' | 'recruit.again' | 'recruit.takeBack') =>
  async (ctx: Context, { recruitmentId }: { recruitmentId: string }): Promise<RowFacts> => {
    const row = await ctx.tx.recruitment.findUnique({ where: { id: recruitmentId } })
    if (!row || row.endedOn) throw notFound()
    return { ...(await gminaFacts(permission)(ctx, { gmina: row.gminaCode })), row }
  }

const change = async ({ tx }: Context, row: Recruitment, seen: number, data: Partial<Recruitment>) => {
  const changed = await tx.recruitment.updateMany({
    where: { id: row.id, version: seen, endedOn: null },
    data: { ...data, version: { increment: 1 } },
  })
  if (changed.count !== 1) throw conflict('stale')
}

const target = { recruitmentId: uuid(), version: version() }

/** What the institution answered: it agreed, or declined for a reason. A later answer takes the place of the first. */
export const answerInvitation = defineCommand({
  name: 'recruit.answer',
  input: z.strictObject({
    ...target,
    answer: z.enum(['agreed', 'declined'], { error: 'choose' }),
    answeredOn: date(),
    reason: optional(z.enum(declineReasons, { error: 'choose' })),
    reasonText: optional(prose(500)),
  }),
  subject: rowFacts('recruit.answer'),
  run: async (ctx, { version: seen, answer, answeredOn, reason, reasonText }, { row, gmina }) => {
    demandPast(ctx, answeredOn, 'answeredOn')
    if (answeredOn < fromDbDate(row.invitedOn)) throw invalid({ answeredOn: 'recruit.beforeInvited' })
    const declined = answer === 'declined'
    if (declined && !reason) throw invalid({ reason: 'recruit.reason' })
    if (declined && reason === 'other' && !reasonText) throw invalid({ reasonText: 'recruit.words' })
    await change(ctx, row, seen, {
      status: answer,
      answeredOn: toDbDate(answeredOn),
      reason: declined ? reason : null,
      reasonText: declined ? reasonText : null,
    })
    return { gmina: gmina.code }
  },
  audit: (_result, { recruitmentId, answer }) => about([recruitmentId], answer),
})

/** An institution that declined is invited again; what it answered before stays written. */
export const inviteAgain = defineCommand({
  name: 'recruit.again',
  input: z.strictObject({ ...target, invitedOn: date() }),
  subject: rowFacts('recruit.again'),
  run: async (ctx, { version: seen, invitedOn }, facts) => {
    const { row, gmina } = facts
    if (row.status !== 'declined') throw conflict('wrongState')
    demandPast(ctx, invitedOn, 'invitedOn')
    if (invitedOn < fromDbDate(row.answeredOn ?? row.invitedOn))
      throw invalid({ invitedOn: 'recruit.beforeInvited' })
    await change(ctx, row, seen, { endedOn: toDbDate(ctx.today) })
    await invite(ctx, facts, [{ id: row.institutionId, kindKey: row.kindKey }], invitedOn)
    return { gmina: gmina.code }
  },
  audit: (_result, { recruitmentId }) => about([recruitmentId]),
})

/** Written by mistake: it counts nowhere and the institution may be invited anew. */
export const takeBackInvitation = defineCommand({
  name: 'recruit.takeBack',
  input: z.strictObject(target),
  subject: rowFacts('recruit.takeBack'),
  run: async (ctx, { version: seen }, { row, gmina }) => {
    if (row.status !== 'invited') throw conflict('wrongState')
    await change(ctx, row, seen, { endedOn: toDbDate(ctx.today) })
    return { gmina: gmina.code }
  },
  audit: (_result, { recruitmentId }) => about([recruitmentId]),
})
