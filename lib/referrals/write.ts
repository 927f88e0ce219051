import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { deadline } from '@/lib/calendar'
import { stageTerms } from '@/lib/cases'
import { toDbDateOrNull } from '@/lib/platform/clock'
import { seal, searchHash } from '@/lib/platform/crypto'
import { AppError, conflict, notFound, sqlState } from '@/lib/platform/errors'
import { uuid } from '@/lib/platform/input'
import { type Context, defineCommand } from '@/lib/policy/usecase'
import { createInput, editInput, type ReferralPersonInput, type ReferralSheet } from '@/lib/referrals/input'
import { referralTeams } from '@/lib/referrals/teams'

const personRow = (p: ReferralPersonInput, referralId: string, teamId: string, position: number) => ({
  referralId,
  teamId,
  givenName: p.givenName,
  familyName: p.familyName,
  relationKey: p.relationKey,
  bornOn: toDbDateOrNull(p.bornOn),
  peselSealed: p.pesel ? seal(p.pesel.pesel, 'pesel') : null,
  peselHash: p.pesel ? searchHash(p.pesel.pesel, 'pesel') : null,
  phone: p.phone,
  position,
})

const columns = (s: ReferralSheet) => ({
  subject: s.subject,
  familyLabel: s.familyLabel,
  reasonKeys: s.reasonKeys,
  situation: s.situation,
  exhaustedMeans: s.exhaustedMeans,
  legalBasis: s.legalBasis,
  preConsentOn: toDbDateOrNull(s.preConsentOn),
})

const writePeople = async ({ tx }: Context, s: ReferralSheet, referralId: string): Promise<void> => {
  await tx.referralPerson.createMany({ data: s.people.map((p, i) => personRow(p, referralId, s.teamId, i)) })
}

/** The answer "violence is suspected" is written and never read back by who gives it (domain 3.6, 8.2). */
const flagViolence = async ({ tx, actor }: Context, s: ReferralSheet, referralId: string): Promise<void> => {
  if (s.violence === 'no') return
  await tx.nkFlag.createMany({
    data: [{ referralId, teamId: s.teamId, kind: 'suspected', recordedById: actor.userId }],
  })
}

/** Gives the case its number and passes everything to the team's leading institution (app.submit_referral). */
const send = async ({ tx, today }: Context, referralId: string): Promise<string> => {
  try {
    const due = deadline(today, stageTerms.submitted)
    const [row] = await tx.$queryRaw<{ case_id: string }[]>`
      select app.submit_referral(${referralId}::uuid, ${due}::date) as case_id`
    if (!row) throw notFound()
    return row.case_id
  } catch (error) {
    if (sqlState(error) === '55000') throw conflict('teamClosedToReferrals')
    throw error
  }
}

const teamSubject = async (ctx: Context, { teamId }: { teamId: string }) => {
  const team = (await referralTeams(ctx)).find(({ id }) => id === teamId)
  if (!team) throw notFound()
  return { teamId, memberOfTeam: true }
}

export type SentReferral = { readonly id: string; readonly caseId: string | null; readonly violence: boolean }

const touched = (r: SentReferral) => ({ subjectKind: 'referral', subjectIds: [r.id], caseId: r.caseId })

export const createReferral = defineCommand({
  name: 'referral.create',
  input: createInput,
  subject: teamSubject,
  run: async (ctx, input): Promise<SentReferral> => {
    const id = randomUUID()
    const { userId, institutionId } = ctx.actor
    await ctx.tx.referral.createMany({
      data: [{ id, teamId: input.teamId, institutionId, authorId: userId, ...columns(input) }],
    })
    await writePeople(ctx, input, id)
    await flagViolence(ctx, input, id)
    return { id, caseId: input.submit ? await send(ctx, id) : null, violence: input.violence === 'yes' }
  },
  audit: touched,
})

const draftSubject = async ({ tx }: Context, { id }: { id: string }) => {
  const row = await tx.referral.findUnique({ where: { id } })
  if (!row) throw notFound()
  if (row.status !== 'draft') throw conflict('wrongState')
  return { authorId: row.authorId, authorInstitutionId: row.institutionId, teamId: row.teamId }
}

export const editReferral = defineCommand({
  name: 'referral.edit',
  input: editInput,
  subject: draftSubject,
  run: async (ctx, input): Promise<SentReferral> => {
    const changed = await ctx.tx.referral.updateMany({
      where: { id: input.id, version: input.version, status: 'draft' },
      data: { ...columns(input), teamId: input.teamId, version: { increment: 1 } },
    })
    if (changed.count !== 1) throw conflict('stale')
    await ctx.tx.referralPerson.deleteMany({ where: { referralId: input.id } })
    await writePeople(ctx, input, input.id)
    await flagViolence(ctx, input, input.id)
    return {
      id: input.id,
      caseId: input.submit ? await send(ctx, input.id) : null,
      violence: input.violence === 'yes',
    }
  },
  audit: touched,
})

export const discardReferral = defineCommand({
  name: 'referral.discard',
  input: z.strictObject({ id: uuid() }),
  subject: draftSubject,
  run: async ({ tx }, { id }) => {
    const gone = await tx.referral.deleteMany({ where: { id, status: 'draft' } })
    if (gone.count !== 1) throw new AppError('conflict', 'stale')
    return { id }
  },
  audit: ({ id }) => ({ subjectKind: 'referral', subjectIds: [id] }),
})
