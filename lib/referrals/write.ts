import { z } from 'zod'
import { stageDue, teamCoordinators } from '@/lib/cases'
import { tell } from '@/lib/notifications'
import { toDbDateOrNull } from '@/lib/platform/clock'
import { seal, searchHash } from '@/lib/platform/crypto'
import { AppError, conflict, invalid, notFound, sqlState, staleWith } from '@/lib/platform/errors'
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

/** The answer about violence is written and never read back by who gives it (domain 3.6, 8.2); the newest counts. */
const answerViolence = async ({ tx }: Context, s: ReferralSheet, referralId: string): Promise<void> => {
  if (s.violence === null) return
  const suspected = s.violence === 'yes'
  await tx.$executeRaw`
    select app.answer_violence(${referralId}::uuid, ${suspected}, ${suspected ? s.nkRoute : null}::text)`
}

/**
 * Gives the case its number and passes everything to the team's leading institution (app.submit_referral). Where
 * violence is suspected it is looked at the same day (domain 4.2, row 4c).
 */
const send = async (
  ctx: Context,
  { id: referralId, teamId }: ReferralSheet,
  atOnce: boolean,
): Promise<string> => {
  const { tx, today } = ctx
  try {
    const due = atOnce ? today : await stageDue(ctx, { teamId }, 'submitted')
    const [row] = await tx.$queryRaw<{ case_id: string }[]>`
      select app.submit_referral(${referralId}::uuid, ${due}::date) as case_id`
    if (!row) throw notFound()
    await tell(ctx, await teamCoordinators(ctx, teamId), {
      kind: 'case.referred',
      teamId,
      caseId: row.case_id,
    })
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

/** Somebody saved this draft in between: their words beside one's own, and the version to save on. */
const changedMeanwhile = async ({ tx }: Context, id: string): Promise<AppError> => {
  const row = await tx.referral.findFirst({ where: { id, status: 'draft' } })
  if (!row) return conflict('wrongState')
  return staleWith({
    version: String(row.version),
    familyLabel: row.familyLabel,
    otherReason: row.otherReason ?? '',
    situation: row.situation ?? '',
    exhaustedMeans: row.exhaustedMeans ?? '',
  })
}

/** Replaces what a draft says; a stale `version` is refused, null overwrites (the same form sent again). */
const rewrite = async (ctx: Context, input: ReferralSheet, version: number | null): Promise<void> => {
  const changed = await ctx.tx.referral.updateMany({
    where: { id: input.id, status: 'draft', ...(version === null ? {} : { version }) },
    data: { ...columns(input), teamId: input.teamId, version: { increment: 1 } },
  })
  if (changed.count !== 1) throw await changedMeanwhile(ctx, input.id)
  await ctx.tx.referralPerson.deleteMany({ where: { referralId: input.id } })
  await writePeople(ctx, input, input.id)
}

const finish = async (ctx: Context, input: ReferralSheet): Promise<SentReferral> => {
  await answerViolence(ctx, input, input.id)
  const violence = input.violence === 'yes'
  return { id: input.id, caseId: input.submit ? await send(ctx, input, violence) : null, violence }
}

/**
 * A new sheet, kept as a draft or sent. The same form sent twice (two clicks, a repeated request) has one effect; a
 * form that was changed after it had been sent is refused as `alreadySent`.
 */
export const createReferral = defineCommand({
  name: 'referral.create',
  input: createInput,
  subject: teamSubject,
  run: async (ctx, input): Promise<SentReferral> => {
    const { tx, actor } = ctx
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtext(${input.id}))`
    const before = await tx.referral.findUnique({ where: { id: input.id } })
    if (before?.status === 'submitted') {
      if (before.situation !== input.situation || before.familyLabel !== input.familyLabel)
        throw conflict('alreadySent')
      return { id: input.id, caseId: before.caseId, violence: input.violence === 'yes' }
    }
    if (before) await rewrite(ctx, input, null)
    else {
      const { userId: authorId, institutionId } = actor
      await tx.referral.createMany({
        data: [{ id: input.id, teamId: input.teamId, institutionId, authorId, ...columns(input) }],
      })
      await writePeople(ctx, input, input.id)
    }
    return finish(ctx, input)
  },
  audit: touched,
})

const draftSubject = async ({ tx }: Context, { id }: { id: string }) => {
  const row = await tx.referral.findUnique({ where: { id } })
  if (!row) throw notFound()
  if (row.status !== 'draft') throw conflict('alreadySent')
  return { authorId: row.authorId, authorInstitutionId: row.institutionId, teamId: row.teamId }
}

export const editReferral = defineCommand({
  name: 'referral.edit',
  input: editInput,
  subject: draftSubject,
  run: async (ctx, input): Promise<SentReferral> => {
    const open = (await referralTeams(ctx)).some(({ id }) => id === input.teamId)
    if (!open) throw invalid({ teamId: 'teamNotOpen' })
    await rewrite(ctx, input, input.version)
    return finish(ctx, input)
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
