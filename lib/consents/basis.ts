import { bySubject, type CaseFacts, ofCase } from '@/lib/cases'
import { institutionsAround, personsAround } from '@/lib/consents/around'
import { basisInput, endBasisInput } from '@/lib/consents/input'
import { askedStages } from '@/lib/consents/write'
import { toDbDate, toDbDateOrNull } from '@/lib/platform/clock'
import { conflict, invalid, notFound } from '@/lib/platform/errors'
import { type Context, defineCommand } from '@/lib/policy/usecase'

const basicOpen = async (
  { tx }: Context,
  facts: CaseFacts,
  institutionId: string,
  personId: string | null,
): Promise<boolean> => {
  const [row] = await tx.$queryRaw<{ open: boolean }[]>`
    select app.granted(${institutionId}::uuid, ${facts.caseId}::uuid, ${personId}::uuid, 'PODSTAWOWE') as open`
  return row?.open ?? false
}

/** Whom a basis without a person means: everybody who takes part; an environment has no persons (null). */
const meant = async (
  ctx: Context,
  facts: CaseFacts,
  personId: string | null,
): Promise<readonly (string | null)[]> => {
  if (facts.subject === 'environment') return [null]
  const persons = await personsAround(ctx, facts.caseId)
  if (personId) {
    if (!persons.some((p) => p.personId === personId)) throw notFound()
    return [personId]
  }
  const taking = persons.filter((p) => p.takesPart).map((p) => p.personId)
  if (taking.length === 0) throw conflict('noPersons')
  return taking
}

/** A statutory basis opens categories to an institution without consent; its justification is kept (domain 8.1 R1). */
export const recordBasis = defineCommand({
  name: 'basis.record',
  input: basisInput,
  subject: bySubject,
  run: async (ctx, input, facts): Promise<{ personIds: string[] }> => {
    const { tx, actor } = ctx
    if (!askedStages.includes(facts.status)) throw conflict('wrongState')
    const around = await institutionsAround(ctx, facts.caseId, facts.ownerInstitutionId)
    const institution = around.find(({ id }) => id === input.institutionId)
    if (!institution) throw notFound()
    if (institution.noPersonalData) throw invalid({ institutionId: 'noPersonalData' })
    const persons = await meant(ctx, facts, input.personId)
    if (!input.categories.includes('PODSTAWOWE'))
      for (const personId of persons)
        if (!(await basicOpen(ctx, facts, input.institutionId, personId)))
          throw invalid({ categories: 'basicFirst' })
    await tx.legalBasisRecord.createMany({
      data: persons.flatMap((personId) =>
        [...new Set(input.categories)].map((category) => ({
          caseId: facts.caseId,
          teamId: facts.teamId,
          personId,
          institutionId: input.institutionId,
          category,
          basis: input.basis,
          note: input.note,
          startsOn: toDbDate(input.startsOn),
          endsOn: toDbDateOrNull(input.endsOn),
          recordedById: actor.userId,
        })),
      ),
    })
    return { personIds: persons.filter((id): id is string => id !== null) }
  },
  audit: ({ personIds }, { basis }, facts) => ({
    ...ofCase(facts),
    subjectKind: 'person',
    subjectIds: personIds,
    reason: basis,
  }),
})

/** The basis fell away: what it opened closes at once. */
export const endBasis = defineCommand({
  name: 'basis.end',
  input: endBasisInput,
  subject: bySubject,
  run: async ({ tx, now }, { basisId, caseId }) => {
    const row = await tx.legalBasisRecord.findFirst({ where: { id: basisId, caseId } })
    if (!row) throw notFound()
    const ended = await tx.legalBasisRecord.updateMany({
      where: { id: basisId, endedAt: null },
      data: { endedAt: now },
    })
    if (ended.count !== 1) throw conflict('wrongState')
    return { personIds: row.personId ? [row.personId] : [] }
  },
  audit: ({ personIds }, _input, facts) => ({
    ...ofCase(facts),
    subjectKind: 'person',
    subjectIds: personIds,
  }),
})
