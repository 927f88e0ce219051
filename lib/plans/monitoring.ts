import { z } from 'zod'
import { bySubject, type CaseFacts, ofCase } from '@/lib/cases'
import { toDbDate, toDbDateOrNull } from '@/lib/platform/clock'
import { conflict, invalid } from '@/lib/platform/errors'
import { date, optional, prose, uuid } from '@/lib/platform/input'
import { defineCommand } from '@/lib/policy/usecase'

const audit = (_result: unknown, _input: unknown, facts: CaseFacts) => ofCase(facts)

/** Stages in which the work with the family is looked at. */
export const monitored: readonly CaseFacts['status'][] = [
  'inProgress',
  'planning',
  'planApproval',
  'suspended',
  'evaluation',
]

/** A look at the work in the middle: when, what, when again. */
export const recordMonitoring = defineCommand({
  name: 'monitoring.record',
  input: z.strictObject({ caseId: uuid(), heldOn: date(), summary: prose(4000), nextOn: optional(date()) }),
  subject: bySubject,
  run: async ({ tx, actor, today }, input, facts) => {
    if (!monitored.includes(facts.status)) throw conflict('wrongState')
    if (input.heldOn > today) throw invalid({ heldOn: 'dateFuture' })
    if (input.nextOn && input.nextOn <= input.heldOn) throw invalid({ nextOn: 'dateOrder' })
    await tx.monitoringCard.createMany({
      data: [
        {
          caseId: facts.caseId,
          teamId: facts.teamId,
          ownerInstitutionId: facts.ownerInstitutionId,
          heldOn: toDbDate(input.heldOn),
          summary: input.summary,
          nextOn: toDbDateOrNull(input.nextOn),
          recordedById: actor.userId,
        },
      ],
    })
    return { caseId: facts.caseId }
  },
  audit,
})
