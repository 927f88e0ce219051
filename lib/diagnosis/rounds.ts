import { z } from 'zod'
import { bySubject, demandDocuments, moveCase, ofCase, seen } from '@/lib/cases'
import { roundsOf } from '@/lib/diagnosis/areas'
import { diagnosisOf } from '@/lib/diagnosis/read'
import { toDbDate } from '@/lib/platform/clock'
import { conflict } from '@/lib/platform/errors'
import { uuid, version } from '@/lib/platform/input'
import { defineCommand } from '@/lib/policy/usecase'

/**
 * Row 7: diagnosis → planning, with the required areas scored (bezpieczeństwo and every area touched by a need), the
 * family's voice recorded and the documents there that the case's version asks for. The card of this round is closed.
 */
export const finishDiagnosis = defineCommand({
  name: 'case.finishDiagnosis',
  input: z.strictObject({ caseId: uuid(), version: version() }),
  subject: seen,
  run: async (ctx, _input, facts) => {
    const { missing, round } = await diagnosisOf(ctx, facts)
    if (facts.status !== 'diagnosis') throw conflict('wrongState')
    if (missing.required.length > 0) throw conflict('diagnosis.areas', { names: missing.required.join(', ') })
    if (missing.familyVoice || !round) throw conflict('missing.familyVoice')
    await demandDocuments(ctx, facts)
    await ctx.tx.diagnosis.updateMany({
      where: { id: round.id },
      data: { completedOn: toDbDate(ctx.today), version: { increment: 1 } },
    })
    await moveCase(ctx, facts, 'planning')
    return { caseId: facts.caseId }
  },
  audit: (_result, _input, facts) => ofCase(facts),
})

/** A new look at the areas, in the middle or at the end: did life get better? */
export const startRound = defineCommand({
  name: 'diagnosis.newRound',
  input: z.strictObject({ caseId: uuid() }),
  subject: bySubject,
  run: async (ctx, _input, facts) => {
    if (!['planning', 'inProgress', 'suspended', 'evaluation'].includes(facts.status))
      throw conflict('wrongState')
    const last = (await roundsOf(ctx, facts.caseId)).at(-1)
    if (last && last.completedOn === null) throw conflict('diagnosis.roundOpen')
    await ctx.tx.diagnosis.createMany({
      data: [
        {
          caseId: facts.caseId,
          teamId: facts.teamId,
          versionNo: (last?.versionNo ?? 0) + 1,
          kind: facts.status === 'evaluation' ? 'end' : 'mid',
          startedOn: toDbDate(ctx.today),
        },
      ],
    })
    return { caseId: facts.caseId }
  },
  audit: (_result, _input, facts) => ofCase(facts),
})

/** A round in the middle or at the end is closed: from now on its figures stay as they are. */
export const completeRound = defineCommand({
  name: 'diagnosis.completeRound',
  input: z.strictObject({ caseId: uuid() }),
  subject: bySubject,
  run: async (ctx, _input, facts) => {
    const last = (await roundsOf(ctx, facts.caseId)).at(-1)
    if (!last || last.completedOn !== null || facts.status === 'diagnosis') throw conflict('wrongState')
    await ctx.tx.diagnosis.updateMany({
      where: { id: last.id, completedOn: null },
      data: { completedOn: toDbDate(ctx.today), version: { increment: 1 } },
    })
    return { caseId: facts.caseId }
  },
  audit: (_result, _input, facts) => ofCase(facts),
})
