import { bySubject, type CaseFacts, ofCase } from '@/lib/cases'
import { institutionsAround, type PersonAround, personsAround } from '@/lib/consents/around'
import { deliverClause, ownClause } from '@/lib/consents/clause'
import { type ConsentGap, consentGaps } from '@/lib/consents/gaps'
import { type Answer, type RecordInput, recordInput } from '@/lib/consents/input'
import {
  lastDayOfGuardians,
  type Pair,
  type Signing,
  samePair,
  signingOf,
  standing,
  withoutBasic,
} from '@/lib/consents/state'
import { type Answered, askedStages, oneAtATime, putInForce } from '@/lib/consents/write'
import type { IsoDate } from '@/lib/format/dates'
import { fromDbDateOrNull } from '@/lib/platform/clock'
import { conflict, invalid, notFound } from '@/lib/platform/errors'
import type { Consent } from '@/lib/platform/generated/prisma/client'
import { type Context, defineCommand } from '@/lib/policy/usecase'

type Asked = { readonly input: RecordInput; readonly answer: Answer; readonly at: string }

/** Signature by somebody whose signature counts for this person (domain 4.2). */
const checkSigner = (person: PersonAround, signing: Signing, { answer, at }: Asked): void => {
  if (signing.kind === 'nobody') throw invalid({ [`${at}.signer`]: 'guardianNeeded' })
  if (answer.signer === 'court') {
    if (!person.courtDecision) throw invalid({ [`${at}.signer`]: 'courtDecisionNeeded' })
    return
  }
  if (!signing.signers.includes(answer.signer)) throw invalid({ [`${at}.signer`]: 'signerWrong' })
}

/** What was given, and what was asked for and not given. */
const scopeOf = ({ input, answer, at }: Asked): { granted: Pair[]; refused: Pair[] } => {
  if (answer.answer === 'refuse') return { granted: [], refused: input.scope }
  const granted = answer.answer === 'agree' ? input.scope : answer.scope
  const field = answer.answer === 'agree' ? 'scope' : `${at}.scope`
  if (granted.length === 0) throw invalid({ [field]: 'scopeEmpty' })
  if (withoutBasic(granted).length > 0) throw invalid({ [field]: 'basicFirst' })
  return { granted, refused: input.scope.filter((pair) => !granted.some((given) => samePair(given, pair))) }
}

/** A guardian's consent ends on the eve of the eighteenth birthday; an adult's has no end. */
const validTo = (person: PersonAround, { at }: Asked) => {
  if (!person.minor) return null
  if (!person.bornOn) throw invalid({ [`${at}.answer`]: 'bornOnNeeded' })
  return lastDayOfGuardians(person.bornOn)
}

const answered = (person: PersonAround, signing: Signing, asked: Asked): Answered => {
  const { input, answer } = asked
  checkSigner(person, signing, asked)
  if (person.bornOn && input.givenOn < person.bornOn) throw invalid({ givenOn: 'dateBeforeBirth' })
  return {
    personId: person.personId,
    signedById: answer.signer === 'court' ? null : answer.signer,
    courtDecision: answer.signer === 'court' ? person.courtDecision : null,
    validTo: validTo(person, asked),
    givenOn: input.givenOn,
    channel: input.channel,
    ...scopeOf(asked),
  }
}

/**
 * What a new answer takes the place of: all earlier answers of the person; where guardians are in conflict only those
 * of the same guardian, because there each signature counts by itself. What ended by itself is no answer any more: the
 * form did not show it as one, and it stays what it was.
 */
const earlierOf = (
  consents: readonly Consent[],
  person: PersonAround,
  signing: Signing,
  signer: string,
  today: IsoDate,
): Consent[] =>
  consents.filter(
    (c) =>
      c.personId === person.personId &&
      ['draft', 'granted', 'refused'].includes(standing(c.status, fromDbDateOrNull(c.validTo), today)) &&
      (signing.kind !== 'all' || c.signedById === signer),
  )

const recordOne = async (
  ctx: Context,
  facts: CaseFacts,
  asked: Asked,
  persons: readonly PersonAround[],
): Promise<string> => {
  const person = persons.find((p) => p.personId === asked.answer.personId)
  if (!person) throw notFound()
  const signing = signingOf(person)
  const answer = answered(person, signing, asked)
  const consents = await ctx.tx.consent.findMany({
    where: { caseId: facts.caseId, personId: person.personId },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })
  const earlier = earlierOf(consents, person, signing, asked.answer.signer, ctx.today)
  const inForce = earlier.filter((c) => c.status !== 'draft').at(-1)?.id ?? null
  if (inForce !== asked.answer.current) throw conflict('stale')
  return putInForce(ctx, facts, answer, earlier)
}

const checkScope = async (ctx: Context, facts: CaseFacts, input: RecordInput): Promise<void> => {
  const around = await institutionsAround(ctx, facts.caseId, facts.ownerInstitutionId)
  for (const { institutionId } of [...input.scope, ...input.answers.flatMap((a) => a.scope)]) {
    const institution = around.find(({ id }) => id === institutionId)
    if (!institution) throw notFound()
    if (institution.noPersonalData) throw invalid({ scope: 'noPersonalData' })
  }
}

/**
 * The family's answers in one form: for each person agreement to the proposed scope, a refusal, or exceptions. Sharing
 * starts and stops with it at once.
 */
export const recordConsents = defineCommand({
  name: 'consent.record',
  input: recordInput,
  subject: bySubject,
  run: async (
    ctx,
    input,
    facts,
  ): Promise<{ consentIds: string[]; personIds: string[]; gaps: ConsentGap[] }> => {
    if (facts.subject === 'environment') throw conflict('environmentHasNoPersons')
    if (!askedStages.includes(facts.status)) throw conflict('wrongState')
    await oneAtATime(ctx, facts.caseId)
    await checkScope(ctx, facts, input)
    const persons = await personsAround(ctx, facts.caseId)
    const consentIds: string[] = []
    const personIds: string[] = []
    for (const [i, answer] of input.answers.entries()) {
      if (answer.answer === 'later') continue
      consentIds.push(await recordOne(ctx, facts, { input, answer, at: `answers.${i}` }, persons))
      personIds.push(answer.personId)
    }
    if (input.clause) {
      const clauseId = await ownClause(ctx, facts)
      await deliverClause(ctx, facts, clauseId, [...new Set(personIds)], input.givenOn, input.channel)
    }
    return { consentIds, personIds, gaps: await consentGaps(ctx, facts.caseId) }
  },
  audit: ({ personIds }, _input, facts) => ({
    ...ofCase(facts),
    subjectKind: 'person',
    subjectIds: personIds,
  }),
})
