import { z } from 'zod'
import { bySubject, type CaseFacts, ofCase } from '@/lib/cases'
import { areaView, criminalKey, type Round, readAreas, roundsOf } from '@/lib/diagnosis/areas'
import { type NeedView, needsOf } from '@/lib/diagnosis/needs'
import { type StrengthView, strengthsOf } from '@/lib/diagnosis/strengths'
import type { IsoDate } from '@/lib/format/dates'
import { uuid } from '@/lib/platform/input'
import { type Context, defineQuery } from '@/lib/policy/usecase'

export type RoundScore = {
  readonly team: number | null
  readonly family: number | null
  readonly notApplicable: boolean
}

/** One area at each of the rounds that are set side by side, in their order. */
export type ComparedArea = {
  readonly key: string
  readonly name: string
  readonly levels: readonly string[]
  /** left out by the version of the variant: only what was said before */
  readonly outside: boolean
  readonly scores: readonly RoundScore[]
}

const nothing: RoundScore = { team: null, family: null, notApplicable: false }

/** Scores of the areas that this person may read, at each of these rounds. */
export const scoresAt = async (
  ctx: Context,
  facts: CaseFacts,
  rounds: readonly Round[],
): Promise<ComparedArea[]> => {
  const types = await readAreas(ctx, facts)
  const rows = await ctx.tx.diagnosisArea.findMany({
    where: { caseId: facts.caseId, diagnosisId: { in: rounds.map((r) => r.id) } },
  })
  const at = (round: Round, key: string): RoundScore => {
    const row = rows.find((r) => r.diagnosisId === round.id && r.areaKey === key)
    if (!row) return nothing
    const { score, familyScore, notApplicable } = areaView(row)
    return { team: score, family: familyScore, notApplicable }
  }
  return types
    .filter((type) => type.key !== criminalKey)
    .map(({ key, name, levels, outside }) => ({
      key,
      name,
      levels,
      outside,
      scores: rounds.map((round) => at(round, key)),
    }))
}

/** Areas that the family scores otherwise than the team in the newest round: both are right, so both are told. */
export const differingAreas = async (ctx: Context, facts: CaseFacts) => {
  const last = (await roundsOf(ctx, facts.caseId)).at(-1)
  const areas = last ? await scoresAt(ctx, facts, [last]) : []
  return areas.flatMap(({ key, name, levels, outside, scores: [score] }) =>
    score && !outside && score.team !== null && score.family !== null && score.team !== score.family
      ? [{ key, name, levels, team: score.team, family: score.family }]
      : [],
  )
}

/** Until which day a round speaks: the day on which it was closed; one that is open speaks of today. */
export const spokeUntil = (round: Round, today: IsoDate): IsoDate =>
  (round.completedOn as IsoDate | null) ?? today

type Span = { readonly after: IsoDate; readonly until: IsoDate }
const within = (on: IsoDate | null, { after, until }: Span): boolean =>
  on !== null && on > after && on <= until

/** Pure: what came and what went between two days; what came and went in between is told as gone. */
export const cameAndWent = <T extends { cameOn: IsoDate; wentOn: IsoDate | null }>(
  things: readonly T[],
  span: Span,
) => ({
  came: things.filter((t) => within(t.cameOn, span) && !within(t.wentOn, span)),
  went: things.filter((t) => t.cameOn <= span.until && within(t.wentOn, span)),
  stays: things.filter((t) => t.cameOn <= span.after && (t.wentOn === null || t.wentOn > span.until)),
})

const dated = {
  need: (need: NeedView) => ({ ...need, cameOn: need.namedOn, wentOn: need.closedOn }),
  strength: (s: StrengthView) => ({ ...s, cameOn: s.notedOn, wentOn: s.endedOn }),
}

const chosen = (
  rounds: readonly Round[],
  from: number | undefined,
  to: number | undefined,
): readonly [Round, Round] | null => {
  const after = rounds.find((r) => r.versionNo === to) ?? rounds.at(-1)
  const before =
    rounds.find((r) => r.versionNo === from) ??
    rounds.find((r) => r.versionNo < (after?.versionNo ?? 0)) ??
    rounds[0]
  if (!before || !after) return null
  return before.versionNo <= after.versionNo ? [before, after] : [after, before]
}

const versionNo = z.number().int().min(1).max(10_000).optional()

/**
 * Two rounds of a diagnosis side by side (the first and the last, where none are chosen), or all of them; what came and
 * went between them, and what the family said each time. Null as long as there are no two.
 */
export const compareDiagnoses = defineQuery({
  name: 'diagnosis.compare',
  input: z.strictObject({ caseId: uuid(), from: versionNo, to: versionNo, all: z.boolean() }),
  subject: bySubject,
  run: async (ctx, { from, to, all }, facts) => {
    const rounds = await roundsOf(ctx, facts.caseId)
    const pair = all ? chosen(rounds, undefined, undefined) : chosen(rounds, from, to)
    if (!pair || rounds.length < 2) return null
    const [before, after] = pair
    const shown = all ? rounds : before === after ? [before] : [before, after]
    const span = { after: spokeUntil(before, ctx.today), until: spokeUntil(after, ctx.today) }
    const voices = await ctx.tx.familyVoice.findMany({
      where: { caseId: facts.caseId, diagnosisId: { in: shown.map((r) => r.id) } },
    })
    return {
      choices: rounds,
      from: before.versionNo,
      to: after.versionNo,
      all,
      rounds: shown.map((round) => ({
        ...round,
        voice: voices.find((v) => v.diagnosisId === round.id)?.body ?? null,
      })),
      areas: await scoresAt(ctx, facts, shown),
      needs: cameAndWent((await needsOf(ctx, facts.caseId)).map(dated.need), span),
      strengths: cameAndWent((await strengthsOf(ctx, facts.caseId)).map(dated.strength), span),
    }
  },
  audit: (_result, _input, facts) => ofCase(facts),
})

export type DiagnosisComparison = NonNullable<Awaited<ReturnType<typeof compareDiagnoses.execute>>>
