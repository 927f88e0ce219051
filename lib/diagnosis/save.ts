import { z } from 'zod'
import { bySubject, type CaseFacts, ofCase } from '@/lib/cases'
import {
  type AreaType,
  areaTexts,
  areaView,
  emptyArea,
  openAreas,
  type Round,
  roundsOf,
  roundView,
} from '@/lib/diagnosis/areas'
import { fromScore, scoreInput, toScore } from '@/lib/diagnosis/score'
import { keepLines } from '@/lib/diagnosis/strengths'
import { toDbDate } from '@/lib/platform/clock'
import { conflict, notFound, staleWith } from '@/lib/platform/errors'
import { optional, prose, uuid, whole } from '@/lib/platform/input'
import { may } from '@/lib/policy/decide'
import { type Context, defineCommand } from '@/lib/policy/usecase'
import { leaveForm } from '@/lib/presence'

const areaFields = {
  /** 0: nothing was saved here yet */
  version: whole(0, 1_000_000),
  score: scoreInput(),
  familyScore: scoreInput(),
  /** new ones, a line each */
  strengths: optional(prose()),
  causes: optional(prose()),
  deficits: optional(prose()),
  needs: optional(prose()),
  expectations: optional(prose()),
}
const areaInput = z.strictObject(areaFields)
export type AreaInput = z.output<typeof areaInput>

/** Stages in which somebody diagnoses with the family, the first time or again. */
const stages: readonly CaseFacts['status'][] = [
  'diagnosis',
  'planning',
  'inProgress',
  'suspended',
  'evaluation',
]

/** The round that is open; the first area of a case opens the first one. */
export const openRound = async (ctx: Context, facts: CaseFacts): Promise<Round> => {
  if (!stages.includes(facts.status)) throw conflict('wrongState')
  const rounds = await roundsOf(ctx, facts.caseId)
  const last = rounds.at(-1)
  if (last && last.completedOn === null) return last
  if (last || facts.status !== 'diagnosis') throw conflict('diagnosis.roundClosed')
  // a specialist writes into a round that the coordinator or the assistant has begun
  if (!may(ctx.actor, 'diagnosis.voice', facts)) throw conflict('diagnosis.noRound')
  const row = await ctx.tx.diagnosis.create({
    data: {
      caseId: facts.caseId,
      teamId: facts.teamId,
      versionNo: 1,
      kind: 'start',
      startedOn: toDbDate(ctx.today),
    },
  })
  return roundView(row)
}

const dataOf = (input: AreaInput) => ({
  score: toScore(input.score),
  familyScore: toScore(input.familyScore),
  notApplicable: input.score === 'none',
  causes: input.causes,
  deficits: input.deficits,
  needs: input.needs,
  expectations: input.expectations,
})

const isUnchanged = (input: AreaInput, now: ReturnType<typeof areaView>): boolean =>
  input.score === fromScore(now.score, now.notApplicable) &&
  toScore(input.familyScore) === now.familyScore &&
  areaTexts.every((text) => (input[text] ?? '') === now.texts[text])

/** The other person's text beside one's own, under the names of the form's fields. */
const theirs = (now: ReturnType<typeof areaView>, prefix: string): Record<string, string> => ({
  [`${prefix}version`]: String(now.version),
  [`${prefix}score`]: fromScore(now.score, now.notApplicable),
  [`${prefix}familyScore`]: fromScore(now.familyScore, false),
  ...Object.fromEntries(areaTexts.map((text) => [`${prefix}${text}`, now.texts[text]])),
})

type Save = { round: Round; type: AreaType; input: AreaInput; prefix: string }

const saveScores = async (ctx: Context, facts: CaseFacts, save: Save): Promise<boolean> => {
  const { round, type, input, prefix } = save
  const where = { diagnosisId_areaKey: { diagnosisId: round.id, areaKey: type.key } }
  const row = await ctx.tx.diagnosisArea.findUnique({ where })
  const now = row ? areaView(row) : emptyArea
  if (isUnchanged(input, now)) return false
  if (now.version !== input.version) throw staleWith(theirs(now, prefix))
  const data = { ...dataOf(input), updatedById: ctx.actor.userId }
  if (!row) {
    await ctx.tx.diagnosisArea.createMany({
      data: [
        {
          ...data,
          diagnosisId: round.id,
          caseId: facts.caseId,
          teamId: facts.teamId,
          ownerInstitutionId: facts.ownerInstitutionId,
          areaKey: type.key,
          category: type.category,
        },
      ],
    })
    return true
  }
  const changed = await ctx.tx.diagnosisArea.updateMany({
    where: { id: row.id, version: input.version },
    data: { ...data, version: { increment: 1 } },
  })
  if (changed.count !== 1) throw conflict('stale')
  return true
}

/** Saves one area and its new strengths; false when nothing differs. A stale version comes back with both texts. */
const saveArea = async (ctx: Context, facts: CaseFacts, save: Save): Promise<boolean> => {
  const { type, input, prefix } = save
  const strengths = { type, text: input.strengths, field: `${prefix}strengths` }
  const scored = await saveScores(ctx, facts, save)
  return (await keepLines(ctx, facts, strengths)) > 0 || scored
}

/** One area of the card. Gives the key of the next area, so that the form can lead on. */
export const saveOneArea = defineCommand({
  name: 'diagnosis.edit',
  input: z.strictObject({ caseId: uuid(), areaKey: z.string({ error: 'choose' }).max(60), ...areaFields }),
  subject: bySubject,
  run: async (ctx, { caseId: _case, areaKey, ...input }, facts) => {
    const types = await openAreas(ctx, facts)
    const at = types.findIndex((t) => t.key === areaKey)
    const type = types[at]
    if (!type) throw notFound()
    await saveArea(ctx, facts, { round: await openRound(ctx, facts), type, input, prefix: '' })
    await leaveForm(ctx, facts.caseId, 'diagnosis', areaKey)
    return { caseId: facts.caseId, next: types[at + 1]?.key ?? null }
  },
  audit: (_result, _input, facts) => ofCase(facts),
})

/** All areas in one form; only those that changed are written. */
export const saveAllAreas = defineCommand({
  name: 'diagnosis.editAll',
  input: z.strictObject({ caseId: uuid(), areas: z.record(z.string().max(60), areaInput) }),
  subject: bySubject,
  run: async (ctx, input, facts) => {
    const types = await openAreas(ctx, facts)
    const round = await openRound(ctx, facts)
    let saved = 0
    for (const [key, area] of Object.entries(input.areas)) {
      const type = types.find((t) => t.key === key)
      if (!type) throw notFound()
      const prefix = `areas.${key}.`
      if (await saveArea(ctx, facts, { round, type, input: area, prefix })) saved += 1
    }
    await leaveForm(ctx, facts.caseId, 'diagnosis')
    return { caseId: facts.caseId, saved }
  },
  audit: (_result, _input, facts) => ofCase(facts),
})

/** What the family said in its own words. */
export const saveFamilyVoice = defineCommand({
  name: 'diagnosis.voice',
  input: z.strictObject({ caseId: uuid(), version: whole(0, 1_000_000), body: prose(6000) }),
  subject: bySubject,
  run: async (ctx, input, facts) => {
    const { tx, actor } = ctx
    const round = await openRound(ctx, facts)
    const row = await tx.familyVoice.findUnique({ where: { diagnosisId: round.id } })
    if ((row?.version ?? 0) !== input.version)
      throw staleWith({ version: String(row?.version ?? 0), body: row?.body ?? '' })
    if (!row) {
      await tx.familyVoice.createMany({
        data: [
          {
            diagnosisId: round.id,
            caseId: facts.caseId,
            teamId: facts.teamId,
            ownerInstitutionId: facts.ownerInstitutionId,
            body: input.body,
            recordedById: actor.userId,
          },
        ],
      })
      return { caseId: facts.caseId }
    }
    const changed = await tx.familyVoice.updateMany({
      where: { id: row.id, version: input.version },
      data: { body: input.body, recordedById: actor.userId, version: { increment: 1 } },
    })
    if (changed.count !== 1) throw conflict('stale')
    return { caseId: facts.caseId }
  },
  audit: (_result, _input, facts) => ofCase(facts),
})
