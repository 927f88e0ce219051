import { z } from 'zod'
import { bySubject, type CaseFacts, missingDocuments, ofCase } from '@/lib/cases'
import {
  type AreaType,
  type AreaView,
  areaView,
  criminalKey,
  emptyArea,
  isAnswered,
  isRequired,
  type Round,
  readAreas,
  roundsOf,
} from '@/lib/diagnosis/areas'
import { scoresAt } from '@/lib/diagnosis/compare'
import { strengthsOf } from '@/lib/diagnosis/strengths'
import { uuid } from '@/lib/platform/input'
import { mayAll } from '@/lib/policy/decide'
import { type Context, defineQuery } from '@/lib/policy/usecase'
import type { CaseDocument } from '@/lib/variants'

export type DiagnosisArea = AreaType & {
  readonly required: boolean
  readonly answered: boolean
  readonly now: AreaView
}

export type DiagnosisMissing = {
  /** names of required areas without the team's score */
  readonly required: readonly string[]
  /** names of other areas neither scored nor marked "nie dotyczy": they do not hold the plan up */
  readonly others: readonly string[]
  readonly familyVoice: boolean
  /** documents that the version of the variant asks for and that are not there */
  readonly documents: readonly CaseDocument[]
}

const needKeysOf = async ({ tx }: Context, caseId: string): Promise<ReadonlySet<string>> =>
  new Set((await tx.need.findMany({ where: { caseId, closedOn: null } })).map((n) => n.needKey))

const areasOf = async (
  ctx: Context,
  facts: CaseFacts,
  rounds: readonly Round[],
): Promise<DiagnosisArea[]> => {
  const types = await readAreas(ctx, facts)
  const needKeys = await needKeysOf(ctx, facts.caseId)
  const rows = await ctx.tx.diagnosisArea.findMany({ where: { caseId: facts.caseId } })
  const at = (round: Round | undefined, key: string) =>
    rows.find((r) => r.diagnosisId === round?.id && r.areaKey === key)
  return types.map((type) => {
    const row = at(rounds.at(-1), type.key)
    const now = row ? areaView(row) : emptyArea
    const required = isRequired(type, needKeys)
    return { ...type, required, answered: isAnswered(now, required), now }
  })
}

/** What the card still lacks, from areas that this person may read; the version asks nothing of those it leaves out. */
const missingOf = (
  areas: readonly DiagnosisArea[],
  voice: string,
  documents: readonly CaseDocument[],
): DiagnosisMissing => {
  const open = areas.filter((a) => !a.answered && !a.outside && a.key !== criminalKey)
  return {
    required: open.filter((a) => a.required).map((a) => a.name),
    others: open.filter((a) => !a.required).map((a) => a.name),
    familyVoice: voice === '',
    documents,
  }
}

/** The diagnosis of a case as far as consent opens it to this person. */
export const diagnosisOf = async (ctx: Context, facts: CaseFacts) => {
  const rounds = await roundsOf(ctx, facts.caseId)
  const round = rounds.at(-1) ?? null
  const areas = await areasOf(ctx, facts, rounds)
  const voice = round ? await ctx.tx.familyVoice.findUnique({ where: { diagnosisId: round.id } }) : null
  const body = voice?.body ?? ''
  return {
    rounds,
    round,
    areas,
    voice: { body, version: voice?.version ?? 0 },
    missing: missingOf(areas, body, facts.status === 'diagnosis' ? await missingDocuments(ctx, facts) : []),
  }
}

/** Stages in which the diagnosis is worked on. */
const worked: readonly CaseFacts['status'][] = [
  'diagnosis',
  'planning',
  'inProgress',
  'suspended',
  'evaluation',
]

export const readDiagnosis = defineQuery({
  name: 'diagnosis.read',
  input: z.strictObject({ caseId: uuid() }),
  subject: bySubject,
  run: async (ctx, _input, facts) => {
    const diagnosis = await diagnosisOf(ctx, facts)
    const may = mayAll(
      ctx.actor,
      facts,
      'diagnosis.edit',
      'diagnosis.newRound',
      'need.edit',
      'strength.correct',
      'strength.end',
      'case.finishDiagnosis',
    )
    const editable =
      facts.status === 'diagnosis' ||
      (diagnosis.round?.completedOn === null &&
        ['planning', 'inProgress', 'suspended', 'evaluation'].includes(facts.status))
    return {
      ...diagnosis,
      /** every round of every area, for the picture */
      profile: await scoresAt(ctx, facts, diagnosis.rounds),
      strengths: await strengthsOf(ctx, facts.caseId),
      status: facts.status,
      version: facts.version,
      may: {
        edit: may['diagnosis.edit'] && editable,
        needs: may['need.edit'],
        strengths: may['strength.correct'] && worked.includes(facts.status),
        endStrength: may['strength.end'] && worked.includes(facts.status),
        finish: may['case.finishDiagnosis'] && facts.status === 'diagnosis',
        newRound:
          may['diagnosis.newRound'] &&
          ['planning', 'inProgress', 'suspended', 'evaluation'].includes(facts.status) &&
          diagnosis.round?.completedOn !== null,
        completeRound:
          may['diagnosis.newRound'] &&
          facts.status !== 'diagnosis' &&
          diagnosis.round !== null &&
          diagnosis.round.completedOn === null,
      },
    }
  },
  audit: (_result, _input, facts) => ofCase(facts),
})

export type DiagnosisPage = Awaited<ReturnType<typeof readDiagnosis.execute>>
