import { randomUUID } from 'node:crypto'
import type { CaseFacts } from '@/lib/cases'
import { consentStep, type Pair } from '@/lib/consents/state'
import type { IsoDate } from '@/lib/format/dates'
import { consentTextVersion } from '@/lib/messages/pl/consent-text'
import { toDbDate, toDbDateOrNull } from '@/lib/platform/clock'
import { conflict } from '@/lib/platform/errors'
import type { Consent } from '@/lib/platform/generated/prisma/client'
import type { Context } from '@/lib/policy/usecase'

/** Stages in which the family may be asked; a closed case too, because reopening needs valid consents (row 15). */
export const askedStages: readonly string[] = [
  'qualified',
  'awaitingConsent',
  'diagnosis',
  'planning',
  'planApproval',
  'inProgress',
  'suspended',
  'evaluation',
  'closed',
]

/** One person's answers are recorded one after another: two people at two desks never leave two consents in force. */
export const oneAtATime = async ({ tx }: Context, caseId: string): Promise<void> => {
  await tx.$queryRaw`select pg_advisory_xact_lock(hashtext(${`consents ${caseId}`}))::text`
}

export type Answered = {
  readonly personId: string
  readonly signedById: string | null
  readonly courtDecision: string | null
  readonly granted: readonly Pair[]
  /** Asked for and not given: part of the evidence. */
  readonly refused: readonly Pair[]
  readonly validTo: IsoDate | null
  readonly givenOn: IsoDate
  readonly channel: string
}

/** A step of domain 4.4, exactly once; the trigger opens or closes the grants in the same transaction. */
export const stepConsent = async (
  { tx }: Context,
  consent: Pick<Consent, 'id' | 'status'>,
  to: Consent['status'],
  set: { replacedById?: string; withdrawnAt?: Date; withdrawnChannel?: string } = {},
): Promise<void> => {
  if (!consentStep(consent.status, to).ok) throw conflict('wrongState')
  const changed = await tx.consent.updateMany({
    where: { id: consent.id, status: consent.status },
    data: { ...set, status: to, version: { increment: 1 } },
  })
  if (changed.count !== 1) throw conflict('stale')
}

const columns = (answer: Answered, actorId: string) => ({
  signedById: answer.signedById,
  courtDecision: answer.courtDecision,
  textVersion: consentTextVersion,
  givenOn: toDbDate(answer.givenOn),
  channel: answer.channel,
  validTo: toDbDateOrNull(answer.validTo),
  recordedById: actorId,
})

/** The draft with its scopes; a draft that waits for this answer already is filled in. */
const writeDraft = async (
  { tx, actor }: Context,
  facts: CaseFacts,
  answer: Answered,
  draftId: string | null,
): Promise<string> => {
  const id = draftId ?? randomUUID()
  const { caseId, teamId, ownerInstitutionId } = facts
  if (draftId) {
    await tx.consentScope.deleteMany({ where: { consentId: id } })
    const changed = await tx.consent.updateMany({
      where: { id, status: 'draft' },
      data: { ...columns(answer, actor.userId), version: { increment: 1 } },
    })
    if (changed.count !== 1) throw conflict('stale')
  } else {
    await tx.consent.createMany({
      data: [
        {
          id,
          caseId,
          teamId,
          ownerInstitutionId,
          personId: answer.personId,
          ...columns(answer, actor.userId),
        },
      ],
    })
  }
  const scope = (pair: Pair, granted: boolean) => ({ consentId: id, caseId, teamId, ...pair, granted })
  await tx.consentScope.createMany({
    data: [...answer.granted.map((p) => scope(p, true)), ...answer.refused.map((p) => scope(p, false))],
  })
  return id
}

/** Writes an answer and puts it in force in place of the earlier ones. Nothing in force is ever edited. */
export const putInForce = async (
  ctx: Context,
  facts: CaseFacts,
  answer: Answered,
  earlier: readonly Pick<Consent, 'id' | 'status'>[],
  withdrawn: { withdrawnAt?: Date; withdrawnChannel?: string } = {},
): Promise<string> => {
  const draft = earlier.find((consent) => consent.status === 'draft')
  const id = await writeDraft(ctx, facts, answer, draft?.id ?? null)
  for (const consent of earlier)
    if (consent.status === 'granted' || consent.status === 'refused')
      await stepConsent(ctx, consent, 'replaced', { replacedById: id, ...withdrawn })
  await stepConsent(ctx, { id, status: 'draft' }, answer.granted.length > 0 ? 'granted' : 'refused')
  return id
}
