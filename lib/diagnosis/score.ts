import { z } from 'zod'

/** What a voice may answer: 0–4, or that the area does not concern this family, or nothing yet. */
const answer = z.preprocess(
  (v) => (v === undefined || v === null ? '' : v),
  z.enum(['', '0', '1', '2', '3', '4', 'none'], { error: 'choose' }),
)
export const scoreInput = () => answer
export type ScoreInput = z.output<typeof answer>

export const toScore = (answer: ScoreInput): number | null =>
  answer === '' || answer === 'none' ? null : Number(answer)
export const fromScore = (score: number | null, notApplicable: boolean): ScoreInput =>
  score === null ? (notApplicable ? 'none' : '') : (String(score) as ScoreInput)
