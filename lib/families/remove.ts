import { z } from 'zod'
import { bySubject, isOpen, ofCase } from '@/lib/cases'
import { conflict, notFound, sqlState } from '@/lib/platform/errors'
import { uuid } from '@/lib/platform/input'
import { defineCommand } from '@/lib/policy/usecase'

/**
 * Somebody was entered by mistake: out of the case and the family, and out of the house when nothing else hangs on the
 * person. Whoever answered about consent, has a need or gets a service is part of the case's story and leaves it with a
 * date instead (family.edit).
 */
export const removeMember = defineCommand({
  name: 'family.remove',
  input: z.strictObject({ caseId: uuid(), personId: uuid() }),
  subject: bySubject,
  run: async ({ tx }, { caseId, personId }, facts) => {
    if (!isOpen(facts.status)) throw conflict('wrongState')
    if ((await tx.casePerson.count({ where: { caseId, personId } })) === 0) throw notFound()
    try {
      await tx.$queryRaw`select app.remove_case_person(${caseId}::uuid, ${personId}::uuid)::text`
    } catch (error) {
      if (sqlState(error) === '55000') throw conflict('memberHasStory')
      throw error
    }
    return { personId }
  },
  audit: ({ personId }, _input, facts) => ({
    ...ofCase(facts),
    subjectKind: 'person',
    subjectIds: [personId],
  }),
})
