import { bySubject, type CaseFacts, ofCase } from '@/lib/cases'
import { clauseInput } from '@/lib/consents/input'
import type { IsoDate } from '@/lib/format/dates'
import { toDbDate } from '@/lib/platform/clock'
import { conflict, notFound } from '@/lib/platform/errors'
import { type Context, defineCommand } from '@/lib/policy/usecase'

/** The information clause of the case's owner in force today (RODO art. 13/14, a version per controller). */
export const clauseInForce = async (
  { tx, today }: Context,
  facts: Pick<CaseFacts, 'ownerInstitutionId'>,
): Promise<string | null> => {
  const clause = await tx.informationClause.findFirst({
    where: { institutionId: facts.ownerInstitutionId, validFrom: { lte: toDbDate(today) } },
    orderBy: { versionNo: 'desc' },
  })
  return clause?.id ?? null
}

/** The same for who hands it over. */
export const ownClause = async (
  ctx: Context,
  facts: Pick<CaseFacts, 'ownerInstitutionId'>,
): Promise<string> => {
  const clause = await clauseInForce(ctx, facts)
  if (!clause) throw conflict('noClause')
  return clause
}

/** Notes who got this version, when and how; a person who has it already is not noted twice. */
export const deliverClause = async (
  { tx, actor }: Context,
  facts: CaseFacts,
  clauseId: string,
  personIds: readonly string[],
  deliveredOn: IsoDate,
  channel: string,
): Promise<void> => {
  const there = await tx.clauseDelivery.findMany({
    where: { caseId: facts.caseId, clauseId, personId: { in: [...personIds] } },
    select: { personId: true },
  })
  const have = new Set(there.map((d) => d.personId))
  await tx.clauseDelivery.createMany({
    data: personIds
      .filter((personId) => !have.has(personId))
      .map((personId) => ({
        clauseId,
        caseId: facts.caseId,
        teamId: facts.teamId,
        personId,
        deliveredOn: toDbDate(deliveredOn),
        channel,
        recordedById: actor.userId,
      })),
  })
}

/**
 * Who was named in a referral is told within a month (RODO art. 14 ust. 3 lit. a), also while the referral is still looked
 * at and when it was refused: at every stage in which the house holds the data.
 */
export const tellsClause = (status: CaseFacts['status']): boolean =>
  status !== 'archived' && status !== 'erased'

/** The clause was handed to these persons. */
export const deliverClauses = defineCommand({
  name: 'clause.deliver',
  input: clauseInput,
  subject: bySubject,
  run: async (ctx, input, facts) => {
    if (!tellsClause(facts.status)) throw conflict('wrongState')
    const inCase = await ctx.tx.casePerson.count({
      where: { caseId: input.caseId, personId: { in: input.personIds } },
    })
    if (inCase !== new Set(input.personIds).size) throw notFound()
    const clauseId = await ownClause(ctx, facts)
    await deliverClause(ctx, facts, clauseId, input.personIds, input.deliveredOn, input.channel)
    return { personIds: input.personIds }
  },
  audit: ({ personIds }, _input, facts) => ({
    ...ofCase(facts),
    subjectKind: 'person',
    subjectIds: personIds,
  }),
})
