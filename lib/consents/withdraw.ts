import { bySubject, ofCase } from '@/lib/cases'
import { withdrawInput } from '@/lib/consents/input'
import { lastDayOfGuardians } from '@/lib/consents/state'
import { tellWithdrawn } from '@/lib/consents/told'
import { oneAtATime, putInForce, stepConsent } from '@/lib/consents/write'
import type { IsoDate } from '@/lib/format/dates'
import { fromDbDateOrNull, toDbDate } from '@/lib/platform/clock'
import { conflict, invalid, notFound } from '@/lib/platform/errors'
import { type Context, defineCommand } from '@/lib/policy/usecase'

/**
 * One step, as easy as giving (RODO art. 7 ust. 3), in every stage: the whole consent, or its part for one institution;
 * then a narrower consent takes its place. The grants end in this transaction.
 */
export const withdrawConsent = defineCommand({
  name: 'consent.withdraw',
  input: withdrawInput,
  subject: bySubject,
  run: async (ctx, input, facts): Promise<{ personId: string; closed: string[] }> => {
    const { tx, now, today } = ctx
    await oneAtATime(ctx, facts.caseId)
    const consent = await tx.consent.findFirst({ where: { id: input.consentId, caseId: facts.caseId } })
    if (!consent) throw notFound()
    if (consent.status !== 'granted') throw conflict('wrongState')
    const scopes = await tx.consentScope.findMany({ where: { consentId: consent.id } })
    const granted = scopes.filter((scope) => scope.granted)
    const closes = (id: string): boolean => input.institutionId === null || id === input.institutionId
    const closed = [...new Set(granted.map((s) => s.institutionId).filter(closes))]
    if (closed.length === 0) throw invalid({ institutionId: 'nothingToWithdraw' })
    const event = { withdrawnAt: now, withdrawnChannel: input.channel }
    const kept = granted.filter((scope) => !closes(scope.institutionId))
    if (kept.length === 0) {
      await stepConsent(ctx, consent, 'withdrawn', event)
    } else {
      const pair = ({ institutionId, category }: (typeof scopes)[number]) => ({ institutionId, category })
      const answer = {
        personId: consent.personId,
        signedById: consent.signedById,
        courtDecision: consent.courtDecision,
        granted: kept.map(pair),
        refused: scopes.filter((scope) => !kept.includes(scope)).map(pair),
        validTo: fromDbDateOrNull(consent.validTo),
        givenOn: today,
        channel: input.channel,
      }
      await putInForce(ctx, facts, answer, [consent], event)
    }
    await tellWithdrawn(ctx, facts, closed)
    return { personId: consent.personId, closed }
  },
  audit: ({ personId }, _input, facts) => ({
    ...ofCase(facts),
    subjectKind: 'person',
    subjectIds: [personId],
  }),
})

/**
 * A corrected birth date moves the eighteenth birthday: consents of guardians that would last longer than it expire,
 * and the family is asked again. Part of identity.edit.
 */
export const expireForBirth = async ({ tx }: Context, personId: string, bornOn: IsoDate): Promise<void> => {
  await tx.consent.updateMany({
    where: {
      personId,
      status: 'granted',
      signedById: { not: personId },
      validTo: { gt: toDbDate(lastDayOfGuardians(bornOn)) },
    },
    data: { status: 'expired', version: { increment: 1 } },
  })
}
