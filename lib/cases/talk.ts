import type { CaseFacts, CaseStatus } from '@/lib/cases/facts'
import { invalid } from '@/lib/platform/errors'
import type { Context } from '@/lib/policy/usecase'

/** Why a case ended without the closing talk. */
export const noTalkKeys = ['smierc', 'utrata_kontaktu', 'odmowa', 'bezpieczenstwo', 'inne'] as const
export type NoTalkKey = (typeof noTalkKeys)[number]

/** Before a diagnosis began there was no cooperation to talk about. */
const beforeWork: readonly CaseStatus[] = ['submitted', 'screening', 'qualified', 'awaitingConsent']

/** Rounds of work are told apart: a case that was opened again ends with a talk of its own (app.case_round). */
export const roundOf = async ({ tx }: Context, caseId: string): Promise<number> => {
  const [row] = await tx.$queryRaw<{ round: number }[]>`select app.case_round(${caseId}::uuid) as round`
  return row?.round ?? 1
}

/** A case that ends early has had its closing talk, or says why not; the reason stands where the talk would. */
export const demandTalk = async (ctx: Context, facts: CaseFacts, why: NoTalkKey | null): Promise<void> => {
  if (beforeWork.includes(facts.status)) return
  const { caseId, teamId, ownerInstitutionId } = facts
  const round = await roundOf(ctx, caseId)
  if ((await ctx.tx.closingTalk.count({ where: { caseId, round } })) > 0) return
  if (!why) throw invalid({ noTalkKey: 'talkOrWhy' })
  await ctx.tx.closingTalk.createMany({
    data: [{ caseId, teamId, ownerInstitutionId, round, notHeldKey: why, recordedById: ctx.actor.userId }],
  })
}
